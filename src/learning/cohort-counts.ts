import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { cohortById } from './cohort.ts';
import {
  cohortProgress,
  fewestForAverage,
  type HardItem,
  type ProgressGroup,
  progressGroups,
} from './cohort-progress.ts';
import type { Track } from './lesson.ts';

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

/** The classes of the city, the newest first. @param page.before ids below it; `page.id`: that one alone */
export async function cohortCounts(
  db: Queryable,
  page: { readonly today: string; readonly limit: number; readonly before: number; readonly id?: number },
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
    where cohort.id < ${page.before} and (${page.id ?? null}::bigint is null or cohort.id = ${page.id ?? null}) order by cohort.id desc limit ${page.limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    track: row.track,
    openedAt: new Date(row.opened_at),
    isOpen: row.is_open,
    learners: row.learners,
    lessonsDone: row.learners < fewestForAverage ? undefined : row.lessons_done,
  }));
}

/** How far the learners of a class are, for who is not their teacher. */
export interface CohortFigures {
  /** By their numbers in the class: whoever looks knows nobody by them. */
  readonly members: readonly { readonly number: number; readonly done: number }[];
  /** Lessons done on average. */
  readonly average: number;
  readonly finished: number;
  readonly groups: readonly ProgressGroup[];
  readonly hardItems: readonly HardItem[];
}

/**
 * A class for the city's staff: of each learner how many lessons are done, and nothing else; what a teacher sees besides (names, days,
 * who may need a hand) was agreed to for them. Undefined for a class that is none, or too small to tell without telling of one.
 */
export async function cohortFigures(
  db: Queryable,
  id: number,
  track: Track,
  view: { readonly now: Date; readonly timezone: string },
): Promise<CohortFigures | undefined> {
  const cohort = await cohortById(db, id);
  if (cohort === undefined || cohort.members < fewestForAverage) return undefined;
  const { members, average, hardItems } = await cohortProgress(db, cohort, track, view);
  const groups = progressGroups(members, track.lessons.length);
  if (average === undefined || groups === undefined) return undefined;
  return {
    members: members.map(({ number, done }) => ({ number, done })),
    average,
    finished: members.filter(({ done }) => done >= track.lessons.length).length,
    groups,
    hardItems,
  };
}
