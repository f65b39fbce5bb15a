import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { foldedPhrase, type Token, tokens } from '../text/index.ts';

const folder = new URL('../../content/taxonomy/', import.meta.url);

const conceptFile = z.strictObject({
  field: z.strictObject({ id: z.string(), vi: z.string(), en: z.string(), topic: z.array(z.string()) }).optional(),
  concepts: z.record(
    z.string(),
    z.strictObject({
      /** Surface forms, the plainest first; commas separate. */
      vi: z.string().optional(),
      en: z.string().optional(),
      /** Ids of neighbours, each with how much of this one it covers. */
      related: z.record(z.string(), z.number().min(0).max(1)).optional(),
    }),
  ),
  /** Life situations: phrases (a "*" stands for up to three words) and the concepts they call for. */
  situations: z
    .array(z.strictObject({ when: z.string(), wants: z.record(z.string(), z.number().min(0).max(1)) }))
    .optional(),
});

/** A skill, subject or occupation and its surface forms. */
export interface Concept {
  readonly id: string;
  readonly forms: readonly { readonly folded: string; readonly accented: string }[];
  readonly related: ReadonlyMap<string, number>;
}

interface Pattern {
  readonly words: readonly string[];
  readonly wants: ReadonlyMap<string, number>;
}

interface Field {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly topic: readonly string[];
}

interface Taxonomy {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** First word of a form → forms, longest first. */
  readonly forms: ReadonlyMap<
    string,
    readonly { words: readonly string[]; accented: readonly string[]; concept: string }[]
  >;
  readonly situations: ReadonlyMap<string, readonly Pattern[]>;
  readonly fields: readonly Field[];
}

let loaded: Taxonomy | undefined;

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

/** The taxonomy of content/taxonomy, read once. Throws naming the file and fault when one is wrong. */
export function taxonomy(): Taxonomy {
  loaded ??= load();
  return loaded;
}

function load(): Taxonomy {
  const concepts = new Map<string, Concept>();
  const forms = new Map<string, { words: readonly string[]; accented: readonly string[]; concept: string }[]>();
  const situations = new Map<string, Pattern[]>();
  const fields: Field[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.yaml'))
    .sort()) {
    const parsed = conceptFile.safeParse(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.success) throw new Error(`content/taxonomy/${name}: ${z.prettifyError(parsed.error)}`);
    const { field } = parsed.data;
    if (field !== undefined) fields.push({ id: field.id, names: { vi: field.vi, en: field.en }, topic: field.topic });
    for (const [id, concept] of Object.entries(parsed.data.concepts)) {
      if (concepts.has(id)) throw new Error(`content/taxonomy/${name}: ${id} stands twice.`);
      const surface = [...list(concept.vi), ...list(concept.en)].map((form) => tokens(form));
      concepts.set(id, {
        id,
        forms: surface.map((words) => ({
          folded: words.map((w) => w.folded).join(' '),
          accented: words.map((w) => w.accented).join(' '),
        })),
        related: new Map(Object.entries(concept.related ?? {})),
      });
      for (const words of surface) {
        const first = words[0]?.folded ?? '';
        forms.set(first, [
          ...(forms.get(first) ?? []),
          { words: words.map((w) => w.folded), accented: words.map((w) => w.accented), concept: id },
        ]);
      }
    }
    for (const situation of parsed.data.situations ?? []) {
      for (const phrase of list(situation.when)) {
        const words = phrase.split(/\s+/).map((word) => (word === '*' ? '*' : foldedPhrase(word)));
        const first = words[0] ?? '';
        situations.set(first, [
          ...(situations.get(first) ?? []),
          { words, wants: new Map(Object.entries(situation.wants)) },
        ]);
      }
    }
  }
  for (const each of forms.values()) each.sort((a, b) => b.words.length - a.words.length);
  const known = (id: string, where: string): void => {
    if (!concepts.has(id)) throw new Error(`content/taxonomy: ${where} names ${id}, which is no concept.`);
  };
  for (const concept of concepts.values()) for (const id of concept.related.keys()) known(id, concept.id);
  for (const patterns of situations.values())
    for (const { wants, words } of patterns) for (const id of wants.keys()) known(id, words.join(' '));
  return { concepts, forms, situations, fields };
}

/** A concept found in a text. */
export interface ConceptMatch {
  readonly concepts: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * The longest surface forms in a text, none overlapping. A form that several concepts share brings all of them. Where
 * accents were typed they must agree.
 */
export function matchConcepts(text: readonly Token[], isFree: (index: number) => boolean): ConceptMatch[] {
  const { forms } = taxonomy();
  const found: ConceptMatch[] = [];
  for (let start = 0; start < text.length; ) {
    const candidates = isFree(start) ? (forms.get(text[start]?.folded ?? '') ?? []) : [];
    const matching = candidates.filter((form) => matchesForm(form, text, start, isFree));
    const longest = matching[0]?.words.length ?? 0;
    if (longest === 0) {
      start++;
      continue;
    }
    const concepts = matching.filter((form) => form.words.length === longest).map((form) => form.concept);
    found.push({ concepts: [...new Set(concepts)], start, end: start + longest });
    start += longest;
  }
  return found;
}

function matchesForm(
  form: { words: readonly string[]; accented: readonly string[] },
  text: readonly Token[],
  start: number,
  isFree: (index: number) => boolean,
): boolean {
  return form.words.every((word, offset) => {
    const token = text[start + offset];
    if (token === undefined || token.folded !== word || !isFree(start + offset)) return false;
    return !token.hasAccents || token.accented === form.accented[offset];
  });
}

/** Up to three words may stand in a situation's gap. */
const longestGap = 3;

/** What a situation in a text calls for, with the words that told it. */
export function matchSituations(
  text: readonly Token[],
): { wants: ReadonlyMap<string, number>; start: number; end: number }[] {
  const { situations } = taxonomy();
  const found: { wants: ReadonlyMap<string, number>; start: number; end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const pattern of situations.get(text[start]?.folded ?? '') ?? []) {
      const end = endOfPattern(pattern.words, text, start);
      if (end !== undefined) found.push({ wants: pattern.wants, start, end });
    }
  }
  return found;
}

function endOfPattern(words: readonly string[], text: readonly Token[], start: number): number | undefined {
  let position = start;
  for (let index = 0; index < words.length; index++) {
    if (words[index] === '*') {
      const next = words[index + 1];
      let gap = 0;
      while (gap <= longestGap && text[position]?.folded !== next) {
        position++;
        gap++;
      }
      if (gap > longestGap) return undefined;
      continue;
    }
    if (text[position]?.folded !== words[index]) return undefined;
    position++;
  }
  return position;
}

/** The fields to learn in, for a menu. */
export function suggestTopics(): readonly {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
}[] {
  return taxonomy().fields;
}

/** A text that stands for a field as if somebody had typed it, or undefined for an unknown field. */
export function fieldTopic(id: string): string | undefined {
  return taxonomy()
    .fields.find((field) => field.id === id)
    ?.topic.join(', ');
}
