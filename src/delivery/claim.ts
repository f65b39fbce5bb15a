import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { isAgreed } from '../learners/index.ts';
import type { ChannelName, OutboundMessage, SendErrorCode } from '../message/index.ts';
import { type BatchKind, countStatement, paceStatement } from './batch.ts';
import { type Lane, lanes } from './outbox.ts';

/** A row this sender may send now; nobody else will until `claimed_until`. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly chat: string;
  readonly lane: Lane;
  readonly attempts: number;
  /** Parts of the message, from the first, that earlier tries have brought to the person. */
  readonly partsSent: number;
  readonly message: OutboundMessage;
  /** It belongs to a batch, and how it goes to the person: by itself, as an edit or as the removal of an earlier message. */
  readonly batch?: BatchKind;
  /** The platform's id of the message this one takes the place of. */
  readonly replaces: string | undefined;
}

export interface ClaimOptions {
  readonly channel: ChannelName;
  readonly owner: string;
  readonly limit: number;
  readonly claimSeconds: number;
  readonly now: Date;
  /** Chats that must wait: they had a message just now, or have one under way. */
  readonly restingChats: readonly string[];
  readonly repliesOnly: boolean;
}

const laneNames: readonly Lane[] = ['reply', 'reminder', 'broadcast'];

/** What a claim found: rows to send now, and how many it skipped instead. */
export interface Claimed {
  readonly deliveries: readonly ClaimedDelivery[];
  readonly skipped: number;
}

/**
 * Claims the next rows to send: lanes in order, oldest first, at most one per chat, and none whose chat has an earlier
 * row of the same lane open, so that a chat reads its messages in order. A row that needs a consent which is not in force at this
 * moment is skipped instead: asked of the chosen rows alone, so that the choice costs what it cost without.
 */
export async function claimDeliveries(db: Queryable, options: ClaimOptions): Promise<Claimed> {
  const { rows } = await db.execute<ClaimRow>(claimStatement(options));
  const deliveries = rows
    .filter((row) => row.allowed)
    .map((row) => ({
      id: Number(row.id),
      chat: row.chat,
      lane: laneNames[row.lane] ?? 'broadcast',
      attempts: row.attempts,
      partsSent: row.parts_sent,
      message: row.message,
      replaces: row.replaces ?? undefined,
    }))
    .sort((a, b) => lanes[a.lane] - lanes[b.lane] || a.id - b.id);
  return { deliveries, skipped: rows.length - deliveries.length };
}

interface ClaimRow extends Record<string, unknown> {
  id: string;
  chat: string;
  lane: number;
  attempts: number;
  parts_sent: number;
  message: OutboundMessage;
  replaces: string | null;
  allowed: boolean;
}

/**
 * The statement of `claimDeliveries`. `offset 0` keeps each `not exists` a look at an index for the rows up to the limit: as a join over
 * the whole queue a claim took 350 ms of Postgres with 20,000 rows waiting and no statistics yet, and 3 ms so. `materialized` has each row judged
 * once; without it Postgres writes the question in place of each of its answers, five times.
 */
export function claimStatement(options: ClaimOptions): SQL {
  const until = new Date(options.now.getTime() + options.claimSeconds * 1000);
  return sql`
    with next as (
      select id, learner_id, purpose from delivery as candidate
      where status = 'pending' and batch_id is null and channel = ${options.channel} and due_at <= ${options.now}
        and (${!options.repliesOnly} or lane = ${lanes.reply})
        and (not_after is null or not_after >= ${options.now})
        and chat <> all (${sql.param(options.restingChats)}::text[])
        and not exists (select 1 from channel_pause where channel = ${options.channel} and until > ${options.now})
        and not exists (
          select 1 from delivery as earlier
          where earlier.channel = candidate.channel and earlier.chat = candidate.chat
            and earlier.lane = candidate.lane and earlier.id < candidate.id and earlier.status in ('pending', 'sending')
            and earlier.batch_id is null
          offset 0)
        and not exists (
          select 1 from delivery as urgent
          where urgent.channel = candidate.channel and urgent.chat = candidate.chat
            and urgent.lane < candidate.lane and urgent.status = 'pending' and urgent.due_at <= ${options.now}
            and urgent.batch_id is null
          offset 0)
      order by lane, due_at, id limit ${options.limit} for update skip locked),
    judged as materialized (
      select id, purpose is null or ${isAgreed(sql`next.learner_id`, sql`next.purpose`)} as allowed from next)
    update delivery set
      status = case when allowed then 'sending' else 'skipped' end,
      error_code = case when allowed then error_code else 'no_consent' end,
      claimed_by = case when allowed then ${options.owner} end,
      claimed_until = case when allowed then ${until}::timestamptz end,
      attempts = attempts + case when allowed then 1 else 0 end
    from judged where delivery.id = judged.id
    returning delivery.id, delivery.chat, delivery.lane, delivery.attempts, delivery.parts_sent, delivery.message,
      delivery.replaces, allowed`;
}

/** Turns rows that are due too late into skipped ones. Returns how many. */
export async function skipExpired(db: Queryable, channel: ChannelName, now: Date): Promise<number> {
  const { rows } = await db.execute(sql`/* often */
    update delivery set status = 'skipped', error_code = 'too_late'
    where status = 'pending' and batch_id is null and channel = ${channel} and not_after < ${now} returning 1`);
  return rows.length;
}

/**
 * Turns due rows into skipped ones whose learner ended the consent they need since a time, so that a thousand of one chat are gone in
 * one round. It goes from the endings to the rows, both by an index: what it costs grows with the endings, not with the queue. A row
 * that this does not see, because the consent was never there or ended earlier, is skipped when it is claimed. Returns how many.
 */
