import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName, OutboundMessage, SendErrorCode } from '../message/index.ts';
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

/**
 * Claims the next rows to send: lanes in order, oldest first, at most one per chat, and none whose chat has an earlier
 * row of the same lane open, so that a chat reads its messages in order.
 */
export async function claimDeliveries(db: Queryable, options: ClaimOptions): Promise<ClaimedDelivery[]> {
  const until = new Date(options.now.getTime() + options.claimSeconds * 1000);
  const { rows } = await db.execute<{
    id: string;
    chat: string;
    lane: number;
    attempts: number;
    parts_sent: number;
    message: OutboundMessage;
    replaces: string | null;
  }>(sql`
    with next as (
      select id from delivery as candidate
      where status = 'pending' and channel = ${options.channel} and due_at <= ${options.now}
        and (${!options.repliesOnly} or lane = ${lanes.reply})
        and (not_after is null or not_after >= ${options.now})
        and chat <> all (${sql.param(options.restingChats)}::text[])
        and not exists (select 1 from channel_pause where channel = ${options.channel} and until > ${options.now})
        and not exists (
          select 1 from delivery as earlier
          where earlier.channel = candidate.channel and earlier.chat = candidate.chat
            and earlier.lane = candidate.lane and earlier.id < candidate.id and earlier.status in ('pending', 'sending'))
        and not exists (
          select 1 from delivery as urgent
          where urgent.channel = candidate.channel and urgent.chat = candidate.chat
            and urgent.lane < candidate.lane and urgent.status = 'pending' and urgent.due_at <= ${options.now})
      order by lane, due_at, id limit ${options.limit} for update skip locked)
    update delivery set status = 'sending', claimed_by = ${options.owner}, claimed_until = ${until}, attempts = attempts + 1
    from next where delivery.id = next.id
    returning delivery.id, delivery.chat, delivery.lane, delivery.attempts, delivery.parts_sent, delivery.message,
      delivery.replaces`);
  return rows
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
}

/** Turns rows that are due too late into skipped ones. Returns how many. */
export async function skipExpired(db: Queryable, channel: ChannelName, now: Date): Promise<number> {
  const { rows } = await db.execute(sql`
    update delivery set status = 'skipped', error_code = 'too_late'
    where status = 'pending' and channel = ${channel} and not_after < ${now} returning 1`);
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
  const { rows } = await db.execute<{ status: string }>(sql`
    update delivery set
      status = case when lane = ${lanes.reply} then 'pending' else 'unconfirmed' end,
      error_code = 'outcome_unknown', claimed_by = null, claimed_until = null
    where status = 'sending' and channel = ${channel} and id <> all (${sql.param([...underWay])}::bigint[])
      and (claimed_until < ${now} or claimed_by <> ${heir ?? null}) returning status`);
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
  | { readonly kind: 'over'; readonly status: 'failed' | 'blocked' | 'unconfirmed'; readonly code: SendErrorCode };

/** Writes down endings in one statement, only for rows this owner still holds. Returns how many were written. */
export async function recordEndings(
  db: Queryable,
  owner: string,
  endings: readonly { readonly id: number; readonly ending: Ending }[],
  now: Date,
): Promise<number> {
  if (endings.length === 0) return 0;
  const values = endings.map(({ id, ending }) => {
    const status = ending.kind === 'sent' ? 'sent' : ending.kind === 'again' ? 'pending' : ending.status;
    return sql`(${id}::bigint, ${status}, ${ending.kind === 'sent' ? now : null}::timestamptz,
      ${ending.kind === 'sent' ? (ending.platformMessageId ?? null) : null}::text,
      ${ending.kind === 'sent' ? null : ending.code}::text, ${ending.kind === 'again' ? ending.dueAt : null}::timestamptz,
      ${ending.kind !== 'again' || ending.isTry ? 0 : 1}::int, ${ending.kind === 'again' ? ending.partsSent : null}::smallint)`;
  });
  const { rows } = await db.execute<{ id: string; forget: boolean }>(sql`
    update delivery set status = ended.status, sent_at = ended.sent_at, platform_message_id = ended.platform_message_id,
      error_code = ended.error_code, due_at = coalesce(ended.due_at, delivery.due_at),
      attempts = delivery.attempts - ended.untried, parts_sent = coalesce(ended.parts_sent, delivery.parts_sent),
      claimed_by = null, claimed_until = null
    from (values ${sql.join(values, sql`, `)})
      as ended (id, status, sent_at, platform_message_id, error_code, due_at, untried, parts_sent)
    where delivery.id = ended.id and delivery.status = 'sending' and delivery.claimed_by = ${owner}
    returning delivery.id, delivery.forget and delivery.status <> 'pending' as forget`);
  const forgotten = rows.filter((row) => row.forget).map((row) => row.id);
  if (forgotten.length > 0)
    await db.execute(sql`delete from delivery where id = any(${sql.param(forgotten)}::bigint[])`);
  return rows.length;
}
