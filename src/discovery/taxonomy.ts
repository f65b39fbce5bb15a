import { setImmediate as breathe } from 'node:timers/promises';
import { isVietnameseSyllable } from '../text/index.ts';
import { createTaxonomyBuilder, taxonomyFiles } from './read-taxonomy.ts';

/** A skill, subject or occupation and its surface forms. */
export interface Concept {
  readonly id: string;
  /** The plainest form in each language. */
  readonly names: { readonly vi: string; readonly en: string };
  /** Neither name stands in for the other. */
  readonly isNamedInBoth: boolean;
  /** The address of the skill in ESCO, where one is surely the same. */
  readonly esco: string | undefined;
  readonly forms: readonly { readonly folded: string; readonly accented: string; readonly isEnglish: boolean }[];
  readonly related: ReadonlyMap<string, number>;
}

/** A form as the matcher looks it up. */
export interface Form {
  readonly words: readonly string[];
  readonly accented: readonly string[];
  readonly concept: string;
  readonly needsAccents: boolean;
}

/** A word of a pattern, or "*"; without accents it matches whatever accents were typed. */
export interface PatternWord {
  readonly folded: string;
  readonly accented: string | undefined;
}

/** Phrases that must all stand in a message, the first of them looked up. */
export interface Pattern {
  readonly phrases: readonly (readonly PatternWord[])[];
  /** Every word of the phrases, folded: all must be in a message, wherever, or the pattern is not. */
  readonly words: readonly string[];
  readonly wants: ReadonlyMap<string, number>;
  /** Whether concepts named inside it count only as much as it calls for them. */
  readonly covers: boolean;
}

export interface Field {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly topic: readonly string[];
}

export interface Taxonomy {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** First word of a form → forms, longest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** Forms of several words typed as one ("ketoan") → the form. */
  readonly joined: ReadonlyMap<string, string>;
  readonly situations: ReadonlyMap<string, readonly Pattern[]>;
  readonly fields: readonly Field[];
  /** Every folded word of a form or situation. */
  readonly words: ReadonlySet<string>;
  /** Every word of a form as it is written. */
  readonly writtenWords: ReadonlySet<string>;
}

let loaded: Taxonomy | undefined;

/** The taxonomy of content/taxonomy, read once. Throws naming the file and fault when one is wrong. */
export function taxonomy(): Taxonomy {
  if (loaded === undefined) {
    const builder = createTaxonomyBuilder();
    for (const name of taxonomyFiles()) builder.add(name);
    loaded = builder.finish();
  }
  return loaded;
}

/**
 * Reads the taxonomy file by file, so that other beginnings go on meanwhile: half a second that the first message
 * would wait for otherwise.
 */
export function prepareTaxonomy(): Promise<void> {
  preparing ??= prepare();
  return preparing;
}

let preparing: Promise<void> | undefined;

async function prepare(): Promise<void> {
  if (loaded !== undefined) return;
  const builder = createTaxonomyBuilder();
  for (const name of taxonomyFiles()) {
    builder.add(name);
    await breathe();
  }
  loaded ??= builder.finish();
}

/** Whether an id is one of a concept. */
export function isConcept(id: string): boolean {
  return taxonomy().concepts.has(id);
}

/** Whether the taxonomy uses a folded word anywhere. */
export function isTaxonomyWord(folded: string): boolean {
  return taxonomy().words.has(folded);
}

/** Whether a form of the taxonomy has a word with just these accents. */
export function isWrittenInTaxonomy(accented: string): boolean {
  return taxonomy().writtenWords.has(accented);
}

let pairs: Set<string> | undefined;

/** Whether two folded words stand beside each other in a form of the taxonomy. */
export function isTaxonomyPair(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  if (pairs === undefined) {
    pairs = new Set();
    for (const forms of taxonomy().forms.values()) {
      for (const { words } of forms) {
        for (let at = 1; at < words.length; at++) pairs.add(`${words[at - 1]} ${words[at]}`);
      }
    }
  }
  return pairs.has(`${first} ${second}`);
}

/** The form that somebody typed without spaces: "tienganh" → "tiếng anh". */
export function splitJoined(folded: string): string | undefined {
  return taxonomy().joined.get(folded);
}

let shortened: ReadonlyMap<string, string> | undefined;

/**
 * The two words of which the first was typed as its beginning only: "csoc" → "chăm sóc", "ktoan" → "kế toán". Undefined where none, or several about as
 * common, are meant.
 */
export function splitShortened(folded: string): string | undefined {
  shortened ??= shortenedPairs();
  return shortened.get(folded);
}

/** So much more common must one pair be than the next. */
const surelyMeant = 2;

function shortenedPairs(): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms } of taxonomy().concepts.values()) {
    for (const { folded, accented } of forms) {
      const [words, written] = [folded.split(' '), accented.split(' ')];
      for (let at = 1; at < words.length; at++) {
        const [first = '', second = ''] = [words[at - 1], words[at]];
        // "An toàn" and "đi làm" are typed whole; what is left of a short word would be another word.
        if (!isVietnameseSyllable(first) || !isVietnameseSyllable(second) || second.length < 2) continue;
        const begins = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])/.exec(first)?.[0] ?? '';
        for (const beginning of new Set([begins, begins.slice(0, 1)])) {
          if (beginning === '' || beginning === first) continue;
          const of = counts.get(beginning + second) ?? new Map<string, number>();
          const pair = `${written[at - 1]} ${written[at]}`;
          counts.set(beginning + second, of.set(pair, (of.get(pair) ?? 0) + 1));
        }
      }
    }
  }
  const found = new Map<string, string>();
  for (const [typed, of] of counts) {
    const [[pair, most] = ['', 0], [, next] = ['', 0]] = [...of].sort((a, b) => b[1] - a[1]);
    if (!isVietnameseSyllable(typed) && most >= surelyMeant * next) found.set(typed, pair);
  }
  return found;
}

/** The fields to learn in, for a menu. */
export function suggestTopics(): readonly {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
}[] {
  return taxonomy().fields;
}

/** The subjects of a field, each as if somebody had typed it; none for an unknown field. */
export function topicsOfField(id: string): readonly string[] {
  return taxonomy().fields.find((field) => field.id === id)?.topic ?? [];
}

/** A text that stands for a field as if somebody had typed it, or undefined for an unknown field. */
export function fieldTopic(id: string): string | undefined {
  return taxonomy()
    .fields.find((field) => field.id === id)
    ?.topic.join(', ');
}
