import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Announcement, ChannelName, OutboundMessage } from '../message/index.ts';

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
  /**
   * `response`: the person's own request carries it, so it counts as sent with the commit; `stream`: an open page is shown it at once, or at the
   * next visit, so it counts as sent as well.
   */
  readonly via: 'response' | 'stream' | 'sender';
  readonly dueAt: Date;
  readonly notAfter?: Date;
  /** The platform's id of the message this one takes the place of, where the channel can edit. */
  readonly replaces?: string;
  /** The consent it needs when it is due; none for answers and what the person asked for. */
  readonly purpose?: 'announcements' | 'reminders';
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

/** A row of a batch, which has no message before somebody writes it for its conversation. */
export interface UnwrittenMessage extends Omit<StoredMessage, 'message'> {
  readonly message: undefined;
  readonly batchId: number;
  readonly conversationId: number;
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
        and status in ('pending', 'sending') and batch_id is null)
    and not exists (select 1 from channel_pause where channel = ${first?.channel} and until > ${now})`;
  const rows = deliveries.map((delivery, position) => {
    const direct = delivery.via !== 'sender';
    const claimed = position === 0 && !direct ? claim : undefined;
    const status =
      claimed === undefined
        ? sql`${direct ? 'sent' : 'pending'}`
        : sql`case when ${isFree} then 'sending' else 'pending' end`;
    return sql`(${delivery.uniqueKey}, ${delivery.channel}, ${delivery.chat}, ${delivery.conversationId ?? null}::bigint,
      ${delivery.learnerId ?? null}::bigint, ${delivery.turnId ?? null}::bigint, ${lanes[delivery.lane]}::smallint,
      ${status}, ${delivery.via === 'response' ? 'response' : 'sender'}, ${JSON.stringify(delivery.message)}::jsonb,
      ${delivery.dueAt}::timestamptz, ${delivery.notAfter ?? null}::timestamptz,
      ${direct ? now : null}::timestamptz, ${now}::timestamptz, ${delivery.replaces ?? null}::text, ${delivery.forget ?? false}::boolean,
      ${delivery.purpose ?? null}::text,
      ${claimed?.owner ?? null}::text, ${claimed?.until ?? null}::timestamptz)`;
  });
  // Who is not free is claimed by nobody, whatever its row says of an owner.
  return sql`
    insert into delivery (unique_key, channel, chat, conversation_id, learner_id, turn_id, lane, status, via, message,
      due_at, not_after, sent_at, created_at, replaces, forget, purpose, claimed_by, claimed_until, attempts)
    select unique_key, channel, chat, conversation_id, learner_id, turn_id, lane, status, via, message, due_at, not_after,
      sent_at, created_at, replaces, forget, purpose, case status when 'sending' then owner end,
      case status when 'sending' then until end, case status when 'sending' then 1 else 0 end
    from (values ${sql.join(rows, sql`, `)}) as row (unique_key, channel, chat, conversation_id, learner_id, turn_id, lane,
      status, via, message, due_at, not_after, sent_at, created_at, replaces, forget, purpose, owner, until)
    on conflict (unique_key) where unique_key is not null do nothing returning id, status`;
}

/** Withdraws the answers of a turn that have not left yet; a newer answer covers them. Returns how many. */
export async function supersede(tx: Queryable, turnId: number): Promise<number> {
  const { rows } = await tx.execute(sql`
    update delivery set status = 'superseded' where turn_id = ${turnId} and lane = ${lanes.reply} and status = 'pending'
    returning 1`);
  return rows.length;
}

/**
 * The statement that takes back what would remind some learners and has not left yet; what they asked to be told of, such as a seat in a
 * workshop, stays. @param learners their ids, as a query
 */
export function takeBackReminders(learners: SQL): SQL {
  return sql`
    update delivery set status = 'skipped', error_code = 'calm'
    where learner_id in (${learners}) and purpose = 'reminders' and status = 'pending' and batch_id is null`;
}

/** The messages that answered a turn, oldest first; superseded ones are left out. */
export async function answersOfTurn(db: Queryable, turnId: number): Promise<StoredMessage[]> {
  const { rows } = await db.execute<MessageRow>(sql`
    select ${messageColumns} from delivery where turn_id = ${turnId} and status <> 'superseded' order by id limit 100`);
  return rows.map(storedMessage).filter((each): each is StoredMessage => each.message !== undefined);
}

/** The newest messages a conversation shows, newest first. */
export async function newestMessages(
  db: Queryable,
  conversationId: number,
  limit: number,
): Promise<(StoredMessage | UnwrittenMessage)[]> {
  return newest(db, conversationId, sql`true`, limit);
}

/** The newest messages a conversation showed before a turn and a moment, newest first. */
export async function messagesBefore(
  db: Queryable,
  conversationId: number,
  before: { readonly turnId: number; readonly at: Date },
  limit: number,
): Promise<(StoredMessage | UnwrittenMessage)[]> {
  const earlier = sql`(turn_id < ${before.turnId} or turn_id is null and coalesce(sent_at, created_at) < ${before.at})`;
  return newest(db, conversationId, earlier, limit);
}

/** One look for what was said to this conversation alone, and one, by another index, for what was said to many. */
async function newest(
  db: Queryable,
  conversationId: number,
  condition: SQL,
  limit: number,
): Promise<(StoredMessage | UnwrittenMessage)[]> {
  const shown = sql`conversation_id = ${conversationId} and status in ('sent', 'unconfirmed') and ${condition}`;
  const { rows } = await db.execute<MessageRow>(sql`
    select * from (
      (select ${messageColumns} from delivery where ${shown} and batch_id is null order by id desc limit ${limit})
      union all
      (select ${messageColumns} from delivery where ${shown} and batch_id in (
        select id from delivery_batch where kind = 'announcement'))) as message
    order by id desc limit ${limit}`);
  return rows.map(storedMessage);
}

/**
 * What was announced to a conversation since a moment, while nothing else was said to it after that; undefined when the newest thing
 * it showed is none. The ids break a tie: of two messages of one moment the one that was planned later.
 */
export async function newestAnnouncement(
  db: Queryable,
  conversationId: number,
  since: Date,
): Promise<Announcement | undefined> {
  const shown = sql`status in ('sent', 'unconfirmed')`;
  const { rows } = await db.execute<{ message: Announcement }>(sql`
    select batch.message from (
      select id, batch_id, coalesce(sent_at, due_at) as at from delivery
      where conversation_id = ${conversationId} and batch_id is not null and ${shown} and coalesce(sent_at, due_at) >= ${since}
        and batch_id in (select id from delivery_batch where kind = 'announcement')
      order by 3 desc, 1 desc limit 1) as told
    join delivery_batch as batch on batch.id = told.batch_id
    where not exists (
      select 1 from (
        select id, coalesce(sent_at, due_at) as at from delivery
        where conversation_id = ${conversationId} and batch_id is null and ${shown} order by id desc limit 1) as said
      where (said.at, said.id) > (told.at, told.id))`);
  return rows[0]?.message;
}

/** How the sending of messages stands, by their unique keys; keys of deleted rows are left out. */
export async function statusesByKey(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await db.execute<{ unique_key: string; status: string }>(sql`
    select unique_key, status from delivery where unique_key is not null and unique_key = any(${sql.param([...keys])}::text[])`);
  return new Map(rows.map(({ unique_key, status }) => [unique_key, status]));
}

/** The chat that a message came to by itself: a reminder, an announcement, a late answer. */
export type LaterMessage = (StoredMessage | UnwrittenMessage) & { readonly chat: string };

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
  const { rows } = await db.execute<MessageRow & { chat: string }>(sql`/* often */
    with wanted as (
      select conversation.id, wanted.chat, after_id
      from unnest(${sql.param(chats.map((c) => c.chat))}::text[], ${sql.param(chats.map((c) => c.afterId))}::bigint[]) as wanted (chat, after_id)
      join conversation on conversation.channel = ${channel} and conversation.chat = wanted.chat)
    select message.*, wanted.chat from wanted cross join lateral (
      select ${messageColumns} from delivery
      where conversation_id = wanted.id and id > after_id and via = 'sender' and status = 'sent' and batch_id is null
      union all
      select ${messageColumns} from delivery
      where conversation_id = wanted.id and id > after_id and status = 'sent' and batch_id in (
        select id from delivery_batch where kind = 'announcement')) as message
    order by message.id limit 500`);
  return rows.map((row) => ({ ...storedMessage(row), chat: row.chat }));
}

interface MessageRow extends Record<string, unknown> {
  id: string;
  turn_id: string | null;
  message: OutboundMessage | null;
  sent_at: string | null;
  due_at: string;
  batch_id: string | null;
  conversation_id: string | null;
}

const messageColumns = sql`id, turn_id, message, sent_at, due_at, batch_id, conversation_id`;

function storedMessage(row: MessageRow): StoredMessage | UnwrittenMessage {
  const common = {
    id: Number(row.id),
    turnId: row.turn_id === null ? undefined : Number(row.turn_id),
    // What may have arrived has no moment at which it did: its claim is the nearest.
    at: new Date(row.sent_at ?? row.due_at),
  };
  if (row.message !== null) return { ...common, message: row.message };
  return { ...common, message: undefined, batchId: Number(row.batch_id), conversationId: Number(row.conversation_id) };
}
