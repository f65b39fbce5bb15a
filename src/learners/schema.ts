import { bigint, jsonb, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

export const account = pgTable('account', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const identity = pgTable(
  'identity',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    accountId: bigint('account_id', { mode: 'number' })
      .notNull()
      .references(() => account.id),
    channel: text().notNull(),
    externalId: text('external_id').notNull(),
    unreachableSince: timestamp('unreachable_since', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique().on(table.channel, table.externalId)],
);

export const learner = pgTable('learner', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' })
    .notNull()
    .references(() => account.id),
  relation: text({ enum: ['self', 'child', 'parent', 'relative'] })
    .notNull()
    .default('self'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const profileFact = pgTable(
  'profile_fact',
  {
    learnerId: bigint('learner_id', { mode: 'number' })
      .notNull()
      .references(() => learner.id),
    kind: text().notNull(),
    value: jsonb().notNull(),
    source: text({ enum: ['said', 'asked', 'chosen'] }).notNull(),
    notedAt: timestamp('noted_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.kind] })],
);
