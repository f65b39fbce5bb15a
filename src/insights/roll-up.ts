import { sql } from 'drizzle-orm';
import { standingSql } from '../catalogue/index.ts';
import { type Clock, type Database, holdLease, type Queryable, releaseLease } from '../database/index.ts';
import { askedConcept, prepareTaxonomy } from '../discovery/index.ts';
import { atCityTime, cityTime, daysAfter } from '../time/index.ts';
import { type CountedDay, countHeard, countPeople, countUnmet } from './daily-people.ts';
import { lastWholeDay } from './figure.ts';

export interface RollUpOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Names this process among the replicas: one of them counts. */
  readonly owner: string;
  /** Days of one run at most, ten years unless said otherwise: the next goes on. */
  readonly mostDays?: number;
}

const leaseName = 'figures';
const leaseSeconds = 300;

/**
 * Counts every whole day since the last that was counted, each in a transaction of its own that also notes the day: what was done
 * counts once, however often a run is killed and begun again, and whoever else runs. Pages read what this wrote and nothing else.
 */
export async function rollUpFigures(options: RollUpOptions): Promise<{ days: number; people: number }> {
  const { database, clock, timezone, owner, mostDays = 3660 } = options;
  const counts = { days: 0, people: 0 };
  const last = lastWholeDay(clock(), timezone);
  while (counts.days < mostDays) {
    const day = await nextDay(database.db, last, timezone);
    if (day > last) break;
    const lease = await holdLease(database.db, { name: leaseName, owner, seconds: leaseSeconds, now: clock() });
    if (lease === undefined) return counts;
    if (counts.days === 0) await prepareTaxonomy();
    counts.people += await countDay(database, dayOf(day, timezone), { isLast: day === last, now: clock() });
    counts.days++;
  }
  if (counts.days > 0) await releaseLease(database.db, leaseName, owner);
  return counts;
}

function dayOf(day: string, timezone: string): CountedDay {
  return {
    day,
    from: atCityTime({ day, minutes: 0 }, timezone),
    to: atCityTime({ day: daysAfter(day, 1), minutes: 0 }, timezone),
    timezone,
  };
}

/** The day after the last that was counted; at first the one on which anything was done first. */
async function nextDay(db: Queryable, last: string, timezone: string): Promise<string> {
  const { rows } = await db.execute<{ counted: string | null }>(sql`select max(day)::text as counted from figure_day`);
  const counted = rows[0]?.counted ?? undefined;
  if (counted !== undefined) return daysAfter(counted, 1);
  const { rows: first } = await db.execute<{ at: string | null }>(sql`
    select least((select min(at) from interaction), (select min(asked_at) from wish), (select min(created_at) from enrolment),
      (select min(started_at) from lesson_run), (select min(at) from attempt), (select min(opened_at) from inbox_case)) as at`);
  const at = first[0]?.at ?? undefined;
  return at === undefined ? last : cityTime(new Date(at), timezone).day;
}

/** Counts a day, unless somebody else has done so meanwhile. Returns how many people were new in some figure. */
function countDay(
  database: Database,
  day: CountedDay,
  { isLast, now }: { readonly isLast: boolean; readonly now: Date },
): Promise<number> {
  return database.transaction(async (tx) => {
    // Whoever comes second waits here for the first, and then finds the day counted.
    const { rows } = await tx.execute(sql`
      insert into figure_day (day, counted_at) values (${day.day}, ${now}) on conflict do nothing returning 1`);
    if (rows.length === 0) return 0;
    await noteOffered(tx, day, isLast);
    const people = await countPeople(tx, day);
    return people + (await countUnmet(tx, day, askedConcept)) + (await countHeard(tx, day));
  });
}

/** Notes which courses were on offer: what somebody took that day, and on the newest day all that stands in answers. */
async function noteOffered(tx: Queryable, { day, from, to }: CountedDay, isLast: boolean): Promise<void> {
  const taken = sql`course.id in (
    select course_id from interaction where at >= ${from} and at < ${to} and kind in ('opened', 'enrolled', 'finished'))`;
  const stands = isLast ? sql`or ${standingSql(day)} = 'offered'` : sql``;
  await tx.execute(sql`
    insert into offered_course (year, course_public_id, is_online)
    select ${Number(day.slice(0, 4))}::smallint, public_id, coalesce(mode in ('online', 'hybrid'), false) from course
    where not sample and (${taken} ${stands})
    on conflict (year, course_public_id) do update set is_online = excluded.is_online
    where not offered_course.is_online and excluded.is_online`);
}
