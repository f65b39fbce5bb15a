import { z } from 'zod';
import { type Given, grade, type Lessons, type Question } from '../../learning/index.ts';
import { isQuestion } from '../../tutor/index.ts';
import { plainWords, smallTalkOf } from '../phrases.ts';
import { disagreementIn } from './disagree.ts';
import { asideIn, isAboutCourses, isLookingElsewhere, optionTyped } from './lesson-ask.ts';

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
export type Meant = Given | 'hint' | 'later' | 'next' | 'same' | 'other' | 'question' | 'disagree' | 'again';

/** A number that names no option: the step is shown once more. */
const bareNumber = /^\s*(?:số |so |câu |cau )?(\d{1,2})\s*[.)]?\s*$/iu;

/** What a text says to a lesson that waits; undefined where it says something else. */
export function meaningOf(lessons: Lessons, waiting: LessonData, text: string): Meant | undefined {
  const aside = asideIn(text);
  if (aside === 'later') return 'later';
  const doubt = disagreementIn(text);
  if (doubt === 'about_grade') return 'disagree';
  const item = waiting.step === 'before' ? lessons.lesson(waiting.lesson)?.prequestion : waiting.item;
  const asked = item === undefined ? undefined : lessons.item(item)?.item;
  if (asked === undefined) {
    // "1" under a card is its first choice, which goes on; it is no course of an earlier list.
    const number = bareNumber.exec(text)?.[1];
    if (number !== undefined) return Number(number) === 1 ? 'next' : 'again';
    return aside === 'next' ? 'next' : asksTutor(text, undefined);
  }
  if (waiting.compares === true) {
    const judged = sameOrOther(text);
    if (judged !== undefined) return judged;
  }
  // Before anything is explained nobody has to answer.
  if (waiting.step === 'before' && (aside === 'hint' || aside === 'next')) return 'next';
  if (aside === 'hint') return 'hint';
  const question = waiting.isVariant === true ? asked.variant : asked.question;
  // "Không đồng ý" is what one says to a caller who wants money, and may be the answer.
  if (doubt !== undefined && waiting.step !== 'before' && grade(question, { text }).kind === 'unsure')
    return 'disagree';
  const option = question.kind === 'choice' ? optionTyped(question.options, text) : undefined;
  if (option !== undefined) return { option };
  const asks = asksTutor(text, question);
  if (asks === undefined && question.kind === 'choice' && bareNumber.test(text)) return 'again';
  if (asks !== undefined || question.kind === 'choice') return asks;
  return isLookingElsewhere(text) ? undefined : { text };
}

/** A question to the tutor: what asks something, is about no course, and is no answer to a question whose answer is typed. */
function asksTutor(text: string, question: Question | undefined): 'question' | undefined {
  if (!isQuestion(text) || isLookingElsewhere(text) || isAboutCourses(text)) return undefined;
  // "Bạn có phải người thật không?" is answered as anywhere else.
  if (smallTalkOf(text, plainWords(text)) !== undefined) return undefined;
  const mayBeAnswer =
    question !== undefined && question.kind !== 'choice' && grade(question, { text }).kind !== 'unsure';
  return mayBeAnswer ? undefined : 'question';
}

/** "Đúng ý", "giống", "chưa đúng": said of one's answer beside a good one. */
export function sameOrOther(text: string): 'same' | 'other' | undefined {
  if (/^\s*(?:đúng|dung|giống|giong|yes|same|có|co|ừ|u)(?:\s|$)/iu.test(text)) return 'same';
  return /^\s*(?:chưa|chua|không|khong|sai|khác|khac|no)(?:\s|$)/iu.test(text) ? 'other' : undefined;
}
