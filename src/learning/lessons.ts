import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { id as idSchema } from './content-fields.ts';
import { contentFolder, shownPath } from './content-folder.ts';
import { type ContentProblem, ContentRefused, inOrder } from './content-problem.ts';
import type { Item, Lesson, Lessons, Track } from './lesson.ts';
import { type ReadLesson, readLessonFile } from './lesson-file.ts';
import { pictureFaults } from './lesson-picture.ts';
import { readTrackFile } from './track-file.ts';

/** The lessons of this city. */
const lessonsFolder = join(contentFolder, 'lessons');

/** All lessons of a folder, and what is wrong with them; what has a problem is left out. */
export interface CheckedLessons {
  readonly lessons: Lessons;
  readonly problems: readonly ContentProblem[];
}

/** Reads the lessons of a folder. @throws ContentRefused with all problems */
export async function loadLessons(folder: string): Promise<Lessons> {
  const { lessons, problems } = await checkLessons(folder);
  if (problems.length > 0) throw new ContentRefused(problems);
  return lessons;
}

let ofTheCity: Promise<Lessons> | undefined;

/** The lessons of content/lessons, read once. @throws ContentRefused with all problems */
export function cityLessons(): Promise<Lessons> {
  ofTheCity ??= loadLessons(lessonsFolder);
  return ofTheCity;
}

/** Reads the lessons of a folder and everything that is wrong with them. */
export async function checkLessons(folder: string): Promise<CheckedLessons> {
  const problems: ContentProblem[] = [];
  const tracks: Track[] = [];
  const ids = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    problems.push({
      file: shownPath(folder),
      line: 1,
      problem: `không đọc được thư mục (${error.code})`,
      remedy: 'Hãy kiểm tra đường dẫn.',
    });
    return [];
  });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  for (const name of folders.map((entry) => entry.name).sort()) {
    const read = await readTrack(join(folder, name), ids);
    problems.push(...read.problems);
    if (read.track !== undefined) tracks.push(read.track);
  }
  return { lessons: indexed(tracks), problems: inOrder(problems) };
}

async function readTrack(
  folder: string,
  ids: Map<string, string>,
): Promise<{ readonly track: Track | undefined; readonly problems: readonly ContentProblem[] }> {
  const id = basename(folder);
  const file = shownPath(join(folder, 'track.yaml'));
  const source = await readFile(join(folder, 'track.yaml'), 'utf8').catch(() => undefined);
  if (source === undefined)
    return {
      track: undefined,
      problems: [
        { file, line: 1, problem: 'không có tệp này', remedy: 'Hãy viết track.yaml như mẫu trong docs/lessons.md.' },
      ],
    };
  const { track, problems: trackProblems, placementLines } = readTrackFile(file, source, id);
  const problems = [...trackProblems];
  if (!idSchema.safeParse(id).success)
    problems.push({
      file,
      line: 1,
      problem: `tên thư mục “${id}” không phải một mã`,
      remedy: 'Hãy đổi tên: chữ thường không dấu, chữ số và gạch nối, tối đa 40 ký tự.',
    });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  if (names.length === 0)
    problems.push({
      file,
      line: 1,
      problem: 'chuỗi bài không có bài nào',
      remedy: 'Hãy thêm tệp bài học .md vào thư mục này.',
    });
  const lessons: Lesson[] = [];
  for (const [index, name] of names.entries()) {
    const path = join(folder, name);
    const read = readLessonFile(shownPath(path), await readFile(path, 'utf8'), { track: id, position: index + 1 });
    problems.push(...read.problems);
    if (read.lesson === undefined) continue;
    problems.push(...idProblems(shownPath(path), read, ids));
    const { lesson, faults } = await withPicture(folder, read.lesson);
    for (const fault of faults) problems.push({ file: shownPath(path), line: read.lines.picture, ...fault });
    lessons.push(lesson);
  }
  // A lesson that could not be read would make its mention look wrong as well.
  if (track === undefined || lessons.length < names.length) return { track: undefined, problems };
  let last = 0;
  for (const [index, { lesson }] of track.placement.entries()) {
    const position = lessons.find((each) => each.id === lesson)?.position;
    const line = placementLines[index] ?? 1;
    if (position === undefined)
      problems.push({
        file,
        line,
        problem: `chuỗi này không có bài “${lesson}”`,
        remedy: 'Hãy ghi id của một bài trong thư mục này.',
      });
    else if (position <= last)
      problems.push({
        file,
        line,
        problem: `bài “${lesson}” không đứng sau bài của câu trước`,
        remedy: 'Hãy xếp ba câu từ dễ tới khó.',
      });
    last = position ?? last;
  }
  return { track: { ...track, lessons }, problems };
}

/** Ids are what is kept of learners: one that stands twice would mix up what they know. */
function idProblems(file: string, { lesson, lines }: ReadLesson, ids: Map<string, string>): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const note = (kind: string, id: string, line: number): void => {
    const before = ids.get(`${kind} ${id}`);
    if (before === undefined) ids.set(`${kind} ${id}`, `${file}:${line}`);
    else problems.push({ file, line, problem: `mã “${id}” đã dùng ở ${before}`, remedy: 'Hãy đặt mã khác.' });
  };
  if (lesson !== undefined) note('lesson', lesson.id, lines.id);
  for (const [index, item] of (lesson?.items ?? []).entries()) note('item', item.id, lines.items[index] ?? 1);
  return problems;
}

async function withPicture(
  folder: string,
  lesson: Lesson,
): Promise<{ lesson: Lesson; faults: { problem: string; remedy: string }[] }> {
  if (lesson.look === undefined) return { lesson, faults: [] };
  const { file, alt } = lesson.look.picture;
  const path = join(folder, file);
  const svg = /^[\w.-]+\.svg$/.test(file) ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
  const faults =
    svg === undefined
      ? [{ problem: `không có hình ${file}`, remedy: 'Hãy đặt tệp .svg cạnh bài học, hoặc sửa tên hình.' }]
      : pictureFaults(svg).map(({ problem, remedy }) => ({ problem: `${file}: ${problem}`, remedy }));
  return { lesson: { ...lesson, look: { ...lesson.look, picture: { file: path, alt } } }, faults };
}

function indexed(tracks: readonly Track[]): Lessons {
  const lessons = tracks.flatMap((track) => track.lessons);
  const byTrack = new Map(tracks.map((track) => [track.id, track]));
  const byLesson = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const byItem = new Map<string, { readonly item: Item; readonly lesson: Lesson }>();
  for (const lesson of lessons) for (const item of lesson.items) byItem.set(item.id, { item, lesson });
  return {
    tracks,
    track: (id) => byTrack.get(id),
    lesson: (id) => byLesson.get(id),
    item: (id) => byItem.get(id),
  };
}
