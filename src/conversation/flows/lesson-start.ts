import { beginRun, type Lesson, type Standing, standingOf } from '../../learning/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { lessonAnswer, shownWays } from './lesson-show.ts';

/** Where the learner stands with the lessons. */
export function standing({ tx, lessons, learnerId, now, timezone }: TurnContext): Promise<Standing> {
  return standingOf(tx, lessons, learnerId, now, timezone);
}

/** A lesson from its beginning, or from where it was left. */
export function beginLesson(context: TurnContext, at: Standing, lesson: Lesson, said = ''): Answer {
  const { t } = context;
  // Texts of lessons are Vietnamese: whoever reads English is told so once a lesson.
  const language = context.locale === 'en' ? t('lesson-in-vietnamese') : '';
  const before = [said, language].filter((line) => line !== '').join('\n');
  if (at.run?.lesson === lesson.id && at.run.step.kind !== 'before')
    return lessonAnswer(context, lesson, at.run, {
      before: [before, t('lesson-going-on', { title: lesson.title })].join('\n').trim(),
      isKept: true,
    });
  const way = shownWays(context, lesson).includes(at.way) ? at.way : 'read';
  return lessonAnswer(context, lesson, beginRun(lesson, way), { before });
}
