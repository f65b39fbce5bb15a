import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Sets the moment at which everything of an account is erased; one that is set already stays. Returns the moment. */
export async function scheduleErasure(tx: Queryable, accountId: number, at: Date): Promise<Date> {
  const { rows } = await tx.execute<{ erase_at: string }>(sql`
    update account set erase_at = coalesce(erase_at, ${at}) where id = ${accountId} returning erase_at`);
  return new Date(rows[0]?.erase_at ?? at);
}

/** Takes a planned erasure back. Returns whether one was planned. */
export async function cancelErasure(tx: Queryable, accountId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update account set erase_at = null where id = ${accountId} and erase_at is not null returning 1`);
  return rows.length > 0;
}

/** When everything of an account is erased, if it is planned. */
export async function plannedErasure(db: Queryable, accountId: number): Promise<Date | undefined> {
  const { rows } = await db.execute<{ erase_at: string }>(sql`
    select erase_at from account where id = ${accountId} and erase_at is not null`);
  return rows[0] === undefined ? undefined : new Date(rows[0].erase_at);
}

/** Accounts whose time has come, at most `limit`. */
export async function accountsToErase(db: Queryable, now: Date, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from account where erase_at <= ${now} order by erase_at limit ${limit}`);
  return rows.map(({ id }) => Number(id));
}

/** Whether the time of an account has come; the account must be locked, so that nobody changes their mind meanwhile. */
export async function isToErase(tx: Queryable, accountId: number, now: Date): Promise<boolean> {
  const planned = await plannedErasure(tx, accountId);
  return planned !== undefined && planned <= now;
}
