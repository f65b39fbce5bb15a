import { waitFor } from '../scripted-server/signal.ts';
import type { Bot } from './bot.ts';
import type { CallbackAnswer } from './callback-query.ts';
import { type Chat, findMessage, type StoredMessage } from './chat.ts';
import type { WaitOptions } from './chat-view.ts';
import type { CallbackQuery, InlineButton, Update, User } from './message.ts';

export interface Pressed {
  readonly update: Update;
  /** The bot's answer to this press. */
  answer(options?: WaitOptions): Promise<CallbackAnswer>;
}

export interface PressOptions {
  /** The message the button is on; the newest with such a button when left out. */
  readonly on?: number;
  /** Sends the data though no such button is there (any more): the view of a phone that was offline. Needs `on`. */
  readonly isStale?: boolean;
}

/** Presses an inline button by its label or callback data. Fails when nobody could: no such button, or it is a link. */
export function press(
  bot: Bot,
  chat: Chat,
  user: User,
  wanted: string,
  { on, isStale = false }: PressOptions,
  onAnswer: (answer: CallbackAnswer) => void,
): Pressed {
  const found = isStale ? undefined : findButton(chat, wanted, on);
  const messageId = found?.stored.message.message_id ?? on;
  if (messageId === undefined) throw new Error('A stale press needs the id of its message');
  const data = found === undefined ? wanted : found.button.callback_data;
  if (data === undefined)
    throw new Error(`The button "${wanted}" is a link or asks another app: it sends the bot nothing`);
  const id = `${user.id}${String(bot.callbackQueries.size + 1).padStart(9, '0')}`;
  let answer: CallbackAnswer | undefined;
  const answered = (given: CallbackAnswer): void => {
    answer ??= given;
    onAnswer(given);
    chat.changed.notify();
  };
  bot.callbackQueries.set(id, { askedAt: bot.now(), answered });
  const message: CallbackQuery['message'] = findMessage(chat, messageId)?.message ?? {
    chat: chat.description,
    message_id: messageId,
    date: 0,
  };
  const query: CallbackQuery = { id, from: user, message, chat_instance: `${chat.description.id}77`, data };
  const update = bot.updates.push({ callback_query: query });
  return {
    update,
    answer: ({ timeoutMs = 20_000 } = {}) =>
      waitFor(chat.changed, () => answer, {
        timeoutMs,
        closed: bot.closed,
        describe: () => `the answer to the press of "${wanted}" on message #${messageId}`,
      }),
  };
}

function findButton(
  chat: Chat,
  wanted: string,
  on: number | undefined,
): { readonly stored: StoredMessage; readonly button: InlineButton } {
  const newestFirst = [...chat.messages.values()]
    .reverse()
    .filter((stored) => !stored.isDeleted && (on === undefined || stored.message.message_id === on));
  const offered: string[] = [];
  for (const stored of newestFirst) {
    for (const button of stored.message.reply_markup?.inline_keyboard.flat() ?? []) {
      if (button.text === wanted || button.callback_data === wanted) return { stored, button };
      offered.push(`#${stored.message.message_id} [${button.text}] ${button.callback_data ?? button.url ?? ''}`);
    }
  }
  const place = on === undefined ? 'anywhere' : `on message #${on}`;
  throw new Error(`No button "${wanted}" ${place}; there are: ${offered.join(', ') || 'none'}`);
}
