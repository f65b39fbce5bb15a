import type { Lesson } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import { timeOfWorkshop, workshopTitle } from '../words/workshop.ts';
import { handOverChoice } from './hand-over.ts';
import { keyOf, wordsOf } from './workshop-standing.ts';
import { findWorkshops } from './workshops.ts';

const longestLabel = 60;

/** People who can show it: the workshop about it that fits best, else a course, and always staff. */
export async function personChoices(context: TurnContext, lesson: Lesson): Promise<readonly Choice[]> {
  const nearest = (await workshopChoice(context, lesson)) ?? (await courseChoice(context, lesson));
  return [...(nearest === undefined ? [] : [nearest]), handOverChoice(context)];
}

async function workshopChoice(context: TurnContext, lesson: Lesson): Promise<Choice | undefined> {
  for (const topic of lesson.topics) {
    const { wish, found } = await findWorkshops(context, topic, 'all');
    const workshop = wish.terms.length === 0 ? undefined : found[0]?.workshop;
    if (workshop === undefined) continue;
    const label = `${workshopTitle(context.t, workshop)} · ${timeOfWorkshop(wordsOf(context), workshop)}`;
    return context.offer('ws', [keyOf(workshop.key)], label.slice(0, longestLabel));
  }
  return undefined;
}

async function courseChoice(context: TurnContext, lesson: Lesson): Promise<Choice | undefined> {
  const { finder, tx, now, t } = context;
  for (const topic of lesson.topics) {
    const { hits, none } = finder.search(finder.understand(topic), { limit: 1, now, exclude: context.dismissed });
    const key = none ? undefined : hits[0]?.key;
    if (key === undefined) continue;
    const [course] = await finder.courses(tx, [key]);
    if (course === undefined) continue;
    const label = t('choice-lesson-course', { title: course.title }).slice(0, longestLabel);
    return context.choice({ action: 'details', args: [key.toString(36)] }, label);
  }
  return undefined;
}
