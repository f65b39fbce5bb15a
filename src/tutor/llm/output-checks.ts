import type { Found } from './found.ts';

/** Numbers of help that everybody knows. */
const knownNumbers = new Set(['111', '112', '113', '114', '115']);
/** Three digits are a number to call only where a call is spoken of. */
const called = /(?:gọi|tổng đài|đường dây|hotline|call|dial|ring)[^.?!\d]{0,24}(\d(?:[\d .-]{0,16}\d)?)/giu;
const numbered =
  /(?:bấm|nhắn|liên hệ|số|phone|number)[^.?!\d]{0,24}(\d[\d .-]{3,16}\d)|((?:1[89]00|0[35789]|\+84)[\d .-]{4,14}\d)/giu;

/** Whether a draft gives out a telephone number that stands in no passage: an invented one may cost money, or belong to somebody. */
export function namesNumber(text: string, { passages }: Pick<Found, 'passages'>): boolean {
  const digits = (words: string): string => words.replace(/\D/g, '');
  const known = digits(passages.map((passage) => passage.text).join(' '));
  const told = [...text.matchAll(called), ...text.matchAll(numbered)].map(([, one, other]) =>
    digits(one ?? other ?? ''),
  );
  return told.some((number) => number.length >= 3 && !knownNumbers.has(number) && !known.includes(number));
}

/** Words of the prompt in a row that are no chance. */
const wordsInARow = 9;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** The words of the prompt that was read last; there is mostly one. */
let read: { readonly system: string; readonly words: string } | undefined;

/** Whether a draft shows the canary, the marks around data or a stretch of the prompt. */
export function showsPrompt(
  written: string,
  { canary, system }: { readonly canary: string; readonly system: string },
): boolean {
  if (written.includes(canary) || /[⟦⟧]/.test(written)) return true;
  const draft = wordsOf(written);
  if (read?.system !== system) {
    // The example and the fixed sentences of the prompt may be said: they are in quotes.
    read = { system, words: ` ${wordsOf(system.replace(/"[^"]*"/g, ' | ')).join(' ')} ` };
  }
  const own = read.words;
  for (let at = 0; at + wordsInARow <= draft.length; at++)
    if (own.includes(` ${draft.slice(at, at + wordsInARow).join(' ')} `)) return true;
  return false;
}
