import { fold, isEnglishWord, isVietnameseSyllable, type Token, tokens } from '../text/index.ts';
import { takesPart } from './parts.ts';
import { isTaxonomyPair, taxonomy } from './taxonomy.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** A word shorter than this is not corrected: almost every such word is one slip from another. */
const shortestCorrected = 4;

let ofTaxonomy: Vocabulary | undefined;

function taxonomyVocabulary(): Vocabulary {
  ofTaxonomy ??= buildVocabulary(taxonomy().words, () => 1);
  return ofTaxonomy;
}

/** The folded words right before and behind a word. */
export interface Neighbours {
  readonly before: string | undefined;
  readonly behind: string | undefined;
}

/**
 * The word meant by one that neither the catalogue nor the taxonomy knows, if a single slip explains it; otherwise the
 * word itself. A possible Vietnamese syllable is no slip: it is one letter from a dozen others. What names something together with its
 * neighbour comes first, and of short words only that. Without a catalogue's vocabulary nothing is corrected: nobody could say what is a slip.
 */
export function corrected(word: Token, vocabulary: Vocabulary | undefined, { before, behind }: Neighbours): Token {
  if (!takesPart('spelling')) return word;
  const { folded } = word;
  if (vocabulary === undefined || folded.length < shortestCorrected - 1 || !/^[a-z]+$/.test(folded)) return word;
  if (isVietnameseSyllable(folded) || isEnglishWord(folded) || vocabulary.has(folded) || taxonomy().words.has(folded))
    return word;
  const fits = (candidate: string): boolean => isTaxonomyPair(before, candidate) || isTaxonomyPair(candidate, behind);
  const meant =
    taxonomyVocabulary().suggest(folded, fits) ??
    (folded.length < shortestCorrected
      ? undefined
      : (vocabulary.suggest(folded) ?? taxonomyVocabulary().suggest(folded)));
  const [token] = meant === undefined ? [] : tokens(fold(meant));
  return token ?? word;
}