export async function skipWithdrawn(
  db: Queryable,
  channel: ChannelName,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<number> {
  const { rows } = await db.execute(sql`
    with ended as (select distinct learner_id, purpose from consent where withdrawn_at >= ${since}),
    unwanted as (
      select delivery.id from ended
      cross join lateral (
        select id from delivery
        where delivery.learner_id = ended.learner_id and delivery.purpose = ended.purpose and status = 'pending'
          and channel = ${channel} and due_at <= ${now}
        offset 0) as delivery
      where not ${isAgreed(sql`ended.learner_id`, sql`ended.purpose`)})
    update delivery set status = 'skipped', error_code = 'no_consent'
    where id in (select id from unwanted) and status = 'pending' returning 1`);
  return rows.length;
}

/**
 * Settles claims that ran out, because their sender died between send and record: a reply goes again (it may arrive
 * twice, never zero times), a reminder or announcement does not and is shown as unconfirmed. `heir` is the owner that has
 * just taken the lease over: to it everybody else's claims are lost at once. `underWay` are the caller's own sends, which
 * are not lost however long they take.
 */
export async function settleLostClaims(
  db: Queryable,
  channel: ChannelName,
  now: Date,
  { underWay, heir }: { readonly underWay: readonly number[]; readonly heir?: string },
): Promise<{ again: number; unconfirmed: number }> {
  const { rows } = await db.execute<{ status: string }>(sql`/* often */
    with settled as (
      update delivery set
        status = case when lane = ${lanes.reply} then 'pending' else 'unconfirmed' end,
        error_code = 'outcome_unknown', claimed_by = null, claimed_until = null
      where status = 'sending' and channel = ${channel} and id <> all (${sql.param([...underWay])}::bigint[])
        and (claimed_until < ${now} or claimed_by <> ${heir ?? null}) returning batch_id, status),
    counted as (${countStatement(sql`select batch_id, status from settled`)})
    select status from settled`);
  const again = rows.filter((row) => row.status === 'pending').length;
  return { again, unconfirmed: rows.length - again };
}

/** How one send ended, as it is written down. */
export type Ending =
  | { readonly kind: 'sent'; readonly platformMessageId: string | undefined }
  | {
      readonly kind: 'again';
      readonly dueAt: Date;
      readonly code: SendErrorCode;
      /** It uses up one of the message's tries. */
      readonly isTry: boolean;
      readonly partsSent: number;
    }
  /** It was not begun after all: as if it had not been claimed. */
  | { readonly kind: 'unbegun' }
  | { readonly kind: 'over'; readonly status: 'failed' | 'blocked' | 'unconfirmed'; readonly code: SendErrorCode };

/** What the platform or the connection said, where it was asked. */
export function errorOf(ending: Ending): SendErrorCode | undefined {
  return ending.kind === 'again' || ending.kind === 'over' ? ending.code : undefined;
}

/**
 * Writes down endings in one statement, only for rows this owner still holds. Returns how many were written. The status is asked for
 * with `between` so that the planner finds the rows by their ids: by the index of what is under way it joined all of that with
 * all of these, 30 ms of Postgres for 64 rows instead of 2.
 */
export async function recordEndings(
  db: Queryable,
  owner: string,
  endings: readonly { readonly id: number; readonly ending: Ending }[],
  now: Date,
): Promise<number> {
  if (endings.length === 0) return 0;
  const column = <Value>(value: (ending: Ending) => Value) => sql.param(endings.map(({ ending }) => value(ending)));
  const again = <Value>(value: (ending: Ending & { kind: 'again' }) => Value) =>
    column((ending) => (ending.kind === 'again' ? value(ending) : null));
  const statuses = column((ending) =>
    ending.kind === 'over' ? ending.status : ending.kind === 'sent' ? 'sent' : 'pending',
  );
  const fates = sql`select batch_id, status from recorded`;
  const { rows } = await db.execute<{ id: string; forget: boolean }>(sql`/* often */
    with recorded as (
    update delivery set status = ended.status,
      sent_at = case when ended.status = 'sent' then ${now}::timestamptz end, platform_message_id = ended.platform_message_id,
      error_code = ended.error_code, due_at = coalesce(ended.due_at, delivery.due_at),
      attempts = delivery.attempts - coalesce(ended.untried, 0), parts_sent = coalesce(ended.parts_sent, delivery.parts_sent),
      claimed_by = null, claimed_until = null
    from unnest(${sql.param(endings.map(({ id }) => id))}::bigint[], ${statuses}::text[],
        ${column((ending) => (ending.kind === 'sent' ? (ending.platformMessageId ?? null) : null))}::text[],
        ${column((ending) => errorOf(ending) ?? null)}::text[],
        ${again(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
        ${column((ending) => Number(ending.kind === 'unbegun' || (ending.kind === 'again' && !ending.isTry)))}::int[],
        ${again(({ partsSent }) => partsSent)}::smallint[])
      as ended (id, status, platform_message_id, error_code, due_at, untried, parts_sent)
    where delivery.id = ended.id and delivery.status between 'sending' and 'sending' and delivery.claimed_by = ${owner}
    returning delivery.id, delivery.batch_id, delivery.status, delivery.forget and delivery.status <> 'pending' as forget),
    counted as (${countStatement(fates)}), paced as (${paceStatement(fates, now)})
    select id, forget from recorded`);
  const forgotten = rows.filter((row) => row.forget).map((row) => row.id);
  if (forgotten.length > 0)
    await db.execute(sql`delete from delivery where id = any(${sql.param(forgotten)}::bigint[])`);
  return rows.length;
}
