import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';
import { cityTime } from '../time/index.ts';

/** From this share of a plan on staff are warned. */
export const warnShare = 0.8;

/** The last tenth of a month's messages is kept for replies: somebody who asks is answered to the end. */
const replyShare = 0.1;

/** The first day of a time's month in a time zone, `YYYY-MM-01`. */
export function monthOf(now: Date, timezone: string): string {
  return `${cityTime(now, timezone).day.slice(0, 7)}-01`;
}

/** Messages that a channel's bot has sent in a month. */
export async function messagesInMonth(db: Queryable, channel: ChannelName, month: string): Promise<number> {
  const { rows } = await db.execute<{ messages: number }>(
    sql`select messages from channel_usage where channel = ${channel} and month = ${month}`,
  );
  return rows[0]?.messages ?? 0;
}

/** Messages that a channel's bot has sent in the month of a time. */
export function messagesThisMonth(db: Queryable, channel: ChannelName, now: Date, timezone: string): Promise<number> {
  return messagesInMonth(db, channel, monthOf(now, timezone));
}

/** Adds to a month's messages. */
export async function countMessages(
  db: Queryable,
  channel: ChannelName,
  month: string,
  messages: number,
): Promise<void> {
  await db.execute(sql`
    insert into channel_usage as used (channel, month, messages) values (${channel}, ${month}, ${messages})
    on conflict (channel, month) do update set messages = used.messages + excluded.messages`);
}

/** What a plan still allows. */
export interface Allowance {
  readonly left: number;
  /** True when what is left is kept for replies. */
  readonly repliesOnly: boolean;
}

/** @param quota messages a month; 0 is no limit */
export function allowance(quota: number, used: number): Allowance {
  if (quota <= 0) return { left: Number.POSITIVE_INFINITY, repliesOnly: false };
  const left = Math.max(0, quota - used);
  return { left, repliesOnly: left <= quota * replyShare };
}

/** Messages of a plan with a limit that are not kept for replies. */
export function announcementsLeft(quota: number, used: number): number {
  const { left, repliesOnly } = allowance(quota, used);
  return repliesOnly ? 0 : Math.ceil(left - quota * replyShare);
}

/** How many messages may be claimed together, so that a batch for everybody does not run into what is kept for replies. */
export function batchLimit(quota: number, { left, repliesOnly }: Allowance): number {
  return repliesOnly || quota <= 0 ? left : Math.ceil(left - quota * replyShare);
}
