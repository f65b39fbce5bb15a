import { isMostlyAccented, type Token, tokens } from '../../text/index.ts';

/** Phrases to look for, each as its words. */
export type Phrases = readonly (readonly Token[])[];

/** Reads a list of phrases that are parted by "|"; they are written with their accents. */
export function phrases(list: string): Phrases {
  return list
    .split('|')
    .map((phrase) => tokens(phrase))
    .filter((words) => words.length > 0);
}

/** Where a phrase was found: words from `start` up to, not with, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where any of the phrases stands, in the order of the text. In a text with accents they are compared with theirs ("từ" is not "tự"); in
 * one that was written without, they are not.
 */
export function phraseSpans(words: readonly Token[], wanted: Phrases): readonly Span[] {
  const isAccented = isMostlyAccented(words);
  const same = (a: Token, b: Token | undefined): boolean =>
    b !== undefined && (isAccented || b.hasAccents ? a.accented === b.accented : a.folded === b.folded);
  return words.flatMap((_, start) =>
    wanted
      .filter((phrase) => phrase.every((word, at) => same(word, words[start + at])))
      .map((phrase) => ({ start, end: start + phrase.length })),
  );
}

/** Whether any of the phrases stands in a text. */
export function saysAny(text: string | readonly Token[], wanted: Phrases): boolean {
  return phraseSpans(typeof text === 'string' ? tokens(text) : text, wanted).length > 0;
}

/** Whether any of the phrases stands in a text that the known text has not. */
export function saysNew(text: string | readonly Token[], wanted: Phrases, known: string): boolean {
  const words = typeof text === 'string' ? tokens(text) : text;
  const spans = phraseSpans(words, wanted);
  return spans.length > 0 && spans.some(({ start, end }) => !saysAny(known, [words.slice(start, end)]));
}
