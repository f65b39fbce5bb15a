import type { CourseIndex } from './course-index.ts';
import { takesPart } from './parts.ts';
import { lookUp, lookUpTerm, type Postings } from './postings.ts';
import { weights as figures } from './weights.ts';
import type { TopicTerm, Wish } from './wish.ts';

/** How well each course covers the ideas of a wish. Arrays are by document number; only `touched` ones are set. */
export interface TopicMatch {
  /** Sum over ideas of inverse frequency × field-weighted frequency × the term's weight. */
  readonly scores: Float32Array;
  /** Share of the wish's information that the course covers, 0 to 1. */
  readonly coverage: Float32Array;
  readonly touched: readonly number[];
  /** The best term of each idea by document, for reasons: index into `wish.terms`, by group then document. */
  bestTerm(document: number): TopicTerm | undefined;
}

/** One scratch space per process: searching allocates nothing that grows with the catalogue. */
interface Scratch {
  scores: Float32Array;
  coverage: Float32Array;
  groupScore: Float32Array;
  groupEvidence: Float32Array;
  bestScore: Float32Array;
  /** How surely a course teaches the idea at hand. */
  taught: Float32Array;
  /** Index into the wish's terms plus one, of the best term that is full evidence. */
  bestTerm: Int16Array;
}

let scratch: Scratch | undefined;
let dirty: number[] = [];

function scratchFor(size: number): Scratch {
  if (scratch === undefined || scratch.scores.length < size) {
    scratch = {
      scores: new Float32Array(size),
      coverage: new Float32Array(size),
      groupScore: new Float32Array(size),
      groupEvidence: new Float32Array(size),
      bestScore: new Float32Array(size),
      taught: new Float32Array(size),
      bestTerm: new Int16Array(size),
    };
  } else {
    for (const document of dirty) {
      scratch.scores[document] = 0;
      scratch.coverage[document] = 0;
      scratch.bestScore[document] = 0;
      scratch.bestTerm[document] = 0;
    }
  }
  dirty = [];
  return scratch;
}

const vietnameseSyllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** BM25's inverse document frequency; a word no course has is as telling as one that a single course has. */
export function inverseFrequency(size: number, frequency: number): number {
  if (!takesPart('rare words')) return 1;
  const count = Math.max(0.5, frequency);
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}

/** A word that stands once in a description (and in no title, topic or skill) is mentioned in passing. */
const mentionedInPassing = 100;

/** Scores every course that covers an idea of the wish. Valid until the next call. */
export function matchTopic(index: CourseIndex, wish: Wish): TopicMatch {
  const space = scratchFor(index.size);
  const touched = dirty;
  const groups = new Map<number, { term: TopicTerm; at: number }[]>();
  wish.terms.forEach((term, at) => {
    const list = groups.get(term.group);
    if (list === undefined) groups.set(term.group, [{ term, at }]);
    else list.push({ term, at });
  });
  let totalMass = 0;
  let weightiest = 0;
  const named = [...groups.values()].some((terms) => terms.length > 1 && !isSituation(terms));
  for (const terms of groups.values()) {
    const weight = named && isSituation(terms) ? figures.situationBeside : 1;
    const mass = matchGroup(index, wish, terms, weight, space, touched);
    totalMass += mass;
    weightiest = Math.max(weightiest, mass);
  }
  const long = Math.min(1, (wish.length ?? 1) / figures.longWords);
  totalMass = weightiest + (1 - (1 - figures.otherIdeas) * long) * (totalMass - weightiest);
  if (totalMass > 0)
    for (const document of touched) space.coverage[document] = Math.min(1, (space.coverage[document] ?? 0) / totalMass);
  return {
    scores: space.scores,
    coverage: space.coverage,
    touched,
    bestTerm: (document) => wish.terms[(space.bestTerm[document] ?? 0) - 1],
  };
}

/** Neighbouring ideas are only looked at when the idea itself finds little. */
const enoughDirect = 150;

