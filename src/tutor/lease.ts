import { type SQL, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';

/** Tables whose rows wait, are worked on under a lease, and are done; each row is of a chat. */
export type LeasedTable = 'tutor_question' | 'tutor_media';

/** A process that says nothing for so long is gone, in seconds; another goes on with its rows. */
export const leaseSeconds = 6;

/** When a lease that begins or is renewed now runs out. */
export function leaseUntil(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000);
}

/**
 * The part of a claiming statement that locks what it has chosen, and looks once more whether it is free: its process may have been slow, and
 * be telling it at this moment. What somebody holds is passed by.
 * @param chosen a query of ids
 */
export function freeRows(table: LeasedTable, chosen: SQL, now: Date): SQL {
  return sql`
    select id from ${sql.identifier(table)}
    where id in (${chosen}) and (state = 'waiting' or state = 'running' and lease_until <= ${now}) for update skip locked`;
}

/** Runs a claiming statement so that two processes that count seats at one time do not each take the last one. */
export async function claimAlone<Row extends Record<string, unknown>>(
  database: Database,
  table: LeasedTable,
  claim: SQL,
): Promise<readonly Row[]> {
  // One process alone has an embedded database.
  if (database.embedded) return (await database.db.execute(claim)).rows as Row[];
  return database.transaction(async (_, commitWith) => {
    // All of it travels together; what a statement sees is looked at when it begins, which is after the lock.
    const [, rows] = await commitWith([sql`select pg_advisory_xact_lock(hashtext(${`seats of ${table}`}))`, claim]);
    return rows as Row[];
  });
}

/**
 * Says that this process is still at work on its rows. One that a transaction holds at this moment is passed by: who holds it is at work on it,
 * and waiting for it with the others locked has stopped a transaction that wanted one of those while the first waited for that one.
 */
export async function renewLeases(
  db: Queryable,
  table: LeasedTable,
  { owner, ids, now }: { readonly owner: string; readonly ids: readonly number[]; readonly now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(sql`/* often */
    update ${sql.identifier(table)} set lease_until = ${leaseUntil(now)}
    where id in (
      select id from ${sql.identifier(table)}
      where id = any(${sql.param(ids)}::bigint[]) and owner = ${owner} and state = 'running' for update skip locked)`);
}

/** Lets go of what a process held, so that another may go on at once; without an owner, of what anybody held: in an embedded database they are dead. */
export async function releaseLeases(db: Queryable, table: LeasedTable, now: Date, owner?: string): Promise<void> {
  await db.execute(sql`
    update ${sql.identifier(table)} set lease_until = ${now}
    where state = 'running' and lease_until > ${now} and (${owner ?? null}::text is null or owner = ${owner ?? null})`);
}

/** Chats that wait for what comes of a row, oldest first. */
export async function chatsWaiting(
  db: Queryable,
  table: LeasedTable,
  limit: number,
): Promise<readonly { readonly channel: ChannelName; readonly chat: string }[]> {
  const { rows } = await db.execute<{ channel: ChannelName; chat: string }>(sql`/* often */
    select channel, chat from ${sql.identifier(table)} where state <> 'done' group by channel, chat order by min(id) limit ${limit}`);
  return rows;
}
