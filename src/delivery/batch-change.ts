import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Announcement, ChannelName } from '../message/index.ts';
import { planBatch } from './batch.ts';

/** Takes a batch's words back: whoever looks at one of its messages from now on reads that it was withdrawn. */
export async function withdrawBatch(tx: Queryable, batchId: number): Promise<void> {
  await tx.execute(sql`update delivery_batch set withdrawn = true, version = version + 1 where id = ${batchId}`);
}

/** Gives a batch other words: what leaves from now on says them. */
export async function reviseBatch(tx: Queryable, batchId: number, message: Announcement): Promise<void> {
  await tx.execute(sql`
    update delivery_batch set message = ${JSON.stringify(message)}::jsonb, version = version + 1 where id = ${batchId}`);
}

/** Sends what had failed again: nobody who has it, or may have it, is among them. Returns how many. */
export async function retryFailed(tx: Queryable, batchId: number, now: Date): Promise<number> {
  const { rows } = await tx.execute<{ again: number }>(sql`
    with again as (
      update delivery set status = 'pending', error_code = null, attempts = 0, due_at = ${now}
      where id in (
        select row.id from delivery_batch as batch join delivery as row on row.id between first_id and last_id
        where batch.id = ${batchId} and row.batch_id = ${batchId} and row.status = 'failed')
        and status = 'failed' returning 1),
    counted as (select count(*)::int as again from again),
    noted as (
      update delivery_batch set failed = failed - counted.again,
        state = case when state = 'ended' and counted.again > 0 then 'open' else state end,
        ended_as = case when state = 'ended' and counted.again > 0 then null else ended_as end
      from counted where delivery_batch.id = ${batchId})
    select again from counted`);
  return rows[0]?.again ?? 0;
}

/**
 * Adds the next messages that a batch has brought to the batch that changes them, at most `limit`, up to the first that is still under
 * way.
 * @param channels those that can change what was sent
 * @returns how far it came; undefined when none is left
 */
export async function planChanges(
  tx: Queryable,
  change: { readonly batchId: number; readonly after: number; readonly channels: readonly ChannelName[] },
  limit: number,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await tx.execute<{ last: string | null; seen: number; under_way: string | null }>(sql`
    with target as (
      select original.id, original.version, original.first_id, original.last_id from delivery_batch as change
      join delivery_batch as original on original.id = change.changes where change.id = ${change.batchId}),
    found as (
      select delivery.id, delivery.status from target join delivery on delivery.id between target.first_id and target.last_id
      where delivery.id > ${change.after} and delivery.batch_id = target.id and delivery.status in ('sent', 'sending')
        and delivery.batch_version < target.version
      order by delivery.id limit ${limit})
    select max(id) as last, count(*)::int as seen, min(id) filter (where status = 'sending') as under_way from found`);
  const [slice] = rows;
  if (slice === undefined || slice.last === null) return undefined;
  const until = slice.under_way === null ? Number(slice.last) : Number(slice.under_way) - 1;
  const people = sql`
    select conversation_id, channel, chat, platform_message_id as replaces from delivery
    where id > ${change.after} and id <= ${until} and status = 'sent' and platform_message_id is not null
      and batch_id = (select changes from delivery_batch where id = ${change.batchId})
      and batch_version < (
        select original.version from delivery_batch as original join delivery_batch as change on change.changes = original.id
        where change.id = ${change.batchId})
      and channel = any(${sql.param([...change.channels])}::text[])
    order by id`;
  await planBatch(tx, change.batchId, people, now);
  return until;
}