/** Other names of an idea add nothing once so many courses have it by the names that count more. */
const enoughNamed = 3000;

/** Adds one idea: of its alternatives the best counts. Returns the idea's mass of information. */
function matchGroup(
  index: CourseIndex,
  wish: Wish,
  terms: readonly { term: TopicTerm; at: number }[],
  weight: number,
  space: Scratch,
  touched: number[],
): number {
  const inGroup: number[] = [];
  const seen = new Set<string>();
  let mass = 0;
  let typedMass: number | undefined;
  // A rarer synonym is no better answer than the word that was typed, where courses have that word.
  let mostInformation = Number.POSITIVE_INFINITY;
  // What was typed first, then its names, then its neighbours.
  const ordered = [...terms].sort((a, b) => b.term.weight - a.term.weight);
  const strongest = ordered[0]?.term.weight ?? 1;
  for (const { term, at } of ordered) {
    const isRelated = term.source === 'related';
    if (isRelated && inGroup.length >= enoughDirect) continue;
    if (term.source === 'taxonomy' && inGroup.length >= enoughNamed) continue;
    const key = `${term.text}|${term.accented ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { postings, frequency } = lookUpTerm(index, term);
    const information = Math.min(mostInformation, inverseFrequency(index.total, frequency));
    if (term.source === 'typed') {
      typedMass = Math.max(typedMass ?? 0, information * term.weight);
      if (frequency > 0 && terms[0]?.term === term) mostInformation = information;
    }
    if (frequency === 0) continue;
    if (!isRelated) mass = Math.max(mass, information * term.weight);
    const alone = term.source === 'typed' && terms.length === 1 && isSyllable(term.text) && hasNeighbour(wish, term);
    // How surely the term means the idea; what it weighs in the score is another matter.
    const sure = isRelated ? (term.weight / strongest) * figures.related : term.weight / strongest;
    const evidence = (alone ? figures.loneSyllable : 1) * Math.min(1, sure * 1.12);
    addPostings(postings, { factor: information * term.weight, evidence, at }, space, inGroup);
  }
  // A situation that calls for what no course is about weighs as much as a word that no course has.
  if (mass === 0 && isSituation(terms)) {
    typedMass = inverseFrequency(index.total, 0) * figures.absentSituation;
  }
  // What was typed measures the idea; where only its synonyms are in the catalogue, they do.
  const groupMass =
    weight * (mass > 0 ? Math.min(typedMass ?? mass, Math.max(mass, (typedMass ?? 0) * 0.6)) : (typedMass ?? 0));
  addNeighbours(index, wish, terms, space, inGroup);
  addTaught(index, ordered, strongest, space, inGroup);
  for (const document of inGroup) {
    if (space.scores[document] === 0 && space.coverage[document] === 0) touched.push(document);
    const score = space.groupScore[document] ?? 0;
    space.scores[document] = (space.scores[document] ?? 0) + score;
    space.coverage[document] =
      (space.coverage[document] ?? 0) + groupMass * Math.min(1, space.groupEvidence[document] ?? 0);
    space.groupScore[document] = 0;
    space.groupEvidence[document] = 0;
  }
  return groupMass;
}

/**
 * Whether a course is about the idea or only has its words ("Yoga trong phòng trọ" is no course about renting): what the tagger says a course
 * teaches counts for more, and a course that has the name of a concept it does not teach for less.
 */
function addTaught(
  index: CourseIndex,
  terms: readonly { readonly term: TopicTerm; readonly at: number }[],
  strongest: number,
  space: Scratch,
  inGroup: number[],
): void {
  const concepts = new Map<string, { readonly weight: number; readonly at: number }>();
  for (const { term, at } of terms) {
    if (term.source !== 'taxonomy' || term.concept === undefined) continue;
    if (!concepts.has(term.concept)) concepts.set(term.concept, { weight: term.weight, at });
  }
  if (concepts.size === 0) return;
  for (const [concept, { weight }] of concepts) {
    const taught = index.taught.coursesOf(concept);
    const information = inverseFrequency(index.total, taught.length);
    for (const { document, weight: surely } of taught) {
      const score = information * weight * figures.taught * surely;
      const before = space.groupScore[document] ?? 0;
      if (before === 0) {
        inGroup.push(document);
      }
      space.groupScore[document] = Math.max(score, before) + before * figures.taughtToo * surely;
      space.taught[document] = Math.max(space.taught[document] ?? 0, surely);
      const evidence = Math.min(1, (weight / strongest) * 1.12) * surely;
      if (evidence > (space.groupEvidence[document] ?? 0)) space.groupEvidence[document] = evidence;
    }
  }
  for (const document of inGroup) {
    const surely = space.taught[document] ?? 0;
    if (surely === 0) {
      space.groupScore[document] = (space.groupScore[document] ?? 0) * figures.untaught;
      space.groupEvidence[document] = (space.groupEvidence[document] ?? 0) * figures.untaughtEvidence;
    }
    space.taught[document] = 0;
  }
}

function isSituation(terms: readonly { term: TopicTerm }[]): boolean {
  return terms.some(({ term }) => term.source === 'situation');
}

/** Whether another lone word was typed right beside this one: then only the two together mean something. */
function hasNeighbour(wish: Wish, term: TopicTerm): boolean {
  const { position } = term;
  if (position === undefined) return false;
  return wish.terms.some((other) => other.position !== undefined && Math.abs(other.position - position) === 1);
}

function isSyllable(word: string): boolean {
  return word.length <= 6 && vietnameseSyllable.test(word);
}

function addPostings(
  postings: readonly Postings[],
  given: { factor: number; evidence: number; at: number },
  space: Scratch,
  inGroup: number[],
): void {
  for (const { documents, weights, factor } of postings) {
    const scale = (given.factor * factor) / 255;
    const evidence = given.evidence * (factor < 1 ? 0.5 : 1);
    for (let position = 0; position < documents.length; position++) {
      const document = documents[position] ?? 0;
      const score = scale * (weights[position] ?? 0);
      const before = space.groupScore[document] ?? 0;
      if (before === 0) inGroup.push(document);
      if (score > before) space.groupScore[document] = score;
      const shown = evidence * ((weights[position] ?? 0) < mentionedInPassing ? figures.passing : 1);
      if (shown > (space.groupEvidence[document] ?? 0)) space.groupEvidence[document] = shown;
      // Half a word, other accents or a word in passing is no reason to name.
      if (shown >= figures.reason && score > (space.bestScore[document] ?? 0)) {
        space.bestScore[document] = score;
        space.bestTerm[document] = given.at + 1;
      }
    }
  }
}

/** A lone syllable whose typed neighbour stands beside it in the course too is full evidence and scores more. */
function addNeighbours(
  index: CourseIndex,
  wish: Wish,
  terms: readonly { term: TopicTerm; at: number }[],
  space: Scratch,
  inGroup: number[],
): void {
  const term = terms[0]?.term;
  if (term?.position === undefined || term.text.includes(' ') || !takesPart('word pairs')) return;
  for (const other of wish.terms) {
    if (other.position === undefined || other.source !== 'typed' || other.text.includes(' ')) continue;
    if (Math.abs(other.position - term.position) !== 1) continue;
    const [first, second] = other.position < term.position ? [other, term] : [term, other];
    const pair = `${first.text} ${second.text}`;
    const accented =
      first.accented === undefined && second.accented === undefined
        ? undefined
        : `${first.accented ?? first.text} ${second.accented ?? second.text}`;
    const information = inverseFrequency(index.total, index.frequency(pair));
    // Each of the two adds its half of the pair.
    addPostings(
      lookUp(index, pair, accented),
      { factor: information * figures.neighbours * term.weight, evidence: 1, at: terms[0]?.at ?? 0 },
      space,
      inGroup,
    );
  }
}
