import type { Question } from '../../learning/index.ts';
import { saysKey } from './r01-no-key.ts';

/** Whether a text tells the answer to a question, or most of it. */
export function tellsAnswer(text: string, question: Question): boolean {
  return saysKey(text, { question });
}
