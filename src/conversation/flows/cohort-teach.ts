import {
  type Cohort,
  type CohortProgress,
  closeCohort,
  cohortOfTeacher,
  cohortProgress,
  type HardItem,
  progressGroups,
  reopenCohort,
  setCohortEnd,
  shownCohortCode,
  type Track,
} from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { goesOn, memberLine, teacherNames, trackTitle } from '../words/cohort.ts';
import { groupsInWords } from '../words/cohort-pictures.ts';
import { day, localDate } from '../words/format.ts';
import { stopped } from './cohort-open.ts';
import {
  allCohortsChoice,
  ask,
  cohortChoice,
  keyOf,
  nameOf,
  noSuchCohort,
  ownTeacher,
  picturePart,
  readKey,
  settled,
} from './cohort-standing.ts';

/** Learners on a page. */
export const membersOnPage = 10;

/** A class as its teacher sees it, a page of learners at a time. */
export async function showCohort(context: TurnContext, cohort: Cohort, page: number): Promise<Answer> {
  const { t, tx, lessons } = context;
  const track = lessons.track(cohort.track);
  if (track === undefined)
    return settled(context, t('cohort-track-gone', { name: nameOf(context, cohort) }), [allCohortsChoice(context)]);
  const progress = await cohortProgress(tx, cohort, track, context);
  const last = Math.max(0, Math.ceil(progress.members.length / membersOnPage) - 1);
  const shown = Math.min(Math.max(page, 0), last);
  const members = progress.members.slice(shown * membersOnPage, (shown + 1) * membersOnPage);
  const paragraphs = [
    heading(context, cohort, track, progress),
    members.length === 0
      ? t('cohort-empty')
      : members.map((member) => `• ${memberLine(context, member, track)}`).join('\n'),
    ...(last === 0 ? [] : [t('cohort-page', { page: shown + 1, last: last + 1 })]),
    ...(shown === 0 && progress.hardItems.length > 0 ? [hardLines(context, progress.hardItems)] : []),
  ];
  const answer = settled(context, paragraphs.join('\n\n'), [
    ...pageChoices(context, cohort, shown, last),
    ...(goesOn(cohort, context)
      ? openChoices(context, cohort, shown, members.length > 0)
      : [reopenChoice(context, cohort)]),
    allCohortsChoice(context),
  ]);
  const groups = shown === 0 ? progressGroups(progress.members, track.lessons.length) : undefined;
  const teacherId = (await ownTeacher(context, cohort))?.learnerId;
  if (groups === undefined || teacherId === undefined) return answer;
  const picture = { kind: 'cohort_progress', cohortId: cohort.id, teacherId, locale: context.locale } as const;
  const alt = t('picture-class-progress-alt', { facts: groupsInWords(t, groups, track) });
  return {
    ...answer,
    messages: answer.messages.map((message) => ({ ...message, ...picturePart(context, picture, alt) })),
  };
}

function heading(context: TurnContext, cohort: Cohort, track: Track, { members, average }: CohortProgress): string {
  const { t, lessons, locale, timezone } = context;
  const finished = members.filter(({ done }) => done >= track.lessons.length).length;
  const words = {
    name: nameOf(context, cohort),
    track: trackTitle(lessons, locale, cohort.track),
    members: members.length,
    lessons: track.lessons.length,
  };
  const ended = cohort.closedAt === undefined ? cohort.endsOn : localDate(cohort.closedAt, timezone);
  return [
    t('cohort-heading', words),
    ...(cohort.teachers.length > 1 ? [t('cohort-teachers', { teacher: teacherNames(locale, cohort) })] : []),
    ...(goesOn(cohort, context)
      ? [t('cohort-code', { code: shownCohortCode(cohort.code) })]
      : [t('cohort-ended', { date: ended === undefined ? '' : day(ended) })]),
    ...(goesOn(cohort, context) && cohort.endsOn !== undefined
      ? [t('cohort-until', { date: day(cohort.endsOn) })]
      : []),
    ...(average === undefined ? [] : [t('cohort-average', { average, of: track.lessons.length, finished })]),
  ].join('\n');
}

/** Characters of a question among the hardest. */
const longestItem = 90;

function hardLines({ t, lessons }: TurnContext, items: readonly HardItem[]): string {
  const lines = items.map(({ item, answered, missed }) => {
    const question = lessons.item(item)?.item.question.question ?? item;
    const short = question.length > longestItem ? `${question.slice(0, longestItem).trimEnd()}…` : question;
    return missed === undefined
      ? t('cohort-hard-most', { question: short, answered })
      : t('cohort-hard', { question: short, answered, missed });
  });
  return [t('cohort-hard-title'), ...lines].join('\n');
}

function pageChoices(context: TurnContext, { id }: Cohort, shown: number, last: number): Choice[] {
  const turn = (page: number, key: string): Choice => context.offer('lopx', [keyOf(id), keyOf(page)], context.t(key));
  return [
    ...(shown < last ? [turn(shown + 1, 'choice-cohort-next')] : []),
    ...(shown > 0 ? [turn(shown - 1, 'choice-cohort-before')] : []),
  ];
}

