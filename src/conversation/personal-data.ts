import { sql } from 'drizzle-orm';
import type { PersonalDataOwner } from '../learners/index.ts';

export const conversationPersonalData: PersonalDataOwner = {
  tables: ['conversation', 'turn'],
  async exportLearner(tx, learnerId) {
    const conversations = await tx.execute(sql`
      select channel, locale, state, created_at, updated_at from conversation where learner_id = ${learnerId} order by id`);
    const turns = await tx.execute(sql`
      select channel, content, received_at, outcome from turn where learner_id = ${learnerId} order by id`);
    return { conversation: conversations.rows, turn: turns.rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`
      delete from turn where learner_id = ${learnerId}
        or conversation_id in (select id from conversation where learner_id = ${learnerId})`);
    await tx.execute(sql`delete from conversation where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`update turn set learner_id = ${into} where learner_id = ${from}`);
    await tx.execute(sql`
      update conversation set learner_id = ${into}, account_id = (select account_id from learner where id = ${into})
      where learner_id = ${from}`);
  },
};
