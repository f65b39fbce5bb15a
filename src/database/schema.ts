import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const secret = pgTable('secret', {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const lease = pgTable('lease', {
  name: text().primaryKey(),
  owner: text().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
  fence: bigint({ mode: 'number' }).notNull().default(1),
});

export const migration = pgTable('migration', {
  name: text().primaryKey(),
  sha256: text().notNull(),
  appliedAt: timestamp('applied_at', { withTimezone: true }).notNull().defaultNow(),
});
