import type { Course } from '../../catalogue/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import type { DialogueState } from '../state.ts';
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

/** The state after a list that is no search: "2" is now its second course, while "thêm" still continues the search. */
export function afterList({ state }: TurnContext, courses: readonly Course[]): DialogueState {
  const { focus: _before, ...rest } = state;
  if (state.search === undefined) return rest;
  return { ...rest, search: { ...state.search, shown: courses.map((course) => course.key) } };
}

function cardChoices(context: TurnContext, course: Course, number: number): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  return [
    context.choice({ action: 'details', args: [key] }, t('choice-details', { number }), {
      course: course.id,
      shortLabel: t('choice-details-short'),
    }),
    context.choice({ action: 'save', args: [key] }, t('choice-save', { number }), {
      course: course.id,
      shortLabel: t('choice-save-short'),
    }),
    ...openChoices(context, course, t('choice-open', { number }), {
      course: course.id,
      shortLabel: t('choice-open-short'),
    }),
  ];
}

/** The way to a course's page, none where it has no page. */
export function openChoices(
  context: TurnContext,
  { key, url }: Course,
  label: string,
  more: Pick<Choice, 'course' | 'shortLabel'> = {},
): Choice[] {
  if (url === undefined) return [];
  const link = context.links.openCourse({ key, url }, context.conversationId);
  return [context.choice({ action: 'open', args: [key.toString(36)] }, label, { ...more, url: link })];
}
