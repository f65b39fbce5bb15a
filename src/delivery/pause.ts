import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName, SendErrorCode } from '../message/index.ts';

/** Makes a channel silent until a time, on every replica; a pause is only ever lengthened. */
export async function pauseChannel(
  db: Queryable,
  channel: ChannelName,
  until: Date,
  reason: SendErrorCode,
): Promise<void> {
  await db.execute(sql`
    insert into channel_pause as pause (channel, until, reason) values (${channel}, ${until}, ${reason})
    on conflict (channel) do update set until = excluded.until, reason = excluded.reason
    where pause.until < excluded.until`);
}

/** Until when a channel is silent and why, or undefined while it may speak. */
export async function channelPause(
  db: Queryable,
  channel: ChannelName,
  now: Date,
): Promise<{ until: Date; reason: string } | undefined> {
  const { rows } = await db.execute<{ until: string; reason: string }>(
    sql`select until, reason from channel_pause where channel = ${channel} and until > ${now}`,
  );
  const row = rows[0];
  return row && { until: new Date(row.until), reason: row.reason };
}
