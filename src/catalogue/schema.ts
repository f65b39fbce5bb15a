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
import { levels, modes } from './course.ts';
import { changeKinds, type FieldChange } from './import/report.ts';
import { organisationKinds } from './organisation.ts';

export const organisation = pgTable('organisation', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const organisationDetail = pgTable('organisation_detail', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text().notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull().unique(),
  kind: text({ enum: organisationKinds }),
  ward: text(),
  contact: text(),
  url: text(),
  description: text(),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const platform = pgTable('platform', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull().unique(),
});

export const course = pgTable('course', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text().notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  platformId: bigint('platform_id', { mode: 'number' }),
  title: text().notNull(),
  description: text(),
  url: text(),
  topics: text().array().notNull().default([]),
  skills: text().array().notNull().default([]),
  level: text({ enum: levels }),
  language: text(),
  mode: text({ enum: modes }),
  ward: text(),
  address: text(),
  priceVnd: bigint('price_vnd', { mode: 'number' }),
  durationHours: doublePrecision('duration_hours'),
  schedule: text().array().notNull().default([]),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  seats: integer(),
  certificate: boolean(),
  lowData: boolean('low_data'),
  wheelchair: boolean(),
  audience: text().array().notNull().default([]),
  confirmedOn: date('confirmed_on').notNull(),
  reviewedOn: date('reviewed_on'),
  reconfirmedOn: date('reconfirmed_on'),
  filedStartsOn: date('filed_starts_on'),
  filedEndsOn: date('filed_ends_on'),
  datesRevisedAt: timestamp('dates_revised_at', { withTimezone: true }),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  sunkUntil: date('sunk_until'),
  hiddenAt: timestamp('hidden_at', { withTimezone: true }),
  missingSince: timestamp('missing_since', { withTimezone: true }),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  /** The version with which it was last news. */
  version: bigint({ mode: 'number' }).notNull(),
  /** The version of a later change that is no news, such as a closing. */
  changeVersion: bigint('change_version', { mode: 'number' }).notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const occupation = pgTable('occupation', {
  id: text().primaryKey(),
  source: text().notNull(),
  title: text().notNull(),
  titleEn: text('title_en'),
  skills: text().array().notNull(),
  synonyms: text().array().notNull().default([]),
  esco: text(),
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const skillDemand = pgTable(
  'skill_demand',
  {
    month: date().notNull(),
    skillKey: text('skill_key').notNull(),
    source: text().notNull(),
    skill: text().notNull(),
    postings: integer().notNull(),
    sample: boolean().notNull().default(false),
    contentHash: text('content_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.skillKey] })],
);

export const catalogueVersionTable = pgTable('catalogue_version', {
  singleton: boolean().primaryKey().default(true),
  version: bigint({ mode: 'number' }).notNull(),
  /** The version at which courses were last taken away. */
  removedAt: bigint('removed_at', { mode: 'number' }).notNull().default(0),
});

export const kindVersionTable = pgTable('kind_version', {
  kind: text().primaryKey(),
  version: bigint({ mode: 'number' }).notNull(),
});

export const importRun = pgTable('import_run', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  source: text().notNull(),
  kind: text().notNull(),
  fileName: text('file_name').notNull(),
  read: integer().notNull(),
  created: integer().notNull(),
  updated: integer().notNull(),
  unchanged: integer().notNull(),
  skipped: integer().notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }).notNull(),
  /** Who imported it in the console; nobody for an import by the command. */
  staffId: bigint('staff_id', { mode: 'number' }),
});

export const importReport = pgTable('import_report', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  runId: bigint('run_id', { mode: 'number' }).unique(),
  kind: text().notNull(),
  source: text().notNull(),
  fileName: text('file_name').notNull(),
  staffId: bigint('staff_id', { mode: 'number' }),
  beganAt: timestamp('began_at', { withTimezone: true }).notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
  added: integer().notNull().default(0),
  changed: integer().notNull().default(0),
  relisted: integer().notNull().default(0),
  missing: integer(),
  unchanged: integer().notNull().default(0),
  lines: integer().notNull().default(0),
});

export const importChange = pgTable(
  'import_change',
  {
    reportId: bigint('report_id', { mode: 'number' }).notNull(),
    position: integer().notNull(),
    change: text({ enum: changeKinds }).notNull(),
    publicId: text('public_id').notNull(),
    title: text().notNull(),
    fields: jsonb().$type<readonly FieldChange[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.position] })],
);
