import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Cohort } from './cohort.ts';
import type { Track } from './lesson.ts';

/** A class smaller than this has no average: it would tell of one what is said of all. */
export const fewestForAverage = 3;

/** Fewer who answered an item are not counted together. */
const fewestForItem = 5;

/** How many of the hardest items are told. */
const mostHardItems = 3;

/** Days after which somebody who has not begun, stopped within a lesson or was not there at all may need a hand. */
const slowDays = { begin: 3, lesson: 3, quiet: 7 } as const;

/** Why somebody may need a hand: by what they have done, never by what they answered. */
export type Need = 'not_begun' | 'within_lesson' | 'quiet';

/** What a teacher may see of a learner. */
export interface MemberProgress {
  readonly number: number;
  readonly name: string | undefined;
  /** Lessons of the track that are finished, or that the placement questions showed to be known. */
  readonly done: number;
  /** The rest is told of nobody under 16. */
  readonly lastActive: Date | undefined;
  readonly need: Need | undefined;
}

/** An item that many of a class got wrong at first. */
export interface HardItem {
  readonly item: string;
  /** Learners who answered it. */
  readonly answered: number;
  /** Of them, those whose first answer was not right; undefined when it is all of them, which would tell of each. */
  readonly missed: number | undefined;
}

export interface CohortProgress {
  /** In the order of their numbers. */
  readonly members: readonly MemberProgress[];
  /** Lessons done on average; undefined for a small class. */
  readonly average: number | undefined;
  readonly hardItems: readonly HardItem[];
}

/** How many of a class are how far: from so many lessons to so many. */
export interface ProgressGroup {
  readonly from: number;
  readonly to: number;
  readonly learners: number;
}

/**
 * A class in groups by lessons done: none, fewer than half, half and more, all. Every learner is in one; undefined for a class too small to
 * tell without telling of one.
 */
export function progressGroups(
  members: readonly Pick<MemberProgress, 'done'>[],
  lessons: number,
): readonly ProgressGroup[] | undefined {
  if (members.length < fewestForAverage) return undefined;
  const half = Math.ceil(lessons / 2);
  const ranges = [
    [0, 0],
    [1, half - 1],
    [Math.max(half, 1), lessons - 1],
    [Math.max(lessons, 1), Number.POSITIVE_INFINITY],
  ] as const;
  return ranges
    .filter(([from, to]) => from <= to)
    .map(([from, to]) => ({
      from,
      to: Math.min(to, lessons),
      learners: members.filter(({ done }) => done >= from && done <= to).length,
    }));
}

interface View {
  readonly now: Date;
  readonly timezone: string;
}

/** The moment up to which a teacher sees: when the class ended, else now. An expression over `cohort`. */
const seenUntil = ({ now, timezone }: View): SQL =>
  sql`least(${now}::timestamptz, cohort.closed_at, (cohort.ends_on + 1)::timestamp at time zone ${timezone})`;

const itemsOf = (track: Track) => sql.param(track.lessons.flatMap(({ items }) => items.map(({ id }) => id)));

const day = 86_400_000;

function needOf(
  row: { readonly agreed: Date; readonly lastActive: Date | undefined; readonly isWithin: boolean },
  until: Date,
): Need | undefined {
  const days = (from: Date): number => (until.getTime() - from.getTime()) / day;
  if (row.lastActive === undefined) return days(row.agreed) >= slowDays.begin ? 'not_begun' : undefined;
  const quiet = days(row.lastActive);
  if (quiet >= slowDays.quiet) return 'quiet';
  return row.isWithin && quiet >= slowDays.lesson ? 'within_lesson' : undefined;
}

/**
 * How a class stands, with what its teacher may see: of each how many lessons are done and, unless they are under 16, when they last learnt
 * and whether they may need a hand; of items how many missed them, when enough answered. Never an answer. Of a class that is over, how it
 * stood at its end.
 */
