import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import { markedCourses } from '../../discovery/index.ts';
import { type Enrolment, type EnrolmentStatus, enrolmentsOf } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { day, localDate } from '../words/format.ts';
import { standingInWords } from '../words/standing.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { saidStatus } from './enrol.ts';
import { cardStep, rateChoice } from './enrol-choices.ts';
import { say, topicChoices } from './small-talk.ts';

/** Courses that one message shows. */
const shownAtOnce = 5;

/** What one goes on with stands first, what is over last. */
const order: readonly (EnrolmentStatus | 'saved')[] = ['learning', 'registered', 'saved', 'finished', 'dropped'];

/** A course of the learner's, with or without a word on where they stand. */
interface Kept {
  readonly key: number;
  readonly enrolment: Enrolment | undefined;
}

/** `/khoahoc`: saved and enrolled courses by where one stands, each with what can be done next. */
async function myCourses(context: TurnContext, from: number): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const enrolments = await enrolmentsOf(tx, learnerId);
  const saved = await markedCourses(tx, learnerId, 'saved');
  const enrolled = new Set(enrolments.map(({ courseKey }) => courseKey));
  const kept: Kept[] = [
    ...enrolments.flatMap((enrolment) =>
      enrolment.courseKey === undefined ? [] : [{ key: enrolment.courseKey, enrolment }],
    ),
    ...saved.filter((key) => !enrolled.has(key)).map((key) => ({ key, enrolment: undefined })),
  ].sort((a, b) => placeOf(a) - placeOf(b));
  const page = kept.slice(from, from + shownAtOnce);
  const courses = await coursesByKeys(
    tx,
    page.map(({ key }) => key),
  );
  if (courses.length === 0) return say(context, t('my-courses-empty'), topicChoices(context));
  const enrolmentOf = (course: Course) => page.find(({ key }) => key === course.key)?.enrolment;
  const listed = courses.map((course) => ({ course, reasons: reasonsOf(context, course, enrolmentOf(course)) }));
  const message = courseListMessage(context, t('my-courses-title'), listed, {
    footer: t('my-courses-footer'),
    cardChoices: (course, number) => cardStep(context, course, enrolmentOf(course)?.status, number),
    choices: [...moreChoice(context, from + shownAtOnce, kept.length), ...unrated(context, courses, enrolmentOf)],
  });
  return { messages: [message], state: afterList(context, courses) };
}

function placeOf({ enrolment }: Kept): number {
  return order.indexOf(enrolment?.status ?? 'saved');
}

function reasonsOf(context: TurnContext, course: Course, enrolment: Enrolment | undefined): string[] {
  const gone = standingInWords(context.t, course, localDate(context.now, context.timezone));
  const isOver = enrolment?.status === 'finished' || enrolment?.status === 'dropped';
  return [enrolmentInWords(context, enrolment), ...(gone === undefined || isOver ? [] : [gone])];
}

function enrolmentInWords({ t, timezone }: TurnContext, enrolment: Enrolment | undefined): string {
  if (enrolment === undefined) return t('standing', { status: 'saved', date: '' });
  const line = t('standing', { status: enrolment.status, date: day(localDate(enrolment.since, timezone)) });
  return enrolment.rating === undefined ? line : `${line} · ${t('choice-rate-stars', { rating: enrolment.rating })}`;
}

function moreChoice(context: TurnContext, from: number, count: number): Choice[] {
  return from < count ? [context.offer('mine', [String(from)], context.t('choice-more'))] : [];
}

/** One finished course of the page that has no rating yet can be rated from here. */
function unrated(
  context: TurnContext,
  courses: readonly Course[],
  enrolmentOf: (course: Course) => Enrolment | undefined,
): Choice[] {
  const course = courses.find((each) => {
    const enrolment = enrolmentOf(each);
    return enrolment?.status === 'finished' && enrolment.rating === undefined;
  });
  return course === undefined ? [] : [rateChoice(context, course)];
}

const statuses: readonly EnrolmentStatus[] = ['registered', 'learning', 'finished'];

function command(context: TurnContext, argument: string): Promise<Answer> {
  const status = statuses.find((each) => each === argument.trim());
  return status === undefined ? myCourses(context, 0) : saidStatus(context, status);
}

export const myCoursesFeature: Feature = {
  commands: { khoahoc: command, mycourses: command },
  phrases: {
    'khóa của tôi': 'khoahoc',
    'khoá của tôi': 'khoahoc',
    'khoa cua toi': 'khoahoc',
    'khóa học của tôi': 'khoahoc',
    'khoá học của tôi': 'khoahoc',
    'khoa hoc cua toi': 'khoahoc',
    'khóa học của mình': 'khoahoc',
    'khoa hoc cua minh': 'khoahoc',
    'khóa của mình': 'khoahoc',
    'khoa cua minh': 'khoahoc',
    'my courses': 'khoahoc',
  },
  presses: { mine: (context, [from]) => myCourses(context, Number.parseInt(from ?? '0', 10) || 0) },
  profile: async (context) => {
    const enrolments = await enrolmentsOf(context.tx, context.learnerId);
    if (enrolments.length === 0) return { lines: [], choices: [] };
    return {
      lines: [context.t('profile-enrolled', { count: enrolments.length })],
      choices: [context.offer('mine', ['0'], context.t('choice-my-courses'))],
    };
  },
  help: ['help-khoahoc'],
};
