import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { fewestForAverage } from './cohort-progress.ts';

/** What the city counts of a class: numbers, no name of anybody, and not what the class is called, which may be one. */
export interface CohortCounts {
  readonly id: number;
  /** The id of its track. */
  readonly track: string;
  readonly openedAt: Date;
  readonly isOpen: boolean;
  readonly learners: number;
  /** Lessons of the track that its learners have finished, all together; undefined for a class too small to tell without telling of one. */
  readonly lessonsDone: number | undefined;
}

/** The classes of the city, the newest first. @param page.before ids below it */
export async function cohortCounts(
  db: Queryable,
  page: { readonly today: string; readonly limit: number; readonly before: number },
): Promise<CohortCounts[]> {
  const { rows } = await db.execute<{
    id: string;
    track: string;
    opened_at: Date | string;
    is_open: boolean;
    learners: number;
    lessons_done: number;
  }>(sql`
    select cohort.id, cohort.track, cohort.opened_at,
      (exists (select 1 from cohort_teacher as runs where runs.cohort_id = cohort.id and runs.ended is null) and closed_at is null and coalesce(ends_on >= ${page.today}::date, true)) as is_open,
      (select count(*)::int from cohort_member as member where member.cohort_id = cohort.id and member.ended is null) as learners,
      (select count(*)::int from cohort_member as member
        join lesson_run as run on run.learner_id = member.learner_id and run.track = cohort.track
        where member.cohort_id = cohort.id and member.ended is null and run.finished_at is not null) as lessons_done
    from cohort
    where cohort.id < ${page.before} order by cohort.id desc limit ${page.limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    track: row.track,
    openedAt: new Date(row.opened_at),
    isOpen: row.is_open,
    learners: row.learners,
    lessonsDone: row.learners < fewestForAverage ? undefined : row.lessons_done,
  }));
}
