import { ApiError } from '../scripted-server/api-error.ts';
import type { Bot } from './bot.ts';
import { type BotMessage, type Chat, openChat } from './chat.ts';
import { fetchPhoto, requireMediaUrl } from './media-url.ts';
import { optionalReadable, optionalText, type Payload, requiredText } from './payload.ts';
import { refusal, violation } from './platform-error.ts';
import { readTextStyles } from './text-styles.ts';

/** Of texts and captions, in UTF-16 units. */
const longestText = 2000;

/** What the platform tells of a message it took. */
export interface SentMessage {
  readonly message_id: string;
  /** Milliseconds. */
  readonly date: number;
}

export function sendMessage(bot: Bot, payload: Payload): SentMessage {
  const text = optionalReadable(payload, 'text', longestText) ?? '';
  if (text === '') throw violation('text is empty');
  const parseMode = optionalText(payload, 'parse_mode');
  if (parseMode !== undefined && !['markdown', 'html'].includes(parseMode)) {
    throw violation(`unknown parse_mode "${parseMode}"`);
  }
  const styles = readTextStyles(payload, text);
  if (parseMode !== undefined && styles.length > 0) throw violation('either parse_mode or text_styles');
  const replyTo = optionalText(payload, 'reply_to_message_id');
  return send(bot, payload, {
    kind: 'text',
    text,
    styles,
    ...(parseMode === undefined ? {} : { parseMode }),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
}

export async function sendPhoto(bot: Bot, payload: Payload): Promise<SentMessage> {
  const url = requireMediaUrl(requiredText(payload, 'photo'), 'photo');
  const text = optionalReadable(payload, 'caption', longestText) ?? '';
  if (!bot.isFetchingPhotos) return send(bot, payload, { kind: 'photo', text, photo: { url: url.href } });
  const fetched = await fetchPhoto(url, bot.closed);
  bot.fetchedPhotos.push(fetched);
  if (fetched.status !== 200 || !fetched.contentType.startsWith('image/') || !fetched.isPicture) {
    const what = `status ${fetched.status}, content type "${fetched.contentType}", ${fetched.bytes} bytes`;
    throw refusal(400, `Bad request: the photo cannot be fetched: ${what}`);
  }
  return send(bot, payload, { kind: 'photo', text, photo: { url: url.href, fetched } });
}

export function sendSticker(bot: Bot, payload: Payload): SentMessage {
  return send(bot, payload, { kind: 'sticker', sticker: requiredText(payload, 'sticker') });
}

export function sendVoice(bot: Bot, payload: Payload): SentMessage {
  const url = requireMediaUrl(requiredText(payload, 'voice_url'), 'voice_url');
  if (!url.pathname.endsWith('.aac')) throw violation('voice_url must be an .aac file');
  const chat = bot.chats.get(requiredText(payload, 'chat_id'));
  if (chat?.description.chat_type === 'GROUP') throw violation('a voice message goes to one person only');
  return send(bot, payload, { kind: 'voice', voiceUrl: url.href });
}

export function sendChatAction(bot: Bot, payload: Payload): void {
  const action = requiredText(payload, 'action');
  if (action !== 'typing') throw violation(`unknown action "${action}"`);
  const chat = openChat(bot, payload);
  chat.actions.push(action);
  chat.changed.notify();
}

type NewMessage = Pick<BotMessage, 'kind'> & Partial<Omit<BotMessage, 'id' | 'date' | 'kind'>>;

/** Puts a well-formed message into its chat, if quota and chat allow. */
function send(bot: Bot, payload: Payload, content: NewMessage): SentMessage {
  requiredText(payload, 'chat_id');
  bot.quota.requireLeft();
  const chat = openOrCount(bot, payload);
  bot.quota.count();
  const date = bot.now();
  const id = bot.nextMessageId();
  chat.messages.push({ text: '', styles: [], buttons: [], ...content, id, date });
  chat.changed.notify();
  return { message_id: id, date: date.getTime() };
}

function openOrCount(bot: Bot, payload: Payload): Chat {
  try {
    return openChat(bot, payload);
  } catch (error) {
    if (error instanceof ApiError && bot.doFailedSendsCount) bot.quota.count();
    throw error;
  }
}
