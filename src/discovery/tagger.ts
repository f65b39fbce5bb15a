import type { Course } from '../catalogue/index.ts';
import { isMostlyAccented, isVietnameseSyllable, type Token, tokens } from '../text/index.ts';
import { type Form, taxonomy } from './taxonomy.ts';

/** A skill that a course teaches, and how surely it is what the course is about: 1 for its title, 0.35 at least. */
export interface Tag {
  readonly concept: string;
  readonly weight: number;
}

/** The words of a course, cut into tokens. */
export interface CourseWords {
  readonly title: readonly Token[];
  readonly topics: readonly (readonly Token[])[];
  readonly skills: readonly (readonly Token[])[];
  readonly description: readonly Token[];
}

/** What a name counts by where it stands. Chosen on sample courses; test/eval/tagging says how good it is. */
const counted = {
  title: 1,
  /** Behind "cho", "for": who the course is for, or what it is good for. */
  titleAudience: 0.5,
  /** Behind "trên", "qua", "in": what it is taught with. */
  titleMedium: 0.5,
  /** The shelf of a large platform, on which a thousand other courses stand: it only strengthens. */
  shelf: 0.3,
  wholeTopic: 0.85,
  inTopic: 0.65,
  wholeSkill: 0.75,
  /** Too little by itself: it only strengthens what another place names. */
  inSkill: 0.3,
  description: 0.4,
  /** Added for each further place that names it too. */
  again: 0.15,
} as const;

/** Weaker tags say too little. */
const leastWeight = 0.35;

/** A course teaches few things; what comes behind so many is named in passing. */
const mostTags = 8;

/** Words of a description that are read. */
const descriptionRead = 120;

/** The shelves that large platforms sort their courses on, folded and without signs. */
const shelves = new Set(
  `art culture;arts culture;arts and humanities;architecture;biology life sciences;business;business management;business finance;chemistry;communication;
  computer science;data analysis statistics;data science;design;development;economics finance;education teacher training;electronics;energy earth sciences;
  engineering;environmental studies;ethics;finance accounting;food nutrition;health;health fitness;health safety;history;humanities;it software;
  information technology;language;language learning;law;lifestyle;literature;management;math;math and logic;medicine;music;office productivity;
  personal development;philanthropy;philosophy ethics;photography video;physical science and engineering;physics;science;social sciences;
  teaching academics;technology`
    .split(';')
    .map((each) => each.trim()),
);

/** Words behind which a title says for whom or for what. */
const audienceWords = new Set(['cho', 'danh', 'for']);

/** Words right before what a course is taught with or in. */
const mediumWords = new Set(['tren', 'qua', 'bang', 'in', 'via', 'chiec']);

/** Words right before something that a description says is taught. */
const teachingWords = new Set(
  'hoc ve day ky nang cach lam biet learn teaches teach master introduction basics using'.split(' '),
);

/** The forms that begin with a word. */
interface Beginning {
  /** Those of this word alone. */
  readonly alone: Form[];
  /** Longer ones by their second word, the longest first. */
  readonly longer: Map<string, Form[]>;
}

let beginnings: ReadonlyMap<string, Beginning> | undefined;

/** The forms of the taxonomy by their first two words: a catalogue of 100,000 courses has ten million places to look at. */
function formsByBeginning(): ReadonlyMap<string, Beginning> {
  if (beginnings !== undefined) return beginnings;
  const found = new Map<string, Beginning>();
  for (const [first, forms] of taxonomy().forms) {
    const beginning: Beginning = { alone: [], longer: new Map() };
    // Longest first already.
    for (const form of forms) {
      const [, second] = form.words;
      if (second === undefined) beginning.alone.push(form);
      else beginning.longer.set(second, [...(beginning.longer.get(second) ?? []), form]);
    }
    found.set(first, beginning);
  }
  beginnings = found;
  return found;
}

/**
 * The skills that a course teaches, the surest first, without any model: names of the taxonomy in its title, topics and skills decide; its
 * description counts only where it names one in several words right behind a word of teaching, or twice. Pure.
 */
