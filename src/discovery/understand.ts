import { detectLanguage, isStopWord, type Token, tokens } from '../text/index.ts';
import { extractFacets, type Relative, topicSpans } from './facets/extract.ts';
import { expandAbbreviations, type MarkedText, markText } from './marked-text.ts';
import { matchConcepts, matchSituations, taxonomy } from './taxonomy.ts';
import type { TopicTerm, Wish } from './wish.ts';

/** The words of the catalogue, as the index knows them. */
export interface Vocabulary {
  has(folded: string): boolean;
  /** Courses that hold the word. */
  frequency(folded: string): number;
  /** The most frequent word one typing slip away, or none. */
  suggest(folded: string): string | undefined;
}

export interface UnderstandOptions {
  readonly vocabulary?: Vocabulary;
}

const synonymWeight = 0.9;
const otherLanguageWeight = 0.85;
const situationWeight = 0.75;

/** What the other words of a situation ("mở", "sắp") still count beside the concepts it calls for. */
const wordOfSituationWeight = 0.35;

/** A word shorter than this is not corrected: almost every such word is one slip from another. */
const shortestCorrected = 4;

/** Longest text whose every word is looked at; a wish is a sentence or three. */
const wordsRead = 120;

/** Words that only carry a follow-up or a manner of speaking: "thì sao", "thôi", "what about". */
const followUpWords = new Set(
  `thoi thôi sao con còn chua chưa moi mới hon hơn nua nữa di đi luon luôn bang bằng duoi dưới cach cách lam nao ok oke what about just only ones one
  any instead please xem loc lọc cai cái gan gần khac khác cung cũng buoi buổi kieu kiểu tot tốt vay vậy ai cai roi rồi good best`.split(
    /\s+/,
  ),
);

interface Reading {
  readonly wish: Wish;
  readonly relative: Relative | undefined;
}

/** Reads a text whole: abbreviations, conditions, concepts, what is left. */
function read(text: string, options: UnderstandOptions): Reading {
  const expanded = expandAbbreviations(text, options.vocabulary?.has);
  const words = expanded.tokens.slice(0, wordsRead);
  const marked = markText(words);
  const situations = matchSituations(words);
  const protectedSpans = topicSpans(marked);
  const excluded = takeExclusions(marked);
  const { facets, relative } = extractFacets(marked, protectedSpans);
  const concepts = matchConcepts(words, (index) => !marked.isTaken(index));
  const topic = new TopicBuilder(words, options.vocabulary);
  for (const match of concepts) {
    const told = situations.find(({ start, end }) => match.start >= start && match.end <= end);
    // Inside a situation ("mở tiệm bánh") a concept counts for as much as the situation calls for it.
    const share =
      told === undefined ? 1 : Math.max(...match.concepts.map((id) => told.wants.get(id) ?? wordOfSituationWeight));
    topic.addConcepts(match.concepts, match.start, match.end, share);
  }
  for (const [index, meanings] of expanded.alternatives) topic.addAlternatives(index, meanings);
  const inConcept = (index: number): boolean => concepts.some((match) => index >= match.start && index < match.end);
  const inSituation = (index: number): boolean => situations.some((match) => index >= match.start && index < match.end);
  words.forEach((word, index) => {
    if (marked.isTaken(index) || inConcept(index) || saysNothing(word)) return;
    topic.addWord(index, inSituation(index));
  });
  for (const situation of situations) topic.addSituation(situation.wants);
  return {
    wish: {
      topic: topic.spoken(),
      terms: topic.terms,
      excluded,
      facets,
      writtenIn: detectLanguage(text),
    },
    relative,
  };
}

/** A word that names no topic: chat words, and lone letters and digits that are no name of anything. */
function saysNothing(word: Token): boolean {
  if (isStopWord(word) || followUpWords.has(word.accented)) return true;
  return word.folded.length === 1 && !/[0-9cr]/.test(word.folded);
}

