import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';

export const yearlyHistory = pgTable('yearly_history', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text().notNull(),
  year: smallint().notNull().unique(),
  courses: integer().notNull(),
  participants: integer().notNull(),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const figureDay = pgTable('figure_day', {
  day: date().primaryKey(),
  countedAt: timestamp('counted_at', { withTimezone: true }).notNull(),
});

export const figureMember = pgTable(
  'figure_member',
  {
    figure: text().notNull(),
    period: text().notNull(),
    topic: text().notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    cell: text().notNull(),
    countedOn: date('counted_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.figure, table.period, table.topic] })],
);

export const figureCell = pgTable(
  'figure_cell',
  {
    figure: text().notNull(),
    period: text().notNull(),
    topic: text().notNull(),
    cell: text().notNull(),
    people: integer().notNull(),
    published: integer().notNull().generatedAlwaysAs(sql`people - people % 5`),
  },
  (table) => [primaryKey({ columns: [table.figure, table.period, table.topic, table.cell] })],
);

export const offeredCourse = pgTable(
  'offered_course',
  {
    year: smallint().notNull(),
    coursePublicId: text('course_public_id').notNull(),
    isOnline: boolean('is_online').notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.coursePublicId] })],
);

/** What the city did: asked those who could offer it, plans it, opened something; or says why it will not come. */
export const wishAnswerKinds = ['asked', 'planned', 'opened', 'refused'] as const;

export const wishAnswer = pgTable('wish_answer', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  topic: text().notNull(),
  kind: text({ enum: wishAnswerKinds }).notNull(),
  note: text().notNull(),
  staffId: bigint('staff_id', { mode: 'number' }).notNull(),
  answeredAt: timestamp('answered_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
});
