import type { Course } from '../../catalogue/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import { courseCard } from '../words/course-card.ts';

/** A course to show and why it is shown, in words. */
export interface ListedCourse {
  readonly course: Course;
  readonly reasons: readonly string[];
}

/** A list of courses with the choices of each: its details, keeping it, and its page where there is one. */
export function courseListMessage(
  context: TurnContext,
  text: string,
  listed: readonly ListedCourse[],
  more: { readonly footer?: string; readonly choices?: readonly Choice[] } = {},
): OutboundMessage {
  return {
    text: [text],
    courses: listed.map(({ course, reasons }) => courseCard(context.t, context.locale, context.links, course, reasons)),
    ...(more.footer === undefined || more.footer === '' ? {} : { footer: [more.footer] }),
    choices: [
      ...listed.flatMap(({ course }, position) => cardChoices(context, course, position + 1)),
      ...(more.choices ?? []),
    ],
  };
}

function cardChoices(context: TurnContext, course: Course, number: number): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  const choices = [
    context.choice({ action: 'details', args: [key] }, t('choice-details', { number }), {
      course: course.id,
      shortLabel: t('choice-details-short'),
    }),
    context.choice({ action: 'save', args: [key] }, t('choice-save', { number }), {
      course: course.id,
      shortLabel: t('choice-save-short'),
    }),
  ];
  if (course.url !== undefined) {
    choices.push(
      context.choice({ action: 'open', args: [key] }, t('choice-open', { number }), {
        course: course.id,
        shortLabel: t('choice-open-short'),
        url: context.links.openCourse({ key: course.key, url: course.url }, context.conversationId),
      }),
    );
  }
  return choices;
}
