import { bigint, boolean, date, integer, jsonb, pgTable, smallint, text, timestamp, unique } from 'drizzle-orm/pg-core';

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

/** Questions that wait for a model, with their answers until these are delivered. */
export const tutorQuestion = pgTable('tutor_question', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  conversationId: bigint('conversation_id', { mode: 'number' }).notNull(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  channel: text().notNull(),
  chat: text().notNull(),
  locale: text().notNull(),
  address: text().notNull(),
  asked: text().notNull(),
  place: jsonb().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  state: text({ enum: ['waiting', 'running', 'done'] }).notNull(),
  owner: text(),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  attempts: integer().notNull().default(0),
  answer: jsonb(),
  chargedOn: date('charged_on', { mode: 'string' }),
  reservedMicroUsd: bigint('reserved_micro_usd', { mode: 'number' }),
  reservedTokens: integer('reserved_tokens'),
  costMicroUsd: bigint('cost_micro_usd', { mode: 'number' }),
  doneAt: timestamp('done_at', { withTimezone: true }),
});

/** What a model was asked and what was answered, redacted. */
export const tutorMessage = pgTable('tutor_message', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  questionId: bigint('question_id', { mode: 'number' }).notNull(),
  author: text({ enum: ['learner', 'tutor'] }).notNull(),
  text: text().notNull(),
  lesson: text(),
  item: text(),
  hintLevel: smallint('hint_level'),
  outcome: text(),
  prompt: text(),
  model: text(),
  tokensIn: integer('tokens_in'),
  tokensOut: integer('tokens_out'),
  costMicroUsd: bigint('cost_micro_usd', { mode: 'number' }),
  saidAt: timestamp('said_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

/** What of a conversation with a model is older than its last turns. */
export const tutorSummary = pgTable('tutor_summary', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  summary: text().notNull(),
  through: bigint({ mode: 'number' }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});

/** What was spent on models, by day of the city. */
export const tutorSpending = pgTable('tutor_spending', {
  day: date({ mode: 'string' }).primaryKey(),
  questions: integer().notNull().default(0),
  tokens: bigint({ mode: 'number' }).notNull().default(0),
  microUsd: bigint('micro_usd', { mode: 'number' }).notNull().default(0),
});

/** Voice messages and pictures that wait to be understood, with what was understood until it is told. */
export const tutorMedia = pgTable('tutor_media', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  conversationId: bigint('conversation_id', { mode: 'number' }).notNull(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  channel: text().notNull(),
  chat: text().notNull(),
  locale: text().notNull(),
  what: text({ enum: ['voice', 'picture'] }).notNull(),
  source: text().notNull(),
  caption: text().notNull(),
  seconds: integer(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  state: text({ enum: ['waiting', 'running', 'done'] }).notNull(),
  owner: text(),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  attempts: integer().notNull().default(0),
  result: jsonb(),
  chargedOn: date('charged_on', { mode: 'string' }),
  reservedMicroUsd: bigint('reserved_micro_usd', { mode: 'number' }),
  costMicroUsd: bigint('cost_micro_usd', { mode: 'number' }),
  doneAt: timestamp('done_at', { withTimezone: true }),
});
