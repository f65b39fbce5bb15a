import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { tokens } from '../text/index.ts';
import { weights } from './weights.ts';

const folder = new URL('../../content/taxonomy/', import.meta.url);

const conceptFile = z.strictObject({
  field: z.strictObject({ id: z.string(), vi: z.string(), en: z.string(), topic: z.array(z.string()) }).optional(),
  concepts: z.record(
    z.string(),
    z.strictObject({
      /** Surface forms, the plainest first; commas separate. One with "!" counts only with its accents ("học máy", not "hoc may"). */
      vi: z.string().optional(),
      en: z.string().optional(),
      /** What people say who need this and do not name it; the grammar of `situations`. */
      cues: z.string().optional(),
      /** Ids of neighbours, each with how much of this one it covers. */
      related: z.record(z.string(), z.number().min(0).max(1)).optional(),
    }),
  ),
  /**
   * Life situations and the concepts they call for. Commas separate patterns; " + " separates phrases that may stand anywhere in the
   * message; a "*" in a phrase stands for up to three words. Words written with accents agree with accents typed.
   */
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

/** A form as the matcher looks it up. */
export interface Form {
  readonly words: readonly string[];
  readonly accented: readonly string[];
  readonly concept: string;
  readonly needsAccents: boolean;
}

/** A word of a pattern, or "*"; without accents it matches whatever accents were typed. */
interface PatternWord {
  readonly folded: string;
  readonly accented: string | undefined;
}

/** Phrases that must all stand in a message, the first of them looked up. */
export interface Pattern {
  readonly phrases: readonly (readonly PatternWord[])[];
  readonly wants: ReadonlyMap<string, number>;
  /** Whether concepts named inside it count only as much as it calls for them. */
  readonly covers: boolean;
}

interface Field {
  readonly id: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly topic: readonly string[];
}

interface Taxonomy {
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
  const forms = new Map<string, Form[]>();
  const joined = new Map<string, string>();
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
      const written = [...new Set([...list(concept.vi), ...list(concept.en)])];
      const surface = written.map((form) => tokens(form));
      concepts.set(id, {
        id,
        forms: surface.map((words) => ({
          folded: words.map((w) => w.folded).join(' '),
          accented: words.map((w) => w.accented).join(' '),
        })),
        related: new Map(Object.entries(concept.related ?? {})),
      });
      for (const [index, words] of surface.entries()) {
        const needsAccents = written[index]?.endsWith('!') === true;
        if (words.length > 1 && !needsAccents) joined.set(words.map((w) => w.folded).join(''), written[index] ?? '');
        const first = words[0]?.folded ?? '';
        forms.set(first, [
          ...(forms.get(first) ?? []),
          { words: words.map((w) => w.folded), accented: words.map((w) => w.accented), concept: id, needsAccents },
        ]);
      }
    }
    const addPatterns = (written: string | undefined, wants: ReadonlyMap<string, number>, covers: boolean): void => {
      for (const text of list(written)) {
        const phrases = text.split(' + ').map((phrase) => phrase.trim().split(/\s+/).map(patternWord));
        const first = phrases[0]?.[0]?.folded ?? '';
        const list = situations.get(first);
        const pattern = { phrases, wants, covers };
        if (list === undefined) situations.set(first, [pattern]);
        else list.push(pattern);
      }
    };
    for (const { when, wants } of parsed.data.situations ?? []) {
      addPatterns(when, new Map(Object.entries(wants)), true);
    }
    for (const [id, { cues }] of Object.entries(parsed.data.concepts)) {
      addPatterns(cues, new Map([[id, weights.cue]]), false);
    }
  }
  for (const each of forms.values()) each.sort((a, b) => b.words.length - a.words.length);
  const known = (id: string, where: string): void => {
    if (!concepts.has(id)) throw new Error(`content/taxonomy: ${where} names ${id}, which is no concept.`);
  };
  for (const concept of concepts.values()) for (const id of concept.related.keys()) known(id, concept.id);
  for (const patterns of situations.values())
    for (const { wants, phrases } of patterns)
      for (const id of wants.keys()) known(id, phrases.flatMap((words) => words.map((w) => w.folded)).join(' '));
  const words = new Set<string>();
  for (const concept of concepts.values())
    for (const form of concept.forms) for (const word of form.folded.split(' ')) words.add(word);
  for (const patterns of situations.values())
    for (const pattern of patterns)
      for (const phrase of pattern.phrases) for (const { folded } of phrase) words.add(folded);
  const writtenWords = new Set<string>();
  for (const concept of concepts.values())
    for (const form of concept.forms) for (const word of form.accented.split(' ')) writtenWords.add(word);
  return { concepts, forms, situations, fields, words, writtenWords, joined };
}

function patternWord(written: string): PatternWord {
  const [token] = written === '*' ? [] : tokens(written);
  return { folded: token?.folded ?? '*', accented: token?.hasAccents === true ? token.accented : undefined };
}

/** Whether the taxonomy uses a folded word anywhere. */
export function isTaxonomyWord(folded: string): boolean {
  return taxonomy().words.has(folded);
}

/** Whether a form of the taxonomy has a word with just these accents. */
export function isWrittenInTaxonomy(accented: string): boolean {
  return taxonomy().writtenWords.has(accented);
}

/** The form that somebody typed without spaces: "tienganh" → "tiếng anh". */
export function splitJoined(folded: string): string | undefined {
  return taxonomy().joined.get(folded);
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
