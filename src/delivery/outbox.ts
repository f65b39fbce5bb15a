import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName, OutboundMessage } from '../message/index.ts';

/** Lanes under one pace: an answer never waits behind an announcement. */
export const lanes = { reply: 0, reminder: 1, broadcast: 2 } as const;
export type Lane = keyof typeof lanes;

/** A message to put into the outbox. `uniqueKey` makes putting it there twice harmless. */
export interface NewDelivery {
  readonly uniqueKey: string;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly conversationId: number | undefined;
  readonly learnerId: number | undefined;
  readonly turnId: number | undefined;
  readonly lane: Lane;
  readonly message: OutboundMessage;
  /** `response`: the person's own request carries it, so it counts as sent with the commit. */
  readonly via: 'response' | 'sender';
  readonly dueAt: Date;
  readonly notAfter?: Date;
  /** The platform's id of the message this one takes the place of, where the channel can edit. */
  readonly replaces?: string;
  /** Delete the row as soon as it is over. */
  readonly forget?: boolean;
}

/** A stored message of a conversation. */
export interface StoredMessage {
  readonly id: number;
  readonly turnId: number | undefined;
  readonly message: OutboundMessage;
  readonly at: Date;
}

/**
 * Puts messages into the outbox in one statement and returns their ids in order. A message whose key is there already
 * is left as it is and gives no id.
 */
export async function enqueue(tx: Queryable, deliveries: readonly NewDelivery[], now: Date): Promise<number[]> {
  if (deliveries.length === 0) return [];
  const { rows } = await tx.execute(enqueueStatement(deliveries, now));
  return rows.map((row) => Number(row.id)).sort((a, b) => a - b);
}

/** For whom the first of some messages is claimed as it is stored, so that it can be sent at once. */
export interface ClaimAtOnce {
  readonly owner: string;
  readonly until: Date;
}

/**
 * The statement of `enqueue`; at least one message. With `claim` the first is stored as claimed, unless the chat has an earlier
 * answer open or the channel is silent for a while: its status tells.
 */
export function enqueueStatement(deliveries: readonly NewDelivery[], now: Date, claim?: ClaimAtOnce): SQL {
  const [first] = deliveries;
  const isFree = sql`not exists (
      select 1 from delivery where channel = ${first?.channel} and chat = ${first?.chat} and lane = ${lanes.reply}
        and status in ('pending', 'sending'))
    and not exists (select 1 from channel_pause where channel = ${first?.channel} and until > ${now})`;
  const rows = deliveries.map((delivery, position) => {
    const direct = delivery.via === 'response';
    const claimed = position === 0 && !direct ? claim : undefined;
    const status =
      claimed === undefined
        ? sql`${direct ? 'sent' : 'pending'}`
        : sql`case when ${isFree} then 'sending' else 'pending' end`;
    return sql`(${delivery.uniqueKey}, ${delivery.channel}, ${delivery.chat}, ${delivery.conversationId ?? null}::bigint,
      ${delivery.learnerId ?? null}::bigint, ${delivery.turnId ?? null}::bigint, ${lanes[delivery.lane]}::smallint,
      ${status}, ${delivery.via}, ${JSON.stringify(delivery.message)}::jsonb,
      ${delivery.dueAt}::timestamptz, ${delivery.notAfter ?? null}::timestamptz,
      ${direct ? now : null}::timestamptz, ${now}::timestamptz, ${delivery.replaces ?? null}::text, ${delivery.forget ?? false}::boolean,
      ${claimed?.owner ?? null}::text, ${claimed?.until ?? null}::timestamptz)`;
  });
  // Who is not free is claimed by nobody, whatever its row says of an owner.
  return sql`
    insert into delivery (unique_key, channel, chat, conversation_id, learner_id, turn_id, lane, status, via, message,
      due_at, not_after, sent_at, created_at, replaces, forget, claimed_by, claimed_until, attempts)
    select unique_key, channel, chat, conversation_id, learner_id, turn_id, lane, status, via, message, due_at, not_after,
      sent_at, created_at, replaces, forget, case status when 'sending' then owner end,
      case status when 'sending' then until end, case status when 'sending' then 1 else 0 end
    from (values ${sql.join(rows, sql`, `)}) as row (unique_key, channel, chat, conversation_id, learner_id, turn_id, lane,
      status, via, message, due_at, not_after, sent_at, created_at, replaces, forget, owner, until)
    on conflict (unique_key) do nothing returning id, status`;
}

/** Withdraws the answers of a turn that have not left yet; a newer answer covers them. Returns how many. */
export async function supersede(tx: Queryable, turnId: number): Promise<number> {
  const { rows } = await tx.execute(sql`
    update delivery set status = 'superseded' where turn_id = ${turnId} and lane = ${lanes.reply} and status = 'pending'
    returning 1`);
  return rows.length;
}

/** The messages that answered a turn, oldest first; superseded ones are left out. */
export async function answersOfTurn(db: Queryable, turnId: number): Promise<StoredMessage[]> {
  return read(db, sql`turn_id = ${turnId} and status <> 'superseded'`, sql`id`, 100);
}

/** The newest messages a conversation shows, newest first. */
export async function newestMessages(db: Queryable, conversationId: number, limit: number): Promise<StoredMessage[]> {
  return read(db, sql`conversation_id = ${conversationId} and status in ('sent', 'unconfirmed')`, sql`id desc`, limit);
}

/** A message that came by itself: a reminder, an announcement, a late answer. */
export interface LaterMessage extends StoredMessage {
  readonly chat: string;
}

/**
 * The messages of several chats that the sender delivered after the given ids, oldest first, in one statement; what
 * a response carried is not among them.
 */
export async function laterMessages(
  db: Queryable,
  channel: ChannelName,
  chats: readonly { readonly chat: string; readonly afterId: number }[],
): Promise<LaterMessage[]> {
  if (chats.length === 0) return [];
  const { rows } = await db.execute<MessageRow & { chat: string }>(sql`
    select delivery.id, delivery.turn_id, delivery.message, delivery.sent_at, delivery.chat
    from unnest(${sql.param(chats.map((c) => c.chat))}::text[], ${sql.param(chats.map((c) => c.afterId))}::bigint[]) as wanted (chat, after_id)
    join conversation on conversation.channel = ${channel} and conversation.chat = wanted.chat
    join delivery on delivery.conversation_id = conversation.id and delivery.id > wanted.after_id
    where delivery.via = 'sender' and delivery.status = 'sent'
    order by delivery.id limit 500`);
  return rows.map((row) => ({ ...storedMessage(row), chat: row.chat }));
}

interface MessageRow extends Record<string, unknown> {
  id: string;
  turn_id: string | null;
  message: OutboundMessage;
  sent_at: string | null;
}

function storedMessage(row: MessageRow): StoredMessage {
  return {
    id: Number(row.id),
    turnId: row.turn_id === null ? undefined : Number(row.turn_id),
    message: row.message,
    at: new Date(row.sent_at ?? 0),
  };
}

async function read(
  db: Queryable,
  condition: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  limit: number,
): Promise<StoredMessage[]> {
  const { rows } = await db.execute<MessageRow>(sql`
    select id, turn_id, message, sent_at from delivery where ${condition} order by ${order} limit ${limit}`);
  return rows.map(storedMessage);
}
