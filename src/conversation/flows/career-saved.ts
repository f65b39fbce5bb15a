import { markCourse, markedCourses, type Occupation, unmarkCourse } from '../../discovery/index.ts';
import type { Answer, Effect, TurnContext } from '../context.ts';
import { readPath, upperFirst } from './career-path.ts';
import { say } from './small-talk.ts';

/** Saves a path: its courses among the saved ones, and the occupation as what the learner learns for. */
export async function savePath(context: TurnContext, occupation: Occupation): Promise<Answer> {
  const { t, tx, learnerId, now, locale, profile } = context;
  const { steps } = await readPath(context, occupation);
  const before = new Set(await markedCourses(tx, learnerId, 'saved'));
  const added = steps.map(({ course }) => course.key).filter((key) => !before.has(key));
  for (const courseKey of added) await markCourse(tx, { learnerId, courseKey, kind: 'saved', at: now });
  const label = occupation.names[locale];
  const text = t('career-saved', { occupation: upperFirst(label), count: steps.length });
  const answer = say(context, text, [
    context.offer('mine', ['0'], t('choice-my-courses')),
    context.offer('ngr', [occupation.id], t('choice-undo')),
  ]);
  const { goal } = profile.told;
  return {
    ...answer,
    state: { ...context.state, career: { occupation: occupation.id, saved: { added, ...(goal && { goal }) } } },
    effects: [{ kind: 'note_facts', told: { goal: { occupation: occupation.id, label } }, source: 'chosen' }],
  };
}

/** Takes the saving of a path back: courses that were saved before stay, and so does the goal of before. */
export async function unsavePath(context: TurnContext, occupation: Occupation): Promise<Answer> {
  const { t, tx, learnerId, locale, state } = context;
  const saved = state.career?.occupation === occupation.id ? state.career.saved : undefined;
  if (saved === undefined) return say(context, t('chat-stale'));
  for (const key of saved.added) await unmarkCourse(tx, learnerId, key, 'saved');
  const effect: Effect =
    saved.goal === undefined
      ? { kind: 'forget_facts', kinds: ['goal'] }
      : { kind: 'note_facts', told: { goal: saved.goal }, source: 'chosen' };
  return {
    ...say(context, t('career-unsaved', { occupation: upperFirst(occupation.names[locale]) }), [
      context.offer('ng', [occupation.id], t('choice-career')),
    ]),
    state: { ...state, career: { occupation: occupation.id } },
    effects: [effect],
  };
}
