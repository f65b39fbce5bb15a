import type { CourseIndex } from './course-index.ts';
import { takesPart } from './parts.ts';
import { weights as figures } from './weights.ts';
import type { TopicTerm } from './wish.ts';

/** Documents that hold a term, ascending, with their weights (0 to 255) and how well its accents agree. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly weights: Uint8Array;
  readonly factor: number;
}

/** Postings of a word or pair with the factor by which accents agree. */
export function lookUp(index: CourseIndex, folded: string, accented: string | undefined): Postings[] {
  return index.forms(folded).map((form) => ({
    documents: form.documents,
    weights: form.weights,
    // A form written without accents (an English title, a careless file) agrees with whatever was typed.
    factor:
      accented === undefined || !takesPart('accents') || form.accented === accented || form.accented === folded
        ? 1
        : figures.otherAccents,
  }));
}

/** The weight of a document in ascending postings, 0 when it is not there. */
function weightIn(lookup: Postings, document: number): number {
  const { documents, weights } = lookup;
  let [low, high] = [0, documents.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = documents[middle] ?? 0;
    if (found === document) return (weights[middle] ?? 0) * lookup.factor;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/**
 * Postings of a phrase of three or more words: documents that hold all its pairs, with the weakest pair's weight. The
 * rarest pair leads, the others are looked up.
 */
function lookUpPhrase(
  index: CourseIndex,
  words: readonly string[],
  accents: readonly string[] | undefined,
): Postings[] {
  const pairs = words.slice(1).map((word, position) => {
    const text = `${words[position]} ${word}`;
    const accented = accents && `${accents[position]} ${accents[position + 1]}`;
    return { frequency: index.frequency(text), lookups: lookUp(index, text, accented) };
  });
  pairs.sort((a, b) => a.frequency - b.frequency);
  const [rarest, ...others] = pairs;
  if (rarest === undefined || rarest.frequency === 0) return [];
  const documents: number[] = [];
  const weights: number[] = [];
  for (const lead of rarest.lookups) {
    for (let position = 0; position < lead.documents.length; position++) {
      const document = lead.documents[position] ?? 0;
      let weight = (lead.weights[position] ?? 0) * lead.factor;
      for (const { lookups } of others) {
        let best = 0;
        for (const lookup of lookups) best = Math.max(best, weightIn(lookup, document));
        weight = Math.min(weight, best);
        if (weight === 0) break;
      }
      if (weight > 0) {
        documents.push(document);
        weights.push(Math.max(1, Math.round(weight)));
      }
    }
  }
  if (documents.length === 0) return [];
  return [{ documents: Uint32Array.from(documents), weights: Uint8Array.from(weights), factor: 1 }];
}

/** Phrases of an index found before: the taxonomy's forms come again and again, and each takes a walk over its rarest pair. */
const phrases = new WeakMap<CourseIndex['forms'], Map<string, Postings[]>>();
const mostPhrases = 20_000;

function knownPhrase(index: CourseIndex, term: TopicTerm, words: readonly string[]): Postings[] {
  let known = phrases.get(index.forms);
  if (known === undefined) {
    known = new Map();
    phrases.set(index.forms, known);
  }
  const key = `${term.accented ?? ''}|${term.text}`;
  let found = known.get(key);
  if (found === undefined) {
    found = lookUpPhrase(index, words, term.accented?.split(' '));
    if (known.size >= mostPhrases) known.clear();
    known.set(key, found);
  }
  return found;
}

/** Postings of a term of a topic, a word, pair or phrase, and how many documents hold it. */
export function lookUpTerm(index: CourseIndex, term: TopicTerm): { postings: Postings[]; frequency: number } {
  const words = term.text.split(' ');
  if (words.length <= 2)
    return { postings: lookUp(index, term.text, term.accented), frequency: index.frequency(term.text) };
  const postings = knownPhrase(index, term, words);
  const beside = index.beside === undefined ? [] : knownPhrase(index.beside, term, words);
  return { postings, frequency: (postings[0]?.documents.length ?? 0) + (beside[0]?.documents.length ?? 0) };
}
