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
