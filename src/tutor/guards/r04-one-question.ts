import type { Guard } from './draft.ts';
import { asSeen } from './letters.ts';
import { countWords, sentencesOf } from './sentences.ts';

/** Words a draft may have, and may have when something is explained. */
const mostWords = 80;
const mostWordsExplaining = 120;

/** R4: exactly one question, as the last sentence, and little before it: one thing to think about at a time, on a phone. */
export const oneQuestion: Guard = ({ text }, { explains }) => {
  const seen = asSeen(text);
  const sentences = sentencesOf(seen);
  const questions = sentences.filter(({ isQuestion }) => isQuestion).length;
  if (questions !== 1) return `Ask exactly one question; the draft asks ${questions}.`;
  if (sentences.at(-1)?.isQuestion !== true) return 'End with the question; the draft goes on after it.';
  const most = explains ? mostWordsExplaining : mostWords;
  const words = countWords(seen);
  return words > most ? `Write at most ${most} words; the draft has ${words}.` : undefined;
};
