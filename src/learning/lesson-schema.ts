import { z } from 'zod';
import {
  characters,
  date,
  domains,
  giveaways,
  id,
  list,
  notedOptions,
  numbersOf,
  plainOptions,
  topics,
  wholeNumber,
  words,
} from './content-fields.ts';

/** The YAML of lessons and tracks as docs/lessons.md describes it; unknown entries are refused everywhere. */

const note = words(45);
const wrong = list(z.strictObject({ forms: list(characters(80), 1, 40), note }), 0, 8).default([]);

const choice = { question: words(60), options: notedOptions, giveaways };
const number = {
  question: words(60),
  answer: z.number(),
  tolerance: z.number().nonnegative('không được âm').default(0),
  unit: characters(20).optional(),
  wrong,
  right: note,
  giveaways,
};
const short = {
  question: words(60),
  accept: list(characters(80), 1, 60),
  wrong,
  answer: note,
  rubric: words(60),
  criteria: list(characters(120), 1, 4).optional(),
  right: note,
  giveaways,
};
const hints = list(words(60), 4, 4);

const item = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('choice'), ...choice, hints, variant: z.strictObject(choice) }),
  z.strictObject({ id, kind: z.literal('number'), ...number, hints, variant: z.strictObject(number) }),
  z.strictObject({ id, kind: z.literal('short'), ...short, hints, variant: z.strictObject(short) }),
]);

export const lessonHead = z.strictObject({
  id,
  title: characters(60),
  objective: characters(120),
  minutes: wholeNumber(2, 5),
  domains,
  areas: numbersOf(1, 6, 1).default([]),
  topics,
  prequestion: id,
  try: words(70),
  checked: date,
  sources: list(characters(400), 1, 20),
  items: list(item, 2, 4),
});

export type LessonHead = z.output<typeof lessonHead>;
export type WrittenItem = LessonHead['items'][number];
export type WrittenQuestion = Omit<WrittenItem, 'id' | 'hints' | 'variant'>;

export const trackHead = z.strictObject({
  title: characters(40),
  english: characters(60),
  about: characters(160),
  audience: z.enum(['everyone', 'teachers']),
  domains,
  topics,
  placement: list(z.strictObject({ question: words(60), options: plainOptions, lesson: id }), 1, 3),
});

export type TrackHead = z.output<typeof trackHead>;
