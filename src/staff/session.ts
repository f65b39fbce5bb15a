import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from './audit.ts';

/** A session ends after so long even when it is used every hour. */
export const sessionDays = 7;

/** A session as its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly userAgent: string;
}

/** Notes that a session was used now. */
export async function touchSession(db: Queryable, id: string, at: Date): Promise<void> {
  await db.execute(sql`update staff_session set updated_at = ${at} where id = ${id}`);
}

/** The sessions of a member, the one used last first. */
export async function listSessions(db: Queryable, memberId: number): Promise<ListedSession[]> {
  const { rows } = await db.execute<{
    id: string;
    created_at: string;
    updated_at: string;
    user_agent: string | null;
  }>(sql`
    select id, created_at, updated_at, user_agent from staff_session where user_id = ${String(memberId)}
    order by updated_at desc, id limit 50`);
  return rows.map((row) => ({
    id: row.id,
    startedAt: new Date(row.created_at),
    lastUsedAt: new Date(row.updated_at),
    userAgent: row.user_agent ?? '',
  }));
}

/** Ends all sessions of a member and notes it. @returns how many there were */
export async function endSessions(
  tx: Queryable,
  { memberId, by }: { readonly memberId: number; readonly by: number | undefined },
  at: Date,
): Promise<number> {
  const { rows } = await tx.execute(sql`delete from staff_session where user_id = ${String(memberId)} returning 1`);
  const subject = { kind: 'staff_member', id: memberId };
  await noteAudit(tx, { by, action: 'staff.end_sessions', subject, detail: { sessions: rows.length }, at });
  return rows.length;
}

/**
 * Switches off the second factor of a member who lost the phone, and ends the sessions.
 * @returns whether there was one
 */
export async function resetSecondFactor(
  tx: Queryable,
  { memberId, by }: { readonly memberId: number; readonly by: number },
  at: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from staff_two_factor where user_id = ${String(memberId)} returning 1`);
  await tx.execute(sql`update staff_user set two_factor_enabled = false where member_id = ${memberId}`);
  if (rows.length === 0) return false;
  await noteAudit(tx, {
    by,
    action: 'staff.second_factor_reset',
    subject: { kind: 'staff_member', id: memberId },
    at,
  });
  await endSessions(tx, { memberId, by }, at);
  return true;
}

/** Counts of requests by network address are of use for a minute. */
const countedHours = 1;

/** Deletes sessions that have ended, sign-ins that nobody completed with a code, and who asked from where. */
export async function deleteOldSessions(db: Queryable, now: Date, limit: number): Promise<{ deleted: number }> {
  const ended = new Date(now.getTime() - sessionDays * 86_400_000);
  const { rows } = await db.execute(sql`
    delete from staff_session where id in (select id from staff_session where created_at < ${ended} limit ${limit}) returning 1`);
  await db.execute(sql`delete from staff_verification where expires_at < ${ended}`);
  const counted = now.getTime() - countedHours * 3_600_000;
  await db.execute(sql`delete from staff_rate_limit where last_request < ${counted}`);
  return { deleted: rows.length };
}
