import { detectLanguage, type Token } from '../text/index.ts';
import { matchConcepts, matchSituations } from './concept-match.ts';
import { takeExclusions } from './exclusions.ts';
import { extractFacets, type Relative, topicSpans } from './facets/extract.ts';
import { type ExpandedText, expandAbbreviations, type MarkedText, markText } from './marked-text.ts';
import { corrected } from './spelling.ts';
import { isStopPhrase, saysNothing } from './stop-phrases.ts';
import { isTaxonomyWord, splitJoined } from './taxonomy.ts';
import { createTopic, type Topic, wordOfSituationWeight } from './topic.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wish } from './wish.ts';

export interface ReadingOptions {
  /** The catalogue's words; without them no spelling is corrected. */
  readonly vocabulary?: Vocabulary;
}

/** Longest text whose every word is looked at; a wish is a sentence or three. */
const wordsRead = 120;

/** A wish and what it asks for less of, which only means something after an earlier wish. */
export interface Reading {
  readonly wish: Wish;
  readonly relative: Relative | undefined;
}

/** Reads a text whole: abbreviations, conditions, concepts, what is left. */
export function read(text: string, options: ReadingOptions): Reading {
  const isKnown = (folded: string): boolean => isTaxonomyWord(folded) || options.vocabulary?.has(folded) === true;
  const expanded = expandAbbreviations(text, { isKnown, splitJoined, inPhrases });
  const typed = expanded.tokens.slice(0, wordsRead);
  const marked = markText(typed);
  const protectedSpans = topicSpans(marked);
  const excluded = takeExclusions(marked);
  const { facets, relative } = extractFacets(marked, protectedSpans);
  // Only the words no condition explains: "triệu" may be in no course, and is right all the same.
  const words = typed.map((word, index) => (marked.isTaken(index) ? word : corrected(word, options.vocabulary)));
  const topic = readTopic(createTopic(words, typed), words, marked, expanded);
  return {
    wish: { topic: topic.spoken(), terms: topic.terms, excluded, facets, writtenIn: detectLanguage(text) },
    relative,
  };
}

/** The words of every phrase of two or more that names a concept as it stands. */
function inPhrases(words: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of matchConcepts(words.slice(0, wordsRead), () => true)) {
    if (end - start > 1) for (let index = start; index < end; index++) found.add(index);
  }
  return found;
}

/** What conditions left over: concepts first, then situations, then the words that neither explains. */
function readTopic(topic: Topic, words: readonly Token[], marked: MarkedText, expanded: ExpandedText): Topic {
  const situations = matchSituations(words);
  const concepts = matchConcepts(words, (index) => !marked.isTaken(index));
  const isSpoken = words.map((_, index) => marked.isTaken(index));
  for (const match of concepts) {
    const told = situations.find(({ start, end }) => match.start >= start && match.end <= end);
    // Inside a situation ("mở tiệm bánh") a concept counts for as much as the situation calls for it.
    const share =
      told === undefined ? 1 : Math.max(...match.concepts.map((id) => told.wants.get(id) ?? wordOfSituationWeight));
    topic.addConcepts(match.concepts, match, share);
    isSpoken.fill(true, match.start, match.end);
  }
  for (const [index, meanings] of expanded.alternatives) topic.addMeanings(meanings, index);
  for (const { wants, start, end } of situations) {
    const told: number[] = [];
    for (let index = start; index < end; index++) {
      const word = words[index];
      if (word !== undefined && !isSpoken[index] && !saysNothing(word)) told.push(index);
    }
    topic.addSituation(wants, told);
    isSpoken.fill(true, start, end);
  }
  for (const [index, word] of words.entries()) {
    if (isSpoken[index]) continue;
    if (isStopPhrase(words, index)) isSpoken.fill(true, index, index + 2);
    else if (!saysNothing(word)) topic.addWord(index);
  }
  return topic;
}
