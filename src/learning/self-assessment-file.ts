import { join } from 'node:path';
import { z } from 'zod';
import { characters, id, list, refuse, refuseRepeated, topics, wholeNumber, words } from './content-fields.ts';
import { contentFolder, yamlFilesOf } from './content-folder.ts';
import { type ContentProblem, ContentRefused } from './content-problem.ts';
import { readYaml } from './yaml-file.ts';

const selfAssessmentsFolder = join(contentFolder, 'selftest');

const title = characters(80);

const level = z.strictObject({
  title,
  english: title,
  /**
   * Where it begins; the first begins at the bottom. Of situations an ability on the scale of their difficulties, of statements a share
   * of the points.
   */
  from: z.number().optional(),
});
const domain = z.strictObject({
  id: wholeNumber(1, 9),
  title,
  english: title,
  /** The area of DigComp 2.2 that it corresponds to. */
  digcomp: z.enum(['1', '2', '3', '4', '5']).optional(),
  /** What one can do at each level, in the order of the levels. */
  levels: list(words(40), 2, 8),
  /** What to look for when somebody wants to learn it. */
  topics,
});
const common = {
  id,
  title,
  english: title,
  /** What it is, said before the first question. */
  about: characters(300),
  english_about: characters(300),
  levels: list(level, 2, 8),
  domains: list(domain, 1, 9).superRefine(refuseRepeated),
};
const situation = z.strictObject({
  id,
  domain: z.number(),
  /** On a logit scale: whoever stands there knows it in half of the cases. */
  difficulty: z.number().superRefine((value, context) => {
    if (!(value >= -4 && value <= 4)) refuse(context, `là ${value}, phải từ -4 đến 4`, 'Hãy sửa con số.');
  }),
  question: words(60),
  options: list(z.strictObject({ text: words(40), right: z.literal(true).optional() }), 3, 4).superRefine(
    (options, context) => {
      if (options.filter(({ right }) => right).length !== 1)
        refuse(context, 'phải có đúng một lựa chọn đúng', 'Hãy để right: true ở một lựa chọn thôi.');
    },
  ),
  /** Why the right option is right, for whoever asks afterwards. */
  why: words(60),
});
const statement = z.strictObject({
  id,
  domain: z.number(),
  question: words(60),
  answers: list(z.strictObject({ text: words(40), points: wholeNumber(0, 9) }), 2, 6).superRefine(
    (answers, context) => {
      for (const [position, { points }] of answers.entries())
        if (points <= (answers[position - 1]?.points ?? -1))
          refuse(context, `${points} điểm không cao hơn câu trước`, 'Hãy xếp câu trả lời theo điểm tăng dần.', [
            position,
            'points',
          ]);
    },
  ),
});

const situationsFile = z
  .strictObject({ ...common, items: list(situation, 1, 500).superRefine(refuseRepeated) })
  .superRefine(refuseInconsistent);
const statementsFile = z
  .strictObject({ ...common, items: list(statement, 1, 500).superRefine(refuseRepeated) })
  .superRefine(refuseInconsistent);

export type AssessmentDomain = z.output<typeof domain>;
export type Situation = z.output<typeof situation>;
export type Statement = z.output<typeof statement>;

/** Situations with one right option: the level is estimated from some of them. */
export type SituationAssessment = z.output<typeof situationsFile> & { readonly kind: 'situations' };
/** Statements of one's own practice with ordered answers: all are asked, and points added. */
export type StatementAssessment = z.output<typeof statementsFile> & { readonly kind: 'statements' };
export type SelfAssessment = SituationAssessment | StatementAssessment;

export type ReadSelfAssessment =
  | { readonly assessment: SelfAssessment }
  | { readonly problems: readonly ContentProblem[] };

/** Reads a file of content/selftest; never throws, and says of each problem in which line it is. */
export function readSelfAssessment(file: string, source: string): ReadSelfAssessment {
  // Whoever wrote answers with points is told what is wrong with them, not that options are missing.
  if (/^ +answers:/m.test(source)) {
    const { value, problems } = readYaml(source, { file }, statementsFile);
    return value === undefined ? { problems } : { assessment: { kind: 'statements', ...value } };
  }
  const { value, problems } = readYaml(source, { file }, situationsFile);
  return value === undefined ? { problems } : { assessment: { kind: 'situations', ...value } };
}

/** What no single field shows to be wrong. */
function refuseInconsistent(
  assessment: {
    readonly levels: readonly { readonly from?: number | undefined }[];
    readonly domains: readonly { readonly id: number; readonly levels: readonly string[] }[];
    readonly items: readonly { readonly domain: number }[];
  },
  context: z.core.$RefinementCtx,
): void {
  const { levels, domains, items } = assessment;
  for (const [position, { from }] of levels.entries()) {
    const below = levels[position - 1]?.from ?? Number.NEGATIVE_INFINITY;
    if (position === 0 ? from !== undefined : !(from !== undefined && from > below))
      refuse(
        context,
        position === 0 ? 'bậc thấp nhất không có from' : 'cần from cao hơn bậc bên dưới',
        'Hãy để bậc đầu không có from, các bậc sau tăng dần.',
        ['levels', position],
      );
  }
  for (const [position, each] of domains.entries()) {
    if (each.levels.length !== levels.length)
      refuse(context, `cần ${levels.length} câu, mỗi bậc một câu`, 'Hãy thêm hoặc bớt cho đủ.', [
        'domains',
        position,
        'levels',
      ]);
    if (!items.some((item) => item.domain === each.id))
      refuse(context, `không có câu hỏi nào cho miền ${each.id}`, 'Hãy thêm câu hỏi, hoặc bỏ miền này.', [
        'domains',
        position,
      ]);
  }
  for (const [position, item] of items.entries())
    if (!domains.some((each) => each.id === item.domain))
      refuse(context, `không có miền ${item.domain}`, 'Hãy ghi id của một miền ở trên.', ['items', position, 'domain']);
}

/** Assessments by their ids. */
export type SelfAssessments = ReadonlyMap<string, SelfAssessment>;

/** Reads a folder of assessments and what is wrong with them. */
export function checkSelfAssessments(folder: string): {
  readonly assessments: SelfAssessments;
  readonly problems: readonly ContentProblem[];
} {
  const read = yamlFilesOf(folder).map(({ file, source }) => readSelfAssessment(file, source));
  const problems = read.flatMap((each) => ('problems' in each ? each.problems : []));
  const assessments = new Map(
    read.flatMap((each) => ('assessment' in each ? [[each.assessment.id, each.assessment] as const] : [])),
  );
  return { assessments, problems };
}

let ofTheCity: SelfAssessments | undefined;

/** The assessments of content/selftest, read once. @throws ContentRefused with every problem */
export function citySelfAssessments(): SelfAssessments {
  if (ofTheCity !== undefined) return ofTheCity;
  const { assessments, problems } = checkSelfAssessments(selfAssessmentsFolder);
  if (problems.length > 0) throw new ContentRefused(problems);
  ofTheCity = assessments;
  return assessments;
}
