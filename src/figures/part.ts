import type { Child } from 'hono/jsx';
import type { Queryable } from '../database/index.ts';
import type { Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';

/** How a page speaks. */
export interface Words {
  readonly t: Translator;
  readonly locale: Locale;
}

/** What of the address of a page chooses what it shows; whatever is not understood is as if it were not there. */
export type Asked = Readonly<Record<string, string>>;

/** Where a page stands, so that what it draws leads back to it. */
export interface Place {
  /** The address of the page, without what was chosen. */
  readonly path: string;
  /** Of its file, with what was chosen. */
  readonly file: string;
  /** For staff: with what they have beside what is public. */
  readonly isStaff: boolean;
  /** What is added to a row of what is wished for in vain, for those who may answer. */
  readonly answerForm?: (topic: string) => Child;
  readonly withdrawForm?: (answerId: number) => Child;
}

/** Figures that were read, ready to be shown or written down. Both show the same. */
export interface LoadedPart {
  readonly body: (words: Words, place: Place) => Child;
  /** A file of them: its head and its rows. */
  readonly rows: (words: Words) => readonly (readonly (string | number)[])[];
}

/** One page of figures: what the public reads, staff and programs read alike. */
export interface FigurePart {
  readonly name: PartName;
  /** @returns what the tables hold; nothing is counted here */
  load(db: Queryable, asked: Asked): Promise<LoadedPart>;
}

export const partNames = ['years', 'unmet', 'reach', 'feedback'] as const;
export type PartName = (typeof partNames)[number];

const formats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-US'),
};

/** "10.000"; a hidden group, or nobody, is a dash. */
export function people(count: number, { locale }: Words): string {
  return count === 0 ? '–' : formats[locale].format(count);
}

/** "10.000", and 0 where there is nothing. */
export function whole(count: number, { locale }: Words): string {
  return formats[locale].format(count);
}
