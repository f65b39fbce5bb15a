import type { Card, Lesson, Lessons } from '../../learning/index.ts';
import { expansionsOf, isStopWord, type Token, tokens } from '../../text/index.ts';

/** A card of a lesson, or its task, as something that can be quoted. */
export interface Passage {
  /** `lesson#number`, the same as long as the lesson's file is. */
  readonly id: string;
  readonly lesson: Lesson;
  readonly heading: string;
  readonly text: string;
  readonly asked: readonly string[];
}

export interface FoundPassage {
  readonly passage: Passage;
  /** The sentences of it that answer best, as they stand there; looked for when read. */
  readonly quote: string;
  /** How much of what is asked it holds, weighted by how rare the words are among all lessons: 0 to 1. */
  readonly coverage: number;
  /** How rare what it holds of the question is, all together: one word that every lesson has is little. */
  readonly weight: number;
}

export interface PassageSearch {
  /** The passages that hold most of a question, best first. Of two that are as good the one of `lesson` comes first. */
  find(question: string, options?: { readonly lesson?: string; readonly limit?: number }): readonly FoundPassage[];
  /** The heading of a passage. */
  heading(passageId: string): string | undefined;
}

/** What is looked for: a word, or two that stand side by side, which in Vietnamese are mostly one word. */
interface Term {
  readonly key: string;
  readonly accented: string;
  readonly hasAccents: boolean;
}

interface Indexed {
  readonly passage: Passage;
  /** Folded term → its written forms. */
  readonly terms: ReadonlyMap<string, ReadonlySet<string>>;
  readonly asked: readonly Asked[];
}

/** A question that leads to a passage, and the words it is looked for by. */
interface Asked {
  readonly terms: Terms;
  readonly words: readonly string[];
}

/** Words of questions that say how is asked and not about what. */
const askingWords = new Set(
  `gì nào sao thế vậy ai đâu tại vì làm phải nghĩa tức hiểu bảo nói cho hỏi giải thích kể ví dụ lý do mục đích tác dụng khác nhau được có không chưa hả ạ nhỉ là
  ta tui tao mày ổng bả ảnh ẻm bển hông hổng hong hen nghen cà luôn lận mấy giờ bao nhiêu lúc kiểu cách chỗ chổ khúc coi dòm biểu cháu má dạ thưa giúp giùm
  what why how who where when which does mean explain tell difference example`
    .split(/\s+/)
    .filter(Boolean),
);

/** A word without accents may be another one than is meant, unless its neighbour is there as well. */
const aloneUnaccented = 0.6;
/** What a word counts more for whose neighbour is there as well: "mật khẩu" is more than "mật" and "khẩu". */
const pairShare = 0.7;
/** A word that was meant with other accents than the passage has. */
const otherAccents = 0.25;
/** Words of the heading, the title and the subjects stand for what a passage is about. */
const aboutShare = 0.7;
/** What being asked in the words of one of its questions adds, and being of the lesson that is open. */
const alikeShare = 2;
const sameLesson = 0.3;
const quoteWords = 60;

/** The words of a question, with whether each says what it is about. */
function wordsOf(text: string): readonly { readonly token: Token; readonly isContent: boolean }[] {
  return tokens(text).map((token) => ({
    token,
    isContent: !isStopWord(token) && !askingWords.has(token.accented),
  }));
}

const termOf = (words: readonly Token[]): Term => ({
  key: words.map(({ folded }) => folded).join(' '),
  accented: words.map(({ accented }) => accented).join(' '),
  hasAccents: words.some(({ hasAccents }) => hasAccents),
});

/** What a question is looked for by: its words that say something, each with the pairs it stands in, of which one word may say nothing. */
interface Sought {
  readonly word: Term;
  readonly pairs: readonly Term[];
}

function soughtIn(question: string): readonly Sought[] {
  const words = wordsOf(writtenOut(question));
  return words.flatMap(({ token, isContent }, at) => {
    if (!isContent) return [];
    const [before, after] = [words[at - 1]?.token, words[at + 1]?.token];
    const pairs = [before && termOf([before, token]), after && termOf([token, after])];
    return [{ word: termOf([token]), pairs: pairs.filter((pair) => pair !== undefined) }];
  });
}

