import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { EligibilityAnswers } from './eligibility-answers.ts';

/** What every imported row has. */
const imported = {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text().notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  title: text().notNull(),
  description: text(),
  url: text(),
  deadline: date(),
  seats: integer(),
  taken: integer().notNull().default(0),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  missingSince: timestamp('missing_since', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
};

export const scholarship = pgTable('scholarship', {
  ...imported,
  amountVnd: bigint('amount_vnd', { mode: 'number' }),
  ageFrom: smallint('age_from'),
  ageTo: smallint('age_to'),
  wards: text().array().notNull().default([]),
  income: text().array().notNull().default([]),
  disability: boolean(),
  occupationStatus: text('occupation_status').array().notNull().default([]),
  levels: text().array().notNull().default([]),
});

export const internship = pgTable('internship', {
  ...imported,
  ward: text(),
  skills: text().array().notNull().default([]),
  hoursPerWeek: doublePrecision('hours_per_week'),
  payVnd: bigint('pay_vnd', { mode: 'number' }),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  ratingSum: integer('rating_sum').notNull().default(0),
  ratingCount: integer('rating_count').notNull().default(0),
});

export const eligibilityAnswer = pgTable('eligibility_answer', {
  learnerId: bigint('learner_id', { mode: 'number' }).primaryKey(),
  answers: jsonb().$type<EligibilityAnswers>().notNull(),
  consentTextHash: text('consent_text_hash').notNull(),
  consentTextVersion: text('consent_text_version').notNull(),
  keptAt: timestamp('kept_at', { withTimezone: true }).notNull(),
});

export const opportunityMark = pgTable(
  'opportunity_mark',
  {
    learnerId: bigint('learner_id', { mode: 'number' }).notNull(),
    offerKind: text('offer_kind', { enum: ['scholarship', 'internship'] }).notNull(),
    offerId: bigint('offer_id', { mode: 'number' }).notNull(),
    kind: text({ enum: ['saved', 'began'] }).notNull(),
    markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.learnerId, table.offerKind, table.offerId] })],
);
