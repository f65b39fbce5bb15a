import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Announcement, AnnouncementChoice, LocalText } from '../message/index.ts';

/** A broadcast that went out, as the person who got it needs to know it. */
export interface SentBroadcast {
  readonly id: number;
  /** For staff. */
  readonly title: string;
  readonly choices: readonly AnnouncementChoice[];
}

/** The broadcast of an id that was sent; undefined for any other. */
export async function sentBroadcast(db: Queryable, id: number): Promise<SentBroadcast | undefined> {
  const { rows } = await db.execute<{ title: string; choices: AnnouncementChoice[] }>(sql`
    select title, choices from broadcast where id = ${id} and batch_id is not null`);
  return rows[0] && { id, ...rows[0] };
}

/** What a broadcast says as it stands, sent or not. */
export async function announcementOfBroadcast(db: Queryable, id: number): Promise<Announcement | undefined> {
  const { rows } = await db.execute<{ text: LocalText; choices: AnnouncementChoice[]; workshop: string | null }>(sql`
    select text, choices, workshop from broadcast where id = ${id}`);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { text, choices, workshop } = row;
  return { broadcastId: id, text, choices, ...(workshop === null ? {} : { workshop }) };
}

/** Notes an answer to a poll; a person's newest one counts. @returns its label, undefined when there is no such answer */
export async function vote(
  tx: Queryable,
  given: { readonly broadcastId: number; readonly accountId: number; readonly choice: number; readonly at: Date },
): Promise<LocalText | undefined> {
  const { broadcastId, accountId, choice, at } = given;
  const chosen = (await sentBroadcast(tx, broadcastId))?.choices[choice];
  if (chosen?.kind !== 'answer') return undefined;
  await tx.execute(sql`
    insert into broadcast_vote (broadcast_id, learner_id, choice, voted_at)
    select ${broadcastId}::bigint, id, ${choice}::smallint, ${at}::timestamptz from learner
    where account_id = ${accountId} and relation = 'self' and merged_into is null order by id limit 1
    on conflict (learner_id, broadcast_id) do update set choice = excluded.choice, voted_at = excluded.voted_at`);
  return chosen.label;
}

/** Counts that a link was opened. @returns where it leads, undefined when there is no such link */
export async function openLink(
  db: Queryable,
  link: { readonly broadcastId: number; readonly choice: number },
  by: 'person' | 'preview',
): Promise<string | undefined> {
  const { broadcastId, choice } = link;
  const linked = (await sentBroadcast(db, broadcastId))?.choices[choice];
  if (linked?.kind !== 'link') return undefined;
  if (by === 'person') {
    await db.execute(sql`
      insert into broadcast_open as known (broadcast_id, choice, opens) values (${broadcastId}, ${choice}, 1)
      on conflict (broadcast_id, choice) do update set opens = known.opens + 1`);
  }
  return linked.url;
}

/** What came back of one choice. */
export interface ChoiceFigures {
  readonly choice: number;
  readonly opens: number;
  readonly votes: number;
}

/** How often each choice of a broadcast was taken. */
export async function choiceFigures(db: Queryable, broadcastId: number): Promise<ReadonlyMap<number, ChoiceFigures>> {
  const { rows } = await db.execute<{ choice: number; opens: number; votes: number }>(sql`
    select choice, sum(opens)::int as opens, sum(votes)::int as votes from (
      select choice, opens, 0 as votes from broadcast_open where broadcast_id = ${broadcastId}
      union all select choice, 0, count(*) from broadcast_vote where broadcast_id = ${broadcastId} group by choice) as taken
    group by choice`);
  return new Map(rows.map((row) => [row.choice, row]));
}
