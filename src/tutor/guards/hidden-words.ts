import { fold } from '../../text/index.ts';

/** The letters and digits of a text, lower case, with where its words begin and end among them. */
interface Letters {
  readonly letters: readonly string[];
  readonly begins: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** Letters from `start` up to, not with, `end`. */
export interface LetterSpan {
  readonly start: number;
  readonly end: number;
}

/** From as many letters on, a form is also found backwards and where no word ends with it. */
const longForm = 7;

/**
 * Finds a form in a text however it is cut up: "mặt sau thẻ" in "m.ặ.t s a u thẻ", "MẶT-SAU-THẺ", "matsauthe" and, if it is long, backwards. It
 * begins and ends where words of the text do. A letter of the text may lack its accents but has no other ones: "sau thế" is not "sau thẻ".
 */
export class HiddenWords {
  readonly #text: Letters;
  readonly #backwards: Letters;

  /** @param text as seen (letters.ts) */
  constructor(text: string) {
    this.#text = lettersOf(text);
    this.#backwards = lettersOf([...text].reverse().join(''));
  }

  spansOf(form: string): readonly LetterSpan[] {
    return spansIn(this.#text, lettersOf(form).letters);
  }

  hasBackwards(form: string): boolean {
    const { letters } = lettersOf(form);
    return letters.length >= longForm && spansIn(this.#backwards, letters).length > 0;
  }
}

function lettersOf(text: string): Letters {
  const letters: string[] = [];
  const begins = new Set<number>();
  const ends = new Set<number>();
  let isInside = false;
  for (const letter of text.normalize('NFC').toLowerCase()) {
    const isLetter = /[\p{L}\p{N}]/u.test(letter);
    if (isLetter && !isInside) begins.add(letters.length);
    if (!isLetter && isInside) ends.add(letters.length);
    if (isLetter) letters.push(letter);
    isInside = isLetter;
  }
  ends.add(letters.length);
  return { letters, begins, ends };
}

function spansIn({ letters, begins, ends }: Letters, form: readonly string[]): readonly LetterSpan[] {
  if (form.length === 0) return [];
  return [...begins].flatMap((start) => {
    const end = start + form.length;
    const isWhole = ends.has(end) || (form.length >= longForm && end <= letters.length);
    return isWhole && form.every((letter, at) => isSame(letter, letters[start + at])) ? [{ start, end }] : [];
  });
}

/** The letter, or it without some of its accents. */
function isSame(wanted: string, letter: string | undefined): boolean {
  if (letter === wanted || letter === undefined) return letter === wanted;
  if (fold(letter) !== fold(wanted)) return false;
  if (letter === 'đ') return false;
  const marks = wanted.normalize('NFD');
  return [...letter.normalize('NFD')].every((mark) => fold(mark) === fold(letter) || marks.includes(mark));
}
