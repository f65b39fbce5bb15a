import { sql } from 'drizzle-orm';
import type { PersonalDataOwner } from '../learners/index.ts';
import { countStatement } from './batch.ts';
import { waitForPlanning } from './people-lock.ts';

/** The conversations of the account that a learner is the own learner of. */
const ownConversations = (learnerId: number) => sql`(
  select conversation.id from conversation join learner on learner.account_id = conversation.account_id
  where learner.id = ${learnerId} and learner.relation = 'self')`;

export const deliveryPersonalData: PersonalDataOwner = {
  tables: ['delivery'],
  staysWithChat: true,
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select channel, lane, delivery.status, coalesce(delivery.message, delivery_batch.message) as message, delivery.sent_at,
        delivery.created_at
      from delivery left join delivery_batch on delivery_batch.id = batch_id
      where learner_id = ${learnerId} or batch_id is not null and conversation_id in ${ownConversations(learnerId)}
      order by delivery.id`);
    return { delivery: rows };
  },
  async eraseLearner(tx, learnerId) {
    await waitForPlanning(tx);
    // What was still to be said to them is counted as not said; what was said stays in the figures.
    await tx.execute(sql`
      with gone as (
        delete from delivery where learner_id = ${learnerId} or conversation_id in ${ownConversations(learnerId)}
        returning batch_id, status)
      ${countStatement(sql`
        select batch_id, case status when 'pending' then 'skipped' else 'unconfirmed' end as status from gone
        where status in ('pending', 'sending')`)}`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`update delivery set learner_id = ${into} where learner_id = ${from}`);
    return {};
  },
  async unmergeLearners(tx, _moved, from, into) {
    // The conversations are back where they were: what was said in them is about a learner of their own account.
    for (const self of [from, into]) {
      await tx.execute(sql`
        update delivery set learner_id = ${self}
        where conversation_id in ${ownConversations(self)} and learner_id not in (
          select id from learner where account_id = (select account_id from learner where id = ${self}))`);
    }
  },
};
