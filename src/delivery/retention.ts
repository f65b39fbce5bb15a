import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { batchPending } from './batch.ts';

/**
 * Deletes deliveries that are over and older than `before`, at most `limit` in one statement so that no long lock is
 * held. Returns the count; call again until it is zero.
 */
export async function deleteOldDeliveries(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from delivery where id in (
      select id from delivery where created_at < ${before} and batch_id is null and status not in ('pending', 'sending')
      order by created_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}

/**
 * The same for the rows of batches that ended before: their figures stay with the batch. The rows of one lie between two ids, so that no
 * index of a million is needed for it.
 */
export async function deleteOldBatchRows(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute<{ deleted: number }>(sql`
    with old as (
      select id, first_id, last_id from delivery_batch as batch
      where ended_at < ${before} and first_id is not null and ${batchPending} = 0 order by id limit 1),
    gone as (
      delete from delivery where id in (
        select row.id from old join delivery as row on row.id between first_id and last_id and row.batch_id = old.id limit ${limit})
      returning 1),
    counted as (select count(*)::int as deleted from gone),
    noted as (
      update delivery_batch set first_id = null, last_id = null from old, counted
      where delivery_batch.id = old.id and deleted < ${limit})
    select deleted from counted`);
  return { deleted: rows[0]?.deleted ?? 0 };
}
