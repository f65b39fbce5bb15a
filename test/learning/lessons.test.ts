import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLessons, cityLessons, loadLessons } from '../../src/learning/index.ts';
import { lessonSource, pictureSource, trackSource } from '../support/lesson.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';

describe('lessons of the city', () => {
  it('has no problem, and finds tracks, lessons and items by their ids', async () => {
    const lessons = await cityLessons();
    expect(lessons.tracks.length).toBeGreaterThanOrEqual(3);
    for (const track of lessons.tracks) {
      expect(lessons.track(track.id)).toBe(track);
      for (const [index, lesson] of track.lessons.entries()) {
        expect(lesson).toMatchObject({ track: track.id, position: index + 1 });
        expect(lessons.lesson(lesson.id)).toBe(lesson);
        for (const item of lesson.items) expect(lessons.item(item.id)).toEqual({ item, lesson });
      }
    }
    expect(lessons.track('khong-co')).toBeUndefined();
  });

  it('refuses a folder that is not there', async () => {
    await expect(loadLessons('/nowhere/lessons')).rejects.toThrow(/nowhere.*ENOENT/);
  });
});

describe('a folder of lessons', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    await write('giu-may', { 'track.yaml': trackSource, '01-bai.md': lessonSource(), 'hinh.svg': pictureSource });
  });
  afterEach(() => removeFolder(folder));

  async function write(track: string, files: Readonly<Record<string, string>>): Promise<void> {
    await mkdir(join(folder, track), { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, track, name), content);
  }

  const found = async (): Promise<string[]> =>
    (await checkLessons(folder)).problems.map(
      ({ file, line, problem }) => `${file.slice(folder.length + 1)}:${line} ${problem}`,
    );

  it('gives a track to the program that adds nothing but files, its lessons in the order of their names', async () => {
    await write('giu-may', { '02-nua.md': lessonSource('nua'), '00-dau.md': lessonSource('dau') });
    await write('khac', {
      'track.yaml': trackSource.replace('lesson: bai', 'lesson: la'),
      '1.md': lessonSource('la'),
      'hinh.svg': pictureSource,
    });
    const lessons = await loadLessons(folder);
    expect(lessons.tracks.map(({ id, lessons: all }) => [id, all.map(({ id: lesson }) => lesson)])).toEqual([
      ['giu-may', ['dau', 'bai', 'nua']],
      ['khac', ['la']],
    ]);
    expect(lessons.item('nua-chon')?.lesson).toMatchObject({ id: 'nua', position: 3, track: 'giu-may' });
    expect(lessons.lesson('bai')?.look?.picture.file).toBe(join(folder, 'giu-may', 'hinh.svg'));
    expect(lessons.track('giu-may')?.placement).toMatchObject([
      { lesson: 'bai', question: { kind: 'choice', options: [{ isRight: true, note: '' }, {}, {}] } },
    ]);
  });

  it('is refused for ids that stand in two files, naming both', async () => {
    await write('khac', { 'track.yaml': trackSource, '1.md': lessonSource(), 'hinh.svg': pictureSource });
    const problems = await found();
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain('khac/1.md:2 mã “bai” đã dùng ở');
    expect(problems[0]).toContain('giu-may/01-bai.md:2');
    expect(problems[1]).toMatch(/^khac\/1\.md:14 mã “bai-chon”/);
    await expect(loadLessons(folder)).rejects.toThrow(/khac\/1\.md:2: mã “bai”.*\. Hãy đặt mã khác\./);
  });

  const picture =
    lessonSource()
      .split('\n')
      .findIndex((line) => line.startsWith('![')) + 1;

  it.each([
    ['is not there', undefined, 'không có hình hinh.svg'],
    ['is no XML', '<svg', 'hinh.svg: SVG viết sai'],
    ['is something else', '<html></html>', 'không phải <svg>'],
    ['is too wide', pictureSource.replace('width="800"', 'width="900"'), 'SVG rộng 900'],
    ['is too high', pictureSource.replace('height="400"', 'height="1001"'), 'cao 1001'],
    ['runs', pictureSource.replace('<rect', '<script>alert(1)</script><rect'), 'SVG có <script>'],
    ['runs when touched', pictureSource.replace('<rect', '<rect onclick="alert(1)"'), 'SVG có onclick'],
    ['links', pictureSource.replace('<rect', '<a href="https://example.com"></a><rect'), 'SVG có <a>'],
    ['has a photo', pictureSource.replace('<rect', '<image href="data:image/png;base64,AA"/><rect'), 'SVG có <image>'],
    [
      'refers to elsewhere',
      pictureSource.replace('fill="#fff"', 'fill="url(https://example.com#a)"'),
      'dẫn ra ngoài bằng fill',
    ],
    ['has a style sheet', pictureSource.replace('<rect', '<style>@import "x"</style><rect'), 'SVG có <style>'],
    ['declares entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${pictureSource}`, 'SVG có DOCTYPE'],
    ['has small words', pictureSource.replace('font-size="32"', 'font-size="12"'), 'chữ cỡ 12'],
  ])('is refused when a picture %s', async (_, svg, problem) => {
    if (svg === undefined) await rm(join(folder, 'giu-may', 'hinh.svg'));
    else await write('giu-may', { 'hinh.svg': svg });
    const problems = await found();
    expect(problems.every((each) => each.startsWith(`giu-may/01-bai.md:${picture} `))).toBe(true);
    expect(problems.join('\n')).toContain(problem);
  });

  it('reads no picture beside the folder of its track', async () => {
    await writeFile(join(folder, 'hinh.svg'), pictureSource);
    await write('giu-may', { '01-bai.md': lessonSource().replace('](hinh.svg)', '](../hinh.svg)') });
    expect(await found()).toEqual([`giu-may/01-bai.md:${picture} không có hình ../hinh.svg`]);
  });

  it.each([
    ['an unknown lesson', 'lesson: bai', 'lesson: khong-co', 'giu-may/track.yaml:14 chuỗi này không có bài “khong-co”'],
    ['an unknown entry', 'audience:', 'colour: red\naudience:', 'giu-may/track.yaml:4 không có mục tên “colour” ở đây'],
    ['an unknown audience', 'audience: everyone', 'audience: cats', 'giu-may/track.yaml:4 “audience” có giá trị lạ'],
    ['bad YAML', 'domains: [4]', 'domains: [4', 'giu-may/track.yaml:6 YAML viết sai'],
  ])('is refused for %s in a track', async (_, before, after, problem) => {
    await write('giu-may', { 'track.yaml': trackSource.replace(before, after) });
    expect((await found()).some((each) => each.startsWith(problem))).toBe(true);
  });

  it('wants placement questions from easy to hard', async () => {
    const question = trackSource.slice(trackSource.indexOf('  - question'));
    await write('giu-may', { 'track.yaml': trackSource + question });
    expect(await found()).toEqual(['giu-may/track.yaml:21 bài “bai” không đứng sau bài của câu trước']);
  });

  it('is refused for a track without lessons, without track.yaml, or with a name that is no id', async () => {
    await write('trong', { 'track.yaml': trackSource });
    await write('khong-tep', { 'a.md': lessonSource() });
    await write('Tên Lạ', { 'track.yaml': trackSource, 'a.md': lessonSource('la'), 'hinh.svg': pictureSource });
    const problems = await found();
    expect(problems).toContain('trong/track.yaml:1 chuỗi bài không có bài nào');
    expect(problems).toContain('khong-tep/track.yaml:1 không có tệp này');
    expect(problems).toContain('Tên Lạ/track.yaml:1 tên thư mục “Tên Lạ” không phải một mã');
  });

  it('names a lesson that cannot be read once, not its mention in the placement as well', async () => {
    await write('giu-may', { '01-bai.md': lessonSource().replace('minutes: 3', 'minutes: 30') });
    expect(await found()).toEqual(['giu-may/01-bai.md:5 “minutes”: là 30, phải là số nguyên từ 2 đến 5']);
  });
});
