import { newestAnnouncement } from '../delivery/index.ts';
import { type InboundContent, isMenuNumber, menuOf, optionOf } from '../message/index.ts';
import type { TurnContext } from './context.ts';
import { answerHours } from './letters.ts';

/** The labels that stand under announcements whatever they say. */
const ownLabels = ['choice-register-workshop', 'choice-ask-about'] as const;

/**
 * The choice of an announcement that a typed number stands for, where choices are numbers. An announcement leaves the conversation's state
 * alone, a million of them must be cheap, so its menu is not there: it is looked for when somebody types a number, and only when the
 * announcement is the newest thing they were shown. A running question keeps its numbers.
 */
export async function chosenFromAnnouncement(
  context: TurnContext,
  content: InboundContent,
): Promise<string | undefined> {
  const { tx, t, now, state, conversationId, first } = context;
  if (context.capabilities.choices !== 'numbers' || content.kind !== 'text' || first) return undefined;
  if (state.question !== undefined && new Date(state.question.until) >= now) return undefined;
  const { text } = content;
  const own = ownLabels.map((key, position) => ({ number: position, id: key, label: t(key) }));
  if (!isMenuNumber(text) && optionOf(own, text) === undefined) return undefined;
  const since = new Date(now.getTime() - answerHours * 3_600_000);
  const announcement = await newestAnnouncement(tx, conversationId, since);
  return announcement && optionOf(menuOf(context.announcement(announcement)), text)?.id;
}
