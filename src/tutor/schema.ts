import { bigint, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** Questions that no lesson answers; of nobody in particular. */
export const contentGap = pgTable(
  'content_gap',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    key: text().notNull(),
    lesson: text().notNull(),
    question: text().notNull(),
    times: integer().notNull(),
    firstAt: timestamp('first_at', { withTimezone: true }).notNull(),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (table) => [unique().on(table.lesson, table.key)],
);
