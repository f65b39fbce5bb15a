import { sql } from 'drizzle-orm';
import { type KeyedTable, mergeKeyedRows, type PersonalDataOwner, unmergeKeyedRows } from '../learners/index.ts';

const reports: KeyedTable = {
  table: 'course_report',
  key: ['course_id'],
  newest: 'reported_at',
  stillValid: sql`exists (select 1 from course where course.id = came.course_id)`,
};

export const freshnessPersonalData: PersonalDataOwner = {
  tables: ['course_report'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select course.public_id as course, course.title, reasons, reported_at, outcome, settled_at as decided_at, told_at
      from course_report join course on course.id = course_id where learner_id = ${learnerId} order by reported_at`);
    return { course_report: rows };
  },
  // What the reports did to a course stays: it says nothing of anybody.
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from course_report where learner_id = ${learnerId}`);
  },
  mergeLearners: (tx, from, into) => mergeKeyedRows(tx, reports, from, into),
  unmergeLearners: (tx, moved, from, into) => unmergeKeyedRows(tx, moved, reports, from, into),
};
