import type { UploadedFile } from '../scripted-server/multipart.ts';
import { createSignal, type Signal } from '../scripted-server/signal.ts';
import type { ChatDescription, KeyboardButton, Message, User } from './message.ts';
import { integerOf, type Parameters, requiredText } from './parameters.ts';
import { forbidden, refusal } from './refusals.ts';

/** How a chat stands towards the bot. A chat nobody wrote in does not exist for the bot. */
export type ChatState = 'unknown' | 'open' | 'blocked' | 'deactivated' | 'left';

/** A picture or document as the bot gave it: by address, by the id of an earlier one, or as bytes. */
export interface Media {
  readonly url?: string;
  readonly fileId: string;
  readonly file?: UploadedFile;
}

/** A message with what only the sender or the viewer knows of it. */
export interface StoredMessage {
  /** As it is now. */
  message: Message;
  readonly isFromBot: boolean;
  isDeleted: boolean;
  /** As the bot wrote it, before parsing. */
  raw: string;
  parseMode?: string;
  reaction?: string;
  readonly media?: Media;
  /** Reply keyboard that came with it; an empty one removes. */
  readonly keyboard?: readonly (readonly KeyboardButton[])[];
}

export interface Chat {
  readonly description: ChatDescription;
  readonly messages: Map<number, StoredMessage>;
  /** What the bot showed itself doing: typing and so on. */
  readonly actions: string[];
  readonly changed: Signal;
  state: ChatState;
}

export function createChat(description: ChatDescription): Chat {
  return { description, messages: new Map(), actions: [], changed: createSignal(), state: 'unknown' };
}

export type NewMessage = Omit<Message, 'message_id' | 'date' | 'chat' | 'from'>;

/** Puts a message into the chat under the next id. */
export function addMessage(
  chat: Chat,
  from: User,
  content: NewMessage,
  options: { readonly now: Date } & Partial<Pick<StoredMessage, 'raw' | 'parseMode' | 'media' | 'keyboard'>>,
): Message {
  const { now, raw = content.text ?? '', ...rest } = options;
  const message: Message = {
    message_id: chat.messages.size + 1,
    from,
    chat: chat.description,
    date: toSeconds(now),
    ...content,
  };
  chat.messages.set(message.message_id, { ...rest, message, raw, isFromBot: from.is_bot, isDeleted: false });
  chat.changed.notify();
  return message;
}

export function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

export function findMessage(chat: Chat, messageId: number | undefined): StoredMessage | undefined {
  const stored = messageId === undefined ? undefined : chat.messages.get(messageId);
  return stored?.isDeleted === false ? stored : undefined;
}

/** The chat a call is about; fails as the platform does when it is unknown or closed to the bot. */
export function openChat(chats: ReadonlyMap<number, Chat>, parameters: Parameters, name = 'chat_id'): Chat {
  const id = integerOf(requiredText(parameters, name));
  const chat = id === undefined ? undefined : chats.get(id);
  if (chat === undefined || chat.state === 'unknown') throw refusal('chat not found');
  if (chat.state === 'blocked') throw forbidden('bot was blocked by the user');
  if (chat.state === 'deactivated') throw forbidden('user is deactivated');
  if (chat.state === 'left') throw forbidden(`bot is not a member of the ${chat.description.type} chat`);
  return chat;
}