/** All words of a text and all pairs of neighbours. */
function termsOf(words: readonly Token[]): readonly Term[] {
  return [
    ...words.map((word) => termOf([word])),
    ...words.slice(1).map((word, at) => termOf([words[at] as Token, word])),
  ];
}

function formsOf(terms: readonly Term[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { key, accented } of terms) {
    const forms = found.get(key) ?? new Set();
    found.set(key, forms.add(accented));
  }
  return found;
}

/** Pairs are of neighbours as they stand, so stop words stay in. */
const indexed = (texts: readonly string[]): Map<string, Set<string>> =>
  formsOf(texts.flatMap((text) => termsOf(tokens(text))));

export function passagesOf(lesson: Lesson): readonly Passage[] {
  const cards: readonly Card[] = [...lesson.read, ...(lesson.look?.cards ?? []), ...lesson.steps];
  const all = [...cards, { heading: lesson.objective, text: lesson.tryIt, asked: [] }];
  return all.map((card, number) => ({ id: `${lesson.id}#${number}`, lesson, ...card }));
}

/** The question with its short forms written out, where they have one reading. */
function writtenOut(question: string): string {
  return tokens(question)
    .map((token) => {
      const readings = expansionsOf(token.accented);
      return readings.length === 1 ? readings[0] : token.written;
    })
    .join(' ');
}

type Terms = ReadonlyMap<string, ReadonlySet<string>>;

/** How well a text has a term: 1 as it was written, less where it was written with other accents, nothing without it. */
function match(term: Term, forms: ReadonlySet<string> | undefined): number {
  if (forms === undefined) return 0;
  if (forms.has(term.accented)) return 1;
  return term.hasAccents ? otherAccents : aloneUnaccented;
}

/** How well a text has a word, and whether it has a neighbour of it as well. */
function held({ word, pairs }: Sought, terms: Terms | undefined): { readonly word: number; readonly isPair: boolean } {
  const found = match(word, terms?.get(word.key));
  if (found === 0) return { word: 0, isPair: false };
  const isPair = pairs.some((pair) => match(pair, terms?.get(pair.key)) >= aloneUnaccented);
  return { word: isPair ? Math.max(found, word.hasAccents ? 0 : 1) : found, isPair };
}

/**
 * An index of everything that lessons teach. Some hundreds of passages: a search reads the lists of a few words. It is made for the first
 * who asks, in some 80 ms, not at every start.
 */
export function createPassageSearch(lessons: Lessons): PassageSearch {
  let made: PassageSearch | undefined;
  const index = (): PassageSearch => {
    made ??= indexPassages(lessons);
    return made;
  };
  return {
    find: (question, options) => index().find(question, options),
    heading: (passageId) => index().heading(passageId),
  };
}

