import { waitFor } from '../scripted-server/signal.ts';
import type { BotMessage, Chat } from './chat.ts';

/** What people in a chat see of the bot, and how they wait for it. */
export interface ChatView {
  /** In order of arrival. */
  readonly received: readonly BotMessage[];
  readonly actions: readonly string[];
  /** The next message of the bot that no `next` has given yet. */
  next(options?: WaitOptions): Promise<BotMessage>;
  /** The first message of the bot that fits, now or later. */
  until(predicate: (message: BotMessage) => boolean, options?: WaitOptions): Promise<BotMessage>;
}

export interface WaitOptions {
  readonly timeoutMs?: number;
}

export function createChatView(chat: Chat, who: string, closed: AbortSignal): ChatView {
  let given = 0;
  const wait = <Result>(attempt: () => Result | undefined, what: string, { timeoutMs = 20_000 }: WaitOptions) => {
    const describe = (): string => `${what} to ${who}; arrived: ${describeMessages(chat.messages, given)}`;
    return waitFor(chat.changed, attempt, { timeoutMs, describe, closed });
  };
  return {
    received: chat.messages,
    actions: chat.actions,
    next: (options = {}) => {
      const attempt = (): BotMessage | undefined => {
        const message = chat.messages[given];
        if (message !== undefined) given++;
        return message;
      };
      return wait(attempt, 'the next message of the bot', options);
    },
    until: (predicate, options = {}) =>
      wait(() => chat.messages.find(predicate), `a message of the bot with ${predicate}`, options),
  };
}

function describeMessages(messages: readonly BotMessage[], given: number): string {
  if (messages.length === 0) return 'nothing';
  return messages
    .map(({ kind, text }, index) => `${kind} ${JSON.stringify(text)}${index < given ? ' (awaited)' : ''}`)
    .join(', ');
}
