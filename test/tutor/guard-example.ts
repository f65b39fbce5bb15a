import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Lessons, Question } from '../../src/learning/index.ts';
import type { Draft, ItemSituation, Result, Situation } from '../../src/tutor/guards/draft.ts';

/** What examples have in common; what is left out is as at a plain "hello". */
const place = z
  .strictObject({
    language: z.enum(['vi', 'en']).default('vi'),
    address: z.string().default('bạn'),
    asked: z.string().default(''),
    /** An item of content/lessons. */
    item: z.string(),
    variant: z.boolean().default(false),
    level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(0),
    answer: z.string(),
    wrong: z.boolean().default(false),
    turns: z.int().default(1),
    closing: z.boolean().default(false),
    /** Their ids are p1, p2, … */
    passages: z.array(z.string()).default([]),
    cites: z.array(z.string()).default([]),
    courses: z.array(z.custom<Result>()).default([]),
    workshops: z.array(z.custom<Result>()).default([]),
    places: z.array(z.custom<Result>()).default([]),
    first: z.boolean().default(false),
    asksAi: z.boolean().default(false),
    explains: z.boolean().default(false),
  })
  .partial({ item: true, answer: true });
type Place = z.infer<typeof place>;

const said = z.union([z.string(), z.strictObject({ text: z.string(), cites: z.array(z.string()) })]);
const file = z.array(z.strictObject({ in: place, good: z.array(said).default([]), bad: z.array(said).default([]) }));

export interface GuardExample {
  readonly draft: Draft;
  readonly situation: Situation;
  readonly isGood: boolean;
}

/** The examples of a rule: test/tutor/guards/R01.yaml and so on. */
export function guardExamples(name: string, lessons: Lessons): readonly GuardExample[] {
  const groups = file.parse(parse(readFileSync(new URL(`guards/${name}.yaml`, import.meta.url), 'utf8')));
  return groups.flatMap(({ in: where, good, bad }) => {
    const situation = situationOf(where, lessons);
    const example = (one: z.infer<typeof said>, isGood: boolean): GuardExample => {
      const { text, cites } = typeof one === 'string' ? { text: one, cites: where.cites } : one;
      return { draft: { text: withEscapes(text), citedPassages: cites }, situation, isGood };
    };
    return [...good.map((one) => example(one, true)), ...bad.map((one) => example(one, false))];
  });
}

/** Invisible characters are written out in the files, so that a reader sees them. */
function withEscapes(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function situationOf(where: Place, lessons: Lessons): Situation {
  const { language, address, asked, passages, courses, workshops, places, first, asksAi, explains } = where;
  return {
    language,
    address,
    asked,
    passages: passages.map((text, at) => ({ id: `p${at + 1}`, text })),
    results: { courses, workshops, places },
    isFirstContact: first,
    asksWhetherAi: asksAi,
    explains,
    ...(where.item === undefined ? {} : { item: itemOf(where, where.item, lessons) }),
  };
}

function itemOf({ variant, level, answer, wrong, turns, closing }: Place, id: string, lessons: Lessons): ItemSituation {
  const item = lessons.item(id)?.item;
  if (item === undefined) throw new Error(`No item ${id} in the lessons.`);
  return {
    ...asked(variant ? item.variant : item.question, level),
    turns,
    isClosing: closing,
    ...(answer === undefined ? {} : { learnerAnswer: answer, wasWrong: wrong }),
  };
}

/** An item at its first turn. */
export function asked(question: Question, hintLevel: ItemSituation['hintLevel']): ItemSituation {
  return { question, hintLevel, turns: 1, isClosing: false };
}

/** Nothing said, nothing found. */
export const plainSituation: Situation = situationOf(place.parse({}), {
  tracks: [],
  track: none,
  lesson: none,
  item: none,
});

function none(): undefined {
  return undefined;
}
