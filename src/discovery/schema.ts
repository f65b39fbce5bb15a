import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Facets } from './wish.ts';

export const wish = pgTable('wish', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  topic: text().notNull(),
  facets: jsonb().$type<Facets>().notNull(),
  results: integer().notNull(),
  unmet: boolean().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
});

export const courseMark = pgTable(
  'course_mark',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    kind: text({ enum: ['saved', 'dismissed', 'opened', 'reported'] }).notNull(),
    detail: text(),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.courseId, table.kind] })],
);
