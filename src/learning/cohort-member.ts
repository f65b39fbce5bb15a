import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Cohort, cohortColumns, readCohort } from './cohort.ts';
import { enrolInTrack } from './standing.ts';

/** Learners in a class. */
const mostMembers = 300;

/** Somebody's place in a class. */
export interface Membership {
  readonly cohort: Cohort;
  readonly learnerId: number;
  /** Stands for who gave no name. */
  readonly number: number;
  /** As the teacher sees them; undefined when they gave none. */
  readonly name: string | undefined;
}

export type JoinOutcome =
  | { readonly kind: 'joined' | 'already'; readonly number: number }
  | { readonly kind: 'removed' }
  | { readonly kind: 'full' };

/**
 * Puts a learner into an open class whose teacher they agreed to be seen by, and into its track. Whoever left may come again; who was
 * removed may not. Two who join at once wait for each other, so that numbers stay apart and the class is never too full.
 */
export async function joinCohort(
  tx: Queryable,
  { cohort, learnerId, now }: { readonly cohort: Cohort; readonly learnerId: number; readonly now: Date },
): Promise<JoinOutcome> {
  await tx.execute(sql`select 1 from cohort where id = ${cohort.id} for no key update`);
  const { rows } = await tx.execute<{ number: number; ended: 'left' | 'removed' | null }>(sql`
    select number, ended from cohort_member where cohort_id = ${cohort.id} and learner_id = ${learnerId}`);
  const [before] = rows;
  if (before?.ended === 'removed') return { kind: 'removed' };
  if (before?.ended === null) return { kind: 'already', number: before.number };
  const joined = await tx.execute<{ number: number }>(sql`
    with next as (
      update cohort set joined = joined + 1
      where id = ${cohort.id}
        and (select count(*) from cohort_member where cohort_id = ${cohort.id} and ended is null) < ${mostMembers}
      returning joined)
    insert into cohort_member (cohort_id, learner_id, number, agreed_at, noted_at)
    select ${cohort.id}, ${learnerId}, joined, ${now}, ${now} from next
    on conflict (learner_id, cohort_id) do update set
      ended = null, ended_at = null, name = null, agreed_at = excluded.agreed_at, noted_at = excluded.noted_at
    returning number`);
  const [place] = joined.rows;
  if (place === undefined) return { kind: 'full' };
  await enrolInTrack(tx, learnerId, cohort.track, { placedAfter: 0, now });
  return { kind: 'joined', number: place.number };
}

/** The classes that the learners of an account are in, the newest first. */
export async function membershipsOf(tx: Queryable, accountId: number): Promise<Membership[]> {
  const { rows } = await tx.execute<{ learner_id: string; number: number; member_name: string | null }>(sql`
    select cohort_member.learner_id, cohort_member.number, cohort_member.name as member_name, ${cohortColumns}
    from cohort_member join learner on learner.id = cohort_member.learner_id
    join cohort on cohort.id = cohort_member.cohort_id
    where learner.account_id = ${accountId} and learner.merged_into is null and cohort_member.ended is null
    order by cohort_member.agreed_at desc, cohort.id desc`);
  return rows.map((row) => ({
    cohort: readCohort(row),
    learnerId: Number(row.learner_id),
    number: row.number,
    name: row.member_name ?? undefined,
  }));
}

interface Place {
  readonly cohortId: number;
  readonly learnerId: number;
}

/** Sets or hides the name that the teacher sees; false when the learner is not in the class. */
export async function nameMember(
  tx: Queryable,
  { cohortId, learnerId }: Place,
  name: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update cohort_member set name = ${name ?? null}, noted_at = ${now}
    where cohort_id = ${cohortId} and learner_id = ${learnerId} and ended is null returning 1`);
  return rows.length > 0;
}

/**
 * Ends a membership: the teacher sees nothing of the learner from now on. Their lessons stay theirs. The name is kept with the row, so that
 * taking it back brings all back, until the row goes (`deleteEndedMemberships`). False when there was none.
 */
export async function endMembership(
  tx: Queryable,
  { cohortId, learnerId }: Place,
  how: 'left' | 'removed',
  now: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update cohort_member set ended = ${how}, ended_at = ${now}, noted_at = ${now}
    where cohort_id = ${cohortId} and learner_id = ${learnerId} and ended is null returning 1`);
  return rows.length > 0;
}

/** Takes the ending back that was made the same way: who was removed does not come back by taking their own leaving back. */
export async function takeBackEnding(
  tx: Queryable,
  { cohortId, learnerId }: Place,
  how: 'left' | 'removed',
  now: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update cohort_member set ended = null, ended_at = null, noted_at = ${now}
    where cohort_id = ${cohortId} and learner_id = ${learnerId} and ended = ${how} returning 1`);
  return rows.length > 0;
}

/** The learner with a number in a class, also one whose membership ended; undefined when there is none. */
export async function memberByNumber(
  tx: Queryable,
  cohortId: number,
  number: number,
): Promise<{ readonly learnerId: number; readonly accountId: number; readonly name: string | undefined } | undefined> {
  const { rows } = await tx.execute<{ learner_id: string; account_id: string; name: string | null }>(sql`
    select cohort_member.learner_id, learner.account_id, cohort_member.name
    from cohort_member join learner on learner.id = cohort_member.learner_id
    where cohort_id = ${cohortId} and number = ${number} order by cohort_member.agreed_at limit 1`);
  const [found] = rows;
  return (
    found && {
      learnerId: Number(found.learner_id),
      accountId: Number(found.account_id),
      name: found.name ?? undefined,
    }
  );
}

/** Deletes memberships that ended before a moment. */
export async function deleteEndedMemberships(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from cohort_member where (learner_id, cohort_id) in (
      select learner_id, cohort_id from cohort_member where ended_at < ${before} order by ended_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
