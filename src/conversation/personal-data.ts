import { sql } from 'drizzle-orm';
import { movedIds, type PersonalDataOwner } from '../learners/index.ts';

/** The account of a learner, in a statement. */
const accountOf = (learnerId: number) => sql`(select account_id from learner where id = ${learnerId})`;

/** The same, when the learner is the account's own. */
const ownAccountOf = (learnerId: number) =>
  sql`(select account_id from learner where id = ${learnerId} and relation = 'self')`;

/** A state without what it remembers of the learner; as `withoutLearner`. */
const forgettingLearner = sql`(state - array['search', 'why', 'focus', 'career', 'lastText', 'question', 'parts', 'eligibility']
  || jsonb_build_object('lastSerial', coalesce(state -> 'search' -> 'serial', state -> 'lastSerial', '0')))`;

export const conversationPersonalData: PersonalDataOwner = {
  tables: ['conversation', 'turn'],
  staysWithChat: true,
  async exportLearner(tx, learnerId) {
    const conversations = await tx.execute(sql`
      select channel, locale, state, created_at, updated_at from conversation where learner_id = ${learnerId} order by id`);
    const turns = await tx.execute(sql`
      select channel, content, received_at, outcome from turn where learner_id = ${learnerId} order by id`);
    return { conversation: conversations.rows, turn: turns.rows };
  },
  async eraseLearner(tx, learnerId) {
    // Without the relative it was about, a conversation is about oneself again; it goes with the account's own learner.
    await tx.execute(sql`
      update conversation set learner_id = self.id, state = ${forgettingLearner} from learner as self
      where conversation.learner_id = ${learnerId} and self.account_id = conversation.account_id
        and self.relation = 'self' and self.id <> ${learnerId}`);
    await tx.execute(sql`
      delete from turn where learner_id = ${learnerId}
        or conversation_id in (select id from conversation where account_id = ${ownAccountOf(learnerId)})`);
    await tx.execute(sql`delete from conversation where account_id = ${ownAccountOf(learnerId)}`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`update turn set learner_id = ${into} where learner_id = ${from}`);
    const { rows } = await tx.execute<{ id: string }>(sql`
      update conversation set account_id = ${accountOf(into)}
      where account_id = ${ownAccountOf(from)} and account_id <> ${accountOf(into)} returning id`);
    // Joined, a person goes on with the same list; a relative who leaves takes along what was found for them.
    await tx.execute(sql`
      update conversation set learner_id = ${into},
        state = case when ${ownAccountOf(from)} is null then ${forgettingLearner} else state end
      where learner_id = ${from}`);
    return { conversation: { ids: rows.map(({ id }) => Number(id)) } };
  },
  async unmergeLearners(tx, moved, from, into) {
    await tx.execute(sql`
      update conversation set account_id = ${accountOf(from)}
      where id = any(${sql.param(movedIds(moved, 'conversation'))}::bigint[]) and account_id = ${accountOf(into)}`);
    for (const self of [from, into]) {
      const elsewhere = sql`learner_id not in (select id from learner where account_id = ${accountOf(self)})`;
      await tx.execute(sql`
        update turn set learner_id = ${self}
        where conversation_id in (select id from conversation where account_id = ${accountOf(self)}) and ${elsewhere}`);
      await tx.execute(sql`
        update conversation set learner_id = ${self} where account_id = ${accountOf(self)} and ${elsewhere}`);
      await tx.execute(sql`update conversation set state = ${forgettingLearner} where account_id = ${accountOf(self)}`);
    }
  },
};
