import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Chat texts are kept for ninety days: they are personal, and nothing needs them longer. */
export const chatKeptDays = 90;

/**
 * Deletes what people wrote before `before`, at most `limit` turns in one statement; deliveries of those turns must be
 * gone first. A conversation that ends with that forgets what it remembered of it: the last text, the last search. Returns the
 * count; call again until it is below the limit.
 */
export async function deleteOldTurns(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  // A turn ends a moment after it was received; one that ran longer than an hour there never was.
  const silentSince = new Date(before.getTime() + 3_600_000);
  const { rows } = await db.execute<{ deleted: number }>(sql`
    with gone as (
      delete from turn where id in (
        select id from turn where received_at < ${before}
          and not exists (select 1 from delivery where delivery.turn_id = turn.id)
        order by received_at limit ${limit})
      returning conversation_id),
    emptied as (
      update conversation set state = jsonb_strip_nulls(jsonb_build_object('spoken', state -> 'spoken'))
      where id in (select conversation_id from gone) and updated_at < ${silentSince}
        and not exists (select 1 from turn where turn.conversation_id = conversation.id and turn.received_at >= ${before}))
    select count(*)::int as deleted from gone`);
  return { deleted: rows[0]?.deleted ?? 0 };
}

/** Deletes failures that happened last before `before`; the key of an update can name a chat. Otherwise as `deleteOldTurns`. */
export async function deleteOldFailures(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from turn_failure where (channel, update_key) in (
      select channel, update_key from turn_failure where last_at < ${before} limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}

/** Takes answers about the conditions of scholarships that nobody agreed to keep out of conversations, once their time is over. */
export async function forgetDayAnswers(db: Queryable, now: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    update conversation set state = state - 'eligibility' where id in (
      select id from conversation where state ? 'eligibility' and state -> 'eligibility' ->> 'until' < ${now.toISOString()}
      limit ${limit} for no key update skip locked)
    returning 1`);
  return { deleted: rows.length };
}
