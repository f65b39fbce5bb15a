import type { Course } from '../../catalogue/index.ts';
import {
  type CareerPath,
  missingSkillsStatement,
  type NeededSkill,
  type Occupation,
  skillName,
} from '../../discovery/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, Effect, TurnContext } from '../context.ts';
import { anyWish } from '../goal-topics.ts';
import { listing, money } from '../words/format.ts';
import { knownConcepts } from './career-skills.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { preferring } from './remembered.ts';

/** A path with its courses read. */
export interface ReadPath {
  readonly path: CareerPath;
  /** One for each step; a step whose course is gone is left out. */
  readonly steps: readonly { readonly course: Course; readonly skills: readonly NeededSkill[] }[];
}

/** The way to an occupation for this learner, as the profile prefers it. */
export async function readPath(context: TurnContext, occupation: Occupation): Promise<ReadPath> {
  const { finder, tx, now, dismissed, profile, locale } = context;
  const path = finder.path(occupation, {
    known: await knownConcepts(context),
    preferences: preferring(anyWish(locale), profile).wish,
    now,
    exclude: dismissed,
  });
  const courses = await finder.courses(
    tx,
    path.steps.map(({ key }) => key),
  );
  const byKey = new Map(courses.map((course) => [course.key, course]));
  const steps = path.steps.flatMap(({ key, skills }) => {
    const course = byKey.get(key);
    return course === undefined ? [] : [{ course, skills }];
  });
  return { path, steps };
}

/**
 * The path to an occupation: what it needs in the order of learning and where each comes from, the courses with time and price, the sums, what no course
 * teaches, and what one can do next. What is missing is noted for the city the first time.
 * @param from the first step shown; a small screen takes a few at a time
 * @param note a line on what was just done, and how to take it back
 */
export async function showPath(
  context: TurnContext,
  occupation: Occupation,
  { from = 0, note }: { readonly from?: number; readonly note?: { readonly text: string; readonly undo: Choice } } = {},
): Promise<Answer> {
  const { t, locale, state } = context;
  const { path, steps } = await readPath(context, occupation);
  const page = steps.slice(from, from + context.presentation.coursesAtOnce);
  const lines = [
    ...(note === undefined ? [] : [note.text, '']),
    t('career-title', { occupation: upperFirst(occupation.names[locale]) }),
    ...(from > 0 ? [t('career-further')] : [...skillLines(context, path), '', ...summary(context, { path, steps })]),
  ];
  const listed = page.map(({ course, skills }) => ({
    course,
    reasons: [t('career-for-skills', { skills: skillsInWords(context, skills) })],
  }));
  const rest = steps.length - from - page.length;
  const message = courseListMessage(context, lines.join('\n'), listed, {
    choices: [
      ...(note === undefined ? [] : [note.undo]),
      ...(rest > 0
        ? [context.offer('ngp', [occupation.id, String(from + page.length)], t('choice-career-next', { count: rest }))]
        : []),
      ...pathChoices(context, occupation, path),
    ],
  });
  const isNew = state.career?.occupation !== occupation.id;
  return {
    messages: [message],
    state: {
      ...afterList(
        context,
        page.map(({ course }) => course),
      ),
      career: { occupation: occupation.id },
    },
    effects: isNew ? recorded(context, occupation, { path, steps }) : [],
  };
}

/** What was asked for and what is missing, for the city's figures. */
function recorded({ finder, locale, now }: TurnContext, { names }: Occupation, { path, steps }: ReadPath): Effect[] {
  const gaps = path.gaps.map((skill) => skillName(skill, 'vi'));
  return [
    { kind: 'record_wish', wish: finder.understand(names[locale]), results: steps.length },
    ...(gaps.length === 0 ? [] : [{ kind: 'write' as const, statement: missingSkillsStatement(gaps, now) }]),
  ];
}

function skillLines({ t, locale }: TurnContext, { needed, had, gaps }: CareerPath): string[] {
  return [
    t('career-needs'),
    ...needed.map((skill, position) => {
      const standing = had.includes(skill) ? 'had' : gaps.includes(skill) ? 'gap' : 'course';
      const weight = skill.weight >= 0.9 ? 'core' : 'more';
      return t('career-skill', { number: position + 1, skill: skillName(skill, locale), weight, standing });
    }),
  ];
}

/** The sums of time and money, and what is missing. */
function summary(context: TurnContext, { path, steps }: ReadPath): string[] {
  const { t, locale } = context;
  if (path.had.length === path.needed.length) return [t('career-all-had')];
  const courses = steps.map(({ course }) => course);
  const priced = courses.filter(({ priceVnd }) => priceVnd !== undefined);
  const timed = courses.filter(({ durationHours }) => durationHours !== undefined);
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((all, each) => all + (each ?? 0), 0);
  const cost = sum(priced.map(({ priceVnd }) => priceVnd));
  return [
    ...(courses.length === 0
      ? [t('career-no-course')]
      : [
          t('career-total', {
            courses: courses.length,
            hours: timed.length === 0 ? 'unknown' : Math.round(sum(timed.map(({ durationHours }) => durationHours))),
            untimed: courses.length - timed.length,
            cost: priced.length === 0 ? 'unknown' : cost === 0 ? 'free' : money(t, locale, cost),
            unpriced: courses.length - priced.length,
          }),
        ]),
    ...(path.gaps.length === 0 ? [] : [t('career-gaps', { skills: skillsInWords(context, path.gaps) })]),
  ];
}

function pathChoices(context: TurnContext, { id }: Occupation, path: CareerPath): Choice[] {
  const { t } = context;
  const isMissing = path.had.length < path.needed.length;
  return [
    ...(path.steps.length === 0 ? [] : [context.offer('ngs', [id], t('choice-career-save'))]),
    ...(isMissing ? [context.offer('ngk', [id], t('choice-career-known'))] : []),
    context.offer('ngo', [], t('choice-career-other')),
  ];
}

function skillsInWords({ locale }: TurnContext, skills: readonly NeededSkill[]): string {
  return listing(
    locale,
    skills.map((skill) => skillName(skill, locale)),
  );
}

/** A name at the beginning of a line. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
