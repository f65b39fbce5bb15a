import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Announcement } from '../message/index.ts';
import { holdPeople } from './people-lock.ts';

/**
 * A batch is one message to many people:
 *
 *   planning ──open──> open <──hold, open──> held        rows are sent while it is open
 *       └────────────────┴──────────────────┴──end──> ended     what has not left is skipped
 *
 * Its rows lie in `delivery` without text or key of their own. The figures stand in the batch's row and are changed in the very
 * statement that changes a row, so that they add up at every moment and outlive the rows.
 */
export const batchStates = ['planning', 'open', 'held', 'ended'] as const;
export type BatchState = (typeof batchStates)[number];

export type BatchKind = 'announcement' | 'edit' | 'removal';

/** Why a batch ended. */
export type BatchEnd = 'done' | 'cancelled' | 'too_late';

export interface NewBatch {
  readonly kind: BatchKind;
  /** The batch whose messages it changes; of an edit and a removal. */
  readonly changes?: number;
  readonly message: Announcement;
  readonly notBefore: Date;
  readonly notAfter?: Date | undefined;
  readonly skipsLimits: boolean;
}

/** How many of a batch stand where; `recipients` is the sum of the others. */
export interface BatchFigures {
  readonly recipients: number;
  readonly pending: number;
  readonly sent: number;
  readonly failed: number;
  readonly blocked: number;
  readonly unconfirmed: number;
  readonly skipped: number;
}

export interface Batch extends BatchFigures {
  readonly id: number;
  readonly state: BatchState;
  readonly endedAs: BatchEnd | undefined;
  readonly perSecond: number;
}

/** The rows of a batch that have not met their fate, for a statement that knows its row as `batch`. */
export const batchPending: SQL = sql`(batch.recipients - batch.sent - batch.failed - batch.blocked - batch.unconfirmed - batch.skipped)`;

