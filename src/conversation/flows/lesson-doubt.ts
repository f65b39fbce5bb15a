import type { Answer, TurnContext } from '../context.ts';
import { disagree } from './disagree.ts';
import { disagreedInLesson } from './lesson.ts';
import { stillInReview } from './review.ts';
import { say } from './small-talk.ts';

/** "Mình không đồng ý", pressed or said: staff look at the answer, and what was being asked is asked again below. */
export async function disagreed(context: TurnContext, attemptId?: number): Promise<Answer> {
  const said = await disagree(context, attemptId);
  const { question } = context.state;
  const asked = question?.kind === 'lesson' ? await disagreedInLesson(context, said) : stillInReview(context, said);
  return asked ?? say(context, said, [context.offer('bai', [], context.t('choice-lesson'))]);
}
