import { standingRules, unlistedDays } from '../catalogue/index.ts';
import { cityTime, dayNumber, dayOfNumber } from '../time/index.ts';
import { type CourseIndex, documentOf } from './course-index.ts';
import { assess, type Fit, type Fitness, type Measures, type Miss, measuresOf, meetsConditions } from './fit.ts';
import type { Near } from './meaning/vector-index.ts';
import { takesPart } from './parts.ts';
import { matchTopic, type TopicMatch } from './topic-match.ts';
import { weights } from './weights.ts';
import type { Wish } from './wish.ts';

/** Why a course stands in the answer; made of what ranked it, in no language yet. */
export type Reason = { readonly kind: 'topic'; readonly words: string } | { readonly kind: 'meaning' } | Fit;

/** What one should know of a course before going there: nobody confirmed it lately, people reported it. */
export type Caution =
  | { readonly kind: 'stale'; readonly confirmedOn: string }
  | { readonly kind: 'reported' }
  | { readonly kind: 'unlisted' };

/** A course found. `key` is its row, `id` its public id. */
export interface Hit {
  readonly key: number;
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly misses: readonly Miss[];
  readonly cautions: readonly Caution[];
}

export interface SearchResult {
  /** Best first; empty when `none`. */
  readonly hits: readonly Hit[];
  /** True when nothing in the catalogue fits. */
  readonly none: boolean;
  /** The closest alternatives when nothing fits, at most five. */
  readonly near: readonly Hit[];
  /** The largest share of the wish's information that a course covers, 0 to 1; 1 for a wish without a topic. */
  readonly coverage: number;
}

export interface SearchOptions {
  readonly limit: number;
  readonly now: Date;
  /** In which courses end at midnight; the city's when missing. */
  readonly timezone?: string;
  /** Keys of courses that teach a skill for which the demand rises. */
  readonly rising?: ReadonlySet<number>;
  /** The courses whose meaning is nearest to the wish, where a model was asked for that. */
  readonly meant?: readonly Near[];
  /** Keys of courses that must not appear. */
  readonly exclude?: ReadonlySet<number>;
  /** Keys of the only courses that may appear; all when missing. How much a word tells is still measured over all. */
  readonly only?: ReadonlySet<number>;
}

/** Where days begin and end for whoever does not say. */
export const defaultTimezone = 'Asia/Ho_Chi_Minh';

const nearLimit = 5;

/** The nearest alternatives share at least this much with the wish: less would be chance. */
const nearFloor = 0.04;

/** And by single words at least this much, since a lone syllable is in many. */
const loneWordsFloor = 0.1;

/** Candidates that are ordered finely; the rest of a common word's thousands cannot reach the first pages. */
const finelyRanked = 250;

interface Candidate {
  /** It stands here for its meaning: none of the words are its own. */
  readonly isMeant?: true;
  /** The index that the document is of. */
  readonly index: CourseIndex;
  readonly document: number;
  score: number;
  coverage: number;
  readonly fitness: Fitness;
  /** The words of the topic that weigh most in the course. */
  readonly topicWords: string | undefined;
}

function isOver({ facts }: CourseIndex, document: number, today: number): boolean {
  return (facts.until[document] ?? 0) < today;
}

/**
 * The courses that answer a wish. Relevance to the topic is measured by BM25 over ideas, conditions multiply it, and
 * below a floor of covered information the honest answer is that nothing fits, with the nearest alternatives apart.
 */
export function searchCourses(index: CourseIndex, wish: Wish, options: SearchOptions): SearchResult {
  const today = dayNumber(cityTime(options.now, options.timezone ?? defaultTimezone).day);
  const hasTopic = wish.terms.length > 0;
  if (!hasTopic && Object.keys(wish.facets).length === 0) return { hits: [], none: true, near: [], coverage: 0 };
  const measures = measuresOf(wish.facets, today);
  const parts = partsOf(index, wish, options, today);
  const find = hasTopic ? topicCandidates : everyCandidate;
  const byWords = parts.flatMap((part) => find(part, wish, measures));
  const candidates = hasTopic ? withMeant(byWords, parts, { wish, measures, meant: options.meant ?? [] }) : byWords;
  const lift = (candidate: Candidate): number => (options.rising?.has(keyOf(candidate)) === true ? weights.rising : 1);
  for (const candidate of candidates)
    candidate.score *=
      candidate.fitness.factor * freshness(candidate.index, candidate.document, today) * lift(candidate);
  candidates.sort((a, b) => b.score - a.score || b.fitness.factor - a.fitness.factor || keyOf(a) - keyOf(b));

  const fitting = candidates.filter((candidate) => candidate.fitness.allowed);
  const best = fitting.reduce((most, candidate) => Math.max(most, candidate.coverage), 0);
  const bestScore = fitting[0]?.score ?? 0;
  const length = Math.min(1, (wish.length ?? 1) / weights.longWords);
  const floor = (takesPart('floor') ? weights.floor : 0) * (1 - weights.longRelief * length);
  const isAnswer = (candidate: Candidate): boolean =>
    !hasTopic ||
    (best >= floor &&
      candidate.coverage >= best * weights.besideBest &&
      candidate.score >= bestScore * weights.scoreBesideBest);
  const answers = fitting.filter(isAnswer);
  if (answers.length === 0) {
    const close = candidates.filter((candidate) => candidate.coverage > nearFloor);
    const near = (close.length > 0 ? close : byLoneWords(parts, wish, measures)).slice(0, nearLimit);
    return { hits: [], none: true, near: near.map((candidate) => hitOf(candidate, today)), coverage: best };
  }
  return {
    hits: diversified(answers)
      .slice(0, options.limit)
      .map((candidate) => hitOf(candidate, today)),
    none: false,
    near: [],
    coverage: best,
  };
}

