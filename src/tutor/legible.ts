import { fold } from '../text/index.ts';
import { withoutInvisible } from './invisible.ts';

/**
 * A text as patterns read it: two strings of one length, in which every sign stands in its plain form ("０", "𝟎", "⓪" and "0️⃣" are all "0"),
 * so that what is found in them can be cut out of the text itself.
 */
export interface Legible {
  /** Without invisible characters; what `cut` cuts. */
  readonly text: string;
  /** Lower case without accents. */
  readonly folded: string;
  /** Lower case with accents. */
  readonly lower: string;
  /** Where each position of the two stands in `text`; one more than they are long. */
  readonly places: readonly number[];
}

/** A piece of a legible text: where it starts and, exclusive, ends. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stands where something was taken away. Never in a text, because it is invisible. */
export const blank = '\u0000';

export function legible(given: string): Legible {
  const text = withoutInvisible(given);
  const folded: string[] = [];
  const lower: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const { plain, base } of formsOf(sign)) {
      folded.push(base);
      lower.push(plain);
      places.push(at);
    }
    at += sign.length;
  }
  places.push(at);
  return { text, folded: folded.join(''), lower: lower.join(''), places };
}

/** The same without what patterns shall not see again; positions stay. */
export function withoutSpans(view: Legible, spans: readonly Span[]): Legible {
  if (spans.length === 0) return view;
  return { ...view, folded: blanked(view.folded, spans), lower: blanked(view.lower, spans) };
}

/** A string with blanks instead of the spans, in any order. */
export function blanked(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    pieces.push(text.slice(from, begin), blank.repeat(end - begin));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** Whether a word of `view.lower` is meant: written with exactly these accents, or with none at all. */
export function isWritten(written: string, word: string): boolean {
  return written === word || written === fold(word);
}

interface Form {
  readonly plain: string;
  readonly base: string;
}

const known = new Map<string, readonly Form[]>();
/** Forms are few in practice; hostile texts must not fill the memory. */
const mostKnown = 10_000;

function formsOf(sign: string): readonly Form[] {
  const found = known.get(sign);
  if (found !== undefined) return found;
  const forms: Form[] = [];
  // "⑴" becomes "(1)"; marks without a letter of their own belong to the sign before them.
  for (const plain of sign.normalize('NFKC').toLowerCase()) {
    if (/^\p{M}$/u.test(plain)) continue;
    const base = fold(plain);
    forms.push({ plain: plain.length === 1 ? plain : '\ufffd', base: base.length === 1 ? base : '\ufffd' });
  }
  if (known.size < mostKnown) known.set(sign, forms);
  return forms;
}
