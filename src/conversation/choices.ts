import { type ChoiceEvent, choiceId } from './choice-id.ts';
import type { TurnContext } from './context.ts';

/** Makes the choices that a conversation is offered. */
export function choicesOf(secret: string, conversationId: number): Pick<TurnContext, 'choice' | 'offer'> {
  const choice: TurnContext['choice'] = (event: ChoiceEvent, label, more) => ({
    id: choiceId(secret, conversationId, event),
    label,
    ...more,
  });
  return {
    choice,
    offer: (code, args, label, more) => choice({ action: 'feature', args: [code, ...args] }, label, more),
  };
}
