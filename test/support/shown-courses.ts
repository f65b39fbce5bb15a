import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { createTranslator } from '../../src/locales/index.ts';

const folder = new URL('../dialogues/', import.meta.url);
const catalogue = readdirSync(folder)
  // Files of other kinds than courses are called offer-….
  .filter((name) => name.endsWith('.csv') && !name.startsWith('offer-'))
  .flatMap((name): { id: string; title: string }[] => parse(readFileSync(new URL(name, folder)), { columns: true }));
const idByTitle = new Map(catalogue.map(({ id, title }) => [title, id]));

/** A line "2. Something" of a message. */
export interface NumberedLine {
  readonly number: number;
  readonly words: string;
  /** The course that it names. */
  readonly course?: string;
}

/** The numbered lines of a text, in order: courses of a list, and choices where they are numbers. */
export function numberedLines(text: string): NumberedLine[] {
  return [...text.matchAll(/^(\d)\. (.+)$/gmu)].map(([, number, words = '']) => {
    const course = idByTitle.get(words);
    return { number: Number(number), words, ...(course === undefined ? {} : { course }) };
  });
}

/** What can be done with a course of a list, in both languages: the words inside its card, and those that stand alone. */
export const cardChoices = (['vi', 'en'] as const).flatMap((locale) => {
  const t = createTranslator(locale);
  return (['details', 'save', 'open'] as const).map((action) => ({
    action,
    locale,
    short: t(`choice-${action}-short`),
    long: (number: number) => t(`choice-${action}`, { number }),
  }));
});
