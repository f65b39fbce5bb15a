import { agreesSince } from '../../learners/index.ts';
import { type Given, grade, withAsking } from '../../learning/index.ts';
import { isGradable } from '../../tutor/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { type AskedItem, questionOf } from './lesson-answer.ts';
import { type Open, placeOf } from './lesson-open.ts';
import { lessonAnswer } from './lesson-show.ts';
import { asking, mayAskModel } from './tutor.ts';

/** The version of the words about the tutor from which on they speak of answers as well. */
const gradingConsentSince = 3;

/**
 * Has a model look at an answer that the rules cannot judge, where its authors wrote down what an answer must say and the learner agreed to a
 * model. What it finds comes as a turn of its own (`lesson-graded.ts`); meanwhile the learner may compare by themselves, try again or ask for a hint.
 * Undefined where none can be asked, so that the learner compares.
 */
export async function askGrade(
  context: TurnContext,
  open: Open,
  asked: AskedItem,
  given: Given,
): Promise<Answer | undefined> {
  const question = questionOf(asked);
  if (question.kind !== 'short' || question.criteria === undefined || !('text' in given)) return undefined;
  if (grade(question, given).kind !== 'unsure' || !isGradable(given.text)) return undefined;
  const [mayAsk, agreed, { place }] = await Promise.all([
    mayAskModel(context),
    agreesSince(context.tx, context.learnerId, 'ai_tutor', gradingConsentSince),
    placeOf(context, open),
  ]);
  if (!mayAsk || agreed !== 'agrees') return undefined;
  const run = withAsking(open.run, { ...asked.asking, toGrade: given.text });
  const shown = lessonAnswer(context, open.lesson, run);
  const effect = asking(context, given.text, { ...place, isAnswer: true });
  return { ...shown, effects: [...(shown.effects ?? []), effect] };
}
