import { learnersOf } from '../../learners/index.ts';
import { type Cohort, cohortOfTeacher, type Teacher } from '../../learning/index.ts';
import type { Choice, OutboundMessage, Picture } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { cohortName } from '../words/cohort.ts';
import { say } from './small-talk.ts';

/** Numbers as arguments of choices. */
export const keyOf = (id: number): string => id.toString(36);
export const readKey = (argument: string | undefined): number => Number.parseInt(argument ?? '', 36) || 0;

/** How long an answer belongs to one of the questions about classes. */
const questionMinutes = 10;

/** Asks, and gives the question the next text. */
export function ask(
  context: TurnContext,
  text: string,
  choices: readonly Choice[],
  kind: string,
  data: unknown,
): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...say(context, text, choices), state: { ...context.state, question: { kind, until, data } } };
}

/** An answer that ends the running question. */
export function settled(context: TurnContext, text: string, choices: readonly Choice[] = []): Answer {
  const { question: _asked, ...state } = context.state;
  return { ...say(context, text, choices), state };
}

/** A picture as part of a message, where the channel shows pictures. @param alt says what it says */
export const picturePart = (context: TurnContext, picture: Picture, alt: string): Pick<OutboundMessage, 'media'> =>
  context.capabilities.pictures === 'none' ? {} : { media: { type: 'picture', picture, alt } };

/** The person who writes among those who run a class; undefined when they are not. */
export async function ownTeacher({ tx, accountId }: TurnContext, { teachers }: Cohort): Promise<Teacher | undefined> {
  const learners = await learnersOf(tx, accountId);
  return teachers.find(({ learnerId }) => learners.some(({ id }) => id === learnerId));
}

/** A class as this conversation names it. */
export const nameOf = (context: TurnContext, cohort: Cohort): string =>
  cohortName(context.lessons, context.locale, cohort);

export const allCohortsChoice = (context: TurnContext): Choice => context.offer('lop', [], context.t('choice-cohorts'));

export function cohortChoice(context: TurnContext, cohort: Cohort): Choice {
  return context.offer('lopx', [keyOf(cohort.id)], context.t('choice-cohort-view', { name: nameOf(context, cohort) }));
}

/** The way into the lessons of a class; only for whom the conversation is about, whose lessons they are. */
export const lessonChoices = (context: TurnContext, cohort: Cohort, learnerId: number): Choice[] =>
  learnerId === context.learnerId && context.lessons.track(cohort.track) !== undefined
    ? [context.offer('bt', [cohort.track], context.t('choice-lesson'))]
    : [];

/** Somebody else's class, or none at all: which of both is nobody's business. */
export const noSuchCohort = (context: TurnContext): Answer =>
  settled(context, context.t('cohort-gone'), [allCohortsChoice(context)]);

/** What a press asks of a class, if it is the account's own. */
export function ofOwnCohort(
  act: (context: TurnContext, cohort: Cohort, args: readonly string[]) => Answer | Promise<Answer>,
): (context: TurnContext, args: readonly string[]) => Promise<Answer> {
  return async (context, [id, ...args]) => {
    const cohort = await cohortOfTeacher(context.tx, context.accountId, readKey(id));
    return cohort === undefined ? noSuchCohort(context) : act(context, cohort, args);
  };
}
