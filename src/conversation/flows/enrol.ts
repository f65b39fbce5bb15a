import type { Course } from '../../catalogue/index.ts';
import { coursesByKeys } from '../../catalogue/index.ts';
import { markedCourses } from '../../discovery/index.ts';
import {
  commentCourse,
  type EnrolmentSource,
  type EnrolmentStatus,
  enrol,
  enrolmentsOf,
  longestComment,
  rateCourse,
  takeBackEnrolment,
} from '../../learning/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { shownTitle } from '../words/course-card.ts';
import { courseGone, courseOfArgument } from './course.ts';
import { statusCodes, statusOfCode, stepChoices } from './enrol-choices.ts';
import { startReminder } from './reminder-consent.ts';
import { say, topicChoices } from './small-talk.ts';

/** Courses that are offered when somebody says "đăng ký rồi" of nothing in particular. */
const guesses = 4;

/** How long a comment may take. */
const commentMinutes = 15;

const stars = [1, 2, 3, 4, 5] as const;

/** Notes where the learner stands with a course and offers what comes next; a press takes it back. */
export async function noteEnrolment(
  context: TurnContext,
  course: Course,
  status: EnrolmentStatus,
  source: EnrolmentSource,
): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  const before = await enrol(tx, { learnerId, course, status, source, at: now });
  const key = course.key.toString(36);
  const title = shownTitle(t, course);
  const undo =
    before === status
      ? []
      : [
          context.offer(
            'unen',
            [key, statusCodes[status], before === undefined ? '-' : statusCodes[before]],
            t('choice-undo'),
          ),
        ];
  const texts: Record<EnrolmentStatus, string> = {
    registered: t('enrol-registered', { title }),
    learning: t('enrol-learning', { title }),
    finished: `${t('enrol-finished', { title })}\n${t('enrol-rate-ask')}`,
    dropped: t('enrol-dropped', { title }),
  };
  const next =
    status === 'finished'
      ? rateChoices(context, course)
      : status === 'dropped'
        ? [context.choice({ action: 'similar', args: [key] }, t('choice-similar'))]
        : stepChoices(context, course, status);
  const reminder = status === 'registered' ? await startReminder(context, course) : undefined;
  const text = reminder === undefined ? texts[status] : `${texts[status]}\n\n${reminder.text}`;
  const choices = [...(reminder?.choices ?? []), ...next, ...undo];
  return { ...say(context, text, choices), state: { ...context.state, focus: course.key } };
}

function rateChoices(context: TurnContext, course: Course) {
  const { t } = context;
  const key = course.key.toString(36);
  return [
    ...stars.map((rating) => context.offer('rate', [key, String(rating)], t('choice-rate-stars', { rating }))),
    context.offer('rate', [key, '0'], t('choice-rate-skip')),
  ];
}

async function pressedStatus(context: TurnContext, [key, code]: readonly string[]): Promise<Answer> {
  const [course, status] = [await courseOfArgument(context, key), statusOfCode(code)];
  if (course === undefined || status === undefined) return courseGone(context);
  return noteEnrolment(context, course, status, 'pressed');
}

async function pressedUndo(context: TurnContext, [key, code, earlier]: readonly string[]): Promise<Answer> {
  const [course, status] = [await courseOfArgument(context, key), statusOfCode(code)];
  if (course === undefined || status === undefined) return courseGone(context);
  const before = statusOfCode(earlier);
  const isTaken = await takeBackEnrolment(context.tx, {
    learnerId: context.learnerId,
    courseKey: course.key,
    status,
    before,
  });
  const title = shownTitle(context.t, course);
  if (!isTaken) return say(context, context.t('enrol-changed-since', { title }));
  return inPlace(say(context, context.t('enrol-taken-back', { title }), stepChoices(context, course, before)));
}

/** Asks for a rating, notes it, or leaves it. */
async function pressedRating(context: TurnContext, [key, given]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const course = await courseOfArgument(context, key);
  if (course === undefined) return courseGone(context);
  if (given === undefined) return say(context, t('enrol-rate-ask'), rateChoices(context, course));
  const rating = stars.find((each) => String(each) === given);
  const similar = context.choice({ action: 'similar', args: [course.key.toString(36)] }, t('choice-similar'));
  if (rating === undefined) return inPlace(say(context, t('enrol-rate-skipped'), [similar]));
  const title = shownTitle(t, course);
  if (!(await rateCourse(tx, learnerId, course.key, rating)))
    return say(context, t('enrol-changed-since', { title }), stepChoices(context, course, undefined));
  return inPlace(
    say(context, t('enrol-rated', { title, rating }), [
      context.offer('comment', [course.key.toString(36)], t('choice-comment')),
      similar,
    ]),
  );
}

