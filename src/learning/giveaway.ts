import { isMostlyAccented, isStopWord, type Token, tokens } from '../text/index.ts';

/** A short pattern that tells the decisive idea of an answer in other words (docs/lessons.md). */
export interface Giveaway {
  readonly written: string;
  /** All stand in one sentence, in any order. */
  readonly parts: readonly Part[];
}

/** Words in their order, each with its alternatives; an alternative is one word or several side by side. */
type Part = readonly (readonly (readonly Token[])[])[];

/** Between two words of a part so many others may stand: "tắt máy" is in "tắt luôn cái máy". */
const mostBetween = 2;
/** A pattern of so many words is no everyday one, although each of its words is. */
const fewestEveryday = 2;

/**
 * Reads `gác/tắt máy + ra/tới công_an`: blanks part words that stand in this order, ` + ` parts that stand anywhere in the sentence, `/`
 * alternatives, `_` words that stand side by side. Why it cannot be read, with a remedy, where it cannot; never throws.
 */
export function readGiveaway(written: string): Giveaway | { readonly problem: string; readonly remedy: string } {
  const parts = written.split(/\s\+(?=\s)|^\+(?=\s)|\s\+$/u).map((part) =>
    part
      .split(/\s+/u)
      .filter((slot) => slot !== '')
      .map((slot) => slot.split('/').map((alternative) => tokens(alternative.replaceAll('_', ' ')))),
  );
  const isEmpty = parts.some(
    (part) => part.length === 0 || part.some((slot) => slot.some((words) => words.length === 0)),
  );
  if (isEmpty)
    return {
      problem: `“${written}” có chỗ trống giữa các dấu`,
      remedy: 'Hãy viết như “gác/tắt máy + ra/tới công_an”: mỗi bên của “/” và “ + ” phải có chữ.',
    };
  const slots = parts.flat();
  if (slots.length < fewestEveryday && slots.some((slot) => slot.some(isEveryday)))
    return {
      problem: `“${written}” là chữ câu nào cũng có`,
      remedy: 'Hãy thêm một chữ đứng cùng, ví dụ “không đưa”.',
    };
  return { written, parts };
}

function isEveryday([first, ...rest]: readonly Token[]): boolean {
  return first === undefined || (rest.length === 0 && isStopWord(first) && !/\d/.test(first.folded));
}

/** The first of the patterns that stands in one sentence of the text. Words are compared with their accents, in a sentence that has any. */
export function giveawayIn(text: string, giveaways: readonly Giveaway[]): Giveaway | undefined {
  if (giveaways.length === 0) return undefined;
  const sentences = text.split(/[.?!…;]+(?=[\s"”’»)\]]|$)|\n+/u).map(sentenceOf);
  return giveaways.find(({ parts }) => sentences.some((sentence) => parts.every((part) => stands(part, sentence))));
}

interface Sentence {
  readonly words: readonly Token[];
  /** The words as they are compared. */
  readonly keys: ReadonlySet<string>;
  readonly isAccented: boolean;
}

function sentenceOf(text: string): Sentence {
  const words = tokens(text);
  return { words, keys: new Set(words.map(({ accented }) => accented)), isAccented: isMostlyAccented(words) };
}

function stands(part: Part, { words, keys, isAccented }: Sentence): boolean {
  // A word without accents has itself as its key, so folded keys are found in the same set.
  const isThere = (wanted: Token): boolean => keys.has(wanted.accented) || (!isAccented && keys.has(wanted.folded));
  const same = (wanted: Token, word: Token | undefined): boolean =>
    word !== undefined &&
    (wanted.accented === word.accented || (!isAccented && !word.hasAccents && wanted.folded === word.folded));
  // Most patterns fail here, at the cost of some look-ups.
  const open = part.map((alternatives) => alternatives.filter((alternative) => alternative.every(isThere)));
  if (open.some((alternatives) => alternatives.length === 0)) return false;
  const from = (slot: number, start: number): boolean => {
    const alternatives = open[slot];
    if (alternatives === undefined) return true;
    // The first word may stand anywhere, the next ones close behind.
    const last = slot === 0 ? words.length - 1 : start + mostBetween;
    for (let at = start; at <= last && at < words.length; at++)
      for (const alternative of alternatives)
        if (
          alternative.every((word, offset) => same(word, words[at + offset])) &&
          from(slot + 1, at + alternative.length)
        )
          return true;
    return false;
  };
  return from(0, 0);
}
