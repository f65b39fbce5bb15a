import { bigint, boolean, integer, pgTable, smallint, text, timestamp } from 'drizzle-orm/pg-core';

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