export async function cohortProgress(tx: Queryable, cohort: Cohort, track: Track, view: View): Promise<CohortProgress> {
  const lessons = sql.param(track.lessons.map(({ id }) => id));
  const items = itemsOf(track);
  const { rows } = await tx.execute<{
    number: number;
    name: string | null;
    agreed_at: Date | string;
    is_minor: boolean;
    until: Date | string;
    done: number;
    last_active: Date | string | null;
    is_within: boolean;
  }>(sql`
    select member.number, member.name, member.agreed_at, bounds.until,
      exists (
        select 1 from profile_fact where profile_fact.learner_id = member.learner_id
          and kind = 'age_band' and value = '"under_16"'::jsonb) as is_minor,
      (select count(*)::int from unnest(${lessons}::text[]) with ordinality as lesson (id, place)
        where place <= coalesce((
            select placed_after from track_enrolment as enrolled
            where enrolled.learner_id = member.learner_id and enrolled.track = ${track.id}), 0)
          or exists (
            select 1 from lesson_run as run
            where run.learner_id = member.learner_id and run.lesson = lesson.id and run.finished_at <= bounds.until)) as done,
      greatest(
        (select max(run.noted_at) from lesson_run as run
          where run.learner_id = member.learner_id and run.track = ${track.id} and run.noted_at <= bounds.until),
        (select max(attempt.at) from attempt
          where attempt.learner_id = member.learner_id and attempt.item = any(${items}::text[]) and attempt.at <= bounds.until)
      ) as last_active,
      exists (
        select 1 from lesson_run as run
        where run.learner_id = member.learner_id and run.track = ${track.id} and run.finished_at is null) as is_within
    from cohort cross join lateral (select ${seenUntil(view)} as until) as bounds
    join cohort_member as member on member.cohort_id = cohort.id and member.ended is null
    where cohort.id = ${cohort.id} order by member.number, member.agreed_at`);
  const members = rows.map((row): MemberProgress => {
    const { number, done } = row;
    const name = row.name ?? undefined;
    if (row.is_minor) return { number, name, done, lastActive: undefined, need: undefined };
    const lastActive = row.last_active === null ? undefined : new Date(row.last_active);
    const until = new Date(row.until);
    const isOver = until < view.now;
    const need =
      isOver || done >= track.lessons.length
        ? undefined
        : needOf({ agreed: new Date(row.agreed_at), lastActive, isWithin: row.is_within }, until);
    return { number, name, done, lastActive, need };
  });
  const average =
    members.length < fewestForAverage ? undefined : members.reduce((sum, { done }) => sum + done, 0) / members.length;
  return { members, average, hardItems: await hardItems(tx, cohort, track, view) };
}

/**
 * The items most got wrong at first, of those that enough learners of the class answered since they joined. The question before a lesson
 * does not count: nothing was explained by then.
 */
async function hardItems(tx: Queryable, { id }: Cohort, track: Track, view: View): Promise<HardItem[]> {
  const { rows } = await tx.execute<{ item: string; answered: number; missed: number }>(sql`
    with first as (
      select distinct on (attempt.learner_id, attempt.item) attempt.item, attempt.outcome
      from cohort join cohort_member as member on member.cohort_id = cohort.id and member.ended is null
      join attempt on attempt.learner_id = member.learner_id
      where cohort.id = ${id} and attempt.item = any(${itemsOf(track)}::text[]) and attempt.place <> 'before'
        and attempt.at >= member.agreed_at and attempt.at <= ${seenUntil(view)}
      order by attempt.learner_id, attempt.item, attempt.at, attempt.id)
    select item, count(*)::int as answered, (count(*) filter (where outcome in ('wrong', 'revealed')))::int as missed
    from first group by item
    having count(*) >= ${fewestForItem} and count(*) filter (where outcome in ('wrong', 'revealed')) > 0
    order by (count(*) filter (where outcome in ('wrong', 'revealed')))::real / count(*) desc, count(*) desc, item
    limit ${mostHardItems}`);
  return rows.map(({ item, answered, missed }) => ({ item, answered, missed: missed < answered ? missed : undefined }));
}
