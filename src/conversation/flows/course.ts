import { type Course, courseById, coursesByKeys } from '../../catalogue/index.ts';
import { markCourse, unmarkCourse } from '../../discovery/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { courseDetails, courseInWords, shownTitle } from '../words/course-card.ts';
import { localDate } from '../words/format.ts';
import { standingInWords } from '../words/standing.ts';
import { withConsentOffer } from './consent-offer.ts';
import { afterList, courseListMessage, openChoices } from './course-list.ts';
import { type Standing, standingWith, stepChoices } from './enrol-choices.ts';
import { startReminder } from './reminder-consent.ts';
import { say, topicChoices } from './small-talk.ts';

/** Finds the course of a choice's argument, a key in base 36. */
export async function courseOfArgument(
  context: TurnContext,
  argument: string | undefined,
): Promise<Course | undefined> {
  const key = Number.parseInt(argument ?? '', 36);
  if (!Number.isSafeInteger(key)) return undefined;
  return (await coursesByKeys(context.tx, [key]))[0];
}

export function courseGone(context: TurnContext): Answer {
  return say(context, context.t('chat-course-gone'), topicChoices(context));
}

/** A deep link to a course: its details, or a kind word when it has left the catalogue. */
export async function courseByLink(context: TurnContext, courseId: string): Promise<Answer> {
  const course = await courseById(context.tx, courseId);
  return course === undefined ? courseGone(context) : showDetails(context, course);
}

/** Everything known of a course and everything one can do with it. */
export async function showDetails(context: TurnContext, course: Course): Promise<Answer> {
  const { t } = context;
  const standing = await standingWith(context, course);
  const gone = standingInWords(t, course, localDate(context.now, context.timezone));
  const lines = [...(gone === undefined ? [] : [gone, '']), ...courseDetails(t, context.locale, course)];
  if (course.description !== undefined) lines.push('', course.description.slice(0, 1200).toWellFormed());
  if (course.url === undefined) lines.push('', t('course-details-no-link'));
  const message: OutboundMessage = {
    text: [{ text: shownTitle(t, course), bold: true }, `\n${lines.join('\n')}`],
    choices: gone === undefined ? detailChoices(context, course, standing) : goneChoices(context, course, standing),
  };
  return { messages: [message], state: { ...context.state, focus: course.key } };
}

/**
 * What one can do with a course. Whoever saved it or went to it can say where they stand; a menu of numbers has seven places, so
 * that what matters less then gives way.
 */
function detailChoices(context: TurnContext, course: Course, { marks, enrolment }: Standing): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  const isKept = marks.has('saved') || enrolment !== undefined;
  const steps = isKept || marks.has('opened') ? stepChoices(context, course, enrolment) : [];
  return [
    ...openChoices(context, course, t('choice-open-short')),
    ...steps,
    ...(isKept ? [] : [context.choice({ action: 'save', args: [key] }, t('choice-save-short'))]),
    context.choice({ action: 'similar', args: [key] }, t('choice-similar')),
    ...(context.capabilities.pictures === 'none' || context.presentation.isLight || (steps.length > 2 && !isKept)
      ? []
      : [context.choice({ action: 'picture', args: [key] }, t('choice-picture'))]),
    context.choice({ action: 'dismiss', args: [key] }, t('choice-dismiss')),
    context.choice({ action: 'report', args: [key] }, t('choice-report')),
  ];
}

/** What one can do with a course that is not offered any more: find another, say where one stands with it. */
function goneChoices(context: TurnContext, course: Course, { marks, enrolment }: Standing): Choice[] {
  const { t } = context;
  const isKept = marks.has('saved') || enrolment !== undefined;
  return [
    context.choice({ action: 'similar', args: [course.key.toString(36)] }, t('choice-similar-open')),
    ...(isKept ? stepChoices(context, course, enrolment) : []),
    ...openChoices(context, course, t('choice-open-short')),
  ];
}

/**
 * A picture of the course to hand on, drawn when it is sent. Its words travel on with it, so they suit whoever gets it next,
 * and the address is the public one: what strangers open is not noted on this learner.
 */
