import type { Bot } from './bot.ts';
import { type BlockedCode, createChat, describeEvent } from './chat.ts';
import { type ChatView, createChatView } from './chat-view.ts';
import { idOf, requireId } from './id.ts';
import type { MessageContent, Update } from './update.ts';

export interface PersonOptions {
  readonly id?: string;
  readonly name?: string;
}

/** Somebody in a private chat with the bot. What they do returns the update that was queued for the bot. */
export interface Person extends ChatView {
  /** Also the id of the private chat. */
  readonly id: string;
  readonly name: string;
  /** Whether they came after all places of the bot were taken: the bot hears nothing of what they write. */
  readonly isTurnedAway: boolean;
  send(text: string): Update;
  sendSticker(sticker?: string): Update;
  sendVoice(url?: string): Update;
  sendPhoto(options?: { readonly caption?: string; readonly url?: string }): Update;
  /** A link, a file, or anything at all from a protected person: it comes without content. */
  sendUnsupported(): Update;
  /** An event of a name the bot has never heard of. */
  sendUnknown(eventName?: string, content?: MessageContent): Update;
  /** Nothing tells the bot, but sending to them fails from now on. */
  block(options?: { readonly errorCode?: BlockedCode }): void;
  unblock(): void;
}

export function createPerson(bot: Bot, options: PersonOptions): Person {
  const { id = idOf(`person ${bot.chats.size + 1}`), name = 'Lan' } = options;
  const chat = createChat(bot, { id: requireId(id), chat_type: 'PRIVATE' });

  const write = (eventName: string, content: MessageContent): Update => {
    if (chat.blockedCode !== undefined) throw new Error(`${name} has blocked the bot and must unblock it first`);
    if (chat.state === 'unwritten') chat.state = hasRoom(bot) ? 'open' : 'turnedAway';
    const update = describeEvent(bot, chat, { id, name }, eventName, content);
    if (chat.state === 'open') bot.updates.push(update);
    return update;
  };

  return {
    id,
    name,
    get isTurnedAway() {
      return chat.state === 'turnedAway';
    },
    send: (text) => write('message.text.received', textContent(text)),
    sendSticker: (sticker = 'e2b0a1c8') => write('message.sticker.received', stickerContent(sticker)),
    sendVoice: (url = 'https://voice.zdn.vn/x.aac') =>
      write('message.voice.received', { message_type: 'CHAT_VOICE', voice_url: url }),
    sendPhoto: ({ caption = '', url = 'https://photo.zdn.vn/x.jpg' } = {}) =>
      write('message.image.received', { message_type: 'CHAT_PHOTO', photo_url: url, caption }),
    sendUnsupported: () => write('message.unsupported.received', {}),
    sendUnknown: (eventName = 'message.hologram.received', content = {}) => write(eventName, content),
    block: ({ errorCode = bot.blockedCode } = {}) => {
      chat.blockedCode = errorCode;
    },
    unblock: () => {
      chat.blockedCode = undefined;
    },
    ...createChatView(chat, `${name} (${id})`, bot.closed),
  };
}

export function textContent(text: string): MessageContent {
  if (text === '') throw new Error('Nobody can send an empty text');
  return { text };
}

export function stickerContent(sticker: string): MessageContent {
  return { sticker, url: `https://sticker.zdn.vn/${sticker}.png` };
}

/** Everybody who ever wrote holds a place, also after blocking the bot. */
function hasRoom(bot: Bot): boolean {
  const people = [...bot.chats.values()].filter(
    ({ state, description }) => description.chat_type === 'PRIVATE' && state === 'open',
  );
  return people.length < bot.peopleLimit;
}
