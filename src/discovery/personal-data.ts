import { sql } from 'drizzle-orm';
import {
  type KeyedTable,
  mergeKeyedRows,
  moveRows,
  type PersonalDataOwner,
  returnRows,
  unmergeKeyedRows,
} from '../learners/index.ts';
import { mergeSavedWishes, unmergeSavedWishes } from './saved-wish-merge.ts';

const marks: KeyedTable = {
  table: 'course_mark',
  key: ['course_id', 'kind'],
  newest: 'marked_at',
  stillValid: sql`exists (select 1 from course where course.id = came.course_id)`,
};

export const discoveryPersonalData: PersonalDataOwner = {
  tables: ['wish', 'course_mark', 'saved_wish', 'wish_match', 'interaction'],
  async exportLearner(tx, learnerId) {
    const wishes = await tx.execute(sql`
      select topic, facets, results, unmet, asked_at from wish where learner_id = ${learnerId} order by id`);
    const marked = await tx.execute(sql`
      select course.public_id as course, course.title, course_mark.kind, course_mark.detail, course_mark.marked_at
      from course_mark join course on course.id = course_mark.course_id
      where learner_id = ${learnerId} order by marked_at`);
    const saved = await tx.execute(sql`
      select label, wish, created_at, paused_at from saved_wish where learner_id = ${learnerId} order by id`);
    const matches = await tx.execute(sql`
      select saved_wish.label, course.public_id as course, course.title, found_at, told_at
      from wish_match join saved_wish on saved_wish.id = saved_wish_id join course on course.id = course_id
      where learner_id = ${learnerId} order by saved_wish_id, course_id`);
    const done = await tx.execute(sql`
      select course.public_id as course, course.title, interaction.kind, interaction.at
      from interaction join course on course.id = interaction.course_id
      where learner_id = ${learnerId} order by interaction.id`);
    return {
      interaction: done.rows,
      wish: wishes.rows,
      course_mark: marked.rows,
      saved_wish: saved.rows,
      wish_match: matches.rows,
    };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from wish where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from interaction where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from course_mark where learner_id = ${learnerId}`);
    // What was found for the wishes goes with them.
    await tx.execute(sql`delete from saved_wish where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    return {
      ...(await moveRows(tx, 'wish', from, into)),
      ...(await moveRows(tx, 'interaction', from, into)),
      ...(await mergeKeyedRows(tx, marks, from, into)),
      ...(await mergeSavedWishes(tx, from, into)),
    };
  },
  async unmergeLearners(tx, moved, from, into) {
    await returnRows(tx, moved, 'wish', from, into);
    await returnRows(tx, moved, 'interaction', from, into);
    await unmergeKeyedRows(tx, moved, marks, from, into);
    await unmergeSavedWishes(tx, moved, from, into);
  },
};
