import { sql } from 'drizzle-orm';
import {
  type KeyedTable,
  mergeKeyedRows,
  moveRows,
  type PersonalDataOwner,
  returnRows,
  unmergeKeyedRows,
} from '../learners/index.ts';

const plain = ['tutor_question', 'tutor_message', 'tutor_media'] as const;
const summary: KeyedTable = { table: 'tutor_summary', key: [], newest: 'updated_at' };

/** What a learner asked a model and was answered. */
export const tutorPersonalData: PersonalDataOwner = {
  tables: [...plain, summary.table],
  async exportLearner(tx, learnerId) {
    const questions = await tx.execute(sql`
      select asked, asked_at, state from tutor_question where learner_id = ${learnerId} and state <> 'done' order by id`);
    const media = await tx.execute(sql`
      select what, caption, seconds, asked_at, state, result ->> 'text' as understood from tutor_media
      where learner_id = ${learnerId} and (state <> 'done' or result is not null) order by id`);
    const messages = await tx.execute(sql`
      select author, text, lesson, item, hint_level, outcome, model, said_at, expires_at from tutor_message
      where learner_id = ${learnerId} order by id`);
    const summaries = await tx.execute(
      sql`select summary, updated_at from tutor_summary where learner_id = ${learnerId}`,
    );
    return {
      tutor_question: questions.rows,
      tutor_message: messages.rows,
      tutor_media: media.rows,
      tutor_summary: summaries.rows,
    };
  },
  async eraseLearner(tx, learnerId) {
    for (const table of [...plain, summary.table])
      await tx.execute(sql`delete from ${sql.identifier(table)} where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    const moved = [await mergeKeyedRows(tx, summary, from, into)];
    for (const table of plain) moved.push(await moveRows(tx, table, from, into));
    return Object.assign({}, ...moved);
  },
  async unmergeLearners(tx, moved, from, into) {
    for (const table of plain) await returnRows(tx, moved, table, from, into);
    await unmergeKeyedRows(tx, moved, summary, from, into);
  },
};
