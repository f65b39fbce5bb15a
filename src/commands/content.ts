import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { taxonomyCounts } from '../discovery/index.ts';
import {
  type ContentProblem,
  checkCriteria,
  checkLessons,
  checkSelfAssessments,
  contentFolder,
  inOrder,
  type Lessons,
  problemAsLine,
  readingBytes,
} from '../learning/index.ts';
import { createTranslator } from '../locales/index.ts';
import { renderPng } from '../picture/index.ts';

const t = createTranslator('vi');

const mostPictureBytes = 40 * 1024;

/** What the content is made of, checked, as far as there is such a folder: a folder of tracks alone is checked as well. */
async function check(folder: string): Promise<{ lessons: Lessons; others: number; problems: ContentProblem[] }> {
  const parts = {
    lessons: join(folder, 'lessons'),
    selftest: join(folder, 'selftest'),
    criteria: join(folder, 'criteria'),
  };
  const isWhole = Object.values(parts).some((part) => existsSync(part));
  const { lessons, problems } = await checkLessons(isWhole ? parts.lessons : folder);
  const selftests = existsSync(parts.selftest) ? checkSelfAssessments(parts.selftest) : undefined;
  // A track that could not be read would make its mention look wrong as well.
  const criteria = existsSync(parts.criteria)
    ? checkCriteria(parts.criteria, problems.length === 0 ? lessons : undefined)
    : undefined;
  return {
    lessons,
    others: (selftests?.assessments.size ?? 0) + (criteria?.criteria.length ?? 0),
    problems: inOrder([
      ...problems,
      ...(selftests?.problems ?? []),
      ...(criteria?.problems ?? []),
      ...(await heavyPictures(lessons)),
    ]),
  };
}

/** Pictures that cost more data than a lesson may. Drawn here only: the server has no use for it when it starts. */
async function heavyPictures({ tracks }: Lessons): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  for (const { look } of tracks.flatMap((track) => track.lessons)) {
    if (look === undefined) continue;
    const file = relative(process.cwd(), look.picture.file);
    const refuse = (problem: string): number =>
      problems.push({ file, line: 1, problem, remedy: t('content-picture-remedy') });
    try {
      const { byteLength } = await renderPng(readFileSync(look.picture.file, 'utf8'));
      if (byteLength > mostPictureBytes)
        refuse(t('content-picture-heavy', { kilobytes: Math.ceil(byteLength / 1024), most: mostPictureBytes / 1024 }));
    } catch (error) {
      refuse(t('content-picture-undrawable', { problem: error instanceof Error ? error.message : String(error) }));
    }
  }
  return problems;
}

/** `npm run content [FOLDER]`. Returns the exit code: 0 everything is right, 1 problems, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  let folder = contentFolder;
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    if (positionals.length > 1) throw new Error(positionals.slice(1).join(' '));
    folder = positionals[0] ?? folder;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${t('content-usage')}`);
    return 2;
  }
  const { lessons, others, problems } = await check(folder);
  for (const problem of problems) console.error(problemAsLine(problem));
  for (const { id, lessons: all } of lessons.tracks) {
    const sum = (of: (lesson: (typeof all)[number]) => number): number =>
      all.reduce((total, each) => total + of(each), 0);
    const bytes = Math.max(...all.map(readingBytes));
    const items = sum((lesson) => lesson.items.length);
    console.log(
      t('content-track', { track: id, lessons: all.length, minutes: sum((lesson) => lesson.minutes), items, bytes }),
    );
  }
  if (folder === contentFolder) console.log(t('content-taxonomy', taxonomyCounts()));
  const counts = { tracks: lessons.tracks.length, others, problems: problems.length };
  if (counts.tracks + others + problems.length === 0) {
    console.error(t('content-nothing', { folder }));
    return 1;
  }
  if (problems.length === 0) console.log(t('content-right', counts));
  else console.error(t('content-wrong', counts));
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
