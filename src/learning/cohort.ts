import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Classes that an account may have open at a time. */
export const mostOpenCohorts = 20;

/** Characters of a class's name, and of what its teacher is called. */
export const longestCohortName = 40;

/** Somebody who runs a class, by the name that learners see. */
export interface Teacher {
  readonly learnerId: number;
  readonly name: string;
}

/** A class that goes through a track together. */
export interface Cohort {
  readonly id: number;
  readonly code: string;
  /** As its teacher called it; undefined once the teacher is gone. */
  readonly name: string | undefined;
  /** The id of its track. */
  readonly track: string;
  /** Its last day in the city, "2026-12-31". */
  readonly endsOn: string | undefined;
  readonly closedAt: Date | undefined;
  /** Who runs it, first who opened it. A class without a teacher is over. */
  readonly teachers: readonly Teacher[];
  /** How many learn in it now. */
  readonly members: number;
}

interface CohortRow extends Record<string, unknown> {
  id: string;
  code: string;
  name: string | null;
  track: string;
  ends_on: string | null;
  closed_at: Date | string | null;
  teachers: { learner_id: number; name: string }[];
  members: number;
}

export const cohortColumns: SQL = sql`cohort.id, cohort.code, cohort.name, cohort.track, cohort.ends_on::text as ends_on, cohort.closed_at,
  (select coalesce(
      json_agg(json_build_object('learner_id', runs.learner_id, 'name', runs.name)
        order by runs.invited_at nulls first, runs.learner_id), '[]')
    from cohort_teacher as runs where runs.cohort_id = cohort.id and runs.ended is null) as teachers,
  (select count(*)::int from cohort_member as counted where counted.cohort_id = cohort.id and counted.ended is null) as members`;

export function readCohort(row: Record<string, unknown>): Cohort {
  const { id, code, name, track, ends_on, closed_at, teachers, members } = row as CohortRow;
  return {
    id: Number(id),
    code,
    name: name ?? undefined,
    track,
    endsOn: ends_on ?? undefined,
    closedAt: closed_at === null ? undefined : new Date(closed_at),
    teachers: teachers.map((each) => ({ learnerId: each.learner_id, name: each.name })),
    members,
  };
}

/** Whether a class still goes on. @param today the city's date, "2026-11-30" */
export function isOpen({ teachers, closedAt, endsOn }: Cohort, today: string): boolean {
  return teachers.length > 0 && closedAt === undefined && (endsOn === undefined || endsOn >= today);
}

/** That a class is run by an account: one of the account's learners runs it. A condition over `cohort`. */
const isRunBy = (accountId: number): SQL => sql`cohort.id in (
  select runs.cohort_id from cohort_teacher as runs join learner on learner.id = runs.learner_id
  where learner.account_id = ${accountId} and learner.merged_into is null and runs.ended is null)`;

/** The classes an account runs, the newest first. */
export async function cohortsOfTeacher(tx: Queryable, accountId: number): Promise<Cohort[]> {
  const { rows } = await tx.execute(sql`
    select ${cohortColumns} from cohort where ${isRunBy(accountId)} order by cohort.id desc`);
  return rows.map(readCohort);
}

/** A class of an account that runs it; undefined for everybody else. */
export async function cohortOfTeacher(tx: Queryable, accountId: number, id: number): Promise<Cohort | undefined> {
  const { rows } = await tx.execute(sql`
    select ${cohortColumns} from cohort where cohort.id = ${id} and ${isRunBy(accountId)}`);
  return rows[0] && readCohort(rows[0]);
}

/** The class of a code. Whoever looks up what a person typed counts the wrong ones. */
export async function cohortByCode(tx: Queryable, code: string): Promise<Cohort | undefined> {
  const { rows } = await tx.execute(sql`select ${cohortColumns} from cohort where cohort.code = ${code}`);
  return rows[0] && readCohort(rows[0]);
}

/** A class by its id, whoever asks. */
export async function cohortById(tx: Queryable, id: number): Promise<Cohort | undefined> {
  const { rows } = await tx.execute(sql`select ${cohortColumns} from cohort where cohort.id = ${id}`);
  return rows[0] && readCohort(rows[0]);
}

/**
 * Opens a class; undefined when its teacher has too many open ones, or when the code is another's. The account must be locked.
 *
 * @param given.code a fresh one
 */
export async function openCohort(
  tx: Queryable,
  given: {
    readonly learnerId: number;
    readonly name: string;
    readonly teacher: string;
    readonly track: string;
    readonly code: string;
    readonly now: Date;
  },
): Promise<Cohort | undefined> {
  const { learnerId, name, teacher, track, code, now } = given;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with opened as (
      insert into cohort (code, name, track, opened_at)
      select ${code}, ${name}, ${track}, ${now}
      where (
        select count(*) from cohort_teacher join cohort on cohort.id = cohort_teacher.cohort_id
        where cohort_teacher.learner_id = ${learnerId} and cohort_teacher.ended is null and closed_at is null) < ${mostOpenCohorts}
      on conflict (code) do nothing returning id)
    insert into cohort_teacher (cohort_id, learner_id, name, noted_at)
    select id, ${learnerId}, ${teacher}, ${now} from opened returning cohort_id as id`);
  const [opened] = rows;
  if (opened === undefined) return undefined;
  return {
    id: Number(opened.id),
    code,
    name,
    track,
    endsOn: undefined,
    closedAt: undefined,
    teachers: [{ learnerId, name: teacher }],
    members: 0,
  };
}

/** Sets or takes away the last day of an account's class; false when it is not theirs. */
export function setCohortEnd(
  tx: Queryable,
  accountId: number,
  id: number,
  endsOn: string | undefined,
): Promise<boolean> {
  return change(tx, accountId, id, sql`ends_on = ${endsOn ?? null}`);
}

/** Closes an account's class: nobody joins any more, and its teacher sees how it stood. False when it is not theirs. */
export function closeCohort(tx: Queryable, accountId: number, id: number, now: Date): Promise<boolean> {
  return change(tx, accountId, id, sql`closed_at = coalesce(closed_at, ${now}::timestamptz)`);
}

/** Opens an account's class again, without a last day; false when it is not theirs. */
export function reopenCohort(tx: Queryable, accountId: number, id: number): Promise<boolean> {
  return change(tx, accountId, id, sql`closed_at = null, ends_on = null`);
}

async function change(tx: Queryable, accountId: number, id: number, set: SQL): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update cohort set ${set} where cohort.id = ${id} and ${isRunBy(accountId)} returning 1`);
  return rows.length > 0;
}
