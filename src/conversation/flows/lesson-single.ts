import { type Lesson, repeatRun } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { chooseTrack } from './lesson-place.ts';
import { lessonAnswer, shownWays } from './lesson-show.ts';
import { beginLesson, standing } from './lesson-start.ts';

/** The longest label of a choice that begins a lesson, so that it stays on one button. */
const longestLabel = 60;

/** Begins just this lesson. */
export function singleLessonChoice({ offer, t }: TurnContext, lesson: Lesson): Choice {
  return offer('be', [lesson.id], t('choice-lesson-single', { title: lesson.title }).slice(0, longestLabel));
}

/**
 * One lesson by its id, for whatever leads to it: a link, a self-assessment, a certificate that lacks it. It begins, goes on where it was
 * left, or comes once more for who has finished it. It puts nobody into its track: its end offers that, with the questions that place.
 */
export async function singleLesson(context: TurnContext, id: string): Promise<Answer> {
  const { t, lessons, first } = context;
  const at = await standing(context);
  const lesson = lessons.lesson(id);
  if (lesson === undefined) return saidBefore(t('lesson-gone'), chooseTrack(context, at));
  const hello = first ? t('lesson-hello') : '';
  if (at.run?.lesson === lesson.id || !at.finished.has(lesson.id)) return beginLesson(context, at, lesson, hello);
  const way = shownWays(context, lesson).includes(at.way) ? at.way : 'read';
  const run = repeatRun(lesson, way, at.run?.serial ?? context.turnId % 1000);
  return lessonAnswer(context, lesson, run, { before: [hello, t('lesson-once-more')].join('\n').trim() });
}

function saidBefore(said: string, answer: Answer): Answer {
  const [message, ...rest] = answer.messages;
  if (message === undefined) return answer;
  return { ...answer, messages: [{ ...message, text: [`${said}\n\n`, ...message.text] }, ...rest] };
}
