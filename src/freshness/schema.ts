import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DecidedFields } from '../catalogue/index.ts';

/** What can be said of an offer: it is still there, it is not, its dates are others, reports about it were unfounded. */
export const actKinds = ['confirmed', 'closed', 'revised', 'restored'] as const;
export type ActKind = (typeof actKinds)[number];

export const courseAct = pgTable('course_act', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  courseId: bigint('course_id', { mode: 'number' }).notNull(),
  batch: text().notNull(),
  kind: text({ enum: actKinds }).notNull(),
  via: text({ enum: ['link', 'staff'] }).notNull(),
  linkId: bigint('link_id', { mode: 'number' }),
  staffId: bigint('staff_id', { mode: 'number' }),
  at: timestamp({ withTimezone: true }).notNull(),
  before: jsonb().$type<Partial<DecidedFields>>().notNull(),
  after: jsonb().$type<Partial<DecidedFields>>().notNull(),
  undoneAt: timestamp('undone_at', { withTimezone: true }),
});

export const courseReport = pgTable(
  'course_report',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    reasons: text().array().notNull(),
    reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
    outcome: text({ enum: actKinds }),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    settledBy: bigint('settled_by', { mode: 'number' }),
    toldAt: timestamp('told_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.courseId] })],
);

export const confirmLink = pgTable('confirm_link', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  madeBy: bigint('made_by', { mode: 'number' }),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

export const organisationAsk = pgTable('organisation_ask', {
  organisationId: bigint('organisation_id', { mode: 'number' }).primaryKey(),
  courses: integer().notNull(),
  oldestOn: date('oldest_on').notNull(),
  foundAt: timestamp('found_at', { withTimezone: true }).notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }),
  askedBy: bigint('asked_by', { mode: 'number' }),
});
