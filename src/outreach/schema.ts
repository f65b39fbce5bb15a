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
} from 'drizzle-orm/pg-core';
import type { AnnouncementChoice, LocalText } from '../message/index.ts';
import type { Audience } from './audience.ts';

export const reminderKinds = ['start', 'alert', 'follow_up', 'lesson', 'learning_pause'] as const;

export const reminderHour = pgTable('reminder_hour', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  minutes: smallint().notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
});

export const reminderCalm = pgTable('reminder_calm', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  until: timestamp({ withTimezone: true }).notNull(),
  notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
});

export const reminder = pgTable(
  'reminder',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    day: date().notNull(),
    kind: text({ enum: reminderKinds }).notNull(),
    deliveryId: bigint('delivery_id', { mode: 'number' }),
    enqueuedAt: timestamp('enqueued_at', { withTimezone: true }).notNull(),
    template: text(),
    eligible: text().array(),
    propensity: real(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    againAt: timestamp('again_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.day] })],
);

export const learningRhythm = pgTable('learning_rhythm', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  nextAt: timestamp('next_at', { withTimezone: true }),
  usualMinutes: smallint('usual_minutes'),
  unanswered: smallint().notNull().default(0),
  lastSentAt: timestamp('last_sent_at', { withTimezone: true }),
  lastLearntAt: timestamp('last_learnt_at', { withTimezone: true }),
  pausedAt: timestamp('paused_at', { withTimezone: true }),
  again: boolean().notNull().default(false),
  notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
});

export const followUp = pgTable(
  'follow_up',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.courseId] })],
);

export const startWatch = pgTable(
  'start_watch',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    startsOn: date('starts_on').notNull(),
    since: timestamp({ withTimezone: true }).notNull(),
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
    missedAt: timestamp('missed_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.courseId] })],
);

export const broadcastStatuses = ['draft', 'submitted', 'approved', 'paused', 'cancelled', 'recalled'] as const;

export const emergencyReasons = ['safety', 'weather', 'last_minute', 'other'] as const;

export const broadcast = pgTable('broadcast', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  title: text().notNull(),
  text: jsonb().$type<LocalText>().notNull(),
  choices: jsonb().$type<readonly AnnouncementChoice[]>().notNull(),
  audience: jsonb().$type<Audience>().notNull(),
  workshop: text(),
  notBefore: timestamp('not_before', { withTimezone: true }),
  notAfter: timestamp('not_after', { withTimezone: true }),
  emergency: boolean().notNull().default(false),
  status: text({ enum: broadcastStatuses }).notNull(),
  lastStep: text('last_step').notNull(),
  authorId: bigint('author_id', { mode: 'number' }).notNull(),
  editedBy: bigint('edited_by', { mode: 'number' }).notNull(),
  submittedBy: bigint('submitted_by', { mode: 'number' }),
  submittedAt: timestamp('submitted_at', { withTimezone: true }),
  contentHash: text('content_hash'),
  returnWord: text('return_word'),
  emergencyReason: text('emergency_reason', { enum: emergencyReasons }),
  approvedBy: bigint('approved_by', { mode: 'number' }),
  approvedAt: timestamp('approved_at', { withTimezone: true }),
  batchId: bigint('batch_id', { mode: 'number' }),
  planAfter: bigint('plan_after', { mode: 'number' }),
  planUntil: bigint('plan_until', { mode: 'number' }),
  estimate: integer().notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});

export const broadcastChange = pgTable('broadcast_change', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  broadcastId: bigint('broadcast_id', { mode: 'number' }).notNull(),
  batchId: bigint('batch_id', { mode: 'number' }).notNull(),
  kind: text({ enum: ['correct', 'recall'] }).notNull(),
  planAfter: bigint('plan_after', { mode: 'number' }),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
});

export const broadcastOpen = pgTable(
  'broadcast_open',
  {
    broadcastId: bigint('broadcast_id', { mode: 'number' }).notNull(),
    choice: smallint().notNull(),
    opens: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.broadcastId, table.choice] })],
);

export const broadcastVote = pgTable(
  'broadcast_vote',
  {
    broadcastId: bigint('broadcast_id', { mode: 'number' }).notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    choice: smallint().notNull(),
    votedAt: timestamp('voted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.broadcastId] })],
);