/** An index with which of its documents may be shown. */
interface SearchedPart {
  readonly index: CourseIndex;
  readonly allowed: (document: number) => boolean;
}

/** The index and what changed since it was built. */
function partsOf(whole: CourseIndex, wish: Wish, options: SearchOptions, today: number): SearchedPart[] {
  const partOf = (index: CourseIndex): SearchedPart => {
    const forbidden = forbiddenDocuments(index, wish.excluded);
    return {
      index,
      allowed: (document) =>
        options.only?.has(index.key(document)) !== false &&
        !isOver(index, document, today) &&
        !forbidden.has(document) &&
        index.later?.isReplaced(document) !== true &&
        options.exclude?.has(index.key(document)) !== true,
    };
  };
  return whole.later === undefined ? [partOf(whole)] : [partOf(whole), partOf(whole.later.index)];
}

function keyOf({ index, document }: Candidate): number {
  return index.key(document);
}

/** Documents that hold a phrase the person does not want. */
function forbiddenDocuments(index: CourseIndex, excluded: readonly string[]): ReadonlySet<number> {
  const forbidden = new Set<number>();
  for (const phrase of excluded) {
    const wish: Wish = {
      topic: phrase,
      said: phrase,
      terms: [{ text: phrase, weight: 1, source: 'typed', group: 0 }],
      excluded: [],
      facets: {},
      length: 1,
      writtenIn: 'vi',
    };
    const match = matchTopic(index, wish);
    for (const document of match.touched) forbidden.add(document);
  }
  return forbidden;
}

/** When nothing holds what was named as a whole, the nearest is what shares words with it. */
function byLoneWords(parts: readonly SearchedPart[], wish: Wish, measures: Measures): Candidate[] {
  const words = new Map<string, string | undefined>();
  for (const { text, accented, source } of wish.terms) {
    if (source !== 'typed') continue;
    const accents = accented?.split(' ');
    for (const [position, word] of text.split(' ').entries()) words.set(word, accents?.[position]);
  }
  const terms = [...words].map(([text, accented], group) => ({
    text,
    ...(accented === undefined ? {} : { accented }),
    weight: 1,
    source: 'typed' as const,
    group,
    position: group,
  }));
  return (
    parts
      .flatMap((part) => topicCandidates(part, { ...wish, terms }, measures))
      .filter((candidate) => candidate.coverage > loneWordsFloor)
      // A shared word is no reason to name: it may be another thing altogether.
      .map((candidate) => ({ ...candidate, topicWords: undefined }))
      .sort((a, b) => b.score * b.fitness.factor - a.score * a.fitness.factor)
  );
}

function topicCandidates({ index, allowed }: SearchedPart, wish: Wish, measures: Measures): Candidate[] {
  const match = matchTopic(index, wish);
  const hasConditions = Object.keys(wish.facets).length > 0;
  const meets = hasConditions
    ? (document: number): boolean => meetsConditions(index.facts, document, wish.facets, measures)
    : undefined;
  return strongest(match, allowed, meets).map((document) => {
    const term = match.bestTerm(document);
    return {
      index,
      document,
      score: strengthOf(match, document),
      coverage: match.coverage[document] ?? 0,
      fitness: assess(index.facts, document, wish, measures),
      topicWords: term && (term.spoken ?? term.accented ?? term.text),
    };
  });
}

