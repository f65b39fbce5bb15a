/** The words of the catalogue, as the index knows them. */
export interface Vocabulary {
  has(folded: string): boolean;
  /** Courses that hold the word. */
  frequency(folded: string): number;
  /**
   * The most frequent word one typing slip away, or none.
   * @param fits whether a word fits beside its neighbours: only such are offered then, for short words too
   */
  suggest(folded: string, fits?: (word: string) => boolean): string | undefined;
}

/** Words outside this range are not offered as corrections. */
const shortest = 4;
const longest = 20;

/** Every word with one letter left out, the word itself among them. */
function deletions(word: string): string[] {
  const found = [word];
  for (let position = 0; position < word.length; position++) {
    if (position > 0 && word[position] === word[position - 1]) continue;
    found.push(word.slice(0, position) + word.slice(position + 1));
  }
  return found;
}

/** Two words are within one slip if both reach a common form by leaving out a letter, and the lengths agree. */
function withinOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/**
 * The words of an index for spelling: a table from each word less one letter to the words it may have been. Built at
 * the first correction, since most people type right: 60 ms for 20,000 words.
 */
export function buildVocabulary(terms: Iterable<string>, frequency: (folded: string) => number): Vocabulary {
  const words = new Set<string>();
  for (const term of terms) if (!term.includes(' ')) words.add(term);
  let byDeletion: Map<string, string[]> | undefined;

  function table(): Map<string, string[]> {
    if (byDeletion !== undefined) return byDeletion;
    byDeletion = new Map();
    for (const word of words) {
      if (word.length < shortest - 1 || word.length > longest || !/^[a-z]+$/.test(word)) continue;
      for (const form of deletions(word)) {
        const list = byDeletion.get(form);
        if (list === undefined) byDeletion.set(form, [word]);
        else list.push(word);
      }
    }
    return byDeletion;
  }

  return {
    has: (folded) => words.has(folded),
    frequency,
    suggest(folded, fits) {
      const least = fits === undefined ? shortest : shortest - 1;
      if (folded.length < least || folded.length > longest || words.has(folded)) return undefined;
      let best: string | undefined;
      let bestCount = 0;
      for (const form of deletions(folded)) {
        for (const word of table().get(form) ?? []) {
          const count = frequency(word);
          // First letters are seldom wrong; a word that starts otherwise must be four times as frequent to win.
          const worth = word[0] === folded[0] ? count * 4 : count;
          if (worth > bestCount && withinOneSlip(folded, word) && fits?.(word) !== false) {
            best = word;
            bestCount = worth;
          }
        }
      }
      return best;
    },
  };
}
