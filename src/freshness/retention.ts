import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Deletes reports made before a day: whatever was decided has been told long since. Call again until it is below the limit. */
export async function deleteOldReports(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from course_report where (learner_id, course_id) in (
      select learner_id, course_id from course_report where reported_at < ${before} order by reported_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

/** Deletes acts that cannot be taken back any more; the audit log keeps that they were. */
export async function deleteOldActs(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from course_act where id in (select id from course_act where at < ${before} order by at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

/** Deletes links that stopped working before a moment. */
export async function deleteOldLinks(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from confirm_link where id in (
      select id from confirm_link where expires_at < ${before} or revoked_at < ${before} limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
