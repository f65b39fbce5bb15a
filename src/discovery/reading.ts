import { detectLanguage, isVietnameseSyllable, type Token, tokens } from '../text/index.ts';
import { type ConceptMatch, matchConcepts, matchSituations, type SituationMatch } from './concept-match.ts';
import { type Doubt, doubtsOf, type ShortForm } from './doubts.ts';
import { takeExclusions } from './exclusions.ts';
import { extractFacets, type Relative, topicSpans } from './facets/extract.ts';
import { splitOpening, splitWords } from './joined-words.ts';
import { type ExpandedText, expandAbbreviations, type MarkedText, markText } from './marked-text.ts';
import { takesPart } from './parts.ts';
import { corrected } from './spelling.ts';
import { isStopPhrase, saysNothing } from './stop-phrases.ts';
import { isTaxonomyWord, isWrittenInTaxonomy, splitJoined, splitShortened } from './taxonomy.ts';
import { createTopic, type Topic } from './topic.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weights } from './weights.ts';
import type { Wish } from './wish.ts';
import { wordForms } from './word-forms.ts';

export interface ReadingOptions {
  /** The catalogue's words; without them no spelling is corrected. */
  readonly vocabulary?: Vocabulary;
  /** Corrects no spelling. */
  readonly asTyped?: boolean;
}

/** Longest text whose every word is looked at; a wish is a sentence or three. */
const wordsRead = 120;

/** The most of a text that is kept with its wish: so many words are seldom longer. */
const longestSaid = 2000;

/** A wish and what it asks for less of, which only means something after an earlier wish. */
export interface Reading {
  readonly wish: Wish;
  readonly doubts: readonly Doubt[];
  readonly relative: Relative | undefined;
}

/** Reads a text whole: abbreviations, conditions, concepts, what is left. */
export function read(text: string, options: ReadingOptions): Reading {
  const isKnown = (folded: string): boolean => isTaxonomyWord(folded) || options.vocabulary?.has(folded) === true;
  const expanded = takesPart('abbreviations')
    ? expandAbbreviations(text, {
        isKnown,
        isWritten: isWrittenInTaxonomy,
        splitJoined: (folded) =>
          splitJoined(folded) ??
          splitShortened(folded) ??
          splitOpening(folded, isKnown) ??
          joined(folded, isKnown, options.vocabulary),
        inPhrases,
      })
    : { tokens: tokens(text), alternatives: new Map<number, ShortForm>() };
  const typed = expanded.tokens.slice(0, wordsRead);
  const marked = markText(typed);
  const protectedSpans = topicSpans(marked);
  const excluded = takeExclusions(marked);
  const { facets, relative } = takesPart('conditions')
    ? extractFacets(marked, protectedSpans)
    : { facets: {}, relative: undefined };
  // Only the words no condition explains: "triệu" may be in no course, and is right all the same.
  const neighbour = (index: number): string | undefined => (marked.isTaken(index) ? undefined : typed[index]?.folded);
  const words = typed.map((word, index) =>
    marked.isTaken(index) || options.asTyped === true
      ? word
      : corrected(word, options.vocabulary, { before: neighbour(index - 1), behind: neighbour(index + 1) }),
  );
  const writtenIn = detectLanguage(text);
  const topic = readTopic(createTopic(words, typed), words, marked, expanded, {
    vocabulary: options.vocabulary,
    isEnglish: writtenIn === 'en',
  });
  return {
    wish: {
      topic: topic.spoken(),
      said: text.slice(0, longestSaid).toWellFormed(),
      terms: topic.terms,
      excluded,
      facets,
      length: typed.length,
      writtenIn,
    },
    doubts: doubtsOf(topic.terms, { words, typed, shortForms: expanded.alternatives.values() }),
    relative,
  };
}

