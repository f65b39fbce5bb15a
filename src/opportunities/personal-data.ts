import { sql } from 'drizzle-orm';
import { type KeyedTable, mergeKeyedRows, type PersonalDataOwner, unmergeKeyedRows } from '../learners/index.ts';

const answers: KeyedTable = { table: 'eligibility_answer', key: [], newest: 'kept_at' };

export const opportunitiesPersonalData: PersonalDataOwner = {
  tables: ['eligibility_answer'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select answers, consent_text_version, consent_text_hash, kept_at from eligibility_answer where learner_id = ${learnerId}`);
    return { eligibility_answer: rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from eligibility_answer where learner_id = ${learnerId}`);
  },
  mergeLearners: (tx, from, into) => mergeKeyedRows(tx, answers, from, into),
  unmergeLearners: (tx, moved, from, into) => unmergeKeyedRows(tx, moved, answers, from, into),
};
