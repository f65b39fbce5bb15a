import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { tokens } from '../text/index.ts';
import type { Concept, Field, Form, Pattern, PatternWord, Taxonomy } from './taxonomy.ts';
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
      /** The address of the skill in ESCO, where one is surely the same. */
      esco: z
        .string()
        .regex(/^http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]{36}$/)
        .optional(),
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

type ConceptFile = z.output<typeof conceptFile>;

/** The files of content/taxonomy, in their order. */
export function taxonomyFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** Collects the files of a taxonomy. Both methods throw naming the file or concept and its fault. */
export interface TaxonomyBuilder {
  add(name: string): void;
  finish(): Taxonomy;
}

export function createTaxonomyBuilder(): TaxonomyBuilder {
  const concepts = new Map<string, Concept>();
  const forms = new Map<string, Form[]>();
  const joined = new Map<string, string>();
  const situations = new Map<string, Pattern[]>();
  const fields: Field[] = [];
  const patternsWith = new Map<string, number>();
  // Sixty thousand words of patterns are five thousand different ones.
  const patternWords = new Map<string, PatternWord>();

  function wordOf(written: string): PatternWord {
    const known = patternWords.get(written) ?? patternWord(written);
    patternWords.set(written, known);
    return known;
  }

  function addConcept(id: string, { vi, en, esco, related }: ConceptFile['concepts'][string]): void {
    const vietnamese = new Set(list(vi));
    const written = [...new Set([...vietnamese, ...list(en)])];
    const surface = written.map((form) => tokens(form));
    concepts.set(id, {
      id,
      names: { vi: nameOf(vi) ?? nameOf(en) ?? id, en: nameOf(en) ?? nameOf(vi) ?? id },
      isNamedInBoth: nameOf(vi) !== undefined && nameOf(en) !== undefined,
      esco,
      forms: surface.map((words, index) => ({
        folded: words.map((w) => w.folded).join(' '),
        accented: words.map((w) => w.accented).join(' '),
        isEnglish: !vietnamese.has(written[index] ?? ''),
      })),
      related: new Map(Object.entries(related ?? {})),
    });
    for (const [index, words] of surface.entries()) {
      const needsAccents = written[index]?.endsWith('!') === true;
      const folded = words.map((w) => w.folded);
      if (words.length > 1 && !needsAccents) joined.set(folded.join(''), written[index] ?? '');
      const form = { words: folded, accented: words.map((w) => w.accented), concept: id, needsAccents };
      addTo(forms, folded[0] ?? '', form);
    }
  }

  function addPatterns(written: string | undefined, wants: ReadonlyMap<string, number>, covers: boolean): void {
    for (const text of list(written)) {
      const phrases = text.split(' + ').map((phrase) => phrase.trim().split(/\s+/).map(wordOf));
      const words = [...new Set(phrases.flat().map(({ folded }) => folded))].filter((word) => word !== '*');
      for (const word of words) patternsWith.set(word, (patternsWith.get(word) ?? 0) + 1);
      addTo(situations, phrases[0]?.[0]?.folded ?? '', { phrases, words, wants, covers });
    }
  }

  return {
    add(name) {
      const parsed = conceptFile.safeParse(parse(readFileSync(new URL(name, folder), 'utf8')));
      if (!parsed.success) throw new Error(`content/taxonomy/${name}: ${z.prettifyError(parsed.error)}`);
      const { field } = parsed.data;
      if (field !== undefined) fields.push({ id: field.id, names: { vi: field.vi, en: field.en }, topic: field.topic });
      for (const [id, concept] of Object.entries(parsed.data.concepts)) {
        if (concepts.has(id)) throw new Error(`content/taxonomy/${name}: ${id} stands twice.`);
        addConcept(id, concept);
        addPatterns(concept.cues, new Map([[id, weights.cue]]), false);
      }
      for (const { when, wants } of parsed.data.situations ?? []) {
        addPatterns(when, new Map(Object.entries(wants)), true);
      }
    },
    finish() {
      for (const each of forms.values()) each.sort((a, b) => b.words.length - a.words.length);
      // The rarest word first: it is the one a message most likely lacks.
      const frequency = (word: string): number => patternsWith.get(word) ?? 0;
      for (const [first, list] of situations) {
        const sorted = list.map((pattern) => ({
          ...pattern,
          words: [...pattern.words].sort((a, b) => frequency(a) - frequency(b)),
        }));
        situations.set(first, sorted);
      }
      const patterns = [...situations.values()].flat();
      checkNames(concepts, patterns);
      const words = new Set<string>();
      const writtenWords = new Set<string>();
      for (const concept of concepts.values()) {
        for (const { folded, accented } of concept.forms) {
          for (const word of folded.split(' ')) words.add(word);
          for (const word of accented.split(' ')) writtenWords.add(word);
        }
      }
      for (const pattern of patterns) for (const word of pattern.words) words.add(word);
      return { concepts, forms, situations, fields, words, writtenWords, joined };
    },
  };
}

/** Every concept that is named must be there. */
function checkNames(concepts: ReadonlyMap<string, Concept>, patterns: readonly Pattern[]): void {
  const known = (id: string, where: string): void => {
    if (!concepts.has(id)) throw new Error(`content/taxonomy: ${where} names ${id}, which is no concept.`);
  };
  for (const concept of concepts.values()) for (const id of concept.related.keys()) known(id, concept.id);
  for (const { wants, words } of patterns) {
    for (const id of wants.keys()) known(id, words.join(' '));
  }
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The plainest form, without the sign that asks for its accents. */
function nameOf(text: string | undefined): string | undefined {
  return list(text)[0]?.replace(/!$/, '');
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

function patternWord(written: string): PatternWord {
  const [token] = written === '*' ? [] : tokens(written);
  return { folded: token?.folded ?? '*', accented: token?.hasAccents === true ? token.accented : undefined };
}