/** Score times coverage: two ideas half covered lose to one course that is about both. */
function strengthOf({ scores, coverage }: TopicMatch, document: number): number {
  return (scores[document] ?? 0) * (weights.partial + (1 - weights.partial) * (coverage[document] ?? 0));
}

/**
 * Candidates with those whose meaning is near. How surprisingly near a meaning is stands for the share of the wish that the course covers, so that
 * the floor judges it as it judges words; and what words found is lifted by it.
 */
function withMeant(
  byWords: Candidate[],
  parts: readonly SearchedPart[],
  { wish, measures, meant }: { readonly wish: Wish; readonly measures: Measures; readonly meant: readonly Near[] },
): Candidate[] {
  if (meant.length === 0) return byWords;
  const known = new Map(byWords.map((candidate) => [keyOf(candidate), candidate]));
  const best = byWords.reduce((most, { score }) => Math.max(most, score), 0);
  const added: Candidate[] = [];
  const { least, sure, lift, alone } = weights.meaning;
  for (const { key, surprise } of meant) {
    const strength = Math.min(1, (surprise - least) / (sure - least));
    if (strength <= 0) break;
    const candidate = known.get(key);
    if (candidate !== undefined) {
      candidate.score *= 1 + lift * strength;
      candidate.coverage = Math.max(candidate.coverage, strength);
      continue;
    }
    for (const { index, allowed } of parts) {
      const document = documentOf(index, key);
      if (document === undefined || !allowed(document)) continue;
      const fitness = assess(index.facts, document, wish, measures);
      const score = (best === 0 ? 1 : best * alone) * strength;
      added.push({ index, document, score, coverage: strength, fitness, topicWords: undefined, isMeant: true });
    }
  }
  return [...byWords, ...added];
}

const bins = 256;
/** Conditions together can hardly make up for less than a tenth of the best relevance. */
const lowestBin = Math.floor(bins * 0.1);

/**
 * The strongest of many documents without sorting them all. Those that meet every condition are chosen apart from the others:
 * of three thousand accounting courses the forty free ones in the evening must be among them, however common the subject.
 */
function strongest(
  match: TopicMatch,
  allowed: (document: number) => boolean,
  meets: ((document: number) => boolean) | undefined,
): number[] {
  const { touched } = match;
  const strengths = new Float32Array(touched.length);
  let best = 0;
  for (let position = 0; position < touched.length; position++) {
    const value = strengthOf(match, touched[position] ?? 0);
    strengths[position] = value;
    if (value > best) best = value;
  }
  const binned = inBins(strengths, best);
  const met: number[] = [];
  const others: number[] = [];
  // Bin by bin from the top, until there are enough of both kinds: what comes after is weaker than all of them.
  for (let bin = bins; bin >= lowestBin; bin--) {
    const hasOthers = others.length >= finelyRanked;
    if (hasOthers && (meets === undefined || met.length >= finelyRanked)) break;
    const end = binned.starts[bin + 1] ?? 0;
    for (let at = binned.starts[bin] ?? 0; at < end; at++) {
      const position = binned.positions[at] ?? 0;
      const document = touched[position] ?? 0;
      const isMet = meets?.(document) === true;
      if ((isMet || !hasOthers) && allowed(document)) (isMet ? met : others).push(position);
    }
  }
  // Numbers alone sort ten times as fast as positions by a comparison.
  const top = (positions: number[]): number[] => {
    const values = new Float32Array(positions.length);
    for (let at = 0; at < positions.length; at++) values[at] = strengths[positions[at] ?? 0] ?? 0;
    const least = values.sort()[values.length - finelyRanked] ?? 0;
    // Of those that are as strong as the last one there may be thousands: they must not take the place of a stronger one.
    const above = positions.filter((position) => (strengths[position] ?? 0) > least);
    const equal = positions.filter((position) => strengths[position] === least).sort((a, b) => a - b);
    return [...above, ...equal].slice(0, finelyRanked).map((position) => touched[position] ?? 0);
  };
  return [...top(met), ...top(others)];
}

/** Positions ordered by bins of their strength: those of bin `n` stand from `starts[n]` to before `starts[n + 1]`. */
function inBins(strengths: Float32Array, best: number): { positions: Uint32Array; starts: Uint32Array } {
  const scale = bins / best;
  const binOf = new Uint16Array(strengths.length);
  const starts = new Uint32Array(bins + 2);
  for (let position = 0; position < strengths.length; position++) {
    const bin = Math.min(bins, Math.floor((strengths[position] ?? 0) * scale));
    binOf[position] = bin;
    starts[bin + 1] = (starts[bin + 1] ?? 0) + 1;
  }
  for (let bin = 0; bin <= bins; bin++) starts[bin + 1] = (starts[bin + 1] ?? 0) + (starts[bin] ?? 0);
  const next = starts.slice();
  const positions = new Uint32Array(strengths.length);
  for (let position = 0; position < strengths.length; position++) {
    const bin = binOf[position] ?? 0;
    const at = next[bin] ?? 0;
    positions[at] = position;
    next[bin] = at + 1;
  }
  return { positions, starts };
}

