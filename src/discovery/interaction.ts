import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** What a learner did with a course, or was shown. */
export type InteractionKind = 'shown' | 'opened' | 'saved' | 'enrolled' | 'finished' | 'dismissed';

export interface Interaction {
  readonly courseKey: number;
  readonly kind: InteractionKind;
  /** How probable it was to be shown, of what was shown. */
  readonly propensity?: number;
}

/** Adds to the record of what a learner did; nothing in it is ever changed. @param listId the turn whose list something was shown in */
export async function noteInteractions(
  tx: Queryable,
  entry: {
    readonly learnerId: number;
    readonly interactions: readonly Interaction[];
    readonly listId?: number;
    readonly at: Date;
  },
): Promise<void> {
  if (entry.interactions.length === 0) return;
  const values = entry.interactions.map(
    ({ courseKey, kind, propensity }) =>
      sql`(${entry.learnerId}, ${courseKey}, ${kind}, ${entry.listId ?? null}::bigint, ${propensity ?? null}::real, ${entry.at})`,
  );
  await tx.execute(sql`
    insert into interaction (learner_id, course_id, kind, list_id, propensity, at) values ${sql.join(values, sql`, `)}`);
}

/** The keys of the courses a learner went to, saved or took and did not wave away since, oldest first, each once. */
export async function courseHistory(db: Queryable, learnerId: number, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ course_id: string; kind: InteractionKind }>(sql`
    select course_id, kind from (
      select id, course_id, kind from interaction
      where learner_id = ${learnerId} and kind <> 'shown' order by id desc limit ${limit}
    ) as latest order by id`);
  return takenOf(rows.map(({ course_id, kind }) => ({ course: Number(course_id), kind }))).map(({ course }) => course);
}

/** Of what one learner did, oldest first, the courses they took up, each where it came first, without those dismissed since. */
export function takenOf<Row extends { readonly course: number; readonly kind: InteractionKind }>(
  rows: readonly Row[],
): Row[] {
  const taken = new Map<number, Row>();
  for (const row of rows) {
    if (row.kind === 'dismissed') taken.delete(row.course);
    else if (row.kind !== 'shown' && !taken.has(row.course)) taken.set(row.course, row);
  }
  return [...taken.values()];
}

/** Deletes what was done before a moment, at most so many rows. */
export async function deleteOldInteractions(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from interaction where id in (select id from interaction where at < ${before} order by at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
