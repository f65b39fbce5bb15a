import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { Moved } from './merge.ts';

export const account = pgTable('account', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  eraseAt: timestamp('erase_at', { withTimezone: true }),
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
  name: text(),
  /** The learner this one was joined to; it holds nothing any more. */
  mergedInto: bigint('merged_into', { mode: 'number' }),
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

export const consent = pgTable('consent', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' })
    .notNull()
    .references(() => learner.id),
  purpose: text({ enum: ['announcements', 'reminders', 'ai_tutor', 'research'] }).notNull(),
  textHash: text('text_hash').notNull(),
  textVersion: text('text_version').notNull(),
  locale: text({ enum: ['vi', 'en'] }).notNull(),
  channel: text().notNull(),
  turnId: bigint('turn_id', { mode: 'number' }).notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  givenBy: text('given_by', { enum: ['self', 'guardian'] })
    .notNull()
    .default('self'),
});

export const consentAsked = pgTable(
  'consent_asked',
  {
    learnerId: bigint('learner_id', { mode: 'number' })
      .notNull()
      .references(() => learner.id),
    purpose: text({ enum: ['announcements', 'reminders', 'ai_tutor', 'research'] }).notNull(),
    askedOn: date('asked_on').notNull(),
    refused: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.purpose] })],
);

export const consentProof = pgTable('consent_proof', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  purpose: text().notNull(),
  textHash: text('text_hash').notNull(),
  textVersion: text('text_version').notNull(),
  locale: text().notNull(),
  channel: text().notNull(),
  givenBy: text('given_by').notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }).notNull(),
  identityHash: text('identity_hash').notNull(),
});

export const linkingCode = pgTable('linking_code', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => account.id),
  learnerId: bigint('learner_id', { mode: 'number' })
    .notNull()
    .references(() => learner.id),
  codeHash: text('code_hash').notNull().unique(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

export const linkingAttempt = pgTable('linking_attempt', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' })
    .notNull()
    .references(() => account.id),
  at: timestamp({ withTimezone: true }).notNull(),
});

export const linkingBrake = pgTable('linking_brake', {
  hour: timestamp({ withTimezone: true }).primaryKey(),
  wrong: integer().notNull(),
});

export const accountLink = pgTable('account_link', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  accountId: bigint('account_id', { mode: 'number' })
    .notNull()
    .references(() => account.id),
  learnerId: bigint('learner_id', { mode: 'number' })
    .notNull()
    .references(() => learner.id),
  joinedAccountId: bigint('joined_account_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => account.id),
  joinedLearnerId: bigint('joined_learner_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => learner.id),
  moved: jsonb().$type<Moved>().notNull(),
  joinedAt: timestamp('joined_at', { withTimezone: true }).notNull(),
  undoUntil: timestamp('undo_until', { withTimezone: true }).notNull(),
});
