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
  readonly message: OutboundMessage;
}

export interface ClaimOptions {
  readonly channel: ChannelName;
  readonly owner: string;
  readonly limit: number;
  readonly claimSeconds: number;
  readonly now: Date;
}

const laneNames: readonly Lane[] = ['reply', 'reminder', 'broadcast'];

/**
 * Claims the next rows to send: lanes in order, oldest first, at most one per chat and lane, and none whose chat has
 * an earlier row of the same lane open, so that a chat reads its messages in order.
 */
export async function claimDeliveries(db: Queryable, options: ClaimOptions): Promise<ClaimedDelivery[]> {
  const until = new Date(options.now.getTime() + options.claimSeconds * 1000);
  const { rows } = await db.execute<{
    id: string;
    chat: string;
    lane: number;
    attempts: number;
    message: OutboundMessage;
  }>(sql`
    with next as (
      select id from delivery as candidate
      where status = 'pending' and channel = ${options.channel} and due_at <= ${options.now}
        and not exists (
          select 1 from delivery as earlier
          where earlier.channel = candidate.channel and earlier.chat = candidate.chat
            and earlier.lane = candidate.lane and earlier.id < candidate.id and earlier.status in ('pending', 'sending'))
      order by lane, due_at, id limit ${options.limit} for update skip locked)
    update delivery set status = 'sending', claimed_by = ${options.owner}, claimed_until = ${until}, attempts = attempts + 1
    from next where delivery.id = next.id
    returning delivery.id, delivery.chat, delivery.lane, delivery.attempts, delivery.message`);
  return rows
    .map((row) => ({
      id: Number(row.id),
      chat: row.chat,
      lane: laneNames[row.lane] ?? 'broadcast',
      attempts: row.attempts,
      message: row.message,
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
 * twice, never zero times), a reminder or announcement does not and is shown as unconfirmed.
 */
export async function settleLostClaims(
  db: Queryable,
  channel: ChannelName,
  now: Date,
): Promise<{ again: number; unconfirmed: number }> {
  const { rows } = await db.execute<{ status: string }>(sql`
    update delivery set
      status = case when lane = ${lanes.reply} then 'pending' else 'unconfirmed' end,
      error_code = 'outcome_unknown', claimed_by = null, claimed_until = null
    where status = 'sending' and channel = ${channel} and claimed_until < ${now} returning status`);
  const again = rows.filter((row) => row.status === 'pending').length;
  return { again, unconfirmed: rows.length - again };
}

/** How one send ended, as it is written down. */
export type Ending =
  | { readonly kind: 'sent'; readonly platformMessageId: string | undefined }
  | { readonly kind: 'again'; readonly dueAt: Date; readonly code: SendErrorCode }
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
      ${ending.kind === 'sent' ? null : ending.code}::text, ${ending.kind === 'again' ? ending.dueAt : null}::timestamptz)`;
  });
  const { rows } = await db.execute(sql`
    update delivery set status = ended.status, sent_at = ended.sent_at, platform_message_id = ended.platform_message_id,
      error_code = ended.error_code, due_at = coalesce(ended.due_at, delivery.due_at),
      claimed_by = null, claimed_until = null
    from (values ${sql.join(values, sql`, `)}) as ended (id, status, sent_at, platform_message_id, error_code, due_at)
    where delivery.id = ended.id and delivery.status = 'sending' and delivery.claimed_by = ${owner}
    returning 1`);
  return rows.length;
}
