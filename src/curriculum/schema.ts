import { bigint, date, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What an organisation says to a request. */
export const requestAnswers = ['accepted', 'done', 'declined'] as const;
/** How the city ended one. */
export const requestEnds = ['closed', 'withdrawn'] as const;
export const requestStates = ['open', ...requestAnswers, ...requestEnds] as const;

export const curriculumRequest = pgTable('curriculum_request', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  courseId: bigint('course_id', { mode: 'number' }).notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  what: text().notNull(),
  why: text(),
  wantedBy: date('wanted_by'),
  answer: text({ enum: requestAnswers }),
  plannedOn: date('planned_on'),
  note: text(),
  answeredBy: bigint('answered_by', { mode: 'number' }),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  reviewSet: date('review_set'),
  reviewBefore: date('review_before'),
  ended: text({ enum: requestEnds }),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  authorId: bigint('author_id', { mode: 'number' }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