function openChoices(context: TurnContext, { id }: Cohort, shown: number, hasMembers: boolean): Choice[] {
  const { t } = context;
  return [
    context.offer('lopmoi', [keyOf(id)], t('choice-cohort-invite')),
    context.offer('lophan', [keyOf(id)], t('choice-cohort-end')),
    ...(hasMembers ? [context.offer('loprut', [keyOf(id), keyOf(shown)], t('choice-cohort-remove'))] : []),
    context.offer('lopcung', [keyOf(id)], t('choice-cohort-colleagues')),
    context.offer('lopdong', [keyOf(id)], t('choice-cohort-close')),
  ];
}

const reopenChoice = (context: TurnContext, { id }: Cohort): Choice =>
  context.offer('loplai', [keyOf(id)], context.t('choice-cohort-reopen'));

/** Closes a class at once; a press opens it again. */
export async function close(context: TurnContext, cohort: Cohort): Promise<Answer> {
  const { t, tx, accountId, now } = context;
  await closeCohort(tx, accountId, cohort.id, now);
  return inPlace(
    settled(context, t('cohort-closed', { name: nameOf(context, cohort) }), [
      reopenChoice(context, cohort),
      cohortChoice(context, cohort),
    ]),
  );
}

export async function reopen(context: TurnContext, { id }: Cohort): Promise<Answer> {
  const { tx, accountId } = context;
  await reopenCohort(tx, accountId, id);
  const cohort = await cohortOfTeacher(tx, accountId, id);
  return cohort === undefined ? noSuchCohort(context) : inPlace(await showCohort(context, cohort, 0));
}

const weeksToChoose = [4, 8, 12];
const dayMilliseconds = 86_400_000;

/** Asks for the last day; a date may be typed as well. */
export function askEnd(context: TurnContext, cohort: Cohort): Answer {
  const { t, now, timezone } = context;
  const choices = weeksToChoose.map((weeks) => {
    const date = localDate(new Date(now.getTime() + weeks * 7 * dayMilliseconds), timezone);
    return context.offer(
      'lopngay',
      [keyOf(cohort.id), date.replaceAll('-', '')],
      t('choice-cohort-weeks', { weeks, date: day(date) }),
    );
  });
  const none = context.offer('lopngay', [keyOf(cohort.id), 'none'], t('choice-cohort-no-end'));
  return ask(
    context,
    t('cohort-ask-end', { name: nameOf(context, cohort) }),
    [...choices, none],
    'cohort_end',
    cohort.id,
  );
}

export async function pressedEnd(context: TurnContext, cohort: Cohort, [date]: readonly string[]): Promise<Answer> {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d\d)(\d\d)$/.exec(date ?? '') ?? [];
  return inPlace(await setEnd(context, cohort, year === undefined ? undefined : `${year}-${month}-${dayOfMonth}`));
}

async function setEnd(context: TurnContext, cohort: Cohort, date: string | undefined): Promise<Answer> {
  const { t, tx, accountId } = context;
  await setCohortEnd(tx, accountId, cohort.id, date);
  const name = nameOf(context, cohort);
  const text = date === undefined ? t('cohort-end-none', { name }) : t('cohort-end-set', { name, date: day(date) });
  return settled(context, text, [cohortChoice(context, cohort)]);
}

/** A date of today or later as people write it, "31/12" or "31/12/2026"; undefined when it is none. Without a year the next one is meant. */
export function readEnd(text: string, today: string): string | undefined {
  const [, d, m, y] =
    /^(?:ngay |den |het |toi )*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text.trim().toLowerCase()) ?? [];
  if (d === undefined || m === undefined) return undefined;
  const dateIn = (year: number): string | undefined => {
    const date = new Date(Date.UTC(year, Number(m) - 1, Number(d)));
    const isReal = date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
    const written = date.toISOString().slice(0, 10);
    return isReal && written >= today ? written : undefined;
  };
  const thisYear = Number(today.slice(0, 4));
  return y === undefined ? (dateIn(thisYear) ?? dateIn(thisYear + 1)) : dateIn(Number(y));
}

async function endInWords(context: TurnContext, text: string, id: unknown): Promise<Answer> {
  const { t, tx, accountId, now, timezone } = context;
  const cohort = typeof id === 'number' ? await cohortOfTeacher(tx, accountId, id) : undefined;
  if (cohort === undefined) return noSuchCohort(context);
  if (isRefusal(plainWords(text))) return stopped(context);
  const date = readEnd(text, localDate(now, timezone));
  // The question stays: the next text is another try.
  if (date === undefined) return { ...settled(context, t('cohort-end-unclear')), state: context.state };
  return setEnd(context, cohort, date);
}

export const teachingQuestions: NonNullable<Feature['questions']> = {
  cohort_end: (context, text, data) =>
    /\d/.test(text) || isRefusal(plainWords(text)) ? endInWords(context, text, data) : undefined,
};

/** A page, pressed. */
export const pressedCohort = (context: TurnContext, cohort: Cohort, [page]: readonly string[]): Promise<Answer> =>
  showCohort(context, cohort, readKey(page));
