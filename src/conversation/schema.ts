import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { InboundContent, Locale } from '../message/index.ts';
import type { DialogueState } from './state.ts';

export const conversation = pgTable(
  'conversation',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text().notNull(),
    chat: text().notNull(),
    accountId: bigint('account_id', { mode: 'number' }).notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    locale: text().$type<Locale>(),
    state: jsonb().$type<DialogueState>().notNull().default({}),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique().on(table.channel, table.chat)],
);

export const turn = pgTable(
  'turn',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text().notNull(),
    updateKey: text('update_key').notNull(),
    conversationId: bigint('conversation_id', { mode: 'number' }),
    learnerId: bigint('learner_id', { mode: 'number' }),
    content: jsonb().$type<InboundContent>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    outcome: text({ enum: ['answered', 'set_aside'] }),
  },
  (table) => [unique().on(table.channel, table.updateKey)],
);

export const turnFailure = pgTable(
  'turn_failure',
  {
    channel: text().notNull(),
    updateKey: text('update_key').notNull(),
    attempts: integer().notNull(),
    problem: text().notNull(),
    lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
    setAsideAt: timestamp('set_aside_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.channel, table.updateKey] })],
);
