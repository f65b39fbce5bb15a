import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';

/** Marks people whom a channel's bot cannot reach any more; the first time stays. */
export async function markUnreachable(
  db: Queryable,
  channel: ChannelName,
  externalIds: readonly string[],
  at: Date,
): Promise<void> {
  if (externalIds.length === 0) return;
  await db.execute(sql`
    update identity set unreachable_since = ${at}
    where channel = ${channel} and external_id = any(${sql.param(externalIds)}::text[]) and unreachable_since is null`);
}

/** Marks a person as out of reach, or as reachable again. */
export async function setReachable(
  db: Queryable,
  channel: ChannelName,
  externalId: string,
  isReachable: boolean,
  at: Date,
): Promise<void> {
  if (isReachable) await db.execute(reachableAgain(channel, externalId));
  else await markUnreachable(db, channel, [externalId], at);
}

/** Marks a person as reachable, for a statement's `with` list: who writes can be written to. */
export function reachableAgain(channel: ChannelName, externalId: string): SQL {
  return sql`update identity set unreachable_since = null
    where channel = ${channel} and external_id = ${externalId} and unreachable_since is not null`;
}

/** People who have written on a channel, whether they can be reached or not. */
export async function peopleOnChannel(db: Queryable, channel: ChannelName): Promise<number> {
  const { rows } = await db.execute<{ people: string }>(
    sql`select count(*) as people from identity where channel = ${channel}`,
  );
  return Number(rows[0]?.people ?? 0);
}
