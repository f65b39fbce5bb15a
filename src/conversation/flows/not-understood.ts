import type { Answer, TurnContext } from '../context.ts';
import { handOverChoice } from './hand-over.ts';
import { say, topicChoices } from './small-talk.ts';

/** So many times in a row nothing was understood: then a person may understand more. */
const patience = 3;

/** Says that a message was not understood; each third time in a row it offers to ask a person instead. */
export function notUnderstood(context: TurnContext, text: string): Answer {
  const { unclear = 0, ...state } = context.state;
  if (unclear + 1 < patience) {
    return { ...say(context, text, topicChoices(context)), state: { ...state, unclear: unclear + 1 } };
  }
  const offer = context.t('not-understood-offer');
  return { ...say(context, `${text}\n\n${offer}`, [handOverChoice(context), ...topicChoices(context)]), state };
}
