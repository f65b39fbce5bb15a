import { bigint, boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ApplicationStatus, NewsKind, Standing } from './application.ts';

export const application = pgTable('application', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  scholarshipId: bigint('scholarship_id', { mode: 'number' }),
  internshipId: bigint('internship_id', { mode: 'number' }),
  status: text().$type<ApplicationStatus>().notNull(),
  callName: text('call_name'),
  phone: text(),
  reason: text(),
  standing: jsonb().$type<Standing>().notNull(),
  consentTextHash: text('consent_text_hash').notNull(),
  consentTextVersion: text('consent_text_version').notNull(),
  channel: text().notNull(),
  appliedAt: timestamp('applied_at', { withTimezone: true }).notNull(),
  question: text(),
  askedAt: timestamp('asked_at', { withTimezone: true }),
  answer: text(),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  decision: text(),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  decidedBy: bigint('decided_by', { mode: 'number' }),
  news: text().$type<NewsKind>(),
  newsNumber: integer('news_number').notNull().default(0),
  isSecond: boolean('is_second').notNull().default(false),
});
