import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { OfferKey } from './seats.ts';

/** Days for which it is known that something was saved: a round of a year's scholarships. */
export const markKeptDays = 365;

/** What was done with an offer: saved, or an application for it begun and not sent. */
export type OfferMark = 'saved' | 'began';

/** Notes it; who saved one and begins an application for it has still saved it, and is reminded once. */
export async function markOffer(
  tx: Queryable,
  learnerId: number,
  { kind, key }: OfferKey,
  mark: OfferMark,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into opportunity_mark (learner_id, offer_kind, offer_id, kind, marked_at)
    values (${learnerId}, ${kind}, ${key}, ${mark}, ${at})
    on conflict (learner_id, offer_kind, offer_id) do update
      set kind = excluded.kind, marked_at = excluded.marked_at where excluded.kind = 'saved'`);
}

/** Takes it back; tells whether there was one. */
export async function unmarkOffer(tx: Queryable, learnerId: number, { kind, key }: OfferKey): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from opportunity_mark where learner_id = ${learnerId} and offer_kind = ${kind} and offer_id = ${key} returning 1`);
  return rows.length > 0;
}

/** What a learner did with an offer, or undefined. */
export async function markOn(
  tx: Queryable,
  learnerId: number,
  { kind, key }: OfferKey,
): Promise<OfferMark | undefined> {
  const { rows } = await tx.execute<{ kind: OfferMark }>(sql`
    select kind from opportunity_mark where learner_id = ${learnerId} and offer_kind = ${kind} and offer_id = ${key}`);
  return rows[0]?.kind;
}

/** Deletes what was marked before a moment. Call again until it is below the limit. */
export async function deleteOldMarks(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from opportunity_mark where (learner_id, offer_kind, offer_id) in (
      select learner_id, offer_kind, offer_id from opportunity_mark where marked_at < ${before} order by marked_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
