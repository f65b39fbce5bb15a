import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { ensureSecret, type Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';

/**
 * What stands in a proof for a person on a channel. The key is in the database alone: from a proof nobody is found, but for somebody
 * who comes with their channel's id the controller can show what was agreed to.
 */
async function identityHash(tx: Queryable, channel: ChannelName, externalId: string): Promise<string> {
  const secret = await ensureSecret(tx, 'consent');
  return createHmac('sha256', secret).update(`${channel}|${externalId}`).digest('hex');
}

/**
 * Copies a learner's consents to where they outlive the learner, without anything that leads back to them; to be called before they are
 * erased. Erasing ends what was in force.
 */
export async function keepProof(tx: Queryable, learnerId: number): Promise<void> {
  const { rows } = await tx.execute<{ id: string; channel: ChannelName; external_id: string | null }>(sql`
    select consent.id, consent.channel, (
      select external_id from identity
      where identity.account_id = learner.account_id and identity.channel = consent.channel order by identity.id limit 1) as external_id
    from consent join learner on learner.id = consent.learner_id where learner_id = ${learnerId}`);
  for (const { id, channel, external_id } of rows) {
    const hash = await identityHash(tx, channel, external_id ?? '');
    await tx.execute(sql`
      insert into consent_proof (purpose, text_hash, text_version, locale, channel, given_by, given_at, withdrawn_at, identity_hash)
      select purpose, text_hash, text_version, locale, channel, given_by, given_at,
        coalesce(withdrawn_at, greatest(given_at, now())), ${hash} from consent where id = ${id}`);
  }
}

/** Deletes proofs of consents that ended before a time. Returns the count; call again until it is below the limit. */
export async function deleteOldProofs(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from consent_proof where id in (
      select id from consent_proof where withdrawn_at < ${before} order by withdrawn_at limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
