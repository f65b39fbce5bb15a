import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import { ways } from './lesson.ts';
import type { GivenAnswer } from './self-assessment-sitting.ts';

export const enrolmentStatuses = ['registered', 'learning', 'finished', 'dropped'] as const;
export const enrolmentSources = ['pressed', 'said', 'asked'] as const;

export const enrolment = pgTable(
  'enrolment',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }),
    coursePublicId: text('course_public_id').notNull(),
    title: text().notNull(),
    sample: boolean().notNull(),
    status: text({ enum: enrolmentStatuses }).notNull(),
    registeredAt: timestamp('registered_at', { withTimezone: true }),
    learningAt: timestamp('learning_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    droppedAt: timestamp('dropped_at', { withTimezone: true }),
    rating: smallint(),
    comment: text(),
    source: text({ enum: enrolmentSources }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.learnerId, table.coursePublicId)],
);

export const trackEnrolment = pgTable(
  'track_enrolment',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    track: text().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    placedAfter: smallint('placed_after').notNull().default(0),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.track] })],
);

export const lessonFeedback = ['too_easy', 'too_hard', 'unclear', 'good'] as const;

export const lessonRun = pgTable(
  'lesson_run',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    lesson: text().notNull(),
    track: text().notNull(),
    way: text({ enum: ways }).notNull(),
    step: jsonb().notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    feedback: text({ enum: lessonFeedback }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.lesson] })],
);

export const itemMemory = pgTable(
  'item_memory',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    item: text().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    stability: real().notNull(),
    difficulty: real().notNull(),
    reviews: integer().notNull(),
    lapses: integer().notNull(),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
    lastUnaided: boolean('last_unaided').notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.item] })],
);

export const attemptPlaces = ['before', 'lesson', 'review'] as const;
export const attemptOutcomes = ['right', 'wrong', 'unsure', 'revealed'] as const;

export const attempt = pgTable('attempt', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  item: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  place: text({ enum: attemptPlaces }).notNull(),
  isVariant: boolean('is_variant').notNull(),
  outcome: text({ enum: attemptOutcomes }).notNull(),
  option: smallint(),
  answer: text(),
  hintLevel: smallint('hint_level').notNull(),
  regradedAt: timestamp('regraded_at', { withTimezone: true }),
});

export const cohort = pgTable('cohort', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  code: text().notNull().unique(),
  name: text(),
  track: text().notNull(),
  endsOn: date('ends_on', { mode: 'string' }),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  joined: integer().notNull().default(0),
});

export const cohortTeacher = pgTable(
  'cohort_teacher',
  {
    cohortId: bigint('cohort_id', { mode: 'number' }).notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    name: text().notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
    invitedAt: timestamp('invited_at', { withTimezone: true }),
    ended: text({ enum: ['left', 'removed'] }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.learnerId] })],
);

export const cohortInvitation = pgTable('cohort_invitation', {
  cohortId: bigint('cohort_id', { mode: 'number' }).primaryKey(),
  code: text().notNull().unique(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

export const cohortMember = pgTable(
  'cohort_member',
  {
    cohortId: bigint('cohort_id', { mode: 'number' }).notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    number: integer().notNull(),
    name: text(),
    agreedAt: timestamp('agreed_at', { withTimezone: true }).notNull(),
    ended: text({ enum: ['left', 'removed'] }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.cohortId] })],
);
export const weeklyGoal = pgTable('weekly_goal', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  days: smallint().notNull(),
  notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
});

export const restDay = pgTable(
  'rest_day',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    monday: date().notNull(),
    day: date().notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.monday] })],
);

export const withdrawers = ['learner', 'staff'] as const;

/** Why staff withdraw a certificate: fixed words, for everybody with its code may read them. */
export const withdrawalReasons = ['mistake', 'wrong_person', 'not_own_work', 'asked'] as const;

export const trackCertificate = pgTable('track_certificate', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  code: text().notNull().unique(),
  track: text().notNull(),
  title: text().notNull(),
  english: text().notNull(),
  lessons: smallint().notNull(),
  name: text(),
  finishedAt: timestamp('finished_at', { withTimezone: true }).notNull(),
  issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  withdrawnBy: text('withdrawn_by', { enum: withdrawers }),
  withdrawnReason: text('withdrawn_reason', { enum: withdrawalReasons }),
});

export const selfAssessment = pgTable('self_assessment', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  assessment: text().notNull(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  answers: jsonb().$type<readonly GivenAnswer[]>().notNull().default([]),
  asking: text(),
});
