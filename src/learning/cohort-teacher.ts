import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Cohort, cohortColumns, mostOpenCohorts, readCohort } from './cohort.ts';

/** Who may run a class together. */
export const mostTeachers = 5;

/** Somebody who runs a class, or did. */
interface Teaching {
  readonly cohortId: number;
  readonly learnerId: number;
}

/** Two who change who runs a class wait for each other, so that it never loses its last teacher. */
async function holdCohort(tx: Queryable, cohortId: number): Promise<void> {
  await tx.execute(sql`select 1 from cohort where id = ${cohortId} for no key update`);
}

/**
 * Makes the invitation to run a class as well, good for one person; the one before it is void. False when the code is taken.
 *
 * @param given.code a fresh one, of the letters of classes' codes
 */
export async function inviteTeacher(
  tx: Queryable,
  given: { readonly cohortId: number; readonly code: string; readonly expiresAt: Date },
): Promise<boolean> {
  const { cohortId, code, expiresAt } = given;
  const { rows } = await tx.execute(sql`
    insert into cohort_invitation (cohort_id, code, expires_at)
    select ${cohortId}, ${code}, ${expiresAt}
    where not exists (select 1 from cohort where cohort.code = ${code})
      and not exists (select 1 from cohort_invitation where cohort_invitation.code = ${code})
    on conflict (cohort_id) do update set code = excluded.code, expires_at = excluded.expires_at returning 1`);
  return rows.length > 0;
}

/** The class that a code invites to run; undefined for one that is none, was used or is too old. */
export async function cohortOfInvitation(tx: Queryable, code: string, now: Date): Promise<Cohort | undefined> {
  const { rows } = await tx.execute(sql`
    select ${cohortColumns} from cohort_invitation join cohort on cohort.id = cohort_invitation.cohort_id
    where cohort_invitation.code = ${code} and cohort_invitation.expires_at > ${now}`);
  return rows[0] && readCohort(rows[0]);
}

export type AcceptOutcome = 'accepted' | 'already' | 'full' | 'too_many' | 'gone';

/**
 * Has somebody run a class from now on, beside those who do; the invitation is used up by it. The account must be locked. Nothing changes
 * when they do already, when the class has enough or they have, or when the invitation is gone.
 *
 * @param given.name how learners see them
 */
export async function acceptInvitation(
  tx: Queryable,
  given: { readonly code: string; readonly learnerId: number; readonly name: string; readonly now: Date },
): Promise<AcceptOutcome> {
  const { code, learnerId, name, now } = given;
  const found = await cohortOfInvitation(tx, code, now);
  if (found === undefined) return 'gone';
  await holdCohort(tx, found.id);
  const cohort = await cohortOfInvitation(tx, code, now);
  if (cohort === undefined) return 'gone';
  if (cohort.teachers.some((each) => each.learnerId === learnerId)) return 'already';
  if (cohort.teachers.length >= mostTeachers) return 'full';
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from cohort_teacher join cohort on cohort.id = cohort_teacher.cohort_id
    where cohort_teacher.learner_id = ${learnerId} and cohort_teacher.ended is null and closed_at is null`);
  if ((rows[0]?.count ?? 0) >= mostOpenCohorts) return 'too_many';
  await tx.execute(sql`delete from cohort_invitation where cohort_id = ${cohort.id}`);
  // Who opened the class and comes back is who opened it still.
  await tx.execute(sql`
    insert into cohort_teacher (cohort_id, learner_id, name, invited_at, noted_at)
    values (${cohort.id}, ${learnerId}, ${name}, ${now}, ${now})
    on conflict (cohort_id, learner_id) do update set
      name = excluded.name, ended = null, ended_at = null, noted_at = excluded.noted_at`);
  return 'accepted';
}

/**
 * Somebody runs a class no more: they see nothing of it from now on. False when they do not, or nobody else does: a class is closed, not
 * left alone. An invitation that is on its way is void.
 */
export async function endTeaching(
  tx: Queryable,
  { cohortId, learnerId }: Teaching,
  how: 'left' | 'removed',
  now: Date,
): Promise<boolean> {
  await holdCohort(tx, cohortId);
  const { rows } = await tx.execute(sql`
    update cohort_teacher as mine set ended = ${how}, ended_at = ${now}, noted_at = ${now}
    where cohort_id = ${cohortId} and learner_id = ${learnerId} and ended is null
      and exists (
        select 1 from cohort_teacher as other
        where other.cohort_id = mine.cohort_id and other.learner_id <> mine.learner_id and other.ended is null)
    returning 1`);
  if (rows.length === 0) return false;
  await tx.execute(sql`delete from cohort_invitation where cohort_id = ${cohortId}`);
  return true;
}

/** Takes an ending back that was made the same way, while the class has room; false when there is none to take back. */
export async function takeBackTeachingEnd(
  tx: Queryable,
  { cohortId, learnerId }: Teaching,
  how: 'left' | 'removed',
  now: Date,
): Promise<boolean> {
  await holdCohort(tx, cohortId);
  const { rows } = await tx.execute(sql`
    update cohort_teacher set ended = null, ended_at = null, noted_at = ${now}
    where cohort_id = ${cohortId} and learner_id = ${learnerId} and ended = ${how}
      and (
        select count(*) from cohort_teacher as other
        where other.cohort_id = ${cohortId} and other.ended is null) between 1 and ${mostTeachers - 1}
    returning 1`);
  return rows.length > 0;
}

/** The accounts of a class's learners and of those who run it, each once; an account that runs it is not among the learners'. */
export async function accountsOfCohort(
  tx: Queryable,
  cohortId: number,
): Promise<{ readonly teachers: readonly number[]; readonly learners: readonly number[] }> {
  const { rows } = await tx.execute<{ account_id: string; runs: boolean }>(sql`
    select learner.account_id, bool_or(place.runs) as runs
    from (
      select learner_id, true as runs from cohort_teacher where cohort_id = ${cohortId} and ended is null
      union all select learner_id, false from cohort_member where cohort_id = ${cohortId} and ended is null) as place
    join learner on learner.id = place.learner_id and learner.merged_into is null
    group by learner.account_id order by learner.account_id`);
  const of = (runs: boolean) => rows.filter((row) => row.runs === runs).map((row) => Number(row.account_id));
  return { teachers: of(true), learners: of(false) };
}

/** Deletes the rows of those who ceased to run a class before a moment. */
export async function deleteEndedTeachings(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from cohort_teacher where (cohort_id, learner_id) in (
      select cohort_id, learner_id from cohort_teacher where ended_at < ${before} order by ended_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}

/** Deletes invitations that nobody can use any more. */
export async function deleteOldInvitations(db: Queryable, now: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from cohort_invitation where cohort_id in (
      select cohort_id from cohort_invitation where expires_at <= ${now} limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