/** The words of something typed without spaces, unless a single slip explains it. */
function joined(
  folded: string,
  isKnown: (folded: string) => boolean,
  vocabulary: Vocabulary | undefined,
): string | undefined {
  if (vocabulary === undefined || vocabulary.suggest(folded) !== undefined) return undefined;
  return splitWords(folded, (word) => (word.length > 2 ? isKnown(word) : isTaxonomyWord(word)))?.join(' ');
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
function readTopic(
  topic: Topic,
  words: readonly Token[],
  marked: MarkedText,
  expanded: ExpandedText,
  { vocabulary, isEnglish }: { readonly vocabulary: Vocabulary | undefined; readonly isEnglish: boolean },
): Topic {
  const situations = matchSituations(words);
  const concepts = matchConcepts(words, (index) => !marked.isTaken(index));
  const isSpoken = words.map((_, index) => marked.isTaken(index));
  const inConcept = new Set<number>();
  const learnt = saidToBeLearnt(words, concepts);
  for (const match of concepts) {
    const told = situations.find(({ told, covers }) => {
      for (let index = match.start; index < match.end; index++) if (!told.has(index)) return false;
      return covers;
    });
    // Inside a situation ("mở tiệm bánh") a concept counts for as much as the situation calls for it.
    const called =
      told === undefined ? 1 : Math.max(...match.concepts.map((id) => told.wants.get(id) ?? weights.insideSituation));
    const isMentioned = learnt.length > 0 && !learnt.includes(match);
    topic.addConcepts(match.concepts, match, isMentioned ? called * weights.mentioned : called);
    for (let index = match.start; index < match.end; index++) {
      isSpoken[index] = true;
      inConcept.add(index);
    }
  }
  for (const [index, { meanings }] of expanded.alternatives) topic.addMeanings(meanings, index);
  if (situations.length > 0) {
    const { wants, told } = together(situations);
    const telling = [...told].filter((index) => {
      const word = words[index];
      return word !== undefined && !isSpoken[index] && !saysNothing(word);
    });
    topic.addSituation(wants, telling);
    for (const index of told) isSpoken[index] = true;
  }
  const left = leftWords(words, isSpoken);
  const isAlone = concepts.length === 0 && situations.length === 0;
  const share = isAlone ? 1 : Math.min(1, weights.chatter / left.length);
  const nameWeight = isEnglish ? weights.englishName : weights.name;
  for (const index of left) {
    const isBeside = inConcept.has(index - 1) || inConcept.has(index + 1);
    const word = words[index];
    if (word === undefined) continue;
    const isKnown = vocabulary?.has(word.folded) === true;
    const forms = isName(word) ? wordForms(word.folded, (form) => vocabulary?.has(form) === true) : [];
    if (isName(word) && (isKnown || forms.length > 0)) topic.addWord(index, isAlone ? 1 : nameWeight, forms);
    else topic.addWord(index, isAlone ? 1 : share * wordWeight(isKnown, isBeside));
  }
  return topic;
}

/** Whether a word is no Vietnamese syllable, but the name of something. */
function isName({ folded, hasAccents }: Token): boolean {
  return !hasAccents && folded.length > 2 && /[a-z]/.test(folded) && !isVietnameseSyllable(folded);
}

function wordWeight(isKnown: boolean, isBeside: boolean): number {
  if (isBeside) return isKnown ? weights.knownBeside : weights.unknownBeside;
  return isKnown ? weights.known : weights.unknown;
}

/** The words that nothing explains and that may say something. */
function leftWords(words: readonly Token[], isSpoken: readonly boolean[]): number[] {
  const left: number[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined || isSpoken[index]) continue;
    if (isStopPhrase(words, index)) index++;
    else if (!saysNothing(word)) left.push(index);
  }
  return left;
}

/** All that several situations call for, as one: they are told by one person, and one answer to any of them helps. */
function together(situations: readonly SituationMatch[]): { wants: Map<string, number>; told: Set<number> } {
  const wants = new Map<string, number>();
  const told = new Set<number>();
  for (const situation of situations) {
    for (const [id, share] of situation.wants) wants.set(id, Math.max(share, wants.get(id) ?? 0));
    for (const index of situation.told) told.add(index);
  }
  return { wants, told };
}

/** Said before what a person wants to learn, with at most one word between: "học", "lớp dạy", "khóa về". */
const learningWords = new Set(['hoc', 'lop', 'khoa', 'day', 'tap', 'luyen', 'on', 'learn', 'study', 'course', 'class']);

/** Between two things that are learnt together: "làm web bằng Rails", "guitar và piano". */
const joiningWords = new Set(
  'bang tren voi va hoac hay trong cho cua qua dan ban in with for and on or using by to ve'.split(' '),
);

/** The concepts that are said to be learnt, with those that come right behind one of them. */
function saidToBeLearnt(words: readonly Token[], concepts: readonly ConceptMatch[]): ConceptMatch[] {
  const learnt: ConceptMatch[] = [];
  for (const match of concepts) {
    const last = learnt.at(-1);
    const follows =
      last !== undefined &&
      words.slice(last.end, match.start).every(({ folded }) => joiningWords.has(folded)) &&
      match.start - last.end <= 2;
    if (follows || isSaidToBeLearnt(words, match.start)) learnt.push(match);
  }
  return learnt;
}

function isSaidToBeLearnt(words: readonly Token[], start: number): boolean {
  return learningWords.has(words[start - 1]?.folded ?? '') || learningWords.has(words[start - 2]?.folded ?? '');
}
