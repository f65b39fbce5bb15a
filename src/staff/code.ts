import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** A code is taken for 30 seconds before and after those in which it is shown: then it is no code any more. */
const codeSeconds = 120;

/** As the library counts wrong codes of a sign-in; it does not count those of somebody who is signed in. */
const wrongCodes = 10;
const lockedMinutes = 15;

function keyOf(userId: string, code: string): string {
  return `used-code-${userId}-${code}`;
}

/** Takes a code of the app for its only use: of two who enter it at once one gets it. @returns whether it is theirs */
export async function claimCode(db: Queryable, userId: string, code: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + codeSeconds * 1000);
  const { rows } = await db.execute(sql`
    insert into staff_verification (id, identifier, value, expires_at, created_at, updated_at)
    values (${keyOf(userId, code)}::text, ${keyOf(userId, code)}::text, '', ${until}, ${now}, ${now})
    on conflict (id) do update set expires_at = excluded.expires_at where staff_verification.expires_at < ${now} returning 1`);
  return rows.length > 0;
}

/** Gives a code back that was not the right one. */
export async function releaseCode(db: Queryable, userId: string, code: string): Promise<void> {
  await db.execute(sql`delete from staff_verification where id = ${keyOf(userId, code)}`);
}

/** Whose sign-in waits for a code. @param challenge what the browser was given with the link */
export async function userOfChallenge(db: Queryable, challenge: string, now: Date): Promise<string | undefined> {
  const { rows } = await db.execute<{ value: string }>(sql`
    select value from staff_verification where identifier = ${challenge} and expires_at > ${now}`);
  return rows[0]?.value;
}

/** Seconds until codes of a member are taken again; 0 when they are. */
export async function secondsLocked(db: Queryable, userId: string, now: Date): Promise<number> {
  const { rows } = await db.execute<{ locked_until: string }>(sql`
    select locked_until from staff_two_factor where user_id = ${userId} and locked_until > ${now}`);
  const until = rows[0]?.locked_until;
  return until === undefined ? 0 : Math.ceil((new Date(until).getTime() - now.getTime()) / 1000);
}

/** Counts a code of somebody who is signed in; after ten wrong ones in a row none are taken for a quarter of an hour. */
export async function countCode(db: Queryable, userId: string, wasRight: boolean, now: Date): Promise<void> {
  const until = new Date(now.getTime() + lockedMinutes * 60_000);
  const count = sql`case when locked_until <= ${now} then 1 else coalesce(failed_verification_count, 0) + 1 end`;
  await db.execute(
    wasRight
      ? sql`update staff_two_factor set failed_verification_count = 0, locked_until = null where user_id = ${userId}`
      : sql`update staff_two_factor set failed_verification_count = ${count},
          locked_until = case when ${count} >= ${wrongCodes} then ${until}::timestamptz end where user_id = ${userId}`,
  );
}
