import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { KeptWish } from './wish.ts';

/** A wish whose learner wants to hear when something new fits. */
export interface SavedWish {
  readonly id: number;
  /** The wish as its learner would say it. */
  readonly label: string;
  readonly wish: KeptWish;
  readonly createdAt: Date;
  readonly isPaused: boolean;
}

/** Wishes a learner may have saved: more are not read, and each costs a look at every import. */
export const mostSavedWishes = 20;

export type SaveOutcome =
  | { readonly kind: 'saved' | 'known'; readonly id: number }
  /** There are `mostSavedWishes` already. */
  | { readonly kind: 'full' };

/** What makes two wishes the same one: their words and conditions, in whatever order. */
function keyOf({ said, topic, excluded, facets }: KeptWish): string {
  const ordered = Object.entries(facets).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [(said ?? topic).toLowerCase().trim(), [...excluded].sort(), ordered];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/**
 * Saves a wish; one that was saved before is no longer paused. Courses that the learner has found already are noted as told.
 * @param entry.seenVersion the version of the catalogue the learner has just searched
 */
export async function saveWish(
  tx: Queryable,
  entry: {
    readonly learnerId: number;
    readonly wish: KeptWish;
    readonly label: string;
    readonly known: readonly number[];
    readonly seenVersion: number;
    readonly at: Date;
  },
): Promise<SaveOutcome> {
  const { learnerId, wish, label, known, seenVersion, at } = entry;
  const { rows } = await tx.execute<{ id: string; is_new: boolean }>(sql`
    insert into saved_wish as saved (learner_id, wish_key, label, wish, seen_version, created_at)
    select ${learnerId}, ${keyOf(wish)}, ${label.slice(0, 200).toWellFormed()}, ${JSON.stringify(wish)}::jsonb, ${seenVersion}, ${at}
    where (select count(*) from saved_wish where learner_id = ${learnerId} and wish_key <> ${keyOf(wish)}) < ${mostSavedWishes}
    on conflict (learner_id, wish_key) do update set paused_at = null,
      seen_version = case when saved.paused_at is null then saved.seen_version else excluded.seen_version end
    returning id, xmax = 0 as is_new`);
  const row = rows[0];
  if (row === undefined) return { kind: 'full' };
  await tx.execute(sql`
    insert into wish_match (saved_wish_id, course_id, place, found_at, told_at)
    select ${row.id}::bigint, id, 0, ${at}, ${at} from course where id = any(${sql.param([...known])}::bigint[])
    on conflict do nothing`);
  return { kind: row.is_new ? 'saved' : 'known', id: Number(row.id) };
}

/** The saved wishes of a learner, oldest first. */
export async function savedWishesOf(db: Queryable, learnerId: number): Promise<SavedWish[]> {
  const { rows } = await db.execute<{
    id: string;
    label: string;
    wish: KeptWish;
    created_at: string;
    paused_at: string | null;
  }>(sql`select id, label, wish, created_at, paused_at from saved_wish where learner_id = ${learnerId} order by id`);
  return rows.map((row) => ({
    id: Number(row.id),
    label: row.label,
    wish: row.wish,
    createdAt: new Date(row.created_at),
    isPaused: row.paused_at !== null,
  }));
}

/** Forgets a saved wish; false when there is none. */
export async function removeSavedWish(tx: Queryable, learnerId: number, id: number): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`delete from saved_wish where id = ${id} and learner_id = ${learnerId} returning 1`,
  );
  return rows.length > 0;
}

/** Lets a saved wish rest: nothing is found for it, and what was found and not told is let go. */
export async function pauseSavedWish(tx: Queryable, learnerId: number, id: number, at: Date): Promise<void> {
  await tx.execute(sql`
    with paused as (
      update saved_wish set paused_at = ${at} where id = ${id} and learner_id = ${learnerId} returning id)
    update wish_match set told_at = ${at} from paused where saved_wish_id = paused.id and told_at is null`);
}

/** Looks out for a paused wish again, from the given version of the catalogue on. */
export async function resumeSavedWish(
  tx: Queryable,
  learnerId: number,
  id: number,
  seenVersion: number,
): Promise<void> {
  await tx.execute(sql`
    update saved_wish set paused_at = null, seen_version = ${seenVersion}
    where id = ${id} and learner_id = ${learnerId} and paused_at is not null`);
}
