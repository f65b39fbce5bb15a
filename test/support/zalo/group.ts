import type { Bot } from './bot.ts';
import { createChat, describeEvent } from './chat.ts';
import { type ChatView, createChatView } from './chat-view.ts';
import { idOf, requireId } from './id.ts';
import { type Person, stickerContent, textContent } from './person.ts';
import type { MessageContent, Update } from './update.ts';

export interface GroupOptions {
  readonly id?: string;
  readonly title?: string;
}

interface SendAsOptions {
  /** Puts the bot's name before the text. */
  readonly mention?: boolean;
  /** As a reply to the newest message of the bot. */
  readonly replyToBot?: boolean;
}

/** A test group with the bot in it. The bot gets what mentions it or replies to it, and nothing else. */
export interface Group extends ChatView {
  readonly id: string;
  /** Says something in the group. `undefined` when the bot does not get to see it. */
  sendAs(person: Person, text: string, options?: SendAsOptions): Update | undefined;
  /** As replies to the bot. */
  sendStickerAs(person: Person): Update;
  sendUnsupportedAs(person: Person): Update;
}

export function createGroup(
  bot: Bot,
  { id = idOf(`group ${bot.chats.size + 1}`), title = 'Nhóm học' }: GroupOptions,
): Group {
  const chat = createChat(bot, { id: requireId(id), chat_type: 'GROUP' });
  chat.state = 'open';
  const write = (person: Person, eventName: string, content: MessageContent): Update => {
    const update = describeEvent(bot, chat, person, eventName, content);
    bot.updates.push(update);
    return update;
  };
  return {
    id,
    sendAs: (person, text, { mention = false, replyToBot = false } = {}) => {
      if (replyToBot && chat.messages.length === 0) throw new Error('The bot has said nothing to reply to');
      const whole = mention ? `@${bot.name} ${text}` : text;
      const isForBot = replyToBot || whole.includes(`@${bot.name}`);
      return isForBot ? write(person, 'message.text.received', textContent(whole)) : undefined;
    },
    sendStickerAs: (person) => write(person, 'message.sticker.received', stickerContent('e2b0a1c8')),
    sendUnsupportedAs: (person) => write(person, 'message.unsupported.received', {}),
    ...createChatView(chat, `the group "${title}"`, bot.closed),
  };
}
