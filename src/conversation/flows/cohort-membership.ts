import { learnersOf } from '../../learners/index.ts';
import {
  cohortById,
  cohortProgress,
  endMembership,
  type Membership,
  membershipsOf,
  takeBackEnding,
} from '../../learning/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { goesOn, memberLine, memberName, teacherNames, trackTitle } from '../words/cohort.ts';
import { learnerInWords } from '../words/learner.ts';
import { allCohortsChoice, keyOf, lessonChoices, nameOf, noSuchCohort, readKey, settled } from './cohort-standing.ts';

/** A class as one of its learners sees it: who runs it and, word for word, what they see. */
export async function showMembership(context: TurnContext, membership: Membership): Promise<Answer> {
  const { t, tx, lessons, locale, accountId } = context;
  const { cohort, learnerId, number, name } = membership;
  const args = [keyOf(cohort.id), keyOf(learnerId)];
  const track = lessons.track(cohort.track);
  const learner = (await learnersOf(tx, accountId)).find(({ id }) => id === learnerId);
  const progress = track && (await cohortProgress(tx, cohort, track, context));
  const own = progress?.members.find((each) => each.number === number && each.name === name);
  const line = own === undefined || track === undefined ? memberName(t, membership) : memberLine(context, own, track);
  const text = [
    t('cohort-mine', {
      name: nameOf(context, cohort),
      track: trackTitle(lessons, locale, cohort.track),
      who: learner === undefined ? '' : learnerInWords(t, learner),
      relation: learner?.relation ?? 'self',
    }),
    !goesOn(cohort, context)
      ? t('cohort-mine-over')
      : t('cohort-mine-seen', { teacher: teacherNames(locale, cohort), line }),
  ].join('\n');
  return settled(context, text, [
    ...lessonChoices(context, cohort, learnerId),
    context.offer('lopten', args, t(name === undefined ? 'choice-cohort-name' : 'choice-cohort-rename')),
    ...(name === undefined ? [] : [context.offer('lopan', args, t('choice-cohort-hide'))]),
    context.offer('lopra', args, t('choice-cohort-leave')),
    allCohortsChoice(context),
  ]);
}

export async function pressedMembership(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  const own = (await membershipsOf(context.tx, context.accountId)).find(
    (each) => each.cohort.id === readKey(id) && each.learnerId === readKey(learnerKey),
  );
  return own === undefined ? noSuchCohort(context) : showMembership(context, own);
}

/** Whether a learner is one of the account's. */
async function isOwn({ tx, accountId }: TurnContext, learnerId: number): Promise<boolean> {
  return (await learnersOf(tx, accountId)).some(({ id }) => id === learnerId);
}

/** Leaves a class at once; a press takes it back. */
export async function leave(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  const { tx, t, now } = context;
  const place = { cohortId: readKey(id), learnerId: readKey(learnerKey) };
  const cohort = await cohortById(tx, place.cohortId);
  const hasLeft = (await isOwn(context, place.learnerId)) && (await endMembership(tx, place, 'left', now));
  if (cohort === undefined || !hasLeft) return noSuchCohort(context);
  const back = context.offer('lopve', [keyOf(place.cohortId), keyOf(place.learnerId)], t('choice-cohort-back'));
  const text = t('cohort-left', { name: nameOf(context, cohort) });
  return inPlace(settled(context, text, [back]));
}

/** Takes leaving back, as long as the class goes on. */
export async function comeBack(context: TurnContext, [id, learnerKey]: readonly string[]): Promise<Answer> {
  const { tx, t, now } = context;
  const place = { cohortId: readKey(id), learnerId: readKey(learnerKey) };
  const cohort = await cohortById(tx, place.cohortId);
  if (cohort === undefined || !(await isOwn(context, place.learnerId))) return noSuchCohort(context);
  if (!goesOn(cohort, context)) return settled(context, t('cohort-is-over', { name: nameOf(context, cohort) }));
  await takeBackEnding(tx, place, 'left', now);
  return inPlace(await pressedMembership(context, [id ?? '', learnerKey ?? '']));
}
