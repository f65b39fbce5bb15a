import { fold, isVietnameseSyllable, type Token, tokens } from '../text/index.ts';
import { takesPart } from './parts.ts';
import { taxonomy } from './taxonomy.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** A word shorter than this is not corrected: almost every such word is one slip from another. */
const shortestCorrected = 4;

let ofTaxonomy: Vocabulary | undefined;

function taxonomyVocabulary(): Vocabulary {
  ofTaxonomy ??= buildVocabulary(taxonomy().words, () => 1);
  return ofTaxonomy;
}

/**
 * The word meant by one that neither the catalogue nor the taxonomy knows, if a single slip explains it; otherwise the
 * word itself. A possible Vietnamese syllable is no slip: it is one letter from a dozen others. Without a catalogue's
 * vocabulary nothing is corrected: nobody could say what is a slip.
 */
export function corrected(word: Token, vocabulary: Vocabulary | undefined): Token {
  if (!takesPart('spelling')) return word;
  if (vocabulary === undefined || word.folded.length < shortestCorrected || !/^[a-z]+$/.test(word.folded)) return word;
  if (isVietnameseSyllable(word.folded) || vocabulary.has(word.folded) || taxonomy().words.has(word.folded))
    return word;
  const meant = vocabulary.suggest(word.folded) ?? taxonomyVocabulary().suggest(word.folded);
  const [token] = meant === undefined || meant.length < shortestCorrected ? [] : tokens(fold(meant));
  return token ?? word;
}