export async function sharePicture(context: TurnContext, course: Course): Promise<Answer> {
  const { t, locale } = context;
  if (context.capabilities.pictures === 'none' || context.presentation.isLight) return showDetails(context, course);
  const title = shownTitle(t, course);
  const address = context.links.shareCourse(course.id, locale);
  const message: OutboundMessage = {
    text: [t('picture-course', { title }), ...(address === undefined ? [] : ['\n', { text: address, url: address }])],
    media: {
      type: 'picture',
      picture: { kind: 'course', courseKey: course.key, locale },
      alt: t('picture-course-alt', { title, facts: courseInWords(t, locale, course) }),
    },
    choices: [
      context.choice({ action: 'details', args: [course.key.toString(36)] }, t('choice-details-short')),
      context.choice({ action: 'similar', args: [course.key.toString(36)] }, t('choice-similar')),
    ],
  };
  return { messages: [message], state: { ...context.state, focus: course.key } };
}

/** The link again, for whoever presses it in a channel that hands the press to us, or asks "mở 2". */
export async function openCourse(context: TurnContext, course: Course): Promise<Answer> {
  if (course.url === undefined) return showDetails(context, course);
  const { t, tx, learnerId, now } = context;
  // Where the link does not lead over an address of ours, asking for it is all we see of the way there.
  const isUnseen =
    context.links.openCourse({ key: course.key, url: course.url }, context.conversationId) === course.url;
  if (isUnseen) await markCourse(tx, { learnerId, courseKey: course.key, kind: 'opened', at: now });
  const text = t('course-open', { title: shownTitle(t, course) });
  return say(context, text, openChoices(context, course, t('choice-open-short')));
}

/** Saves or dismisses a course, or takes that back; what was done can be undone. */
export async function changeMark(
  context: TurnContext,
  course: Course,
  change: 'save' | 'unsave' | 'dismiss' | 'undismiss',
): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  const key = course.key.toString(36);
  const title = shownTitle(t, course);
  switch (change) {
    case 'save': {
      await markCourse(tx, { learnerId, courseKey: course.key, kind: 'saved', at: now });
      return courseSaved(context, course);
    }
    case 'unsave':
      await unmarkCourse(tx, learnerId, course.key, 'saved');
      return say(context, t('course-unsaved', { title }), [
        context.choice({ action: 'save', args: [key] }, t('choice-undo')),
      ]);
    case 'dismiss':
      await markCourse(tx, { learnerId, courseKey: course.key, kind: 'dismissed', at: now });
      return say(context, t('course-dismissed', { title }), [
        context.choice({ action: 'undismiss', args: [key] }, t('choice-undo')),
      ]);
    case 'undismiss':
      await unmarkCourse(tx, learnerId, course.key, 'dismissed');
      return say(context, t('course-undismissed', { title }));
  }
}

async function courseSaved(context: TurnContext, course: Course): Promise<Answer> {
  const { t } = context;
  const reminder = await startReminder(context, course);
  const saved = t('course-saved', { title: shownTitle(t, course) });
  const said = say(context, reminder === undefined ? saved : `${saved}\n\n${reminder.text}`, [
    ...(reminder?.choices ?? []),
    context.choice({ action: 'saved', args: [] }, t('choice-saved')),
    context.choice({ action: 'unsave', args: [course.key.toString(36)] }, t('choice-unsave')),
  ]);
  // "Mình đăng ký rồi", "học phí bao nhiêu" are now about this course.
  const answer = { ...said, state: { ...said.state, focus: course.key } };
  // Who keeps a course for later may want to hear of more; one question at a time is enough.
  return (reminder?.choices ?? []).length > 0 ? answer : withConsentOffer(context, answer, 'announcements');
}

/** Courses about the same things, without the course itself. */
export async function similar(context: TurnContext, course: Course): Promise<Answer> {
  const { t } = context;
  const keys = context.finder.similar(course, {
    limit: context.presentation.coursesAtOnce,
    now: context.now,
    exclude: context.dismissed,
  });
  const courses = await coursesByKeys(context.tx, keys);
  const title = shownTitle(t, course);
  if (courses.length === 0) return say(context, t('course-similar-none', { title }), topicChoices(context));
  const message = courseListMessage(
    context,
    t('course-similar', { title }),
    courses.map((found) => ({ course: found, reasons: [] })),
  );
  return { messages: [message], state: afterList(context, courses) };
}