async function askComment(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const course = await courseOfArgument(context, key);
  if (course === undefined) return courseGone(context);
  const until = new Date(context.now.getTime() + commentMinutes * 60_000).toISOString();
  const answer = say(context, context.t('enrol-comment-ask', { title: shownTitle(context.t, course) }));
  return { ...answer, state: { ...context.state, question: { kind: 'comment', until, data: course.key } } };
}

const leavesIt = /^(?:thoi|khong|ko|k|bo qua|huy|skip|no|cancel)(?: (?:a|nhe|nha|can|di|dau))*$/;

function answerComment(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  if (typeof data !== 'number' || text.trim() === '') return undefined;
  const { question: _answered, ...state } = context.state;
  const answered = { ...context, state };
  if (leavesIt.test(plainWords(text))) return say(answered, context.t('enrol-rate-skipped'));
  return keepComment(answered, data, text.trim());
}

async function keepComment(context: TurnContext, courseKey: number, text: string): Promise<Answer> {
  await commentCourse(context.tx, context.learnerId, courseKey, text);
  return say(
    context,
    text.length > longestComment
      ? context.t('enrol-comment-cut', { most: longestComment })
      : context.t('enrol-comment-kept'),
  );
}

/** "Mình đăng ký rồi": of the course in focus, else the learner is asked which. */
export async function saidStatus(context: TurnContext, status: EnrolmentStatus): Promise<Answer> {
  const { t, tx, learnerId, state } = context;
  const [focused] = state.focus === undefined ? [] : await coursesByKeys(tx, [state.focus]);
  if (focused !== undefined) return noteEnrolment(context, focused, status, 'said');
  const enrolled =
    status === 'registered' ? [] : (await enrolmentsOf(tx, learnerId)).flatMap((each) => each.courseKey ?? []);
  const [only, ...others] = await coursesByKeys(tx, enrolled.slice(0, guesses));
  if (only !== undefined && others.length === 0) return noteEnrolment(context, only, status, 'said');
  const [opened, saved] = [
    await markedCourses(tx, learnerId, 'opened', guesses),
    await markedCourses(tx, learnerId, 'saved', guesses),
  ];
  const courses = await coursesByKeys(tx, [...new Set([...opened, ...saved])].slice(0, guesses));
  if (courses.length === 0) return say(context, t('enrol-which-none'), topicChoices(context));
  return say(
    context,
    t('enrol-which'),
    courses.map((course) =>
      context.offer('en', [course.key.toString(36), statusCodes[status]], `“${shownTitle(t, course)}”`),
    ),
  );
}

const who = '(?:(?:da|vang|u|ok) )?(?:(?:minh|em|toi|tui|con|chau|anh|chi|co|chu|to) )?(?:(?:da|moi|vua|vua moi) )?';
const which = '(?: (?:khoa|lop|khoa hoc)(?: (?:nay|do|kia|ay|hoc nay))?| no)?';
const done = '(?: (?:roi|xong|xong roi|duoc roi))';
const endings = '(?: (?:a|nhe|nha|ban|ad|nghen|hen|do|luon|oi))*';

/** What people say of a course they take, in folded words. */
const said: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `^${who}(?:dang ky|dang ki|dk|dki|ghi danh|nop don|nop ho so)(?: hoc)?${which}${done}${which}${endings}$`,
    ),
    'khoahoc registered',
  ],
  [new RegExp(`^${who}dang (?:hoc|theo hoc|theo)${which} (?:roi|khoa nay|lop nay)${endings}$`), 'khoahoc learning'],
  [
    new RegExp(
      `^${who}(?:hoc|hoan thanh|hoc het|hoc hoan thanh)${which}(?: (?:xong|xong roi|het roi))${which}${endings}$`,
    ),
    'khoahoc finished',
  ],
  [new RegExp(`^${who}(?:hoan thanh|tot nghiep)${which} roi${endings}$`), 'khoahoc finished'],
  [
    /^(?:i |ive |i ve |i have |im |i m |i am )?(?:already )?(?:registered|enrolled|signed up)(?: already| for it| for this| for this course| in it| in this course)*$/,
    'khoahoc registered',
  ],
  [
    /^(?:im|i m|i am) (?:already )?(?:taking|doing|studying) (?:it|this|this course)(?: now| already)*$/,
    'khoahoc learning',
  ],
  [
    /^(?:i |ive |i ve |i have |im |i m |i am )?(?:already )?(?:finished|completed|done with)(?: it| this| this course| the course)(?: already)?$/,
    'khoahoc finished',
  ],
];

/** What becomes of a course: registered, learning, finished, rated. */
export const enrolFeature: Feature = {
  wordings: said,
  presses: { en: pressedStatus, unen: pressedUndo, rate: pressedRating, comment: askComment },
  questions: { comment: answerComment },
};
