import type { Bot } from './bot.ts';
import { type Chat, findMessage, type NewMessage, openChat, type StoredMessage, toSeconds } from './chat.ts';
import type { Message } from './message.ts';
import { integerOf, isObject, optionalList, optionalText, type Parameters, requiredInteger } from './parameters.ts';
import { reactionEmoji } from './reaction-emoji.ts';
import { refusal, violation } from './refusals.ts';
import { readInlineKeyboard } from './reply-markup.ts';
import { readMessageText, textContent } from './send.ts';

const deletableMs = 48 * 3600 * 1000;

export function editMessageText(bot: Bot, parameters: Parameters): Message {
  const text = readMessageText(parameters);
  const keyboard = readInlineKeyboard(parameters);
  const { chat, stored } = findEditable(bot, parameters);
  if (stored.message.text === undefined) throw refusal('there is no text in the message to edit');
  const { entities: _, reply_markup: __, link_preview_options: ___, ...kept } = stored.message;
  const content: NewMessage = {
    ...textContent(text, parameters),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
  const message = change(bot, chat, stored, { ...kept, ...content });
  stored.raw = text.raw;
  if (text.parseMode === undefined) delete stored.parseMode;
  else stored.parseMode = text.parseMode;
  return message;
}

export function editMessageReplyMarkup(bot: Bot, parameters: Parameters): Message {
  const keyboard = readInlineKeyboard(parameters);
  const { chat, stored } = findEditable(bot, parameters);
  const { reply_markup: _, ...kept } = stored.message;
  return change(bot, chat, stored, keyboard === undefined ? kept : { ...kept, reply_markup: keyboard });
}

function findEditable(bot: Bot, parameters: Parameters): { chat: Chat; stored: StoredMessage } {
  if (optionalText(parameters, 'inline_message_id') !== undefined) throw violation('MESSAGE_ID_INVALID');
  const chat = openChat(bot.chats, parameters);
  const stored = findMessage(chat, requiredInteger(parameters, 'message_id'));
  if (stored === undefined) throw refusal('message to edit not found');
  // A message that brought a reply keyboard cannot be edited either.
  if (!stored.isFromBot || stored.keyboard !== undefined) throw violation("message can't be edited");
  return { chat, stored };
}

function change(bot: Bot, chat: Chat, stored: StoredMessage, message: Message): Message {
  const looks = ({ text, entities, reply_markup, link_preview_options }: Message): string =>
    JSON.stringify([text, entities ?? [], reply_markup, link_preview_options]);
  if (looks(message) === looks(stored.message)) {
    throw refusal(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  stored.message = { ...message, edit_date: toSeconds(bot.now()) };
  chat.changed.notify();
  return stored.message;
}

export function deleteMessage(bot: Bot, parameters: Parameters): true {
  const chat = openChat(bot.chats, parameters);
  const stored = findMessage(chat, requiredInteger(parameters, 'message_id'));
  if (stored === undefined) throw refusal('message to delete not found');
  remove(bot, chat, [stored]);
  return true;
}

/** Ids that do not exist are skipped; one that may not be deleted refuses all. */
export function deleteMessages(bot: Bot, parameters: Parameters): true {
  const ids = (optionalList(parameters, 'message_ids') ?? []).map(integerOf);
  if (ids.length === 0) throw violation('message identifiers are not specified');
  if (ids.length > 100) throw violation('too many message identifiers specified');
  if (ids.includes(undefined)) throw violation('invalid message identifier specified');
  const chat = openChat(bot.chats, parameters);
  remove(
    bot,
    chat,
    ids.flatMap((id) => findMessage(chat, id) ?? []),
  );
  return true;
}

function remove(bot: Bot, chat: Chat, messages: readonly StoredMessage[]): void {
  for (const { message, isFromBot } of messages) {
    const isTooOld = bot.now().getTime() - message.date * 1000 > deletableMs;
    // In groups the bot is no administrator: it may take back only what it said itself.
    const isAnothers = !isFromBot && chat.description.type !== 'private';
    if (isTooOld || isAnothers) throw refusal("message can't be deleted for everyone");
  }
  for (const stored of messages) stored.isDeleted = true;
  chat.changed.notify();
}

export function setMessageReaction(bot: Bot, parameters: Parameters): true {
  const reactions = optionalList(parameters, 'reaction') ?? [];
  if (reactions.length > 1) throw violation('REACTIONS_TOO_MANY');
  const [reaction] = reactions;
  const chat = openChat(bot.chats, parameters);
  const stored = findMessage(chat, requiredInteger(parameters, 'message_id'));
  if (stored === undefined) throw refusal('message to react not found');
  if (reaction === undefined) {
    delete stored.reaction;
  } else {
    const emoji = isObject(reaction) && reaction.type === 'emoji' ? reaction.emoji : undefined;
    if (typeof emoji !== 'string' || !reactionEmoji.has(emoji.replaceAll('\ufe0f', '')))
      throw violation('REACTION_INVALID');
    stored.reaction = emoji;
  }
  chat.changed.notify();
  return true;
}
