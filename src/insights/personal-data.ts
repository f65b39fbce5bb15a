import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type KeyedTable, mergeKeyedRows, type PersonalDataOwner, unmergeKeyedRows } from '../learners/index.ts';

const members: KeyedTable = {
  table: 'figure_member',
  key: ['figure', 'period', 'topic'],
  newest: 'counted_on',
};

/** Erasing takes a learner out of the members; the numbers stay, which are of nobody: they never fall. */
export const insightsPersonalData: PersonalDataOwner = {
  tables: ['figure_member'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select figure, period, topic, cell, counted_on::text from figure_member
      where learner_id = ${learnerId} order by counted_on, figure, topic`);
    return { figure_member: rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from figure_member where learner_id = ${learnerId}`);
  },
  mergeLearners: (tx, from, into) => mergeKeyedRows(tx, members, from, into),
  unmergeLearners: (tx, moved, from, into) => unmergeKeyedRows(tx, moved, members, from, into),
};

/**
 * Forgets which subjects a learner wished for in vain: who takes a search out of their history must not be found with it here. The
 * numbers stay; who wishes for the same again in the quarter counts again.
 */
export async function forgetUnmet(tx: Queryable, learnerId: number): Promise<void> {
  await tx.execute(sql`delete from figure_member where learner_id = ${learnerId} and figure = 'unmet'`);
}
