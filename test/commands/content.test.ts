import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lessonSource, pictureSource, trackSource } from '../support/lesson.ts';
import { removeFolder, runCommand, temporaryFolder } from '../support/program.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'lessons', 'giu-may'), { recursive: true });
  await write('lessons/giu-may/track.yaml', trackSource);
  await write('lessons/giu-may/01-bai.md', lessonSource());
  await write('lessons/giu-may/hinh.svg', pictureSource);
});
afterEach(() => removeFolder(folder));

const write = (name: string, content: string): Promise<void> => writeFile(join(folder, name), content);
const run = (args: readonly string[]) => runCommand('commands/content', args, {});

it('counts what each track has when everything is right', async () => {
  const { code, stdout, stderr } = await run([folder]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/giu-may: 1 bài, 3 phút, 3 câu hỏi, bài dài nhất \d+ byte/);
});

it('names the problem of a lesson by file and line, with the remedy', async () => {
  const spoiled = lessonSource().replace('Hơn bốn.', 'Là 6.');
  await write('lessons/giu-may/01-bai.md', spoiled);
  const { code, stderr } = await run([folder]);
  expect(code).toBe(1);
  const line = spoiled.slice(0, spoiled.indexOf('Là 6.')).split('\n').length;
  expect(stderr).toContain(`01-bai.md:${line}: gợi ý 2 nói luôn đáp án “6”. Hãy gợi mở`);
});

it('names every problem of self-assessments and criteria by file and line, with the remedy', async () => {
  await mkdir(join(folder, 'selftest'));
  await write('selftest/a.yaml', 'id: a\nid: b\n');
  await mkdir(join(folder, 'criteria'));
  const evidence = '    evidence:\n      - kind: track_completed\n        at_least: 1\n        track: khong-co\n';
  const criterion = `criteria:\n  - id: b\n    title: b\n    english: b\n    about: b\n${evidence}`;
  await write('criteria/c.yaml', `id: a\nsample: true\ntitle: a\nenglish: a\nabout: a\n${criterion}`);
  const { code, stderr } = await run([folder]);
  expect(code).toBe(1);
  expect(stderr).toContain('a.yaml:2: YAML viết sai');
  expect(stderr).toContain('c.yaml:14: không có chuỗi bài “khong-co”. Hãy ghi tên một thư mục');
});

it('draws the pictures of a folder of tracks and refuses heavy ones', async () => {
  // Noise does not compress: twenty thousand patches of any colour.
  let state = 1;
  const next = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const patch = () =>
    `<rect x="${next(800)}" y="${next(400)}" width="5" height="5" fill="#${(0x100000 + next(0xefffff)).toString(16)}"/>`;
  const noise = Array.from({ length: 20_000 }, patch).join('');
  await write('lessons/giu-may/hinh.svg', pictureSource.replace('<text', `${noise}<text`));
  const { code, stderr } = await run([join(folder, 'lessons')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/hinh\.svg:1: hình nặng \d+ KB, tối đa 40\. Hãy vẽ đơn giản hơn/);
});

it('refuses a folder in which there is nothing, and a second one', async () => {
  await mkdir(join(folder, 'empty'));
  expect(await run([join(folder, 'empty')])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('không có chuỗi bài'),
  });
  expect(await run([folder, folder])).toMatchObject({ code: 2, stderr: expect.stringContaining('npm run content') });
});
