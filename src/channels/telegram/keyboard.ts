import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import type { Choice, OutboundMessage } from '../../message/index.ts';

/** Labels up to this long stand two in a row on a narrow phone. */
const halfRow = 18;

function button(choice: Choice, label: string): InlineKeyboardButton {
  return choice.url === undefined ? { text: label, callback_data: choice.id } : { text: label, url: choice.url };
}

/** Each course's choices in a row of its own, numbered as in the text; the others below, two in a row where they fit. */
export function inlineKeyboard(message: OutboundMessage, withLinks = true): InlineKeyboardMarkup | undefined {
  const choices = withLinks ? message.choices : message.choices.filter((choice) => choice.url === undefined);
  const rows: InlineKeyboardButton[][] = [];
  message.courses?.forEach((course, position) => {
    const own = choices.filter((choice) => choice.course === course.id);
    if (own.length === 0) return;
    rows.push(own.map((choice) => button(choice, `${position + 1}. ${choice.shortLabel ?? choice.label}`)));
  });
  let open: InlineKeyboardButton[] | undefined;
  for (const choice of choices) {
    if (choice.course !== undefined) continue;
    const next = button(choice, choice.label);
    if (open !== undefined && choice.label.length <= halfRow) {
      open.push(next);
      open = undefined;
    } else {
      const row = [next];
      rows.push(row);
      open = choice.label.length <= halfRow ? row : undefined;
    }
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** A keyboard with the one button that shares where the person is. */
export function locationKeyboard(label: string): ReplyKeyboardMarkup {
  return { keyboard: [[{ text: label, request_location: true }]], resize_keyboard: true, one_time_keyboard: true };
}
