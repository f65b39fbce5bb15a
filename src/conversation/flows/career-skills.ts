import { namedConcept, taughtBy } from '../../discovery/index.ts';
import { enrolmentsOf, learningRecordOf, trackFinish } from '../../learning/index.ts';
import type { TurnContext } from '../context.ts';

/** A finished course stands for the skills that it surely teaches. */
const surelyTaught = 0.6;

/** The concepts that the learner has: told, from finished courses, and from finished tracks of lessons. */
export async function knownConcepts(context: TurnContext): Promise<Set<string>> {
  const { tx, learnerId, finder, lessons, profile, timezone } = context;
  const told = (profile.told.skills ?? []).map(({ concept }) => concept);
  const finished = (await enrolmentsOf(tx, learnerId)).flatMap(({ courseKey, status }) =>
    status === 'finished' && courseKey !== undefined ? [courseKey] : [],
  );
  const taught = (await finder.courses(tx, finished)).flatMap((course) =>
    taughtBy(course).flatMap(({ concept, weight }) => (weight >= surelyTaught ? [concept] : [])),
  );
  const record = await learningRecordOf(tx, learnerId, { timezone });
  const learnt = lessons.tracks
    .filter((track) => trackFinish(track, record).finishedAt !== undefined)
    .flatMap(({ topics }) => topics.flatMap((topic) => namedConcept(topic)?.id ?? []));
  return new Set([...told, ...taught, ...learnt]);
}
