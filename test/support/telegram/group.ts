import type { Bot } from './bot.ts';
import { addMessage, createChat, toSeconds } from './chat.ts';
import { type ChatView, createChatView, withView } from './chat-view.ts';
import type { Update } from './message.ts';
import { type Person, replyContent, textContent } from './person.ts';
import { type Pressed, type PressOptions, press } from './press.ts';

export interface GroupOptions {
  readonly id?: number;
  readonly title?: string;
  /** Off when the bot's owner let it read everything; on, it gets only what is meant for it. */
  readonly hasPrivacy?: boolean;
}

/** A group the bot was added to. */
export interface Group extends ChatView {
  readonly id: number;
  /** Says something in the group. `undefined` when the bot does not get to see it. */
  sendAs(person: Person, text: string, options?: SendAsOptions): Update | undefined;
  pressAs(person: Person, labelOrData: string, options?: PressOptions): Pressed;
}

interface SendAsOptions {
  /** Puts the bot's name before the text. */
  readonly mention?: boolean;
  /** As a reply to the newest message of the bot. */
  readonly replyToBot?: boolean;
}

/** Creates the group and tells the bot that `addedBy` added it. */
export function createGroup(bot: Bot, options: GroupOptions & { readonly id: number }, addedBy: Person['user']): Group {
  const { id, title = 'Nhóm học', hasPrivacy = true } = options;
  const chat = createChat({ id, type: 'supergroup', title });
  chat.state = 'open';
  bot.chats.set(id, chat);
  bot.updates.push({
    my_chat_member: {
      chat: chat.description,
      from: addedBy,
      date: toSeconds(bot.now()),
      old_chat_member: { user: bot.user, status: 'left' },
      new_chat_member: { user: bot.user, status: 'member' },
    },
  });
  const view = createChatView(chat, `the group "${title}"`, bot.closed);
  const group: Omit<Group, keyof ChatView> = {
    id,
    sendAs: (person, text, { mention = false, replyToBot = false } = {}) => {
      const newest = view.received.at(-1)?.id;
      if (replyToBot && newest === undefined) throw new Error('The bot has said nothing to reply to');
      const whole = mention ? `@${bot.user.username} ${text}` : text;
      const content = { ...textContent(whole), ...replyContent(chat, replyToBot ? newest : undefined) };
      const message = addMessage(chat, person.user, content, { now: bot.now() });
      const isForBot = replyToBot || isAddressed(whole, bot.user.username ?? '');
      return chat.state === 'open' && (isForBot || !hasPrivacy) ? bot.updates.push({ message }) : undefined;
    },
    pressAs: (person, labelOrData, pressOptions = {}) =>
      press(bot, chat, person.user, labelOrData, pressOptions, (answer) => person.callbackAnswers.push(answer)),
  };
  return withView(group, view);
}

/** A mention of the bot, or a command that is not another bot's. */
function isAddressed(text: string, username: string): boolean {
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  const isCommand =
    command !== null && (command[1]?.toLowerCase() ?? username.toLowerCase()) === username.toLowerCase();
  return isCommand || new RegExp(`(?<!\\w)@${username}(?!\\w)`, 'i').test(text);
}
