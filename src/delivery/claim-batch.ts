import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { isAgreedByAccount } from '../learners/index.ts';
import type { ChannelName } from '../message/index.ts';
import { type BatchKind, countStatement } from './batch.ts';

/** A row of a batch that this sender may send now, before its message is written. */
export interface ClaimedBatchRow {
  readonly id: number;
  readonly batchId: number;
  /** Of the batch's message. */
  readonly version: number;
  readonly kind: BatchKind;
  readonly conversationId: number;
  readonly chat: string;
  readonly attempts: number;
  readonly partsSent: number;
  readonly replaces: string | undefined;
}

export interface BatchClaimOptions {
  readonly channel: ChannelName;
  readonly owner: string;
  readonly limit: number;
  readonly claimSeconds: number;
  readonly now: Date;
  readonly restingChats: readonly string[];
  /** Whether these are quiet hours. */
  readonly isQuiet: boolean;
  /** Announcements a person hears in a day of the city at most; 0 is no cap. */
  readonly mostPerDay: number;
  readonly timezone: string;
}

export interface ClaimedBatchRows {
  readonly rows: readonly ClaimedBatchRow[];
  readonly skipped: number;
}

interface Row extends Record<string, unknown> {
  id: string;
  batch_id: string;
  batch_version: number;
  kind: BatchKind;
  conversation_id: string;
  chat: string;
  attempts: number;
  parts_sent: number;
  replaces: string | null;
  reason: string | null;
}

/**
 * Claims the next rows of the batches that may be sent now, oldest batch first. A batch that is held, quiet or not due costs a look at
 * its own row however many people it has. Consent, the day's cap and whether the person has it by another of their chats are asked of
 * the chosen rows alone, by indexes.
 */
export async function claimBatchRows(db: Queryable, options: BatchClaimOptions): Promise<ClaimedBatchRows> {
  const { rows } = await db.execute<Row>(batchClaimStatement(options));
  const claimed = rows
    .filter(({ reason }) => reason === null)
    .map((row) => ({
      id: Number(row.id),
      batchId: Number(row.batch_id),
      version: row.batch_version,
      kind: row.kind,
      conversationId: Number(row.conversation_id),
      chat: row.chat,
      attempts: row.attempts,
      partsSent: row.parts_sent,
      replaces: row.replaces ?? undefined,
    }))
    .sort((a, b) => a.id - b.id);
  return { rows: claimed, skipped: rows.length - claimed.length };
}

/** Counts what was skipped, and how far the batch's rows now reach. */
const countRenumbered = sql`
  update delivery_batch as batch set skipped = batch.skipped + fate.skipped, last_id = greatest(batch.last_id, fate.newest)
  from (
    select batch_id, count(*) filter (where status = 'skipped') as skipped, max(id) as newest from claimed group by batch_id) as fate
  where batch.id = fate.batch_id`;

/** The statement of `claimBatchRows`. Without `materialized` each row would be judged six times over, and the question planned six times (29 ms). */
export function batchClaimStatement(options: BatchClaimOptions): SQL {
  const { channel, now, limit, mostPerDay, timezone } = options;
  const until = new Date(now.getTime() + options.claimSeconds * 1000);
  const dayBegan = sql`(date_trunc('day', ${now}::timestamptz at time zone ${timezone}::text) at time zone ${timezone}::text)`;
  // A page asks for what came after the newest message it has: what is planned today and sent tomorrow takes its place then.
  const renumbered = channel === 'web' ? sql`id = default,` : sql``;
  const counted = channel === 'web' ? countRenumbered : countStatement(sql`select batch_id, status from claimed`);
  return sql`/* often */
    with batch as materialized (
      select id, kind, version, skips_limits from delivery_batch
      where state = 'open' and not_before <= ${now} and (not_after is null or not_after >= ${now})
        and (skips_limits or kind <> 'announcement' or ${!options.isQuiet}::boolean)
        and not exists (select 1 from channel_pause where channel = ${channel} and until > ${now})
      order by id),
    candidate as materialized (
      select row.*, batch.kind, batch.version, batch.skips_limits from batch cross join lateral (
        select id, batch_id, conversation_id, chat from delivery as waiting
        where batch_id = batch.id and batch_id is not null and channel = ${channel} and status = 'pending' and due_at <= ${now}
          and chat <> all (${sql.param(options.restingChats)}::text[])
          and not exists (
            select 1 from delivery as urgent
            where urgent.channel = waiting.channel and urgent.chat = waiting.chat and urgent.batch_id is null
              and urgent.status = 'pending' and urgent.due_at <= ${now}
            offset 0)
        order by due_at, id limit ${limit} for update skip locked) as row
      limit ${limit}),
    chosen as (select distinct on (chat) * from candidate order by chat, id),
    judged as materialized (
      select chosen.id, chosen.kind, version, case
        when kind <> 'announcement' then null
        when not ${isAgreedByAccount(sql`conversation.account_id`, sql`'announcements'`)} then 'no_consent'
        when exists (
          select 1 from conversation as other join delivery as same on same.conversation_id = other.id
          where other.account_id = conversation.account_id and other.id <> conversation.id and same.batch_id = chosen.batch_id
            and (same.status in ('sending', 'sent', 'unconfirmed') or same.status = 'pending' and same.id < chosen.id)) then 'duplicate'
        when not skips_limits and ${mostPerDay}::int > 0 and (
          select count(*) from conversation as own join delivery as heard on heard.conversation_id = own.id
          join delivery_batch as earlier on earlier.id = heard.batch_id and earlier.kind = 'announcement'
          where own.account_id = conversation.account_id and heard.batch_id is not null and heard.batch_id <> chosen.batch_id
            and heard.status in ('sent', 'sending', 'unconfirmed') and heard.due_at >= ${dayBegan}) >= ${mostPerDay}::int
          then 'daily_cap' end as reason
      from chosen join conversation on conversation.id = chosen.conversation_id),
    claimed as (
      update delivery set ${renumbered}
        status = case when reason is null then 'sending' else 'skipped' end,
        error_code = coalesce(reason, error_code),
        claimed_by = case when reason is null then ${options.owner} end,
        claimed_until = case when reason is null then ${until}::timestamptz end,
        attempts = attempts + case when reason is null then 1 else 0 end,
        due_at = ${now}, batch_version = version
      from judged where delivery.id = judged.id
      returning delivery.id, delivery.batch_id, batch_version, kind, conversation_id, chat, attempts, parts_sent, replaces, reason, status),
    counted as (${counted})
    select id, batch_id, batch_version, kind, conversation_id, chat, attempts, parts_sent, replaces, reason from claimed`;
}
