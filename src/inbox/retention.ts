import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Deletes what was said in cases that were closed before `before`, at most `limit` messages in one statement. The case itself stays
 * and counts. Returns the count; call again until it is zero.
 */
export async function deleteOldCaseTexts(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from inbox_message where id in (
      select inbox_message.id from inbox_case join inbox_message on case_id = inbox_case.id
      where status = 'closed' and closed_at < ${before} limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