/** "không phải tiếng anh", "trừ excel", "not python": the concept behind it must not appear. */
function takeExclusions(text: MarkedText): string[] {
  const excluded: string[] = [];
  const words = text.folded();
  const rule =
    /(?<![^ ])(?:khong phai|khong hoc|khong muon hoc|khong can|dung|tru|ngoai tru|except|not|no|other than) (?:la |hoc |khoa |lop )?(?=([^ ]+(?: [^ ]+){0,3}))/gu;
  for (const match of words.matchAll(rule)) {
    const before = words.slice(0, match.index).trimEnd();
    const start = (before === '' ? 0 : before.split(' ').length) + match[0].trim().split(' ').length;
    // "dùng điện thoại" is no "đừng": accents decide, and without them only the unmistakable forms count.
    if (match[0].startsWith('dung ') && text.tokens[start - 1]?.accented !== 'đừng') continue;
    const [concept] = matchConcepts(text.tokens.slice(start, start + 5), () => true);
    if (concept === undefined || concept.start !== 0) continue;
    const phrase = text.tokens.slice(start, start + concept.end).map((token) => token.folded);
    excluded.push(phrase.join(' '));
    text.take(before === '' ? 0 : before.split(' ').length, start + concept.end);
  }
  return excluded;
}

/** Collects the terms of a topic, group by group. */
class TopicBuilder {
  readonly terms: TopicTerm[] = [];
  private readonly spokenSpans: { start: number; end: number }[] = [];
  private readonly accents = new Map<number, string>();
  private group = 0;

  constructor(
    private readonly words: readonly Token[],
    private readonly vocabulary: Vocabulary | undefined,
  ) {}

  addConcepts(ids: readonly string[], start: number, end: number, share: number): void {
    const typed = this.words.slice(start, end);
    const group = this.group++;
    this.spokenSpans.push({ start, end });
    this.rememberAccents(ids, start, end);
    const spoken = typed.map((word, offset) => this.accents.get(start + offset) ?? word.accented).join(' ');
    this.terms.push({
      text: typed.map((word) => word.folded).join(' '),
      ...this.accentedOf(typed),
      spoken,
      weight: share,
      source: 'typed',
      group,
      ...(end - start === 1 ? { position: start } : {}),
    });
    for (const id of ids) this.addForms(id, group, synonymWeight * share, true);
  }

  /** "ke toan" is said back as "kế toán" when that is the only accented form of it the concepts know. */
  private rememberAccents(ids: readonly string[], start: number, end: number): void {
    const typed = this.words.slice(start, end);
    if (typed.some((word) => word.hasAccents)) return;
    const folded = typed.map((word) => word.folded).join(' ');
    const forms = ids
      .flatMap((id) => taxonomy().concepts.get(id)?.forms ?? [])
      .filter((form) => form.folded === folded);
    const [first] = forms;
    if (first === undefined || forms.some((form) => form.accented !== first.accented)) return;
    for (const [offset, word] of first.accented.split(' ').entries()) this.accents.set(start + offset, word);
  }

  /** The forms of a concept and, weaker, of its neighbours. */
  private addForms(id: string, group: number, weight: number, withRelated: boolean): void {
    const concept = taxonomy().concepts.get(id);
    for (const form of concept?.forms ?? []) {
      const accents = form.accented !== form.folded;
      this.terms.push({
        text: form.folded,
        // Also without accents: "may" (to sew) is not "máy".
        accented: form.accented,
        weight: accents ? weight : Math.min(weight, weight * (otherLanguageWeight / synonymWeight)),
        source: 'taxonomy',
        group,
      });
    }
    if (!withRelated) return;
    for (const [related, share] of concept?.related ?? []) this.addForms(related, group, weight * share, false);
  }

  /** A short form with several meanings: all of them stand for the one idea. */
  addAlternatives(index: number, meanings: readonly string[]): void {
    const first = tokens(meanings[0] ?? '')
      .map((token) => token.folded)
      .join(' ');
    const group = this.terms.find((term) => term.text === first)?.group;
    if (group === undefined) return;
    for (const meaning of meanings.slice(1)) {
      const text = tokens(meaning)
        .map((token) => token.folded)
        .join(' ');
      this.terms.push({ text, weight: 0.95, source: 'abbreviation', group });
    }
    this.spokenSpans.push({ start: index, end: index });
  }

  /** A word of its own; one the catalogue does not know is corrected if a single slip explains it. */
  addWord(index: number, toldBySituation: boolean): void {
    const word = this.words[index];
    if (word === undefined) return;
    const group = this.group++;
    if (!toldBySituation) this.spokenSpans.push({ start: index, end: index + 1 });
    this.terms.push({
      text: word.folded,
      ...this.accentedOf([word]),
      weight: toldBySituation ? wordOfSituationWeight : 1,
      source: 'typed',
      group,
      position: index,
    });
    if (this.vocabulary === undefined || word.folded.length < shortestCorrected || this.vocabulary.has(word.folded))
      return;
    const suggestion = this.vocabulary.suggest(word.folded);
    if (suggestion === undefined) return;
    this.terms.push({ text: suggestion, weight: 0.9, source: 'spelling', group, position: index });
    const corrected = tokens(suggestion);
    for (const match of matchConcepts(corrected, () => true)) {
      for (const id of match.concepts) this.addForms(id, group, synonymWeight * 0.9, true);
    }
  }

