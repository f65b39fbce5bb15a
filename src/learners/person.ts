import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';

/** A person's account and the learner a new conversation is about: oneself. */
export interface Person {
  readonly accountId: number;
  readonly learnerId: number;
}

/**
 * Finds the person behind a channel's id, or makes account, identity and first learner in one statement.
 * Two first messages at once make one account: the later one waits on the identity's unique key and finds it.
 */
export async function findOrCreatePerson(tx: Queryable, channel: ChannelName, externalId: string): Promise<Person> {
  const existing = await findPerson(tx, channel, externalId);
  if (existing !== undefined) return existing;
  const { rows } = await tx.execute<{ account_id: string; learner_id: string | null }>(sql`
    with new_account as (insert into account default values returning id),
    new_identity as (
      insert into identity (account_id, channel, external_id) select id, ${channel}, ${externalId} from new_account
      on conflict (channel, external_id) do nothing returning account_id),
    new_learner as (
      insert into learner (account_id) select account_id from new_identity returning id, account_id)
    select new_account.id as account_id, new_learner.id as learner_id from new_account left join new_learner on true`);
  const row = rows[0];
  if (row !== undefined && row.learner_id !== null) {
    return { accountId: Number(row.account_id), learnerId: Number(row.learner_id) };
  }
  // Another message made the person in the same moment: the account made here belongs to nobody.
  await tx.execute(sql`delete from account where id = ${row?.account_id}`);
  const other = await findPerson(tx, channel, externalId);
  if (other === undefined) throw new Error('An identity was there and then was not.');
  return other;
}

/**
 * The identity is held until the end of the turn: who joins accounts at this moment moves it to another account, and a conversation
 * must not be made for the one it has left.
 */
async function findPerson(tx: Queryable, channel: ChannelName, externalId: string): Promise<Person | undefined> {
  const { rows } = await tx.execute<{ account_id: string; learner_id: string }>(sql`
    select identity.account_id, learner.id as learner_id
    from identity join learner on learner.account_id = identity.account_id and learner.relation = 'self'
    where identity.channel = ${channel} and identity.external_id = ${externalId}
    order by learner.id limit 1 for no key update of identity`);
  const row = rows[0];
  return row && { accountId: Number(row.account_id), learnerId: Number(row.learner_id) };
}
