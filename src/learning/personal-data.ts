import { sql } from 'drizzle-orm';
import {
  type KeyedTable,
  mergeKeyedRows,
  moveRows,
  type PersonalDataOwner,
  returnRows,
  unmergeKeyedRows,
} from '../learners/index.ts';

/** Tables whose rows of two learners never conflict. */
const plain = ['attempt', 'track_certificate', 'self_assessment'] as const;

/** Tables with one row a learner and key, in the order in which they are handed over. */
const keyed: readonly KeyedTable[] = [
  {
    table: 'enrolment',
    key: ['course_public_id'],
    newest: 'noted_at',
    stillValid: sql`(came.course_id is null or exists (select 1 from course where course.id = came.course_id))`,
  },
  { table: 'track_enrolment', key: ['track'], newest: 'noted_at' },
  { table: 'lesson_run', key: ['lesson'], newest: 'noted_at' },
  { table: 'item_memory', key: ['item'], newest: 'noted_at' },
  { table: 'cohort_teacher', key: ['cohort_id'], newest: 'noted_at' },
  { table: 'cohort_member', key: ['cohort_id'], newest: 'noted_at' },
  { table: 'weekly_goal', key: [], newest: 'noted_at' },
  { table: 'rest_day', key: ['monday'], newest: 'noted_at' },
];

export const learningPersonalData: PersonalDataOwner = {
  tables: [...keyed.map(({ table }) => table), ...plain],
  async exportLearner(tx, learnerId) {
    const enrolment = await tx.execute(sql`
      select course_public_id as course, title, status, registered_at, learning_at, finished_at, dropped_at, rating, comment, source
      from enrolment where learner_id = ${learnerId} order by id`);
    const tracks = await tx.execute(sql`
      select track, started_at, placed_after, finished_at from track_enrolment where learner_id = ${learnerId} order by track`);
    const lessons = await tx.execute(sql`
      select lesson, track, way, started_at, finished_at, feedback from lesson_run where learner_id = ${learnerId} order by started_at`);
    const memory = await tx.execute(sql`
      select item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided from item_memory
      where learner_id = ${learnerId} order by item`);
    const attempts = await tx.execute(sql`
      select item, at, place, is_variant, outcome, regraded_at, option, answer, hint_level from attempt where learner_id = ${learnerId} order by id`);
    const classes = await tx.execute(sql`
      select cohort.name as class, cohort.track, cohort.code, cohort.ends_on, cohort.opened_at, cohort.closed_at, cohort_teacher.name,
        invited_at, ended, ended_at
      from cohort_teacher join cohort on cohort.id = cohort_id where learner_id = ${learnerId} order by cohort.id`);
    const memberships = await tx.execute(sql`
      select cohort.name as class, cohort.track, cohort_member.number, cohort_member.name, agreed_at, ended, ended_at
      from cohort_member join cohort on cohort.id = cohort_id where learner_id = ${learnerId} order by cohort.id`);
    const goals = await tx.execute(sql`select days, noted_at from weekly_goal where learner_id = ${learnerId}`);
    const restDays = await tx.execute(
      sql`select day::text, noted_at from rest_day where learner_id = ${learnerId} order by day`,
    );
    const certificates = await tx.execute(sql`
      select title, name as certificate_name, code as certificate_code, finished_at, issued_at as certificate_at, withdrawn_at,
        withdrawn_by, withdrawn_reason
      from track_certificate
      where learner_id = ${learnerId} order by id`);
    const assessments = await tx.execute(sql`
      select assessment, started_at, finished_at, answers from self_assessment where learner_id = ${learnerId} order by id`);
    return {
      self_assessment: assessments.rows,
      cohort_teacher: classes.rows,
      cohort_member: memberships.rows,
      enrolment: enrolment.rows,
      track_enrolment: tracks.rows,
      lesson_run: lessons.rows,
      item_memory: memory.rows,
      attempt: attempts.rows,
      weekly_goal: goals.rows,
      rest_day: restDays.rows,
      track_certificate: certificates.rows,
    };
  },
  async eraseLearner(tx, learnerId) {
    // A class ends with its last teacher; its name may hold that of who opened it.
    await tx.execute(sql`
      update cohort set name = null from cohort_teacher
      where cohort_teacher.cohort_id = cohort.id and cohort_teacher.learner_id = ${learnerId}
        and cohort_teacher.invited_at is null`);
    for (const table of [...plain, ...keyed.map(({ table }) => table)]) {
      await tx.execute(sql`delete from ${sql.identifier(table)} where learner_id = ${learnerId}`);
    }
  },
  async mergeLearners(tx, from, into) {
    const moved = [];
    for (const table of keyed) moved.push(await mergeKeyedRows(tx, table, from, into));
    for (const table of plain) moved.push(await moveRows(tx, table, from, into));
    return Object.assign({}, ...moved);
  },
  async unmergeLearners(tx, moved, from, into) {
    for (const table of plain) await returnRows(tx, moved, table, from, into);
    for (const table of [...keyed].reverse()) await unmergeKeyedRows(tx, moved, table, from, into);
  },
};
