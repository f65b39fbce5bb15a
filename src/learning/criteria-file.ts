import { join } from 'node:path';
import { z } from 'zod';
import { characters, id, list, refuseRepeated, wholeNumber } from './content-fields.ts';
import { contentFolder, yamlFilesOf } from './content-folder.ts';
import { type ContentProblem, ContentRefused } from './content-problem.ts';
import type { Lessons } from './lesson.ts';
import { readYaml } from './yaml-file.ts';

const criteriaFolder = join(contentFolder, 'criteria');

/** What can be counted of what somebody did here. */
const evidenceKinds = [
  'lesson_completed',
  'track_completed',
  'items_mastered',
  'workshop_attended',
  'course_finished',
  'certificate_earned',
  'selftest_taken',
  'days_learning',
] as const;

const rule = z
  .strictObject({
    kind: z.enum(evidenceKinds),
    at_least: wholeNumber(1, 10_000),
    within_days: wholeNumber(1, 10_000).optional(),
    domain: wholeNumber(1, 6).optional(),
    track: id.optional(),
  })
  .transform(({ at_least, within_days, ...rest }) => ({ ...rest, atLeast: at_least, withinDays: within_days }));

const criterion = z.strictObject({
  id,
  title: characters(80),
  english: characters(80),
  about: characters(300),
  evidence: list(rule, 1, 8),
});

const criteriaFile = z.strictObject({
  id,
  /** An example, which whoever sees it is told. */
  sample: z.boolean(),
  title: characters(80),
  english: characters(80),
  about: characters(300),
  criteria: list(criterion, 1, 100).superRefine(refuseRepeated),
});

/** A rule that counts: `atLeast` of a kind, in the last `withinDays` days if that is said. */
export type EvidenceRule = z.output<typeof rule>;
export type Criterion = z.output<typeof criterion>;
/** The criteria of a title such as "Công dân học tập". */
export type Criteria = z.output<typeof criteriaFile>;

/** Reads a file of content/criteria; never throws, and says of each problem in which line it is. */
export function readCriteria(
  file: string,
  source: string,
  lessons?: Pick<Lessons, 'track'>,
): { readonly criteria: Criteria } | { readonly problems: readonly ContentProblem[] } {
  const { value, problems, lineOf } = readYaml(source, { file }, criteriaFile);
  if (value === undefined) return { problems };
  const unknown = value.criteria.flatMap(({ evidence }, criterion) =>
    evidence.flatMap(({ track }, position) => {
      if (track === undefined || lessons === undefined || lessons.track(track) !== undefined) return [];
      const line = lineOf(['criteria', criterion, 'evidence', position, 'track']);
      return [
        {
          file,
          line,
          problem: `không có chuỗi bài “${track}”`,
          remedy: 'Hãy ghi tên một thư mục trong content/lessons.',
        },
      ];
    }),
  );
  return unknown.length > 0 ? { problems: unknown } : { criteria: value };
}

/**
 * Reads a folder of criteria and what is wrong with them.
 * @param lessons whose tracks the criteria may name, where that is to be checked
 */
export function checkCriteria(
  folder: string,
  lessons?: Pick<Lessons, 'track'>,
): { readonly criteria: readonly Criteria[]; readonly problems: readonly ContentProblem[] } {
  const read = yamlFilesOf(folder).map(({ file, source }) => readCriteria(file, source, lessons));
  const problems = read.flatMap((each) => ('problems' in each ? each.problems : []));
  return { criteria: read.flatMap((each) => ('criteria' in each ? [each.criteria] : [])), problems };
}

/** Reads a folder of criteria, content/criteria if none is named. @throws ContentRefused with every problem */
export function loadCriteria(folder: string = criteriaFolder): readonly Criteria[] {
  const { criteria, problems } = checkCriteria(folder);
  if (problems.length > 0) throw new ContentRefused(problems);
  return criteria;
}

let ofTheCity: readonly Criteria[] | undefined;

/** The criteria of content/criteria, read once. @throws ContentRefused with every problem */
export function cityCriteria(): readonly Criteria[] {
  ofTheCity ??= loadCriteria();
  return ofTheCity;
}
