import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, holdLease, releaseLease } from '../database/index.ts';
import type { Finder } from './finder.ts';
import type { KeptWish } from './wish.ts';

export interface WishWatchOptions {
  readonly database: Database;
  readonly finder: Finder;
  readonly clock: () => Date;
  /** Names this process among the replicas: one of them looks at a time. */
  readonly owner: string;
  /** Wishes between two writes. */
  readonly sliceSize?: number;
}

/** What one run did. */
export type WishWatchCounts = {
  /** Saved wishes that new or changed courses were held against. */
  readonly wishes: number;
  /** Courses found for them that had not been found before. */
  readonly found: number;
};

/** New courses of one run that are kept for a wish: the message shows three and says how many there are. */
const mostFound = 20;

/** Hits that are looked at for those that meet every condition. */
const hitsRead = 60;

const leaseName = 'saved wishes';
const leaseSeconds = 60;

interface Behind {
  readonly id: number;
  readonly wish: KeptWish;
}

/**
 * Holds the courses that came or changed since the last look against every saved wish. What fits is noted once for a wish and a
 * course, so a run that is killed and begun again finds nothing twice. The event loop breathes after every wish: turns go on. No
 * transaction is open meanwhile.
 */
export async function watchSavedWishes(options: WishWatchOptions): Promise<WishWatchCounts> {
  const { database, finder, clock, owner, sliceSize = 200 } = options;
  const counts = { wishes: 0, found: 0 };
  const upTo = finder.version;
  if (!(await areBehind(database, upTo))) return counts;
  const changed = new Map<number, ReadonlySet<number>>();
  for (;;) {
    const lease = await holdLease(database.db, { name: leaseName, owner, seconds: leaseSeconds, now: clock() });
    if (lease === undefined) return counts;
    const { since, wishes } = await nextSlice(database, upTo, sliceSize);
    if (since === undefined) break;
    const keys = changed.get(since) ?? (await changedCourses(database, since, upTo));
    changed.set(since, keys);
    const found: { wish: number; course: number; place: number }[] = [];
    if (keys.size > 0) {
      for (const { id, wish } of wishes) {
        found.push(...fitting(finder, wish, keys, clock()).map((course, place) => ({ wish: id, course, place })));
        await breathe();
      }
    }
    counts.wishes += wishes.length;
    counts.found += await note(database, wishes, found, upTo, clock());
  }
  await releaseLease(database.db, leaseName, owner);
  return counts;
}

async function areBehind({ db }: Database, upTo: number): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from saved_wish where paused_at is null and seen_version < ${upTo} limit 1`,
  );
  return rows.length > 0;
}

/** The next wishes that have all seen the same version of the catalogue. */
async function nextSlice(
  { db }: Database,
  upTo: number,
  limit: number,
): Promise<{ since: number | undefined; wishes: Behind[] }> {
  const { rows } = await db.execute<{ id: string; wish: KeptWish; seen_version: string }>(sql`
    select id, wish, seen_version from saved_wish
    where paused_at is null and seen_version = (
      select min(seen_version) from saved_wish where paused_at is null and seen_version < ${upTo})
    order by id limit ${limit}`);
  const [first] = rows;
  return {
    since: first && Number(first.seen_version),
    wishes: rows.map((row) => ({ id: Number(row.id), wish: row.wish })),
  };
}

async function changedCourses({ db }: Database, since: number, upTo: number): Promise<ReadonlySet<number>> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from course where version > ${since} and version <= ${upTo}`,
  );
  return new Set(rows.map((row) => Number(row.id)));
}

/** The courses among `keys` that fit a wish and meet all its conditions, best first: nobody is called for a near miss. */
function fitting(finder: Finder, wish: KeptWish, keys: ReadonlySet<number>, now: Date): number[] {
  const { hits } = finder.search(wish, { limit: hitsRead, now, only: keys });
  return hits
    .filter((hit) => hit.misses.length === 0)
    .slice(0, mostFound)
    .map((hit) => hit.key);
}

async function note(
  { db }: Database,
  wishes: readonly Behind[],
  found: readonly { wish: number; course: number; place: number }[],
  upTo: number,
  now: Date,
): Promise<number> {
  // A wish or course that has gone meanwhile is left out by the joins.
  const { rows } = await db.execute<{ found: number }>(sql`
    with noted as (
      insert into wish_match (saved_wish_id, course_id, place, found_at)
      select saved_wish.id, course.id, hit.place, ${now}
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as hit (wish bigint, course bigint, place smallint)
      join saved_wish on saved_wish.id = hit.wish join course on course.id = hit.course
      on conflict do nothing returning 1),
    seen as (
      update saved_wish set seen_version = ${upTo}
      where id = any(${sql.param(wishes.map(({ id }) => id))}::bigint[]) and seen_version < ${upTo})
    select count(*)::int as found from noted`);
  return rows[0]?.found ?? 0;
}
