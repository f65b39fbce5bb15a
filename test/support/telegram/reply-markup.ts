import type { InlineButton, InlineKeyboard, KeyboardButton } from './message.ts';
import { isObject, type JsonObject, optionalObject, type Parameters } from './parameters.ts';
import { refusal, violation } from './refusals.ts';

export type ReplyMarkup =
  | { readonly kind: 'inline'; readonly markup: InlineKeyboard }
  | { readonly kind: 'keyboard'; readonly rows: readonly (readonly KeyboardButton[])[] }
  | { readonly kind: 'remove' }
  | { readonly kind: 'force_reply' };

const mostButtons = 100;
const mostButtonsInRow = 8;
const mostDataBytes = 64;

/** Kinds of inline buttons; each button is exactly one of them. */
const inlineKinds = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'callback_game',
  'pay',
];

/** The markup of a new message. */
export function readReplyMarkup(parameters: Parameters, chatType: string): ReplyMarkup | undefined {
  const given = optionalObject(parameters, 'reply_markup');
  if (given === undefined) return undefined;
  if ('inline_keyboard' in given) return readInline(given);
  if ('keyboard' in given) return { kind: 'keyboard', rows: readRows(given.keyboard, readKeyboardButton(chatType)) };
  if (given.remove_keyboard === true) return { kind: 'remove' };
  if (given.force_reply === true) return { kind: 'force_reply' };
  if (Object.keys(given).length === 0) return undefined;
  throw violation("can't parse reply markup: unknown kind");
}

/** The markup of an edited message, which can only have inline buttons. */
export function readInlineKeyboard(parameters: Parameters): InlineKeyboard | undefined {
  const given = optionalObject(parameters, 'reply_markup');
  if (given === undefined || Object.keys(given).length === 0) return undefined;
  if (!('inline_keyboard' in given)) throw violation('inline keyboard expected');
  return readInline(given)?.markup;
}

function readInline(given: JsonObject): { readonly kind: 'inline'; readonly markup: InlineKeyboard } | undefined {
  const rows = readRows(given.inline_keyboard, readInlineButton);
  return rows.length === 0 ? undefined : { kind: 'inline', markup: { inline_keyboard: rows } };
}

function readRows<Button>(given: unknown, readButton: (button: unknown) => Button): Button[][] {
  if (!Array.isArray(given)) throw violation("can't parse keyboard: expected an Array of Array");
  const rows = given.map((row: unknown) => {
    if (!Array.isArray(row)) throw violation("can't parse keyboard: expected an Array of Array");
    if (row.length > mostButtonsInRow)
      throw violation(`reply markup has more than ${mostButtonsInRow} buttons in a row`);
    return row.map(readButton);
  });
  if (rows.flat().length > mostButtons) throw violation('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

function readLabel(button: JsonObject): string {
  if (typeof button.text !== 'string')
    throw violation('can\'t parse keyboard button: Field "text" must be of type String');
  if (button.text.trim() === '') throw violation('keyboard button text must be non-empty');
  return button.text;
}

function readInlineButton(button: unknown): InlineButton {
  if (!isObject(button)) throw violation("can't parse inline keyboard button: expected an Object");
  const text = readLabel(button);
  const kinds = inlineKinds.filter((kind) => button[kind] !== undefined);
  if (kinds.length === 0) {
    throw violation("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (kinds.length > 1) {
    throw violation(`can't parse inline keyboard button: only one is allowed of ${kinds.join(', ')}`);
  }
  if (kinds[0] === 'callback_data') return { ...button, text, callback_data: readData(button.callback_data) };
  if (kinds[0] === 'url') return { ...button, text, url: readUrl(button.url) };
  return { text, [kinds[0] ?? '']: button[kinds[0] ?? ''] };
}

function readData(data: unknown): string {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
  if (typeof data !== 'string' || bytes < 1 || bytes > mostDataBytes) throw violation('BUTTON_DATA_INVALID');
  return data;
}

function readUrl(url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url)) throw violation('BUTTON_URL_INVALID');
  const { protocol, hostname, pathname } = new URL(url);
  const isLink = ['http:', 'https:'].includes(protocol) && hostname !== '' && !url.includes(' ');
  const isTelegramLink = protocol === 'tg:' && `${hostname}${pathname}` !== '';
  if (!isLink && !isTelegramLink) throw violation('BUTTON_URL_INVALID');
  return url;
}

function readKeyboardButton(chatType: string): (button: unknown) => KeyboardButton {
  return (button) => {
    if (typeof button === 'string') return { text: readLabel({ text: button }) };
    if (!isObject(button)) throw violation("can't parse keyboard button: expected an Object");
    const wants = ['request_location', 'request_contact'].filter((name) => button[name] === true);
    if (wants.length > 1) throw violation("can't parse keyboard button: only one request is allowed");
    if (wants.length > 0 && chatType !== 'private') {
      throw refusal(`${wants[0]?.slice('request_'.length)} can be requested in private chats only`);
    }
    const text = readLabel(button);
    return wants.length === 0 ? { text } : { text, [wants[0] ?? '']: true };
  };
}
