import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Announcement, OutboundMessage } from '../message/index.ts';

/**
 * The life of a delivery:
 *
 *   pending ──claim──> sending ──ok──> sent
 *      ^                  │
 *      ├── retry after ───┤ throttled, platform failed, or a reply of unknown outcome
 *      │                  ├──> blocked      the person cannot be reached
 *      │                  ├──> failed       refused, or tried too often: set aside, never in the chat's way
 *      │                  └──> unconfirmed  reminder or broadcast of unknown outcome: not sent again
 *      ├──> superseded   a newer answer covers it
 *      └──> skipped      too late, or no longer wanted
 */
export const deliveryStatuses = [
  'pending',
  'sending',
  'sent',
  'failed',
  'blocked',
  'unconfirmed',
  'skipped',
  'superseded',
] as const;

export const delivery = pgTable('delivery', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** None in a row of a batch, which is unique by its conversation. */
  uniqueKey: text('unique_key'),
  channel: text().notNull(),
  chat: text().notNull(),
  conversationId: bigint('conversation_id', { mode: 'number' }),
  learnerId: bigint('learner_id', { mode: 'number' }),
  turnId: bigint('turn_id', { mode: 'number' }),
  lane: smallint().notNull(),
  status: text({ enum: deliveryStatuses }).notNull(),
  via: text({ enum: ['response', 'sender'] }).notNull(),
  /** None in a row of a batch: what the batch says is written for the person when it is sent. */
  message: jsonb().$type<OutboundMessage>(),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
  notAfter: timestamp('not_after', { withTimezone: true }),
  attempts: integer().notNull().default(0),
  partsSent: smallint('parts_sent').notNull().default(0),
  claimedBy: text('claimed_by'),
  claimedUntil: timestamp('claimed_until', { withTimezone: true }),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  platformMessageId: text('platform_message_id'),
  errorCode: text('error_code'),
  replaces: text(),
  purpose: text({ enum: ['announcements', 'reminders'] }),
  forget: boolean().notNull().default(false),
  batchId: bigint('batch_id', { mode: 'number' }),
  batchVersion: smallint('batch_version'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

export const deliveryBatch = pgTable('delivery_batch', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: ['announcement', 'edit', 'removal'] }).notNull(),
  changes: bigint({ mode: 'number' }),
  state: text({ enum: ['planning', 'open', 'held', 'ended'] }).notNull(),
  endedAs: text('ended_as', { enum: ['done', 'cancelled', 'too_late'] }),
  message: jsonb().$type<Announcement>().notNull(),
  version: smallint().notNull().default(1),
  withdrawn: boolean().notNull().default(false),
  notBefore: timestamp('not_before', { withTimezone: true }).notNull(),
  notAfter: timestamp('not_after', { withTimezone: true }),
  skipsLimits: boolean('skips_limits').notNull().default(false),
  firstId: bigint('first_id', { mode: 'number' }),
  lastId: bigint('last_id', { mode: 'number' }),
  recipients: integer().notNull().default(0),
  sent: integer().notNull().default(0),
  failed: integer().notNull().default(0),
  blocked: integer().notNull().default(0),
  unconfirmed: integer().notNull().default(0),
  skipped: integer().notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});

export const deliveryBatchSecond = pgTable(
  'delivery_batch_second',
  {
    batchId: bigint('batch_id', { mode: 'number' }).notNull(),
    second: timestamp({ withTimezone: true }).notNull(),
    sent: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.second] })],
);

export const channelPause = pgTable('channel_pause', {
  channel: text().primaryKey(),
  until: timestamp({ withTimezone: true }).notNull(),
  reason: text().notNull(),
});

export const channelUsage = pgTable(
  'channel_usage',
  {
    channel: text().notNull(),
    month: date().notNull(),
    messages: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.channel, table.month] })],
);
