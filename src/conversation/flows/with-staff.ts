import { addToCase, answerDeadline, closeOwnCase, type OwnCase, openCases, openingHours } from '../../inbox/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { ProfilePart } from '../feature.ts';
import type { DialogueState } from '../state.ts';
import { day, listing, localDate } from '../words/format.ts';
import { say, topicChoices } from './small-talk.ts';

/** Cases that `/toi` offers to withdraw; menus of numbers are short. */
const casesShown = 3;

/** Until when an answer to words that came now is awaited. */
export function deadline({ now, timezone }: TurnContext): Date {
  return answerDeadline(now, timezone, openingHours());
}

/** The state in which free text goes to the people who have the case. */
export function steppedBack(state: DialogueState, caseId: number): DialogueState {
  const { question: _answered, ...rest } = state;
  return { ...rest, withStaff: { caseId } };
}

/** The ways out of it: the companion answers again while the question stays with staff, or the question is taken back. */
export function waysOut(context: TurnContext, caseId: number): Choice[] {
  return [
    context.offer('case', ['resume'], context.t('choice-resume')),
    context.offer('case', ['withdraw', caseId.toString(36)], context.t('choice-withdraw')),
  ];
}

/**
 * While a person talks with staff, what they write goes to their case and the companion does not answer over it: it confirms once,
 * and once more after each answer. Where every message must be answered (the page that waits for it) a receipt follows. Undefined when
 * nobody has the case any more: the text is then understood as usual.
 */
export async function tellStaff(context: TurnContext, text: string): Promise<Answer | undefined> {
  const { tx, accountId, now, state, t } = context;
  const { withStaff } = state;
  if (withStaff === undefined || text.trim() === '') return undefined;
  const taken = await addToCase(tx, withStaff.caseId, { accountId, text, at: now, deadline: deadline(context) });
  if (taken === undefined) return undefined;
  const confirmedAt = withStaff.confirmedAt === undefined ? undefined : new Date(withStaff.confirmedAt);
  const answeredSince = taken.answeredAt !== undefined && confirmedAt !== undefined && taken.answeredAt > confirmedAt;
  if (confirmedAt === undefined || answeredSince) {
    const confirmed = { ...withStaff, confirmedAt: now.toISOString() };
    const answer = say(context, t('with-staff-passed-on'), waysOut(context, withStaff.caseId));
    return { ...answer, state: { ...state, withStaff: confirmed } };
  }
  return context.capabilities.answers === 'in_response'
    ? say(context, t('with-staff-receipt'))
    : { messages: [], state };
}

/** The companion answers again; the case stays with staff. */
function resume(context: TurnContext): Answer {
  const { withStaff: _left, ...state } = context.state;
  return { ...say(context, context.t('with-staff-resumed'), topicChoices(context)), state };
}

/** Goes on with a case that is open: what is written next goes there. */
export function goOn(context: TurnContext, caseId: number): Answer {
  const answer = say(context, context.t('with-staff-go-on'), waysOut(context, caseId));
  return { ...answer, state: steppedBack(context.state, caseId) };
}

async function reply(context: TurnContext, caseId: number): Promise<Answer> {
  const own = await openCases(context.tx, context.accountId);
  return own.some(({ id }) => id === caseId) ? goOn(context, caseId) : alreadyClosed(context, caseId);
}

async function end(context: TurnContext, caseId: number, by: 'person' | 'withdrawn'): Promise<Answer> {
  const { tx, accountId, now, t } = context;
  if (!(await closeOwnCase(tx, caseId, { accountId, by, at: now }))) return alreadyClosed(context, caseId);
  const answer = say(context, by === 'person' ? t('case-done') : t('case-withdrawn'), topicChoices(context));
  return inPlace({ ...answer, state: without(context.state, caseId) });
}

export function alreadyClosed(context: TurnContext, caseId: number): Answer {
  const answer = say(context, context.t('case-already-closed'), [
    context.offer('human', ['ask'], context.t('choice-ask-again')),
  ]);
  return { ...answer, state: without(context.state, caseId) };
}

function without(state: DialogueState, caseId: number): DialogueState {
  if (state.withStaff?.caseId !== caseId) return state;
  const { withStaff: _over, ...rest } = state;
  return rest;
}

/** What can be pressed about a case of one's own. */
export async function pressedCase(context: TurnContext, [what, id]: readonly string[]): Promise<Answer> {
  const caseId = Number.parseInt(id ?? '', 36);
  switch (what) {
    case 'reply':
      return reply(context, caseId);
    case 'done':
      return end(context, caseId, 'person');
    case 'withdraw':
      return end(context, caseId, 'withdrawn');
    default:
      return resume(context);
  }
}

/** The line of `/toi` with what is open at staff, and a way to take each back. */
export async function ownCases(context: TurnContext): Promise<ProfilePart> {
  const { t, locale } = context;
  const cases = await openCases(context.tx, context.accountId);
  if (cases.length === 0) return { lines: [], choices: [] };
  const names = cases.map((each) => caseInWords(context, each));
  return {
    lines: [t('profile-cases', { cases: listing(locale, names) })],
    choices: cases.slice(0, casesShown).map(({ id }, position) => {
      const what = names[position] ?? '';
      return context.offer('case', ['withdraw', id.toString(36)], t('choice-withdraw-one', { what }));
    }),
  };
}

function caseInWords({ t, timezone }: TurnContext, { kind, courseTitle, openedAt }: OwnCase): string {
  return t('own-case', { kind, course: courseTitle ?? '', date: day(localDate(openedAt, timezone)) });
}
