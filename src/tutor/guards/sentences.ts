import { phrases, saysAny } from './phrases.ts';

export interface Sentence {
  /** With its quotes and its end. */
  readonly text: string;
  readonly isQuestion: boolean;
}

const quotes = /“[^”]*”|«[^»]*»|"[^"\n]*"|‘[^’]*’/gu;
/** An end is followed by space, a closing sign or nothing: "1.5", "a.vn/tim?q=1" have none. */
const ends = /[.?!…]+(?=[\s"”’»)\]*_~]|\p{Extended_Pictographic}|$)[)\]*_~]*|\n+/gu;
const asking = phrases(
  `gì|nào|sao|ai|đâu|mấy|bao nhiêu|không|chưa|what|which|who|how|why|where|when|do you|can you|would you|will you`,
);

/**
 * The sentences of a text. A question in quotes is somebody's words and none of the text's own, unless the text ends with it and asks
 * around it (Bạn nói gì khi họ hỏi “mã là mấy?”). What is no word at its end (emoji) belongs to the sentence before.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  // As long as before, so that places stay the same.
  const bare = text.replace(quotes, (quote) => `"${quote.slice(1, -1).replace(/[.?!…\n]/gu, ' ')}"`);
  const found: Sentence[] = [];
  let start = 0;
  const take = (end: number, sign: string): void => {
    const part = text.slice(start, end);
    if (/[\p{L}\p{N}]/u.test(part))
      found.push({ text: part.trim(), isQuestion: sign.includes('?') || asksByQuote(part) });
    start = end;
  };
  for (const { index, 0: sign } of bare.matchAll(ends)) take(index + sign.length, sign);
  take(text.length, '');
  return found;
}

function asksByQuote(part: string): boolean {
  return /\?[”"»]\s*$/u.test(part) && saysAny(part.replace(quotes, ' '), asking);
}

/** A text without what is quoted in it. */
export function withoutQuotes(text: string): string {
  return text.replace(quotes, ' ');
}

/** What stands in quotes. */
export function quotesIn(text: string): readonly string[] {
  return [...text.matchAll(quotes)].map(([quote]) => quote.slice(1, -1).trim());
}

/** How many words, Vietnamese ones counted by syllable. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*/gu)?.length ?? 0;
}
