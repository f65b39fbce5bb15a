import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Lessons } from '../../../src/learning/index.ts';
import type { TutorQuestion } from '../../../src/tutor/question.ts';
import type { History } from '../../../src/tutor/record.ts';

const schema = z.strictObject({
  id: z.string(),
  kind: z.enum(['explain', 'feedback', 'hint', 'off-topic', 'injection', 'distress']),
  lesson: z.string().optional(),
  item: z.string().optional(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(0),
  answer: z.string().optional(),
  wrong: z.boolean().optional(),
  history: z.array(z.strictObject({ who: z.enum(['learner', 'tutor']), text: z.string() })).default([]),
  asked: z.string(),
  /** What a good answer does, for people and judges to say yes or no to. */
  expect: z.array(z.string()).min(1),
  /** What must not stand in it, looked for by the program. */
  must_not: z.array(z.string()).default([]),
});
export type Case = z.output<typeof schema>;

/** The conversations of the evaluation, one a line. Throws naming the line that is wrong. */
export function readCases(file: URL | string): readonly Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const read = schema.safeParse(JSON.parse(line));
      if (!read.success) throw new Error(`line ${at + 1}: ${z.prettifyError(read.error)}`);
      return read.data;
    });
}

/** A case as the tutor meets it. @param number any; that of the question */
export function questionOf(one: Case, number: number, lessons: Lessons): { question: TutorQuestion; history: History } {
  const item = one.item === undefined ? undefined : lessons.item(one.item)?.item;
  const turns: { asked: string; answered: string }[] = [];
  for (const { who, text } of one.history) {
    if (who === 'learner') turns.push({ asked: text, answered: '' });
    else {
      const last = turns.at(-1);
      if (last === undefined || last.answered !== '') turns.push({ asked: '…', answered: text });
      else turns[turns.length - 1] = { ...last, answered: text };
    }
  }
  return {
    question: {
      id: number,
      conversationId: 1,
      learnerId: 1,
      channel: 'web',
      chat: 'eval',
      locale: 'vi',
      address: 'bạn',
      asked: one.asked,
      askedAt: new Date(),
      place: {
        ...(one.lesson !== undefined && { lesson: one.lesson }),
        ...(item !== undefined && {
          item: {
            id: item.id,
            isVariant: false,
            hintLevel: one.level,
            ...(one.answer !== undefined && { attempt: { answer: one.answer, wasWrong: one.wrong === true } }),
          },
        }),
      },
    },
    history: {
      turns: turns.filter(({ answered }) => answered !== ''),
      summary: undefined,
      grownThrough: undefined,
      hasMet: turns.length > 0,
      onItem: item === undefined ? 0 : turns.length,
    },
  };
}
