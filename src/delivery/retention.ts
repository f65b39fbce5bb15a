import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Deletes deliveries that are over and older than `before`, at most `limit` in one statement so that no long lock is
 * held. Returns the count; call again until it is zero.
 */
export async function deleteOldDeliveries(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from delivery where id in (
      select id from delivery where created_at < ${before} and status not in ('pending', 'sending')
      order by created_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
