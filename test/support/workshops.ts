import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { createWorkshop, type Moment, type Workshop, type WorkshopInput } from '../../src/workshops/index.ts';

/** Ten in the morning of a Tuesday in the city. */
export const morning = new Date('2026-11-24T03:00:00Z');

export function hoursLater(hours: number, from: Date = morning): Date {
  return new Date(from.getTime() + hours * 3_600_000);
}

/** A moment at which everybody may be written to. */
export function at(now: Date): Moment {
  return { now, allowedFrom: (moment) => moment };
}

/** Somebody on the web, as the learner a first message makes. */
export async function addLearner(database: Database, name: string): Promise<number> {
  return database.transaction(async (tx) => (await findOrCreatePerson(tx, 'web', name)).learnerId);
}

/** Many learners at once. */
export async function addLearners(database: Database, count: number): Promise<number[]> {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    with people as (insert into account select from generate_series(1, ${count}::int) returning id)
    insert into learner (account_id) select id from people returning id`);
  return rows.map(({ id }) => Number(id)).sort((one, other) => one - other);
}

/** A workshop five days from `morning`, unless told otherwise. */
export async function addWorkshop(database: Database, input: Partial<WorkshopInput> = {}): Promise<Workshop> {
  const startsAt = input.startsAt ?? hoursLater(5 * 24);
  const workshop = await database.transaction((tx) =>
    createWorkshop(
      tx,
      { title: 'Dùng Zalo an toàn', startsAt, endsAt: hoursLater(2, startsAt), ...input },
      { staffId: undefined, now: morning },
    ),
  );
  if (workshop === undefined) throw new Error('The id is taken.');
  return workshop;
}