export function tagsOf(course: CourseWords): Tag[] {
  const isAccented = isMostlyAccented(course.title) || isMostlyAccented(course.description);
  const found = new Map<string, number>();
  const note = (concepts: readonly string[], weight: number): void => {
    // A name that several concepts share says less of each.
    const share = concepts.length > 2 ? weight * 0.7 : weight;
    for (const concept of concepts) {
      const before = found.get(concept);
      found.set(concept, before === undefined ? share : Math.max(before, share) + counted.again);
    }
  };
  noteTitle(course.title, isAccented, note);
  for (const topic of course.topics) {
    const isShelf = shelves.has(topic.map(({ folded }) => folded).join(' '));
    if (isShelf) noteCell(topic, isAccented, note, counted.shelf, counted.shelf);
    else noteCell(topic, isAccented, note, counted.wholeTopic, counted.inTopic);
  }
  for (const skill of course.skills) noteCell(skill, isAccented, note, counted.wholeSkill, counted.inSkill);
  noteDescription(course.description.slice(0, descriptionRead), isAccented, found, note);
  return [...found]
    .filter(([, weight]) => weight >= leastWeight)
    .map(([concept, weight]) => ({ concept, weight: Math.min(1, Math.round(weight * 100) / 100) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTags);
}

/** The skills that a course as the catalogue keeps it teaches. */
export function taughtBy({ title, topics, skills, description }: Course): Tag[] {
  return tagsOf({
    title: tokens(title),
    topics: topics.map((topic) => tokens(topic)),
    skills: skills.map((skill) => tokens(skill)),
    description: tokens(description ?? ''),
  });
}

type Note = (concepts: readonly string[], weight: number) => void;

function noteTitle(words: readonly Token[], isAccented: boolean, note: Note): void {
  const isFor = words.findIndex((word, index) => index > 0 && audienceWords.has(word.folded));
  for (const { concepts, start } of scan(words, isAccented, false)) {
    const isMedium = mediumWords.has(words[start - 1]?.folded ?? '');
    const weight = isMedium ? counted.titleMedium : counted.title;
    note(concepts, isFor >= 0 && start > isFor ? counted.titleAudience : weight);
  }
}

function noteCell(words: readonly Token[], isAccented: boolean, note: Note, whole: number, part: number): void {
  for (const { concepts, start, end } of scan(words, isAccented, true)) {
    note(concepts, end - start === words.length ? whole : part);
  }
}

function noteDescription(
  words: readonly Token[],
  isAccented: boolean,
  found: ReadonlyMap<string, number>,
  note: Note,
): void {
  const seen = new Map<string, number>();
  for (const { concepts, start, end } of scan(words, isAccented, false)) {
    for (const concept of concepts) {
      const times = (seen.get(concept) ?? 0) + 1;
      seen.set(concept, times);
      const isTaught = end - start > 1 && teachingWords.has(words[start - 1]?.folded ?? '');
      if (times === 2 || (isTaught && times === 1)) note([concept], counted.description);
      else if (times === 1 && found.has(concept)) note([concept], 0);
    }
  }
}

interface Span {
  readonly concepts: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The longest names in a text, none overlapping. @param isCell a topic or skill, where one word alone may be a name */
function scan(words: readonly Token[], isAccented: boolean, isCell: boolean): Span[] {
  const table = formsByBeginning();
  const spans: Span[] = [];
  for (let start = 0; start < words.length; ) {
    const [first, second] = [words[start], words[start + 1]];
    if (first === undefined) break;
    const beginning = table.get(first.folded);
    if (beginning === undefined) {
      start++;
      continue;
    }
    const longer = second === undefined ? undefined : beginning.longer.get(second.folded);
    const match = longer && longestOf(longer, words, start, isAccented);
    if (match !== undefined) {
      spans.push({ ...match, start });
      start = match.end;
      continue;
    }
    if (beginning.alone.length > 0 && mayStandAlone(first, words.length, isCell)) {
      const concepts = beginning.alone
        .filter((form) => agrees(form, words, start, isAccented))
        .map(({ concept }) => concept);
      if (concepts.length > 0) spans.push({ concepts: [...new Set(concepts)], start, end: start + 1 });
    }
    start++;
  }
  return spans;
}

/** A Vietnamese syllable alone is part of a longer word more often than not: it counts as a whole topic or skill only. */
function mayStandAlone(word: Token, length: number, isCell: boolean): boolean {
  if (isCell && length === 1) return true;
  // "SEO", "CAD": capitals throughout are a name.
  if (word.written.length > 1 && word.written === word.written.toUpperCase() && !/\d/.test(word.written)) return true;
  return !word.hasAccents && !isVietnameseSyllable(word.folded);
}

function longestOf(
  forms: readonly Form[],
  words: readonly Token[],
  start: number,
  isAccented: boolean,
): { concepts: string[]; end: number } | undefined {
  let length = 0;
  const concepts: string[] = [];
  for (const form of forms) {
    if (form.words.length < length) break;
    if (!agrees(form, words, start, isAccented)) continue;
    length = form.words.length;
    if (!concepts.includes(form.concept)) concepts.push(form.concept);
  }
  return length === 0 ? undefined : { concepts, end: start + length };
}

/** Whether a form stands at a place; in a text with accents they must be the form's. */
function agrees(form: Form, words: readonly Token[], start: number, isAccented: boolean): boolean {
  for (let offset = 0; offset < form.words.length; offset++) {
    const token = words[start + offset];
    if (token === undefined || token.folded !== form.words[offset]) return false;
    const mustAgree = isAccented || token.hasAccents || form.needsAccents;
    if (mustAgree && token.accented !== form.accented[offset]) return false;
  }
  return true;
}
