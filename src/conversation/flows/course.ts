import { type Course, courseById, coursesByKeys } from '../../catalogue/index.ts';
import { markCourse, unmarkCourse } from '../../discovery/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { courseDetails, courseInWords, shownTitle } from '../words/course-card.ts';
import { afterList, courseListMessage, openChoices } from './course-list.ts';
import { say, topicChoices } from './small-talk.ts';

/** Similar courses that one message shows. */
const similarShown = 4;

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
export function showDetails(context: TurnContext, course: Course): Answer {
  const { t } = context;
  const lines = courseDetails(t, context.locale, course);
  if (course.description !== undefined) lines.push('', course.description.slice(0, 1200).toWellFormed());
  if (course.url === undefined) lines.push('', t('course-details-no-link'));
  const message: OutboundMessage = {
    text: [{ text: shownTitle(t, course), bold: true }, `\n${lines.join('\n')}`],
    choices: detailChoices(context, course),
  };
  return { messages: [message], state: { ...context.state, focus: course.key } };
}

function detailChoices(context: TurnContext, course: Course): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  return [
    ...openChoices(context, course, t('choice-open-short')),
    context.choice({ action: 'save', args: [key] }, t('choice-save-short')),
    context.choice({ action: 'similar', args: [key] }, t('choice-similar')),
    ...(context.capabilities.pictures === 'none'
      ? []
      : [context.choice({ action: 'picture', args: [key] }, t('choice-picture'))]),
    context.choice({ action: 'dismiss', args: [key] }, t('choice-dismiss')),
    context.choice({ action: 'report', args: [key] }, t('choice-report')),
  ];
}

/**
 * A picture of the course to hand on, drawn when it is sent. Its words travel on with it, so they suit whoever gets it next,
 * and the address is the public one: what strangers open is not noted on this learner.
 */
export function sharePicture(context: TurnContext, course: Course): Answer {
  const { t, locale } = context;
  if (context.capabilities.pictures === 'none') return showDetails(context, course);
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
export function openCourse(context: TurnContext, course: Course): Answer {
  if (course.url === undefined) return showDetails(context, course);
  const { t } = context;
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
    case 'save':
      await markCourse(tx, { learnerId, courseKey: course.key, kind: 'saved', at: now });
      return say(context, t('course-saved', { title }), [
        context.choice({ action: 'saved', args: [] }, t('choice-saved')),
        context.choice({ action: 'unsave', args: [key] }, t('choice-unsave')),
      ]);
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

const reportReasons = ['gone', 'price', 'place', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Asks what is wrong with a course. */
export function askReport(context: TurnContext, course: Course): Answer {
  const { t } = context;
  const key = course.key.toString(36);
  const labels: Record<ReportReason, string> = {
    gone: t('choice-report-gone'),
    price: t('choice-report-price'),
    place: t('choice-report-place'),
    other: t('choice-report-other'),
  };
  return say(
    context,
    t('course-report-ask', { title: shownTitle(t, course) }),
    reportReasons.map((reason) => context.choice({ action: 'report_reason', args: [key, reason] }, labels[reason])),
  );
}

/** Keeps the report for staff. */
export async function report(context: TurnContext, course: Course, reason: string | undefined): Promise<Answer> {
  const { tx, learnerId, now } = context;
  const detail = reportReasons.find((known) => known === reason) ?? 'other';
  await markCourse(tx, { learnerId, courseKey: course.key, kind: 'reported', detail, at: now });
  return say(context, context.t('course-report-thanks'));
}

/** Courses about the same things, without the course itself. */
export async function similar(context: TurnContext, course: Course): Promise<Answer> {
  const { t } = context;
  const keys = context.finder.similar(course, { limit: similarShown, now: context.now });
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
