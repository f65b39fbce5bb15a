import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Deletes what people wrote before `before`, at most `limit` turns in one statement; deliveries of those turns must be
 * gone first. Returns the count; call again until it is zero.
 */
export async function deleteOldTurns(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from turn where id in (
      select id from turn where received_at < ${before}
        and not exists (select 1 from delivery where delivery.turn_id = turn.id)
      order by received_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
