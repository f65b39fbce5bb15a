import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
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

/** What places lend. */
export const devices = ['laptop', 'tablet', 'phone', 'sim_4g', 'router_4g'] as const;
export type Device = (typeof devices)[number];

export const deviceStock = pgTable('device_stock', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  placeId: bigint('place_id', { mode: 'number' }).notNull(),
  device: text({ enum: devices }).notNull(),
  total: integer().notNull(),
  loanDays: integer('loan_days').notNull(),
});

/** `expired`: not fetched in time; `cancelled` by the borrower, `withdrawn` by the lender. */
export const loanStates = ['waiting', 'offered', 'lent', 'returned', 'expired', 'cancelled', 'withdrawn'] as const;
export type LoanState = (typeof loanStates)[number];

export const deviceLoan = pgTable('device_loan', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  stockId: bigint('stock_id', { mode: 'number' }).notNull(),
  learnerId: bigint('learner_id', { mode: 'number' }),
  state: text({ enum: loanStates }).notNull(),
  callName: text('call_name'),
  phone: text(),
  consentTextHash: text('consent_text_hash').notNull(),
  consentTextVersion: text('consent_text_version').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  fromQueue: boolean('from_queue').notNull().default(false),
  offerUntil: timestamp('offer_until', { withTimezone: true }),
  lentAt: timestamp('lent_at', { withTimezone: true }),
  dueOn: date('due_on'),
  extendedAt: timestamp('extended_at', { withTimezone: true }),
  endedAt: timestamp('ended_at', { withTimezone: true }),
});

export const loanNewsKinds = ['turn', 'turn_over', 'due_soon', 'due_tomorrow', 'late'] as const;
export type LoanNewsKind = (typeof loanNewsKinds)[number];

export const deviceLoanTold = pgTable(
  'device_loan_told',
  {
    loanId: bigint('loan_id', { mode: 'number' }).notNull(),
    kind: text({ enum: loanNewsKinds }).notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    toldAt: timestamp('told_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.loanId, table.kind, table.version] })],
);

export const networkReport = pgTable(
  'network_report',
  { month: date().notNull(), ward: text().notNull(), people: integer().notNull() },
  (table) => [primaryKey({ columns: [table.month, table.ward] })],
);

export const networkMonth = pgTable('network_month', { month: date().primaryKey(), salt: text().notNull() });

export const networkReporter = pgTable(
  'network_reporter',
  { month: date().notNull(), ward: text().notNull(), personHash: text('person_hash').notNull() },
  (table) => [primaryKey({ columns: [table.month, table.ward, table.personHash] })],
);
