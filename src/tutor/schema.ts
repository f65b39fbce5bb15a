import { bigint, boolean, date, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

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

/** Telephone numbers that people in danger are given. */
export const helpLine = pgTable('help_line', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  number: text().notNull(),
  nameVi: text('name_vi').notNull(),
  nameEn: text('name_en').notNull(),
  noteVi: text('note_vi').notNull().default(''),
  noteEn: text('note_en').notNull().default(''),
  hoursVi: text('hours_vi').notNull().default(''),
  hoursEn: text('hours_en').notNull().default(''),
  concerns: text({ enum: ['suicide', 'violence'] }),
  position: integer().notNull(),
  verifiedOn: date('verified_on', { mode: 'string' }),
  isShown: boolean('is_shown').notNull(),
});
