import { z } from 'zod';
import type { Given, Lessons } from '../../learning/index.ts';
import { asideIn, isLookingElsewhere, optionTyped } from './lesson-ask.ts';

/** What a text typed next belongs to. */
export const lessonData = z.object({
  lesson: z.string(),
  serial: z.number(),
  step: z.enum(['before', 'card', 'try', 'item', 'review']),
  item: z.string().optional(),
  isVariant: z.boolean().optional(),
  /** They hold their answer against a good one. */
  compares: z.boolean().optional(),
});
export type LessonData = z.output<typeof lessonData>;

/** What a text says to a lesson. */
export type Meant = Given | 'hint' | 'later' | 'next' | 'same' | 'other';

/** What a text says to a lesson that waits; undefined where it says something else. */
export function meaningOf(lessons: Lessons, waiting: LessonData, text: string): Meant | undefined {
  const aside = asideIn(text);
  if (aside === 'later') return 'later';
  const item = waiting.step === 'before' ? lessons.lesson(waiting.lesson)?.prequestion : waiting.item;
  const asked = item === undefined ? undefined : lessons.item(item)?.item;
  if (asked === undefined) return aside === 'next' ? 'next' : undefined;
  if (waiting.compares === true) {
    const judged = sameOrOther(text);
    if (judged !== undefined) return judged;
  }
  if (aside === 'hint') return waiting.step === 'before' ? 'next' : 'hint';
  const question = waiting.isVariant === true ? asked.variant : asked.question;
  if (question.kind !== 'choice') return isLookingElsewhere(text) ? undefined : { text };
  const option = optionTyped(question.options, text);
  return option === undefined ? undefined : { option };
}

/** "Đúng ý", "giống", "chưa đúng": said of one's answer beside a good one. */
export function sameOrOther(text: string): 'same' | 'other' | undefined {
  if (/^\s*(?:đúng|dung|giống|giong|yes|same|có|co|ừ|u)(?:\s|$)/iu.test(text)) return 'same';
  return /^\s*(?:chưa|chua|không|khong|sai|khác|khac|no)(?:\s|$)/iu.test(text) ? 'other' : undefined;
}
