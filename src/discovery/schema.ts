import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { Facets, KeptWish } from './wish.ts';

export const wish = pgTable('wish', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** Null: taken out of its learner's history, kept for the figures. */
  learnerId: bigint('learner_id', { mode: 'number' }),
  topic: text().notNull(),
  facets: jsonb().$type<Facets>().notNull(),
  results: integer().notNull(),
  unmet: boolean().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
});

export const courseMark = pgTable(
  'course_mark',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    kind: text({ enum: ['saved', 'dismissed', 'opened', 'reported'] }).notNull(),
    detail: text(),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.courseId, table.kind] })],
);

export const savedWish = pgTable(
  'saved_wish',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    wishKey: text('wish_key').notNull(),
    label: text().notNull(),
    wish: jsonb().$type<KeptWish>().notNull(),
    seenVersion: bigint('seen_version', { mode: 'number' }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    pausedAt: timestamp('paused_at', { withTimezone: true }),
  },
  (table) => [unique().on(table.learnerId, table.wishKey)],
);

export const wishMatch = pgTable(
  'wish_match',
  {
    savedWishId: bigint('saved_wish_id', { mode: 'number' }).notNull(),
    courseId: bigint('course_id', { mode: 'number' }).notNull(),
    place: smallint().notNull(),
    foundAt: timestamp('found_at', { withTimezone: true }).notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.savedWishId, table.courseId] })],
);

export const interaction = pgTable('interaction', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
  courseId: bigint('course_id', { mode: 'number' }).notNull(),
  kind: text({ enum: ['shown', 'opened', 'saved', 'enrolled', 'finished', 'dismissed'] }).notNull(),
  /** Of what was shown: the turn whose list it stood in, and how probable it was to stand there. */
  listId: bigint('list_id', { mode: 'number' }),
  propensity: real(),
  at: timestamp({ withTimezone: true }).notNull(),
});

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const courseVector = pgTable('course_vector', {
  courseId: bigint('course_id', { mode: 'number' }).primaryKey(),
  /** The course's version when its words were looked at last. */
  courseVersion: bigint('course_version', { mode: 'number' }).notNull(),
  model: text().notNull(),
  /** SHA-256 of the words. */
  hash: bytes().notNull(),
  vector: bytes().notNull(),
  /** What is kept later has a higher one. */
  stamp: bigint({ mode: 'number' }).notNull(),
});

export const recommendationModel = pgTable('recommendation_model', {
  id: smallint().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
  trainedAt: timestamp('trained_at', { withTimezone: true }).notNull(),
  learners: integer().notNull(),
  /** What replay chose, to be read. */
  chosen: jsonb().notNull(),
  content: bytes(),
});
