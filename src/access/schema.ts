import {
  bigint,
  boolean,
  date,
  doublePrecision,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { placeKinds } from './place.ts';

export const place = pgTable('place', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text().notNull(),
  name: text().notNull(),
  kind: text({ enum: placeKinds }).notNull(),
  ward: text().notNull(),
  address: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
  openingHours: text('opening_hours'),
  openingTimes: jsonb('opening_times'),
  equipment: text().array().notNull().default([]),
  wifi: boolean(),
  wheelchair: boolean(),
  phone: text(),
  confirmedOn: date('confirmed_on').notNull(),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  lends: boolean().notNull().default(false),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  missingSince: timestamp('missing_since', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

/** What can be wrong with what is said of a place. */
export const reportReasons = ['hours', 'closed', 'address', 'other'] as const;
export const reportOutcomes = ['corrected', 'closed', 'dismissed'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export const placeReport = pgTable(
  'place_report',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    placeId: bigint('place_id', { mode: 'number' }).notNull(),
    reasons: text().array().notNull(),
    words: text(),
    reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
    outcome: text({ enum: reportOutcomes }),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    settledBy: bigint('settled_by', { mode: 'number' }),
    toldAt: timestamp('told_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.placeId] })],
);
