import { waitFor } from '../scripted-server/signal.ts';
import type { Chat, Media, StoredMessage } from './chat.ts';
import type { Entity } from './html.ts';
import type { Message, Poll } from './message.ts';

export interface SeenButton {
  readonly label: string;
  readonly data?: string;
  readonly url?: string;
}

/** A message of the bot as people see it now. */
export interface BotMessage {
  readonly id: number;
  /** Plain text or caption, after entity parsing. */
  readonly text: string;
  readonly entities: readonly Entity[];
  /** As the bot wrote it. */
  readonly raw: string;
  readonly parseMode?: string;
  /** Inline buttons, row after row. */
  readonly buttons: readonly SeenButton[];
  /** The same in their rows. */
  readonly rows: readonly (readonly SeenButton[])[];
  /** Labels of the reply keyboard that came with it; empty when it took the keyboard away. */
  readonly keyboard?: readonly string[];
  readonly date: Date;
  readonly isEdited: boolean;
  readonly photo?: Media;
  readonly document?: Media;
  readonly poll?: Poll;
  readonly replyTo?: number;
  /** As the Bot API shows it. */
  readonly message: Message;
}

/** What people in a chat see of the bot, and how they wait for it. */
export interface ChatView {
  /** Edits applied, deleted ones gone, in order of arrival. */
  readonly received: readonly BotMessage[];
  readonly actions: readonly string[];
  /** The next message of the bot that no `next` has given yet. */
  next(options?: WaitOptions): Promise<BotMessage>;
  /** The first message of the bot that fits, now or later, also by an edit. */
  until(predicate: (message: BotMessage) => boolean, options?: WaitOptions): Promise<BotMessage>;
  /** The bot's reaction to a message. */
  reactionTo(messageId: number): string | undefined;
}

export interface WaitOptions {
  readonly timeoutMs?: number;
}

export function createChatView(chat: Chat, who: string, closed: AbortSignal): ChatView {
  const given = new Set<number>();
  const received = (): BotMessage[] => {
    return [...chat.messages.values()].filter((stored) => stored.isFromBot && !stored.isDeleted).map(toSeen);
  };
  const wait = <Result>(attempt: () => Result | undefined, what: string, { timeoutMs = 20_000 }: WaitOptions) => {
    const describe = (): string => `${what} to ${who}; arrived: ${describeMessages(received(), given)}`;
    return waitFor(chat.changed, attempt, { timeoutMs, describe, closed });
  };
  return {
    get received() {
      return received();
    },
    actions: chat.actions,
    next: (options = {}) => {
      const attempt = (): BotMessage | undefined => {
        const message = received().find(({ id }) => !given.has(id));
        if (message !== undefined) given.add(message.id);
        return message;
      };
      return wait(attempt, 'the next message of the bot', options);
    },
    until: (predicate, options = {}) => {
      return wait(() => received().find(predicate), `a message of the bot with ${predicate}`, options);
    },
    reactionTo: (messageId) => chat.messages.get(messageId)?.reaction,
  };
}

/** Adds what is seen to what can be done. Spreading would read `received` once and for all. */
export function withView<Deeds extends object>(deeds: Deeds, view: ChatView): Deeds & ChatView {
  return {
    ...deeds,
    get received() {
      return view.received;
    },
    actions: view.actions,
    next: view.next,
    until: view.until,
    reactionTo: view.reactionTo,
  };
}

function toSeen(stored: StoredMessage): BotMessage {
  const { message, raw, parseMode, media, keyboard } = stored;
  const rows = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text, callback_data, url }) => ({
      label: text,
      ...(callback_data === undefined ? {} : { data: callback_data }),
      ...(url === undefined ? {} : { url }),
    })),
  );
  return {
    id: message.message_id,
    text: message.text ?? message.caption ?? message.poll?.question ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    raw,
    ...(parseMode === undefined ? {} : { parseMode }),
    buttons: rows.flat(),
    rows,
    ...(keyboard === undefined ? {} : { keyboard: keyboard.flat().map(({ text }) => text) }),
    date: new Date(message.date * 1000),
    isEdited: message.edit_date !== undefined,
    ...(media === undefined ? {} : { [message.photo === undefined ? 'document' : 'photo']: media }),
    ...(message.poll === undefined ? {} : { poll: message.poll }),
    ...(message.reply_to_message === undefined ? {} : { replyTo: message.reply_to_message.message_id }),
    message,
  };
}

function describeMessages(messages: readonly BotMessage[], given: ReadonlySet<number>): string {
  if (messages.length === 0) return 'nothing';
  return messages
    .map(({ id, text, buttons }) => {
      const labels = buttons.map(({ label }) => ` [${label}]`).join('');
      return `#${id}${given.has(id) ? ' (awaited)' : ''} ${JSON.stringify(text)}${labels}`;
    })
    .join(', ');
}
