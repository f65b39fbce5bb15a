import type { Bot } from './bot.ts';
import type { CallbackAnswer } from './callback-query.ts';
import { addMessage, type Chat, createChat, findMessage, type NewMessage, toSeconds } from './chat.ts';
import { type ChatView, createChatView, withView } from './chat-view.ts';
import { detectEntities } from './formatted-text.ts';
import type { ChatMember, Message, Update, User } from './message.ts';
import { type Pressed, type PressOptions, press } from './press.ts';

export interface PersonOptions {
  readonly id?: number;
  readonly firstName?: string;
  readonly languageCode?: string;
  /** Their chat with the bot is open from before the test: no update tells of it. */
  readonly hasStarted?: boolean;
}

/** Somebody in a private chat with the bot. What they do returns the update that was queued for the bot. */
export interface Person extends ChatView {
  /** Also the id of the private chat. */
  readonly id: number;
  readonly user: User;
  /** What the bot answered to presses, in order. */
  readonly callbackAnswers: CallbackAnswer[];
  send(text: string, options?: { readonly replyTo?: number }): Update;
  /** Presses START or follows a deep link. */
  start(parameter?: string): Update;
  sendSticker(emoji?: string): Update;
  /** @param content what the bot gets when it fetches the file; without it there is none to be had */
  sendVoice(seconds?: number, content?: Uint8Array): Update;
  sendPhoto(options?: { readonly caption?: string; readonly content?: Uint8Array }): Update;
  sendFile(options?: { readonly name?: string; readonly mimeType?: string; readonly caption?: string }): Update;
  shareLocation(latitude: number, longitude: number): Update;
  /** Edits a message of one's own. */
  edit(messageId: number, text: string): Update;
  press(labelOrData: string, options?: PressOptions): Pressed;
  /** Answers a poll that is not anonymous. */
  vote(messageId: number, optionIds: readonly number[]): Update;
  block(): Update;
  unblock(): Update;
  /** Deletes the account: no update tells the bot. */
  deactivate(): void;
}

const longestText = 4096;

export function createPerson(bot: Bot, options: PersonOptions): Person {
  const { id = 0, firstName = 'Lan', languageCode, hasStarted = false } = options;
  const language = languageCode === undefined ? {} : { language_code: languageCode };
  const user: User = { id, is_bot: false, first_name: firstName, ...language };
  const chat = createChat({ id, type: 'private', first_name: firstName });
  if (hasStarted) chat.state = 'open';
  bot.chats.set(id, chat);
  const callbackAnswers: CallbackAnswer[] = [];

  const write = (content: NewMessage): Update => {
    requireWritable(chat, firstName);
    chat.state = 'open';
    return bot.updates.push({ message: addMessage(chat, user, content, { now: bot.now() }) });
  };
  const file = (kind: string): { file_id: string; file_unique_id: string } => {
    const name = `${kind}${id}-${chat.messages.size + 1}`;
    return { file_id: name, file_unique_id: `U${name}` };
  };
  const kept = <F extends { file_id: string }>(sent: F, content: Uint8Array | undefined): F => {
    if (content !== undefined) bot.sent.set(sent.file_id, content);
    return sent;
  };
  const changeMembership = (from: 'member' | 'kicked', to: 'member' | 'kicked'): Update => {
    chat.state = to === 'kicked' ? 'blocked' : 'open';
    return bot.updates.push({
      my_chat_member: {
        chat: chat.description,
        from: user,
        date: toSeconds(bot.now()),
        old_chat_member: membership(bot, from),
        new_chat_member: membership(bot, to),
      },
    });
  };

  const view = createChatView(chat, `${firstName} (${id})`, bot.closed);
  const person: Omit<Person, keyof ChatView> = {
    id,
    user,
    callbackAnswers,
    send: (text, { replyTo } = {}) => write({ ...textContent(text), ...replyContent(chat, replyTo) }),
    start: (parameter) => {
      if (parameter !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(parameter)) {
        throw new Error(`A deep link cannot carry "${parameter}"`);
      }
      return write(textContent(parameter === undefined ? '/start' : `/start ${parameter}`));
    },
    sendSticker: (emoji = '👍') =>
      write({ sticker: { ...file('sticker'), type: 'regular', width: 512, height: 512, is_animated: false, emoji } }),
    sendVoice: (seconds = 3, content) =>
      write({ voice: { ...kept(file('voice'), content), duration: seconds, mime_type: 'audio/ogg' } }),
    sendPhoto: ({ caption, content } = {}) =>
      write({
        photo: [{ ...kept(file('photo'), content), width: 1280, height: 720, file_size: 90_000 }],
        ...captionContent(caption),
      }),
    sendFile: ({ name = 'bai-tap.pdf', mimeType = 'application/pdf', caption } = {}) =>
      write({
        document: { ...file('document'), file_name: name, mime_type: mimeType, file_size: 90_000 },
        ...captionContent(caption),
      }),
    shareLocation: (latitude, longitude) => write({ location: { latitude, longitude } }),
    edit: (messageId, text) => {
      requireWritable(chat, firstName);
      const stored = findMessage(chat, messageId);
      if (stored === undefined || stored.isFromBot) throw new Error(`#${messageId} is no message of ${firstName}`);
      const { entities: _, ...kept } = stored.message;
      stored.message = { ...kept, ...textContent(text), edit_date: toSeconds(bot.now()) };
      stored.raw = text;
      return bot.updates.push({ edited_message: stored.message });
    },
    press: (labelOrData, options = {}) => {
      requireWritable(chat, firstName);
      return press(bot, chat, user, labelOrData, options, (answer) => callbackAnswers.push(answer));
    },
    vote: (messageId, optionIds) => {
      const poll = findMessage(chat, messageId)?.message.poll;
      if (poll === undefined) throw new Error(`#${messageId} is no poll`);
      const update = { poll_answer: { poll_id: poll.id, user, option_ids: optionIds } };
      if (poll.is_anonymous) throw new Error(`The poll #${messageId} is anonymous: the bot hears of no answer`);
      return bot.updates.push(update);
    },
    block: () => changeMembership('member', 'kicked'),
    unblock: () => changeMembership('kicked', 'member'),
    deactivate: () => {
      chat.state = 'deactivated';
    },
  };
  return withView(person, view);
}

function membership(bot: Bot, status: 'member' | 'kicked'): ChatMember {
  return status === 'kicked' ? { user: bot.user, status, until_date: 0 } : { user: bot.user, status };
}

function requireWritable(chat: Chat, name: string): void {
  if (chat.state === 'blocked') throw new Error(`${name} has blocked the bot and must unblock it first`);
  if (chat.state === 'deactivated') throw new Error(`The account of ${name} is deleted`);
}

/** A text as a person writes it. */
export function textContent(text: string): NewMessage {
  if (text === '' || text.length > longestText) throw new Error(`Nobody can send a text of ${text.length} characters`);
  const entities = detectEntities(text);
  return entities.length === 0 ? { text } : { text, entities };
}

function captionContent(caption: string | undefined): NewMessage {
  return caption === undefined ? {} : { caption };
}

/** The message replied to, without what that one replied to. */
export function replyContent(chat: Chat, messageId: number | undefined): { reply_to_message?: Message } {
  if (messageId === undefined) return {};
  const stored = findMessage(chat, messageId);
  if (stored === undefined) throw new Error(`There is no message #${messageId} to reply to`);
  const { reply_to_message: _, ...message } = stored.message;
  return { reply_to_message: message };
}
