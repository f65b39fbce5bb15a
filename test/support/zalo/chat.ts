import { createSignal, type Signal } from '../scripted-server/signal.ts';
import type { Bot } from './bot.ts';
import { idOf } from './id.ts';
import type { FetchedPhoto } from './media-url.ts';
import { type Payload, requiredText } from './payload.ts';
import { refusal } from './platform-error.ts';
import type { TextStyle } from './text-styles.ts';
import { type ChatDescription, type MessageContent, toUpdate, type Update } from './update.ts';

/**
 * How a chat stands towards the bot. `unwritten`: nobody wrote in it yet. `turnedAway`: its person came after all
 * places of the bot were taken.
 */
export type ChatState = 'unwritten' | 'open' | 'turnedAway';

/** Codes with which sending to a person who has blocked the bot was seen to fail. */
export type BlockedCode = 400 | 403 | 404;

/** A message of the bot as people see it. The platform can neither edit nor delete one. */
export interface BotMessage {
  readonly id: string;
  readonly kind: 'text' | 'photo' | 'sticker' | 'voice';
  /** Text or caption as sent; how `parse_mode` looks on a phone is not published. */
  readonly text: string;
  readonly styles: readonly TextStyle[];
  readonly parseMode?: string;
  /** Always empty: the platform has none. */
  readonly buttons: readonly never[];
  readonly date: Date;
  readonly photo?: { readonly url: string; readonly fetched?: FetchedPhoto };
  readonly sticker?: string;
  readonly voiceUrl?: string;
  readonly replyTo?: string;
}

export interface Chat {
  readonly description: ChatDescription;
  readonly messages: BotMessage[];
  /** What the bot showed itself doing. */
  readonly actions: string[];
  readonly changed: Signal;
  state: ChatState;
  /** The code that sending fails with while the person has blocked the bot. */
  blockedCode?: BlockedCode | undefined;
}

export function createChat(bot: Bot, description: ChatDescription): Chat {
  if (bot.chats.has(description.id)) throw new Error(`There is a chat ${description.id} already`);
  const chat: Chat = {
    description,
    messages: [],
    actions: [],
    changed: createSignal(),
    state: 'unwritten',
  };
  bot.chats.set(description.id, chat);
  return chat;
}

/** The chat a call is about; fails as the platform does when it is unknown or closed to the bot. */
export function openChat(bot: Bot, payload: Payload): Chat {
  const chat = bot.chats.get(requiredText(payload, 'chat_id'));
  if (chat === undefined) throw refusal(404);
  if (chat.blockedCode !== undefined) throw refusal(chat.blockedCode);
  if (chat.state === 'turnedAway') throw refusal(403);
  if (chat.state === 'unwritten' && bot.strangers === 'refused') throw refusal(403);
  return chat;
}

/** Gives what somebody did its ids and its form. Only queueing it lets the bot know. */
export function describeEvent(
  bot: Bot,
  chat: Chat,
  from: { readonly id: string; readonly name: string },
  name: string,
  content: MessageContent,
): Update {
  const messageId = bot.nextMessageId();
  return toUpdate({ name, messageId, at: bot.now(), from, chat: chat.description, content }, bot.shape());
}

/** Numbers messages of both sides. */
export function createMessageIds(): () => string {
  let last = 0;
  return () => idOf(`message ${++last}`);
}
