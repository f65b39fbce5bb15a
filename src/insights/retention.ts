import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { everPeriod } from './figure.ts';

/**
 * Deletes who is in figures of years that ended before `before`, at most `limit` rows: the numbers stay, and nobody is added to them
 * any more.
 */
export async function deleteOldMembers(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const year = String(before.getUTCFullYear());
  // As texts: "2026-4" comes before "2027".
  const { rows } = await db.execute(sql`
    delete from figure_member where (learner_id, figure, period, topic) in (
      select learner_id, figure, period, topic from figure_member
      where period <> ${sql.raw(`'${everPeriod}'`)} and period < ${year} limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
