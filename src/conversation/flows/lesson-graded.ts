import { type Given, withAsking } from '../../learning/index.ts';
import type { TutorAnswer, TutorQuestion } from '../../tutor/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { after, askedItem } from './lesson.ts';
import { type AskedItem, compared, judged } from './lesson-answer.ts';
import type { Open } from './lesson-open.ts';
import { lessonAnswer } from './lesson-show.ts';
import { wordsForModel } from './tutor.ts';

/**
 * What comes of an answer that a model has looked at: its verdict, or the comparison by the learner. Silent where they have gone on since; where they only talk
 * of something else now, the lesson waits for them with the comparison.
 * @param isHere they are still at the question
 */
export async function tellGrade(
  context: TurnContext,
  question: TutorQuestion,
  answer: Exclude<TutorAnswer, { kind: 'model' }>,
  open: Open | undefined,
  isHere: boolean,
): Promise<Answer> {
  const silent: Answer = { messages: [], state: context.state };
  const waiting = open && askedItem(context, open.run);
  const toGrade = waiting?.asking.toGrade;
  if (open === undefined || waiting === undefined || toGrade === undefined) return silent;
  if (question.learnerId !== context.learnerId || question.place.item?.id !== waiting.item.id) return silent;
  if (wordsForModel(toGrade) !== question.asked) return silent;
  const { toGrade: _looked, ...asking } = waiting.asking;
  const asked: AskedItem = { ...waiting, asking };
  const given: Given = { text: toGrade };
  const beside = async () => judged(context, asked, given, { kind: 'unsure' });
  if (!isHere) {
    const { asking: comparing } = await beside();
    if (comparing === undefined) return silent;
    return { ...silent, effects: lessonAnswer(context, open.lesson, withAsking(open.run, comparing)).effects ?? [] };
  }
  const verdict = answer.kind === 'grade' ? answer.verdict : 'unsure';
  if (verdict === 'wrong')
    return after(context, open, labelled(await judged(context, asked, given, { kind: 'wrong' })));
  const compares = await beside();
  if (verdict === 'unsure' || compares.asking === undefined) return after(context, open, compares);
  // As if they had said so themselves.
  return after(context, open, labelled(await compared(context, { ...asked, asking: compares.asking }, true)));

  function labelled<A extends { readonly text: string }>(answered: A): A {
    return { ...answered, text: `${context.t('lesson-ai-graded')}\n${answered.text}` };
  }
}