function indexPassages(lessons: Lessons): PassageSearch {
  const entries: Indexed[] = [];
  const abouts = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const lesson of lessons.tracks.flatMap((track) => track.lessons)) {
    abouts.set(lesson.id, indexed([lesson.title, lesson.objective, ...lesson.topics]));
    for (const passage of passagesOf(lesson))
      entries.push({
        passage,
        terms: indexed([passage.text, passage.heading, ...passage.asked]),
        asked: passage.asked.map((question) => ({
          terms: indexed([writtenOut(question)]),
          words: soughtIn(question).map(({ word }) => word.key),
        })),
      });
  }
  const frequency = new Map<string, number>();
  for (const { terms } of entries) for (const key of terms.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const rarity = (key: string): number => Math.log(1 + entries.length / (0.5 + (frequency.get(key) ?? 0)));
  const summed = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + rarity(key), 0);
  const rarityOfAsked = new Map(entries.flatMap(({ asked }) => asked.map((one) => [one, summed(one.words)] as const)));
  /** Which entries have a term in their text, in what their lesson is about or in a question that leads to them; and which questions. */
  const holders = new Map<string, Set<number>>();
  const asking = new Map<string, Asked[]>();
  const noteHolder = (key: string, number: number): unknown =>
    holders.get(key)?.add(number) ?? holders.set(key, new Set([number]));
  for (const [number, { passage, terms, asked }] of entries.entries()) {
    for (const each of [terms, abouts.get(passage.lesson.id)])
      for (const key of each?.keys() ?? []) noteHolder(key, number);
    for (const one of asked)
      for (const key of one.terms.keys()) {
        noteHolder(key, number);
        const held = asking.get(key);
        if (held === undefined) asking.set(key, [one]);
        else held.push(one);
      }
  }

  function find(question: string, { lesson, limit = 3 }: { readonly lesson?: string; readonly limit?: number } = {}) {
    const sought = soughtIn(question);
    const most = summed(sought.map(({ word }) => word.key));
    if (most === 0) return [];
    const near = new Set(sought.flatMap(({ word }) => [...(holders.get(word.key) ?? [])]));
    const likenesses = likenessesTo(sought, most);
    const found = [...near]
      .sort((a, b) => a - b)
      .map((number) => {
        const { passage, terms, asked } = entries[number] as Indexed;
        const about = abouts.get(passage.lesson.id);
        let [coverage, own] = [0, 0];
        for (const one of sought) {
          const [here, title] = [held(one, terms), held(one, about)];
          coverage += rarity(one.word.key) * Math.max(here.word, aboutShare * title.word);
          own += rarity(one.word.key) * (here.word + (here.isPair ? pairShare : 0));
        }
        const alike = Math.max(0, ...asked.map((one) => likenesses.get(one) ?? 0));
        const rank = own / most + alikeShare * alike + (passage.lesson.id === lesson ? sameLesson : 0);
        return { passage, coverage: Math.max(coverage / most, alike), weight: Math.max(coverage, alike * most), rank };
      });
    return found
      .filter(({ coverage }) => coverage > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ passage, coverage, weight }) => ({
        passage,
        coverage,
        weight,
        get quote() {
          return quoteOf(passage.text, sought, rarity);
        },
      }));
  }

  /**
   * How much of both a question and one that leads to a passage is said by the other, of those that share a word with it: Dice's coefficient,
   * weighted by rarity.
   */
  function likenessesTo(sought: readonly Sought[], most: number): ReadonlyMap<Asked, number> {
    const both = new Map<Asked, number>();
    for (const term of sought)
      for (const one of asking.get(term.word.key) ?? [])
        both.set(one, (both.get(one) ?? 0) + rarity(term.word.key) * held(term, one.terms).word);
    return new Map([...both].map(([one, shared]) => [one, (2 * shared) / (most + (rarityOfAsked.get(one) ?? 0))]));
  }
  const headings = new Map(entries.map(({ passage }) => [passage.id, passage.heading]));
  return { find, heading: (passageId) => headings.get(passageId) };
}

/** Neighbouring sentences of a text that hold most of what is asked, as they stand there, of at most some sixty words. */
function quoteOf(text: string, sought: readonly Sought[], rarity: (key: string) => number): string {
  const sentences = text.split(/(?<=[.!?…”])\s+|\n+/u).filter((sentence) => sentence.trim() !== '');
  const scores = sentences.map((sentence) => {
    const terms = indexed([sentence]);
    return sought.reduce((sum, one) => sum + rarity(one.word.key) * held(one, terms).word, 0);
  });
  let best = { from: 0, to: 1, score: -1 };
  for (let from = 0; from < sentences.length; from++) {
    let [words, score] = [0, 0];
    for (let to = from; to < sentences.length; to++) {
      words += tokens(sentences[to] ?? '').length;
      if (words > quoteWords && to > from) break;
      score += scores[to] ?? 0;
      if (score > best.score) best = { from, to: to + 1, score };
    }
  }
  // A sentence after the best one often completes it.
  const quote = sentences.slice(best.from, best.to);
  const next = sentences[best.to];
  if (next !== undefined && tokens([...quote, next].join(' ')).length <= quoteWords) quote.push(next);
  return quote.join(' ');
}
