import { sql } from 'drizzle-orm';
import { type Database, holdLease, releaseLease } from '../../database/index.ts';
import { cityTime } from '../../time/index.ts';
import { type InteractionKind, takenOf } from '../interaction.ts';
import { createLogBuilder, type InteractionLog } from './interaction-log.ts';
import { lastTraining, storeModel } from './stored-model.ts';
import { trainInThread } from './training-thread.ts';

export interface NightlyTrainingOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timezone: string;
  /** Names this process among the replicas: one of them trains. */
  readonly owner: string;
}

/** Under so many learners with two courses and more, co-choice is chance: what fits wishes and profile is recommended alone. */
export const fewestLearners = 100;

/** What fewer people did together is not in the model: it could tell of one of them. */
const leastPeople = 5;

const leaseName = 'recommendation training';

/** A training takes a minute or two; one that died may be begun again after this. */
const leaseSeconds = 1800;

/** Minutes of the city's day between which it trains: after midnight's jobs, before people get up. */
const [fromMinute, toMinute] = [2 * 60, 5 * 60];
const hour = 3_600_000;

/**
 * Trains once a night on the city's own record, in a thread of its own, and stores the model for every process. Returns how many
 * learners it was trained on; nothing when it is not time or another process trains.
 */
export async function trainNightly(options: NightlyTrainingOptions): Promise<Readonly<Record<string, number>>> {
  const { database, clock, timezone, owner } = options;
  const { minutes } = cityTime(clock(), timezone);
  if (minutes < fromMinute || minutes >= toMinute) return {};
  const last = await lastTraining(database.db);
  if (last !== undefined && clock().getTime() - last.trainedAt.getTime() < 20 * hour) return {};
  const lease = await holdLease(database.db, { name: leaseName, owner, seconds: leaseSeconds, now: clock() });
  if (lease === undefined) return {};
  try {
    return await trainOnRecord(database, clock);
  } finally {
    await releaseLease(database.db, leaseName, owner);
  }
}

/** Trains on the record as it is and stores what comes out. */
export async function trainOnRecord(
  database: Database,
  clock: () => Date,
): Promise<{ readonly learners: number; readonly courses: number; readonly cases: number; readonly stored: number }> {
  const { log, keys, learners } = await readRecord(database, clock());
  if (learners < fewestLearners) {
    await storeModel(database.db, { model: undefined, chosen: undefined, learners, at: clock() });
    return { learners, courses: keys.length, cases: 0, stored: 0 };
  }
  const { model, chosen } = await trainInThread(log, { seed: 1, kept: 50, leastPeople, mostItems: 4000 });
  const isBetter = chosen.shares.popularity < 1;
  const stored = isBetter ? { keys, model } : undefined;
  await storeModel(database.db, { model: stored, chosen, learners, at: clock() });
  return { learners, courses: keys.length, cases: chosen.cases, stored: Number(isBetter) };
}

/** Learners read at once: the embedded database answers nobody else meanwhile. */
const learnersAtOnce = 500;

/** The log of everybody who took up two courses or more; sample courses are nobody's choice. */
async function readRecord(
  { db }: Database,
  now: Date,
): Promise<{ readonly log: InteractionLog; readonly keys: Float64Array; readonly learners: number }> {
  const builder = createLogBuilder();
  const numbers = new Map<number, number>();
  let learners = 0;
  let after = 0;
  for (;;) {
    const { rows } = await db.execute<{ learner_id: string; taken: [number, InteractionKind, number][] }>(sql`
      with slice as (
        select distinct learner_id from interaction where learner_id > ${after} order by learner_id limit ${learnersAtOnce}
      )
      select interaction.learner_id, jsonb_agg(
        jsonb_build_array(course_id, kind, extract(epoch from ${now}::timestamptz - at) / 86400) order by interaction.id) as taken
      from interaction join slice on slice.learner_id = interaction.learner_id join course on course.id = course_id
      where kind <> 'shown' and not course.sample group by interaction.learner_id order by interaction.learner_id`);
    const { rows: ends } = await db.execute<{ last: string | null }>(sql`
      select max(learner_id) as last from (
        select distinct learner_id from interaction where learner_id > ${after} order by learner_id limit ${learnersAtOnce}) as slice`);
    for (const { taken } of rows) {
      const courses = takenOf(taken.map(([course, kind, ageDays]) => ({ course, kind, ageDays })));
      if (courses.length === 0) continue;
      if (courses.length > 1) learners++;
      const items = courses.map(({ course }) => {
        const number = numbers.get(course) ?? numbers.size;
        numbers.set(course, number);
        return number;
      });
      builder.add(
        items,
        courses.map(({ ageDays }) => ageDays),
      );
    }
    const last = ends[0]?.last;
    if (last == null) break;
    after = Number(last);
  }
  return { log: builder.finish(numbers.size), keys: Float64Array.from(numbers.keys()), learners };
}
