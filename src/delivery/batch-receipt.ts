import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';

/** How many rows of a batch ended how, and why. */
export interface BatchOutcome {
  readonly channel: ChannelName;
  readonly status: string;
  readonly code: string | undefined;
  readonly people: number;
}

/** The outcomes of a batch, most people first; rows that were deleted by their age are in the figures alone. */
export async function batchOutcomes(db: Queryable, batchId: number): Promise<readonly BatchOutcome[]> {
  const { rows } = await db.execute<{
    channel: ChannelName;
    status: string;
    error_code: string | null;
    people: number;
  }>(sql`
    select row.channel, row.status, row.error_code, count(*)::int as people
    from delivery_batch as batch join delivery as row on row.id between first_id and last_id and row.batch_id = batch.id
    where batch.id = ${batchId} group by row.channel, row.status, row.error_code order by people desc`);
  return rows.map(({ error_code, ...row }) => ({ ...row, code: error_code ?? undefined }));
}

/** What became of the message to one person, who is not named. */
export interface BatchReceipt {
  readonly id: number;
  readonly channel: ChannelName;
  readonly status: string;
  readonly code: string | undefined;
  readonly sentAt: Date | undefined;
}

/** The rows of a batch after one of them, in order. */
export async function batchReceipts(
  db: Queryable,
  batchId: number,
  after: number,
  limit: number,
): Promise<readonly BatchReceipt[]> {
  const { rows } = await db.execute<{
    id: string;
    channel: ChannelName;
    status: string;
    error_code: string | null;
    sent_at: string | null;
  }>(sql`
    select row.id, row.channel, row.status, row.error_code, row.sent_at
    from delivery_batch as batch join delivery as row on row.id between greatest(first_id, ${after + 1}) and last_id
      and row.batch_id = batch.id
    where batch.id = ${batchId} order by row.id limit ${limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    channel: row.channel,
    status: row.status,
    code: row.error_code ?? undefined,
    sentAt: row.sent_at === null ? undefined : new Date(row.sent_at),
  }));
}