/** Without a topic courses are ranked by the conditions alone: those that meet all, else those that meet some. */
function everyCandidate({ index, allowed }: SearchedPart, wish: Wish, measures: Measures): Candidate[] {
  const complete: number[] = [];
  // The newest rows come last and are looked at first; a bitwise test costs a tenth of an assessment.
  for (let document = index.size - 1; document >= 0 && complete.length < finelyRanked * 2; document--) {
    if (meetsConditions(index.facts, document, wish.facets, measures) && allowed(document)) complete.push(document);
  }
  const some = complete.length > 0 ? complete : someDocuments(index.size).filter(allowed);
  return some
    .map((document) => ({
      index,
      document,
      score: 1,
      coverage: 1,
      fitness: assess(index.facts, document, wish, measures),
      topicWords: undefined,
    }))
    .filter(({ fitness }) => fitness.fits.length > 0);
}

/** At most four thousand documents spread over the whole index. */
function someDocuments(size: number): number[] {
  const step = Math.max(1, Math.ceil(size / 4000));
  return Array.from({ length: Math.ceil(size / step) }, (_, position) => position * step);
}

function isStale({ facts }: CourseIndex, document: number, today: number): boolean {
  return (facts.confirmed[document] ?? 0) + standingRules.staleDays < today;
}

function isSunk({ facts }: CourseIndex, document: number, today: number): boolean {
  return (facts.sunkUntil[document] ?? 0) >= today;
}

/** It sinks for longer than reports ever make a course sink: its source no longer lists it. An index may be older than a day. */
function isUnlisted({ facts }: CourseIndex, document: number, today: number): boolean {
  return (facts.sunkUntil[document] ?? 0) > today + unlistedDays / 2;
}

/** What is left of a course's score by how sure it is that it is still there. */
function freshness(index: CourseIndex, document: number, today: number): number {
  return (
    (isStale(index, document, today) ? weights.freshness.stale : 1) *
    (isSunk(index, document, today) ? weights.freshness.reported : 1)
  );
}

/** Places at the top in which one organisation may stand at most twice, if others are nearly as good. */
const diversePlaces = 5;
const mostOfOne = 2;
const nearlyAsGood = 0.9;

/** Lets others of nearly the same score pass an organisation that already stands twice among the first five. */
function diversified(ranked: readonly Candidate[]): Candidate[] {
  const rest = [...ranked];
  const chosen: Candidate[] = [];
  const counts = new Map<number, number>();
  while (chosen.length < diversePlaces && rest.length > 0) {
    const first = rest[0] as Candidate;
    let pick = 0;
    if ((counts.get(organisationOf(first)) ?? 0) >= mostOfOne) {
      const other = rest.findIndex(
        (candidate) =>
          candidate.score >= first.score * nearlyAsGood && (counts.get(organisationOf(candidate)) ?? 0) < mostOfOne,
      );
      if (other > 0) pick = other;
    }
    const [taken] = rest.splice(pick, 1);
    if (taken === undefined) break;
    const organisation = organisationOf(taken);
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1);
    chosen.push(taken);
  }
  return [...chosen, ...rest];
}

/** Each index numbers organisations by itself: those of the later one are others here, which only mixes the list a little less. */
function organisationOf({ index, document }: Candidate): number {
  const number = index.facts.organisation[document] ?? 0;
  return index.later === undefined && index.beside !== undefined ? -1 - number : number;
}

function hitOf(candidate: Candidate, today: number): Hit {
  const { index, document, score, fitness, topicWords: words, isMeant } = candidate;
  return {
    key: index.key(document),
    id: index.id(document),
    score,
    reasons: [
      ...(words === undefined ? [] : [{ kind: 'topic' as const, words }]),
      ...(isMeant === true ? [{ kind: 'meaning' as const }] : []),
      ...fitness.fits,
    ],
    misses: fitness.misses,
    cautions: [
      ...(isSunk(index, document, today)
        ? [{ kind: isUnlisted(index, document, today) ? ('unlisted' as const) : ('reported' as const) }]
        : []),
      ...(isStale(index, document, today)
        ? [{ kind: 'stale' as const, confirmedOn: dayOfNumber(index.facts.confirmed[document] ?? 0) }]
        : []),
    ],
  };
}