  addSituation(wants: ReadonlyMap<string, number>): void {
    const group = this.group++;
    for (const [id, share] of wants) this.addForms(id, group, situationWeight * share + 0.15, false);
  }

  /** Who types accents anywhere means the words without them as they stand. */
  private accentedOf(words: readonly Token[]): { accented?: string } {
    return this.words.some((word) => word.hasAccents) ? { accented: words.map((word) => word.accented).join(' ') } : {};
  }

  /** The topic as it would be said back: the person's own words in their order. */
  spoken(): string {
    const spans = [...this.spokenSpans].sort((a, b) => a.start - b.start);
    const said = spans.flatMap(({ start, end }) =>
      this.words.slice(start, end).map((word, offset) => this.accents.get(start + offset) ?? word.accented),
    );
    return said.join(' ').slice(0, 120);
  }
}

/**
 * What a message means to discovery: the conditions it states, and the topic that is left, each idea with its
 * alternatives. Pure; about 0.1 ms for a sentence. Words are never ANDed: what counts is how much of the ideas a course
 * covers.
 */
export function understand(text: string, options: UnderstandOptions = {}): Wish {
  return read(text, options).wish;
}

/** A follow-up on an earlier wish. `relative` asks for less of something than the list before had. */
export interface Refinement {
  readonly wish: Wish;
  readonly relative?: Relative;
}

const dropRule =
  /(?<![^ ])(?:bo|khong can|khoi|xoa|thoi|ignore|drop|remove|any) (?:dieu kien |loc |the |a )?(gia|tien|hoc phi|gio|thoi gian|noi|cho hoc|dia diem|trinh do|price|time|place|location|level|conditions?|dieu kien|het|tat ca)(?![^ ])/u;

/**
 * Decides whether a text is a follow-up on the previous wish: it states conditions, asks for cheaper or nearer, or
 * drops a condition, and names no topic of its own. Returns the sharper wish, or undefined for a wish of its own.
 */
export function refine(previous: Wish, text: string, options: UnderstandOptions = {}): Refinement | undefined {
  const folded = tokens(text)
    .map((token) => token.folded)
    .join(' ');
  const dropped = dropRule.exec(folded);
  if (dropped !== null) return { wish: { ...previous, facets: withoutFacets(previous, dropped[1] ?? '') } };
  const { wish, relative } = read(text, options);
  const ownTopic = wish.terms.some((term) => term.source === 'typed');
  if (ownTopic) return undefined;
  const states = Object.keys(wish.facets).length > 0 || wish.excluded.length > 0;
  if (!states && relative === undefined) return undefined;
  const { cheap: _cheap, ...rest } = previous.facets;
  const kept = wish.facets.maxPriceVnd === undefined ? previous.facets : rest;
  return {
    wish: {
      ...previous,
      excluded: [...new Set([...previous.excluded, ...wish.excluded])],
      facets: { ...kept, ...wish.facets },
    },
    ...(relative === undefined ? {} : { relative }),
  };
}

function withoutFacets(previous: Wish, what: string): Wish['facets'] {
  const { maxPriceVnd: _price, cheap: _cheap, times: _times, place: _place, level: _level, ...other } = previous.facets;
  const { maxPriceVnd, cheap, times, place, level } = previous.facets;
  const price = { ...(maxPriceVnd && { maxPriceVnd }), ...(cheap && { cheap }) };
  if (/^(gia|tien|hoc phi|price)$/.test(what))
    return { ...other, ...(times && { times }), ...(place && { place }), ...(level && { level }) };
  if (/^(gio|thoi gian|time)$/.test(what))
    return { ...other, ...price, ...(place && { place }), ...(level && { level }) };
  if (/^(noi|cho hoc|dia diem|place|location)$/.test(what))
    return { ...other, ...price, ...(times && { times }), ...(level && { level }) };
  if (/^(trinh do|level)$/.test(what)) return { ...other, ...price, ...(times && { times }), ...(place && { place }) };
  return {};
}
