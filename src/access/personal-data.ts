import { sql } from 'drizzle-orm';
import { type KeyedTable, mergeKeyedRows, type PersonalDataOwner, unmergeKeyedRows } from '../learners/index.ts';

const reports: KeyedTable = {
  table: 'place_report',
  key: ['place_id'],
  newest: 'reported_at',
  stillValid: sql`exists (select 1 from place where place.id = came.place_id)`,
};

export const accessPersonalData: PersonalDataOwner = {
  tables: ['place_report'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select place.public_id as place, place.name, reasons, words, reported_at, outcome, settled_at as decided_at, told_at
      from place_report join place on place.id = place_id where learner_id = ${learnerId} order by reported_at`);
    return { place_report: rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from place_report where learner_id = ${learnerId}`);
  },
  mergeLearners: (tx, from, into) => mergeKeyedRows(tx, reports, from, into),
  unmergeLearners: (tx, moved, from, into) => unmergeKeyedRows(tx, moved, reports, from, into),
};
