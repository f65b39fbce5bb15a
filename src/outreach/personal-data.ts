import { sql } from 'drizzle-orm';
import {
  type KeyedTable,
  type Moved,
  mergeKeyedRows,
  type PersonalDataOwner,
  unmergeKeyedRows,
} from '../learners/index.ts';

const isThere = sql`exists (select 1 from course where course.id = came.course_id)`;

const keyed: readonly KeyedTable[] = [
  { table: 'reminder_hour', key: [], newest: 'set_at' },
  { table: 'learning_rhythm', key: [], newest: 'noted_at' },
  { table: 'reminder_calm', key: [], newest: 'noted_at' },
  {
    table: 'reminder',
    key: ['day'],
    newest: 'enqueued_at',
    stillValid: sql`(came.delivery_id is null or exists (select 1 from delivery where delivery.id = came.delivery_id))`,
  },
  { table: 'follow_up', key: ['course_id'], newest: 'asked_at', stillValid: isThere },
  { table: 'start_watch', key: ['course_id'], newest: 'since', stillValid: isThere },
  { table: 'broadcast_vote', key: ['broadcast_id'], newest: 'voted_at' },
];

export const outreachPersonalData: PersonalDataOwner = {
  tables: [
    'reminder_hour',
    'learning_rhythm',
    'reminder_calm',
    'reminder',
    'follow_up',
    'start_watch',
    'broadcast_vote',
  ],
  async exportLearner(tx, learnerId) {
    const hours = await tx.execute(sql`select minutes, set_at from reminder_hour where learner_id = ${learnerId}`);
    const rhythm = await tx.execute(sql`
      select next_at, usual_minutes, unanswered, last_sent_at, last_learnt_at, paused_at, again
      from learning_rhythm where learner_id = ${learnerId}`);
    const calm = await tx.execute(sql`select until from reminder_calm where learner_id = ${learnerId}`);
    const reminders = await tx.execute(sql`
      select day::text, kind, enqueued_at, template, eligible, propensity, answered_at, again_at from reminder where learner_id = ${learnerId} order by day`);
    const followUps = await tx.execute(sql`
      select course.public_id as course, course.title, asked_at, answered_at
      from follow_up join course on course.id = course_id where learner_id = ${learnerId} order by asked_at`);
    const starts = await tx.execute(sql`
      select course.public_id as course, course.title, start_watch.starts_on::text, since, reminded_at, missed_at
      from start_watch join course on course.id = course_id where learner_id = ${learnerId} order by course_id`);
    const votes = await tx.execute(sql`
      select broadcast.text -> 'vi' as announcement, broadcast.choices -> broadcast_vote.choice::int -> 'label' as answer, voted_at
      from broadcast_vote join broadcast on broadcast.id = broadcast_id where learner_id = ${learnerId} order by voted_at`);
    return {
      reminder_hour: hours.rows,
      learning_rhythm: rhythm.rows,
      reminder_calm: calm.rows,
      reminder: reminders.rows,
      follow_up: followUps.rows,
      start_watch: starts.rows,
      broadcast_vote: votes.rows,
    };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from reminder_hour where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from learning_rhythm where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from reminder_calm where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from reminder where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from follow_up where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from start_watch where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from broadcast_vote where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    const parts: Moved[] = [];
    for (const each of keyed) parts.push(await mergeKeyedRows(tx, each, from, into));
    return Object.assign({}, ...parts);
  },
  async unmergeLearners(tx, moved, from, into) {
    for (const each of keyed) await unmergeKeyedRows(tx, moved, each, from, into);
  },
};
