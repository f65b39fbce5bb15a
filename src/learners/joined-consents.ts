import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Moved, movedIds, moveRows, returnRows } from './merge.ts';

/**
 * Makes the consents of two learners those of one. Two times yes to the same is one yes: the other's stays in force, and this one is kept
 * as ended. Where one said yes and the other took a yes back later, the later word holds, and nothing is in force.
 */
export async function joinConsents(tx: Queryable, from: number, into: number): Promise<Moved> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update consent set withdrawn_at = coalesce(refusal.at, greatest(consent.given_at, twin.given_at))
    from consent as given
    left join consent as twin on given.learner_id = ${from} and twin.learner_id = ${into} and twin.purpose = given.purpose
      and twin.withdrawn_at is null
    left join lateral (
      -- The other's last word, if it is a no.
      select max(other.withdrawn_at) as at from consent as other
      where other.purpose = given.purpose and other.learner_id = case given.learner_id when ${from} then ${into}::bigint else ${from}::bigint end
      having bool_and(other.withdrawn_at is not null)) as refusal on true
    where consent.id = given.id and given.learner_id in (${from}, ${into}) and given.withdrawn_at is null
      and (twin.id is not null or refusal.at > given.given_at)
    returning consent.id`);
  const moved = await moveRows(tx, 'consent', from, into);
  return { ...moved, consent_ended: { ids: rows.map(({ id }) => Number(id)) } };
}

/** The reverse: each has its own again; one that joining ended is in force, unless a newer yes to the same is by now. */
export async function separateConsents(tx: Queryable, moved: Moved, from: number, into: number): Promise<void> {
  await returnRows(tx, moved, 'consent', from, into);
  await tx.execute(sql`
    update consent set withdrawn_at = null
    where id = any(${sql.param(movedIds(moved, 'consent_ended'))}::bigint[])
      and not exists (select 1 from consent as newer where newer.learner_id = consent.learner_id
        and newer.purpose = consent.purpose and newer.withdrawn_at is null)`);
}
