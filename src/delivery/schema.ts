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
import type { OutboundMessage } from '../message/index.ts';

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
  uniqueKey: text('unique_key').notNull().unique(),
  channel: text().notNull(),
  chat: text().notNull(),
  conversationId: bigint('conversation_id', { mode: 'number' }),
  learnerId: bigint('learner_id', { mode: 'number' }),
  turnId: bigint('turn_id', { mode: 'number' }),
  lane: smallint().notNull(),
  status: text({ enum: deliveryStatuses }).notNull(),
  via: text({ enum: ['response', 'sender'] }).notNull(),
  message: jsonb().$type<OutboundMessage>().notNull(),
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
  forget: boolean().notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
});

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
