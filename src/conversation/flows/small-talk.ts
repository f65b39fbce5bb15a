import { suggestTopics } from '../../discovery/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { SmallTalk } from '../phrases.ts';

/** The fields to learn in as choices, for whoever does not know where to begin. */
export function topicChoices(context: TurnContext): Choice[] {
  return suggestTopics().map((field) =>
    context.choice({ action: 'topic', args: [field.id] }, field.names[context.locale]),
  );
}

/** An answer of one text and its choices that changes nothing remembered. */
export function say(context: TurnContext, text: string, choices: readonly Choice[] = []): Answer {
  const message: OutboundMessage = { text: [text], choices };
  return { messages: [message], state: context.state };
}

export function hello(context: TurnContext): Answer {
  const lesson = context.offer('bai', [], context.t('choice-lesson-daily'));
  if (!context.first) return say(context, context.t('chat-hello-again'), [lesson, ...topicChoices(context)]);
  const setup = context.offer('setup', ['start'], context.t('choice-setup'));
  return say(context, context.t('chat-hello'), [lesson, setup, ...topicChoices(context)]);
}

const plainTexts = {
  thanks: 'chat-thanks',
  bye: 'chat-bye',
  acknowledge: 'chat-acknowledge',
  may_i_ask: 'chat-may-i-ask',
  who_are_you: 'chat-who',
  human: 'chat-contact',
  contact: 'chat-contact',
  insult: 'chat-insult',
  sad: 'chat-sad',
  sorry: 'chat-sorry',
  resting: 'chat-resting',
} as const;

/** Small talk is answered in a sentence and changes nothing: the last list stays the last list. */
export function smallTalk(context: TurnContext, talk: SmallTalk): Answer {
  if (talk === 'hello') return hello(context);
  if (talk === 'lost') return say(context, context.t('chat-lost'), topicChoices(context));
  return say(context, context.t(plainTexts[talk]));
}

/** A sticker, a voice message, a picture: said once per kind of message, so that ten stickers are not ten lectures. */
export function unsupported(context: TurnContext, what: string): Answer {
  const told = context.state.told ?? [];
  if (told.includes(what)) return { messages: [], state: context.state };
  const answer = say(
    context,
    what === 'hidden' ? context.t('chat-unsupported-hidden') : context.t('chat-unsupported', { what }),
  );
  return { ...answer, state: { ...context.state, told: [...told, what] } };
}
