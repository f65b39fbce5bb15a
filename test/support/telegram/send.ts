import type { Bot } from './bot.ts';
import { addMessage, type Chat, findMessage, type Media, type NewMessage, openChat } from './chat.ts';
import { type ReadText, readFormattedText } from './formatted-text.ts';
import { type ReadMedia, readMedia } from './media.ts';
import type { Message } from './message.ts';
import { integerOf, optionalInteger, optionalObject, type Parameters, readFlag, requiredText } from './parameters.ts';
import { readPoll } from './poll.ts';
import { refusal, violation } from './refusals.ts';
import { readReplyMarkup } from './reply-markup.ts';

const longestText = 4096;
const longestCaption = 1024;

/** A text of a new or edited message, within the platform's length. */
export function readMessageText(parameters: Parameters): ReadText {
  const text = readFormattedText(parameters, 'text');
  if (text.text === '') throw violation('message text is empty');
  if (text.text.length > longestText) throw violation('message is too long');
  return text;
}

/** The text's part of a message. */
export function textContent(text: ReadText, parameters: Parameters): NewMessage {
  const preview = optionalObject(parameters, 'link_preview_options');
  return {
    text: text.text,
    ...(text.entities.length > 0 ? { entities: text.entities } : {}),
    ...(preview === undefined ? {} : { link_preview_options: preview }),
  };
}

export function sendMessage(bot: Bot, parameters: Parameters): Message {
  const text = readMessageText(parameters);
  const content = textContent(text, parameters);
  return send(bot, parameters, () => ({ content, text }));
}

export async function sendPhoto(bot: Bot, parameters: Parameters): Promise<Message> {
  const media = await readMedia(bot, parameters, 'photo');
  return sendMedia(bot, parameters, media);
}

export async function sendDocument(bot: Bot, parameters: Parameters): Promise<Message> {
  const media = await readMedia(bot, parameters, 'document');
  return sendMedia(bot, parameters, media);
}

function sendMedia(bot: Bot, parameters: Parameters, { content, media }: ReadMedia): Message {
  const text = readFormattedText(parameters, 'caption');
  if (text.text.length > longestCaption) throw violation('message caption is too long');
  const caption: NewMessage = {
    ...(text.text === '' ? {} : { caption: text.text }),
    ...(text.entities.length > 0 ? { caption_entities: text.entities } : {}),
  };
  return send(bot, parameters, () => ({ content: { ...content, ...caption }, text, media }));
}

export function sendPoll(bot: Bot, parameters: Parameters): Message {
  const poll = readPoll(parameters, `${5_000_000_000 + bot.polls.size + 1}`);
  return send(bot, parameters, () => {
    bot.polls.set(poll.id, poll);
    return { content: { poll }, text: { raw: poll.question, text: poll.question, entities: [] } };
  });
}

interface Prepared {
  readonly content: NewMessage;
  readonly text: ReadText;
  readonly media?: Media;
}

/** Puts what was prepared into the chat, with what every kind of message can have. Prepares only once all else is right. */
function send(bot: Bot, parameters: Parameters, prepare: () => Prepared): Message {
  const chat = openChat(bot.chats, parameters);
  const markup = readReplyMarkup(parameters, chat.description.type);
  readFlag(parameters, 'disable_notification');
  const isProtected = readFlag(parameters, 'protect_content');
  const repliedTo = readRepliedTo(chat, parameters);
  const { content, text, media } = prepare();
  const whole: NewMessage = {
    ...content,
    ...(markup?.kind === 'inline' ? { reply_markup: markup.markup } : {}),
    ...(repliedTo === undefined ? {} : { reply_to_message: repliedTo }),
    ...(isProtected ? { has_protected_content: true } : {}),
  };
  const keyboard = markup?.kind === 'keyboard' ? markup.rows : markup?.kind === 'remove' ? [] : undefined;
  return addMessage(chat, bot.user, whole, {
    now: bot.now(),
    raw: text.raw,
    ...(text.parseMode === undefined ? {} : { parseMode: text.parseMode }),
    ...(media === undefined ? {} : { media }),
    ...(keyboard === undefined ? {} : { keyboard }),
  });
}

function readRepliedTo(chat: Chat, parameters: Parameters): Message | undefined {
  const reply = optionalObject(parameters, 'reply_parameters');
  const legacyId = optionalInteger(parameters, 'reply_to_message_id');
  const isGiven = reply !== undefined || legacyId !== undefined;
  if (!isGiven) return undefined;
  const id = reply === undefined ? legacyId : integerOf(reply.message_id);
  if (id === undefined) throw violation("can't parse reply parameters: message_id is missing");
  const stored = findMessage(chat, id);
  const mayBeMissing =
    reply?.allow_sending_without_reply === true || readFlag(parameters, 'allow_sending_without_reply');
  if (stored === undefined && !mayBeMissing) throw refusal('message to be replied not found');
  if (stored === undefined) return undefined;
  // Like the platform's, a reply shows the message replied to, not what that one replied to.
  const { reply_to_message: _, ...message } = stored.message;
  return message;
}

const chatActions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export function sendChatAction(bot: Bot, parameters: Parameters): true {
  const action = requiredText(parameters, 'action');
  if (!chatActions.includes(action)) throw violation('wrong parameter action in request');
  const chat = openChat(bot.chats, parameters);
  chat.actions.push(action);
  chat.changed.notify();
  return true;
}
