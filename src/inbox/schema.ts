import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Locale } from '../message/index.ts';

/**
 * What residents send to people: a question, a word about the service, a report that a course's facts are wrong, the wish that somebody looks
 * at how an answer in a lesson was judged. `danger` nobody sends: it says that somebody may be in danger.
 */
export const caseKinds = ['hand_over', 'feedback', 'wrong_information', 'danger', 'grade'] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * The life of a case:
 *
 *   open ──claim──> claimed ──close──> closed
 *     ^                │
 *     └────release─────┘
 *
 * Staff may close an open one too. It also closes by the person, and by itself: a hand-over that nobody answered in 48 hours, or in
 * which nobody said anything for a week after an answer. Only the member who claimed it answers.
 */
export const caseStatuses = ['open', 'claimed', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Who or what closed a case: `unanswered` and `quiet` by itself, `settled` a decision about the course it reports. */
export const closedBy = ['staff', 'person', 'withdrawn', 'unanswered', 'quiet', 'settled'] as const;
export type ClosedBy = (typeof closedBy)[number];

export const inboxCase = pgTable('inbox_case', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: caseKinds }).notNull(),
  status: text({ enum: caseStatuses }).notNull(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  conversationId: bigint('conversation_id', { mode: 'number' }).notNull(),
  locale: text().$type<Locale>().notNull(),
  courseId: text('course_id'),
  courseTitle: text('course_title'),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  reasons: text().array().notNull().default([]),
  item: text(),
  attemptId: bigint('attempt_id', { mode: 'number' }),
  grade: jsonb(),
  chatBeforeTurn: bigint('chat_before_turn', { mode: 'number' }),
  consentTurn: bigint('consent_turn', { mode: 'number' }),
  consentTextHash: text('consent_text_hash'),
  claimedBy: bigint('claimed_by', { mode: 'number' }),
  claimedAt: timestamp('claimed_at', { withTimezone: true }),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
  waitingSince: timestamp('waiting_since', { withTimezone: true }),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  closedBy: text('closed_by', { enum: closedBy }),
});

export const inboxMessage = pgTable('inbox_message', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: bigint('case_id', { mode: 'number' }).notNull(),
  author: text({ enum: ['person', 'staff'] }).notNull(),
  staffId: bigint('staff_id', { mode: 'number' }),
  text: text().notNull(),
  saidAt: timestamp('said_at', { withTimezone: true }).notNull(),
  requestKey: text('request_key'),
});
