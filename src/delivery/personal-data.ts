import { sql } from 'drizzle-orm';
import type { PersonalDataOwner } from '../learners/index.ts';

export const deliveryPersonalData: PersonalDataOwner = {
  tables: ['delivery'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select channel, lane, status, message, sent_at, created_at from delivery where learner_id = ${learnerId} order by id`);
    return { delivery: rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`
      delete from delivery where learner_id = ${learnerId}
        or conversation_id in (select id from conversation where learner_id = ${learnerId})`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`update delivery set learner_id = ${into} where learner_id = ${from}`);
  },
};
