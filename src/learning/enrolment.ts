import { sql } from 'drizzle-orm';
import type { Course } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { noteInteractions } from '../discovery/index.ts';
import type { enrolmentSources, enrolmentStatuses } from './schema.ts';

/**
 * Where a learner stands with a course, as they tell us:
 *
 *   registered ──> learning ──> finished (then rated, if they like)
 *        └────────────┴──────> dropped
 *
 * Any step may be the first, and each can be taken back.
 */
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];
export type EnrolmentSource = (typeof enrolmentSources)[number];

/** A course somebody takes, took or gave up. */
export interface Enrolment {
  /** None when the course has left the catalogue. */
  readonly courseKey: number | undefined;
  readonly title: string;
  readonly status: EnrolmentStatus;
  /** When that status was reached. */
  readonly since: Date;
  readonly rating: number | undefined;
}

const timeColumn = {
  registered: sql`registered_at`,
  learning: sql`learning_at`,
  finished: sql`finished_at`,
  dropped: sql`dropped_at`,
} as const;

/** Notes where a learner stands with a course; returns where they stood before. The time of a status is its newest. */
export async function enrol(
  tx: Queryable,
  entry: {
    readonly learnerId: number;
    readonly course: Course;
    readonly status: EnrolmentStatus;
    readonly source: EnrolmentSource;
    readonly at: Date;
  },
): Promise<EnrolmentStatus | undefined> {
  const { learnerId, course, status, source, at } = entry;
  const column = timeColumn[status];
  const { rows } = await tx.execute<{ before: EnrolmentStatus | null }>(sql`
    with earlier as (select status from enrolment where learner_id = ${learnerId} and course_public_id = ${course.id})
    insert into enrolment (learner_id, course_id, course_public_id, title, sample, status, source, created_at, noted_at, ${column})
    values (${learnerId}, ${course.key}, ${course.id}, ${course.title}, ${course.sample}, ${status}, ${source}, ${at}, ${at}, ${at})
    on conflict (learner_id, course_public_id) do update set
      course_id = excluded.course_id, title = excluded.title, sample = excluded.sample, status = excluded.status,
      source = excluded.source, noted_at = excluded.noted_at, ${column} = excluded.${column}
    returning (select status from earlier) as before`);
  if (status !== 'dropped') {
    const kind = status === 'finished' ? 'finished' : 'enrolled';
    await noteInteractions(tx, { learnerId, interactions: [{ courseKey: course.key, kind }], at });
  }
  return rows[0]?.before ?? undefined;
}

/**
 * Takes a status back: the learner stands again where they stood before, or the row goes if they stood nowhere. Does nothing and
 * returns false when the status has changed since: an old button must not undo a newer word.
 */
export async function takeBackEnrolment(
  tx: Queryable,
  entry: {
    readonly learnerId: number;
    readonly courseKey: number;
    readonly status: EnrolmentStatus;
    readonly before: EnrolmentStatus | undefined;
  },
): Promise<boolean> {
  const { learnerId, courseKey, status, before } = entry;
  const which = sql`learner_id = ${learnerId} and course_id = ${courseKey} and status = ${status}`;
  const { rows } = await tx.execute(
    before === undefined
      ? sql`delete from enrolment where ${which} returning 1`
      : sql`update enrolment set status = ${before}, ${timeColumn[status]} = null where ${which} returning 1`,
  );
  return rows.length > 0;
}

/** Notes how good a finished course was, 1 to 5. False when it is not finished. */
export async function rateCourse(
  tx: Queryable,
  learnerId: number,
  courseKey: number,
  rating: number,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update enrolment set rating = ${rating} where learner_id = ${learnerId} and course_id = ${courseKey} and status = 'finished'
    returning 1`);
  return rows.length > 0;
}

/** The longest comment that is kept, in characters. */
export const longestComment = 500;

/** Keeps a learner's words on a finished course, cut to `longestComment`. */
export async function commentCourse(tx: Queryable, learnerId: number, courseKey: number, text: string): Promise<void> {
  const comment = text.slice(0, longestComment).toWellFormed();
  await tx.execute(sql`
    update enrolment set comment = ${comment} where learner_id = ${learnerId} and course_id = ${courseKey} and status = 'finished'`);
}

/** The courses a learner takes, took or gave up, newest first. */
export async function enrolmentsOf(db: Queryable, learnerId: number): Promise<Enrolment[]> {
  const { rows } = await db.execute<{
    course_id: string | null;
    title: string;
    status: EnrolmentStatus;
    since: string;
    rating: number | null;
  }>(sql`
    select course_id, title, status, rating,
      case status when 'registered' then registered_at when 'learning' then learning_at when 'finished' then finished_at
        else dropped_at end as since
    from enrolment where learner_id = ${learnerId} order by since desc, id desc`);
  return rows.map((row) => ({
    courseKey: row.course_id === null ? undefined : Number(row.course_id),
    title: row.title,
    status: row.status,
    since: new Date(row.since),
    rating: row.rating ?? undefined,
  }));
}

/** Where a learner stands with one course. */
export async function enrolmentStatus(
  db: Queryable,
  learnerId: number,
  courseKey: number,
): Promise<EnrolmentStatus | undefined> {
  const { rows } = await db.execute<{ status: EnrolmentStatus }>(
    sql`select status from enrolment where learner_id = ${learnerId} and course_id = ${courseKey}`,
  );
  return rows[0]?.status;
}

/** A year of the city's figures. */
export interface EnrolmentYear {
  readonly year: number;
  /** Different courses that somebody took. */
  readonly courses: number;
  /** Different people who took one. */
  readonly participants: number;
}

/**
 * How many courses were taken by how many people, by the year in which they said so first. Invented sample courses do not
 * count; who gave up still took part.
 * @param timezone in which a year begins
 */
export async function enrolmentsByYear(db: Queryable, timezone: string): Promise<EnrolmentYear[]> {
  const { rows } = await db.execute<{ year: number; courses: number; participants: number }>(sql`
    select extract(year from created_at at time zone ${timezone}::text)::int as year,
      count(distinct course_public_id)::int as courses, count(distinct learner_id)::int as participants
    from enrolment where not sample group by 1 order by 1`);
  return rows.map(({ year, courses, participants }) => ({ year, courses, participants }));
}
