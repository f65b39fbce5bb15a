import { hasWords, isWebAddress } from '../text/index.ts';

/** What staff may write, wherever they write it: the longest texts, and how many things to press. */
export const broadcastLimits = {
  title: 120,
  /** Telegram takes 4,096 characters in all, and each message adds how to stop them. */
  text: 3500,
  label: 64,
  url: 1000,
  choices: 5,
} as const;

/** Line breaks are the only control characters; marks that turn the direction of writing can make a text read as another. */
const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** A text as it is kept, however it was typed. */
export function cleanText(given: string): string {
  return given.replaceAll('\r\n', '\n').trim().normalize('NFC');
}

/** The same where one line is shown. */
export function cleanLine(given: string): string {
  return cleanText(given).replace(/\s*\n\s*/g, ' ');
}

/** Whether a cleaned text says something and is not too long. */
export function isOfLength(text: string, longest: number): boolean {
  return hasWords(text) && text.length <= longest;
}

/** Whether a text can be shown as it was written. */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && !forbidden.test(text);
}

/** Whether an address may stand behind a button. */
export function isLinkAddress(given: string): boolean {
  return given.length <= broadcastLimits.url && isWebAddress(given);
}
