import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Memory } from './review.ts';
import { type CertificateRow, readCertificate, type TrackCertificate } from './track-certificate.ts';
import { usualGoal } from './weekly-goal.ts';

/** An item with what a learner remembers of it. */
export interface KnownItem extends Memory {
  readonly item: string;
}

/** What is kept of a learner's learning: all that progress, certificates and the notebook are made of. */
export interface LearningRecord {
  /** Days of the city on which something was answered or a lesson finished, `YYYY-MM-DD`, the first one first. */
  readonly days: readonly string[];
  readonly finished: readonly { readonly lesson: string; readonly at: Date }[];
  /** Tracks that were begun, the latest first. */
  readonly tracks: readonly { readonly track: string; readonly placedAfter: number; readonly startedAt: Date }[];
  readonly known: readonly KnownItem[];
  /** Items that were answered right at least once. */
  readonly right: ReadonlySet<string>;
  /** Days a week. */
  readonly goal: number;
  /** Days that were taken off, one a week at most. */
  readonly restDays: readonly string[];
  /** The newest first, withdrawn ones among them. */
  readonly certificates: readonly TrackCertificate[];
}

/**
 * Reads a learner's record in one statement.
 * @param timezone in which a day begins
 * @param since the days before it are left out; all without
 */
export async function learningRecordOf(
  db: Queryable,
  learnerId: number,
  { timezone, since }: { readonly timezone: string; readonly since?: Date },
): Promise<LearningRecord> {
  const { rows } = await db.execute<RecordRow>(sql`
    select
      (select coalesce(json_agg(day order by day), '[]') from (
        select (at at time zone ${timezone}::text)::date::text as day from attempt
          where learner_id = ${learnerId} and at >= coalesce(${since ?? null}::timestamptz, '-infinity')
        union
        select (finished_at at time zone ${timezone}::text)::date::text from lesson_run
          where learner_id = ${learnerId} and finished_at >= coalesce(${since ?? null}::timestamptz, '-infinity')
      ) as learnt) as days,
      (select coalesce(json_agg(json_build_object('lesson', lesson, 'at', finished_at) order by finished_at), '[]')
        from lesson_run where learner_id = ${learnerId} and finished_at is not null) as finished,
      (select coalesce(json_agg(json_build_object('track', track, 'placedAfter', placed_after, 'startedAt', started_at)
        order by started_at desc), '[]') from track_enrolment where learner_id = ${learnerId}) as tracks,
      (select coalesce(json_agg(json_build_object('item', item, 'dueAt', due_at, 'stability', stability, 'difficulty', difficulty,
        'reviews', reviews, 'lapses', lapses, 'lastAt', last_at, 'lastUnaided', last_unaided) order by due_at), '[]')
        from item_memory where learner_id = ${learnerId}) as known,
      (select coalesce(json_agg(distinct item), '[]') from attempt where learner_id = ${learnerId} and outcome = 'right') as "right",
      (select coalesce(json_agg(day::text order by day), '[]') from rest_day
        where learner_id = ${learnerId} and day >= coalesce(${since ?? null}::timestamptz, '-infinity')::date) as rest_days,
      (select days from weekly_goal where learner_id = ${learnerId}) as goal,
      (select coalesce(json_agg(to_json(track_certificate) order by issued_at desc, id desc), '[]')
        from track_certificate where learner_id = ${learnerId}) as certificates`);
  const [row] = rows;
  if (row === undefined) throw new Error('The record has one row.');
  return {
    days: row.days,
    finished: row.finished.map(({ lesson, at }) => ({ lesson, at: new Date(at) })),
    tracks: row.tracks.map((each) => ({ ...each, startedAt: new Date(each.startedAt) })),
    known: row.known.map((each) => ({ ...each, dueAt: new Date(each.dueAt), lastAt: new Date(each.lastAt) })),
    right: new Set(row.right),
    goal: row.goal ?? usualGoal,
    restDays: row.rest_days,
    certificates: row.certificates.map(readCertificate),
  };
}

type RecordRow = {
  days: string[];
  finished: { lesson: string; at: string }[];
  tracks: { track: string; placedAfter: number; startedAt: string }[];
  known: (Omit<KnownItem, 'dueAt' | 'lastAt'> & { dueAt: string; lastAt: string })[];
  right: string[];
  goal: number | null;
  rest_days: string[];
  certificates: CertificateRow[];
};
