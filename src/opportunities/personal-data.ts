import { sql } from 'drizzle-orm';
import { type KeyedTable, mergeKeyedRows, type PersonalDataOwner, unmergeKeyedRows } from '../learners/index.ts';

const marks: KeyedTable = { table: 'opportunity_mark', key: ['offer_kind', 'offer_id'], newest: 'marked_at' };
const answers: KeyedTable = { table: 'eligibility_answer', key: [], newest: 'kept_at' };

export const opportunitiesPersonalData: PersonalDataOwner = {
  tables: ['eligibility_answer', 'opportunity_mark'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select answers, consent_text_version, consent_text_hash, kept_at from eligibility_answer where learner_id = ${learnerId}`);
    const marked = await tx.execute(sql`
      select offer_kind, coalesce(scholarship.title, internship.title) as title, kind, marked_at, reminded_at from opportunity_mark
      left join scholarship on offer_kind = 'scholarship' and scholarship.id = offer_id
      left join internship on offer_kind = 'internship' and internship.id = offer_id
      where learner_id = ${learnerId} order by marked_at`);
    return { eligibility_answer: rows, opportunity_mark: marked.rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from eligibility_answer where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from opportunity_mark where learner_id = ${learnerId}`);
  },
  mergeLearners: async (tx, from, into) => ({
    ...(await mergeKeyedRows(tx, answers, from, into)),
    ...(await mergeKeyedRows(tx, marks, from, into)),
  }),
  async unmergeLearners(tx, moved, from, into) {
    await unmergeKeyedRows(tx, moved, answers, from, into);
    await unmergeKeyedRows(tx, moved, marks, from, into);
  },
};
