import type { Course } from '../../catalogue/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import type { DialogueState } from '../state.ts';
import { courseCard, shortFacts } from '../words/course-card.ts';
import { forWhom } from '../words/learner.ts';

/** What the words and choices of a message need, in a turn or outside of one. */
export type Wording = Pick<
  TurnContext,
  't' | 'locale' | 'learner' | 'links' | 'choice' | 'offer' | 'conversationId' | 'presentation'
>;

/** A course to show and why it is shown, in words. */
export interface ListedCourse {
  readonly course: Course;
  readonly reasons: readonly string[];
}

/** A list of courses with the choices of each: its details, keeping it, and its page where there is one. */
export function courseListMessage(
  context: Wording,
  text: string,
  listed: readonly ListedCourse[],
  more: {
    readonly footer?: string;
    readonly choices?: readonly Choice[];
    /** What a course of this list offers in the place of being saved. */
    readonly cardChoices?: (course: Course, number: number) => readonly Choice[];
  } = {},
): OutboundMessage {
  const { isShort, reasonsAtMost } = context.presentation;
  return {
    text: [forWhom(context, text)],
    courses: listed.map(({ course, reasons }) => {
      const card = courseCard(context.t, context.locale, context.links, course, reasons.slice(0, reasonsAtMost));
      return isShort ? { ...card, facts: shortFacts(context.t, context.locale, course) } : card;
    }),
    ...(more.footer === undefined || more.footer === '' || isShort ? {} : { footer: [more.footer] }),
    choices: [
      ...listed.flatMap(({ course }, position) =>
        cardChoices(context, course, position + 1, (more.cardChoices ?? saveChoice(context))(course, position + 1)),
      ),
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

function saveChoice(context: Wording): (course: Course, number: number) => Choice[] {
  const { t } = context;
  return ({ id, key }, number) => [
    context.choice({ action: 'save', args: [key.toString(36)] }, t('choice-save', { number }), {
      course: id,
      shortLabel: t('choice-save-short'),
    }),
  ];
}

function cardChoices(context: Wording, course: Course, number: number, own: readonly Choice[]): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  const details = context.choice({ action: 'details', args: [key] }, t('choice-details', { number }), {
    course: course.id,
    shortLabel: t('choice-details-short'),
  });
  if (context.presentation.isShort) return [details];
  return [
    details,
    ...own,
    ...openChoices(context, course, t('choice-open', { number }), {
      course: course.id,
      shortLabel: t('choice-open-short'),
    }),
  ];
}

/** The way to a course's page, none where it has no page. */
export function openChoices(
  context: Wording,
  { key, url }: Course,
  label: string,
  more: Pick<Choice, 'course' | 'shortLabel'> = {},
): Choice[] {
  if (url === undefined) return [];
  const link = context.links.openCourse({ key, url }, context.conversationId);
  return [context.choice({ action: 'open', args: [key.toString(36)] }, label, { ...more, url: link })];
}
