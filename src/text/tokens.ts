import { fold, hasAccents } from './fold.ts';
import { unifySpelling } from './spelling-variants.ts';

/** One word or syllable of a text. */
export interface Token {
  /** Without accents, lower case: what the folded fields hold. */
  readonly folded: string;
  /** Lower case with the accents that were written, spelling unified ("hoà" → "hòa"). Equals `folded` when there were none. */
  readonly accented: string;
  /** As it stood in the text. */
  readonly written: string;
  /** Whether it was written with Vietnamese accents. */
  readonly hasAccents: boolean;
}

/**
 * Names of techniques with signs first, then numbers with a point or comma, then runs of letters and digits with an
 * apostrophe inside. Everything else separates.
 */
const tokenPattern =
  /(?<![\p{L}\p{N}])(?:c\+\+|[cf]#|\.net(?![\p{L}\p{N}])|asp\.net(?![\p{L}\p{N}])|[a-z]+\.js(?![\p{L}\p{N}]))|\d{1,3}(?:[.,]\d{3})+(?!\d)|(?<!\d[.,])\d+[.,]\d+(?:tr|h|k)?(?![\p{L}\p{N}]|[.,]\d)|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/giu;
/** Texts without these need no more than runs of letters and digits, found twice as fast. */
const needsCare = /[+#'’]|\.(?:net|js)|\d[.,]\d/iu;
const plainPattern = /[\p{L}\p{M}\p{N}]+/gu;
const plainAscii = /^[a-z0-9]+$/;
const thousands = /^\d{1,3}(?:[.,]\d{3})+$/;

/**
 * Cuts a text into tokens. "c++", "c#", ".net", "node.js", "n5", "6.5", "3d" and "b2" stay whole; a decimal comma
 * becomes a point; thousands separators go ("1.500.000" → "1500000"). Never throws; an empty text gives no token.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const composed = text.normalize('NFC');
  for (const written of composed.match(needsCare.test(composed) ? tokenPattern : plainPattern) ?? []) {
    const token = knownToken(written);
    // A mark without its letter folds to nothing.
    if (token.folded !== '') found.push(token);
  }
  return found;
}

/** Words come again and again: a catalogue of 20,000 courses is read three times as fast with them remembered. */
const remembered = new Map<string, Token>();
const mostRemembered = 50_000;

function knownToken(written: string): Token {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const token = tokenOf(written);
  remembered.set(written, token);
  return token;
}

function tokenOf(written: string): Token {
  const lower = written.toLowerCase();
  if (plainAscii.test(lower)) return { folded: lower, accented: lower, written, hasAccents: false };
  const first = lower.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const number = thousands.test(lower) ? lower.replace(/[.,]/g, '') : lower.replace(',', '.');
    const folded = fold(number);
    return { folded, accented: number, written, hasAccents: hasAccents(number) };
  }
  const accented = unifySpelling(withoutApostrophes(lower));
  return { folded: fold(accented), accented, written, hasAccents: hasAccents(accented) };
}

function withoutApostrophes(word: string): string {
  return /['’]/.test(word) ? word.replace(/['’]s$/, '').replace(/['’]/g, '') : word;
}

/** Whether a text is written with accents throughout, so that a word without them is meant without them. */
export function isMostlyAccented(list: readonly Token[]): boolean {
  let accented = 0;
  for (const token of list) if (token.hasAccents) accented++;
  return accented > 0 && accented * 2 >= list.length;
}

/** The folded tokens joined by single spaces: the form phrases are looked up in. */
export function foldedPhrase(text: string): string {
  return tokens(text)
    .map((token) => token.folded)
    .join(' ');
}
