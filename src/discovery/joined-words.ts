import { fold } from '../text/index.ts';

/** Shorter texts without a space are one word. */
const shortestJoined = 7;
/** More pieces than so many are chance. */
const mostPieces = 6;
const shortestPiece = 2;

/**
 * The words of a text typed without spaces, all of them known: the fewest and, of as many, those with the longest piece. Undefined when it does
 * not come apart.
 * @param isKnown whether a folded word is one
 */
export function splitWords(folded: string, isKnown: (word: string) => boolean): readonly string[] | undefined {
  if (folded.length < shortestJoined || !/^[a-z]+$/.test(folded)) return undefined;
  /** The best pieces of the first letters, by how many letters. */
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = shortestPiece; end <= folded.length; end++) {
    for (let start = 0; start <= end - shortestPiece; start++) {
      const before = best[start];
      if (before === undefined || before.length >= mostPieces) continue;
      const piece = folded.slice(start, end);
      if (!isKnown(piece)) continue;
      const pieces = [...before, piece];
      if (isBetter(pieces, best[end])) best[end] = pieces;
    }
  }
  const whole = best[folded.length];
  return whole !== undefined && whole.length > 1 ? whole : undefined;
}

function isBetter(pieces: readonly string[], than: readonly string[] | undefined): boolean {
  if (than === undefined || pieces.length !== than.length) return than === undefined || pieces.length < than.length;
  const squares = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length * length, 0);
  return squares(pieces) > squares(than);
}

/** Said before what is learnt, and typed together with it: "hocve", "lopyoga". */
const openings = ['hoc', 'lop', 'khoa', 'day'];

/** "hocvẽ" as two words, where the rest is one that courses or the taxonomy have. */
export function splitOpening(folded: string, isKnown: (word: string) => boolean): string | undefined {
  const opening = openings.find((each) => folded.startsWith(each));
  const rest = opening === undefined ? '' : folded.slice(opening.length);
  return rest.length >= shortestPiece && isKnown(rest) ? `${opening} ${rest}` : undefined;
}

/**
 * A word with letters that were typed twice once: "béé", "quaán", "hocc", "cứuu". One of each is taken out, and all of them only where that is
 * no word; of two unlike letters the one with accents stays. Undefined where none of that is known.
 */
export function withoutDoubled(accented: string, isKnown: (folded: string) => boolean): string | undefined {
  for (const most of [1, Number.POSITIVE_INFINITY]) {
    const kept: string[] = [];
    let dropped = 0;
    for (const letter of accented.normalize('NFC')) {
      const before = kept.at(-1);
      const isDoubled = before !== undefined && fold(before) === fold(letter);
      if (!isDoubled) dropped = 0;
      if (!isDoubled || (dropped >= most && kept.length > 0)) kept.push(letter);
      else {
        dropped++;
        if (letter !== fold(letter)) kept[kept.length - 1] = letter;
      }
    }
    const word = kept.join('');
    if (word !== accented && isKnown(fold(word))) return word;
  }
  return undefined;
}