/** Makes a batch with nobody in it yet. */
export async function createBatch(tx: Queryable, batch: NewBatch, now: Date): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into delivery_batch (kind, changes, state, message, not_before, not_after, skips_limits, created_at)
    values (${batch.kind}, ${batch.changes ?? null}, 'planning', ${JSON.stringify(batch.message)}::jsonb, ${batch.notBefore},
      ${batch.notAfter ?? null}, ${batch.skipsLimits}, ${now})
    returning id`);
  return Number(rows[0]?.id);
}

/**
 * Adds people to a batch that is being planned, in one statement; until the transaction is over none of them is erased.
 * @param people a select of `conversation_id, channel, chat`, and `replaces` where it changes an earlier message
 * @returns how many were added: whoever is in it already is not added again
 */
export async function planBatch(tx: Queryable, batchId: number, people: SQL, now: Date): Promise<number> {
  await holdPeople(tx);
  const { rows } = await tx.execute<{ added: number }>(sql`
    with people as (${people}),
    added as (
      insert into delivery (batch_id, channel, chat, conversation_id, replaces, lane, status, via, due_at, created_at)
      select ${batchId}::bigint, channel, chat, conversation_id, replaces, 2, 'pending', 'sender', ${now}::timestamptz, ${now}::timestamptz
      from people
      on conflict (conversation_id, batch_id) where batch_id is not null do nothing returning id),
    counted as (select count(*)::int as added, min(id) as first_id, max(id) as last_id from added),
    noted as (
      update delivery_batch set recipients = recipients + added, first_id = least(delivery_batch.first_id, counted.first_id),
        last_id = greatest(delivery_batch.last_id, counted.last_id)
      from counted where delivery_batch.id = ${batchId})
    select added from counted`);
  return rows[0]?.added ?? 0;
}

/** Lets a batch be sent, or holds it; nothing happens to one that has ended. */
export async function setBatchState(tx: Queryable, batchId: number, state: 'open' | 'held'): Promise<void> {
  await tx.execute(sql`update delivery_batch set state = ${state} where id = ${batchId} and state <> 'ended'`);
}

/** Ends a batch: from this moment nothing of it begins to leave. What has not left is skipped by `skipEnded`. */
export async function endBatch(tx: Queryable, batchId: number, as: BatchEnd, now: Date): Promise<void> {
  await tx.execute(sql`
    update delivery_batch set state = 'ended', ended_as = ${as}, ended_at = ${now} where id = ${batchId} and state <> 'ended'`);
}

/** Ends the batches whose time is over, and those of which nothing is left to send. */
export async function endFinished(db: Queryable, now: Date): Promise<{ ended: number }> {
  const { rows } = await db.execute(sql`/* often */
    update delivery_batch as batch set state = 'ended', ended_at = ${now},
      ended_as = case when ${batchPending} > 0 or state = 'planning' then 'too_late' else 'done' end
    where state <> 'ended' and (not_after < ${now} or state <> 'planning' and ${batchPending} = 0) returning 1`);
  return { ended: rows.length };
}

/**
 * Skips what has not left of ended batches, at most `limit` rows in one statement. A message under way is left to its sender, whose
 * claim ends by itself. Returns the count; call again until it is below the limit.
 */
export async function skipEnded(db: Queryable, limit: number): Promise<{ skipped: number }> {
  const { rows } = await db.execute<{ skipped: number }>(sql`/* often */
    with batch as (
      select id, ended_as from delivery_batch as batch where state = 'ended' and ${batchPending} > 0),
    unwanted as (
      select row.id, batch.id as batch_id, batch.ended_as from batch cross join lateral (
        select id from delivery where batch_id = batch.id and status = 'pending' limit ${limit} for update skip locked) as row
      limit ${limit}),
    skipped as (
      update delivery set status = 'skipped', error_code = case ended_as when 'too_late' then 'too_late' else 'cancelled' end
      from unwanted where delivery.id = unwanted.id returning delivery.batch_id),
    counted as (${countStatement(sql`select batch_id, 'skipped' as status from skipped`)})
    select count(*)::int as skipped from skipped`);
  return { skipped: rows[0]?.skipped ?? 0 };
}

/**
 * The statement that counts rows whose fate became known. It belongs into the one that changed them.
 * @param fates a select of `batch_id, status`; rows of no batch and open ones are left out
 */
export function countStatement(fates: SQL): SQL {
  const of = (status: string) => sql.raw(`count(*) filter (where status = '${status}') as ${status}`);
  return sql`
    update delivery_batch as batch set sent = batch.sent + fate.sent, failed = batch.failed + fate.failed,
      blocked = batch.blocked + fate.blocked, unconfirmed = batch.unconfirmed + fate.unconfirmed,
      skipped = batch.skipped + fate.skipped
    from (
      select batch_id, ${of('sent')}, ${of('failed')}, ${of('blocked')}, ${of('unconfirmed')}, ${of('skipped')}
      from (${fates}) as row where batch_id is not null and status not in ('pending', 'sending') group by batch_id) as fate
    where batch.id = fate.batch_id`;
}

/** Over how many seconds the pace is measured: the last full ones. */
const measuredSeconds = 5;

/** The statement that notes how many of a batch were sent in the second of a moment. @param fates as for `countStatement` */
export function paceStatement(fates: SQL, now: Date): SQL {
  return sql`
    insert into delivery_batch_second as noted (batch_id, second, sent)
    select batch_id, date_trunc('second', ${now}::timestamptz), count(*) from (${fates}) as row
    where batch_id is not null and status = 'sent' group by batch_id
    on conflict (batch_id, second) do update set sent = noted.sent + excluded.sent`;
}

/** Forgets the paces of seconds that are long over. */
export async function forgetPaces(db: Queryable, now: Date): Promise<void> {
  const old = new Date(now.getTime() - 60_000);
  await db.execute(sql`/* often */ delete from delivery_batch_second where second < ${old}`);
}

/** What a batch says, as it is now. */
export interface StoredAnnouncement {
  readonly announcement: Announcement;
  /** It was taken back. */
  readonly isWithdrawn: boolean;
}

/** What batches say, by their ids; an edit says what it brings. */
export async function announcementsOf(
  db: Queryable,
  batchIds: readonly number[],
): Promise<ReadonlyMap<number, StoredAnnouncement>> {
  if (batchIds.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; message: Announcement; withdrawn: boolean }>(sql`
    select id, message, withdrawn from delivery_batch where id = any(${sql.param([...batchIds])}::bigint[])`);
  return new Map(
    rows.map(({ id, message, withdrawn }) => [Number(id), { announcement: message, isWithdrawn: withdrawn }]),
  );
}

interface BatchRow extends Record<string, unknown> {
  id: string;
  state: BatchState;
  ended_as: BatchEnd | null;
  recipients: number;
  pending: number;
  sent: number;
  failed: number;
  blocked: number;
  unconfirmed: number;
  skipped: number;
  lately: number;
  since: string | null;
}

/** How batches stand right now, by their ids. */
export async function batchesById(
  db: Queryable,
  ids: readonly number[],
  now: Date,
): Promise<ReadonlyMap<number, Batch>> {
  if (ids.length === 0) return new Map();
  const until = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  const from = new Date(until.getTime() - measuredSeconds * 1000);
  const { rows } = await db.execute<BatchRow>(sql`
    select batch.id, state, ended_as, recipients, ${batchPending} as pending, batch.sent, failed, blocked, unconfirmed, skipped,
      coalesce(lately.sent, 0)::int as lately, lately.since
    from delivery_batch as batch left join lateral (
      select sum(second.sent) as sent, min(second) as since from delivery_batch_second as second
      where second.batch_id = batch.id and second.second >= ${from} and second.second < ${until}) as lately on true
    where batch.id = any(${sql.param([...ids])}::bigint[])`);
  return new Map(rows.map((row) => [Number(row.id), readBatch(row, now)]));
}

function readBatch(row: BatchRow, now: Date): Batch {
  const seconds = row.since === null ? 1 : Math.max(1, (now.getTime() - Date.parse(row.since)) / 1000);
  return {
    id: Number(row.id),
    state: row.state,
    endedAs: row.ended_as ?? undefined,
    recipients: row.recipients,
    pending: row.pending,
    sent: row.sent,
    failed: row.failed,
    blocked: row.blocked,
    unconfirmed: row.unconfirmed,
    skipped: row.skipped,
    perSecond: Math.round((row.lately / seconds) * 10) / 10,
  };
}

/** Rows of batches that wait to be sent or are under way. */
export async function pendingOfBatches(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ pending: number }>(sql`/* often */
    select coalesce(sum(${batchPending}), 0)::int as pending from delivery_batch as batch where state <> 'ended'`);
  return rows[0]?.pending ?? 0;
}
