import {
  bigint,
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

export const uploadStates = ['uploading', 'checking', 'checked', 'importing', 'done', 'refused'] as const;

export const importUpload = pgTable('import_upload', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  staffId: bigint('staff_id', { mode: 'number' }).notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  kind: text().notNull(),
  fileName: text('file_name').notNull(),
  source: text().notNull(),
  sheet: text(),
  bytes: bigint({ mode: 'number' }).notNull(),
  state: text({ enum: uploadStates }).notNull(),
  skipsBad: boolean('skips_bad').notNull(),
  result: jsonb(),
  problems: jsonb().notNull(),
  refusal: text(),
  percent: smallint().notNull(),
  rows: integer().notNull(),
  worker: text(),
  workerUntil: timestamp('worker_until', { withTimezone: true }),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const importUploadPiece = pgTable(
  'import_upload_piece',
  {
    uploadId: bigint('upload_id', { mode: 'number' }).notNull(),
    position: integer().notNull(),
    content: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.position] })],
);

export const importFeed = pgTable(
  'import_feed',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    staffId: bigint('staff_id', { mode: 'number' }).notNull(),
    kind: text().notNull(),
    source: text().notNull(),
    url: text().notNull(),
    sheet: text(),
    mapping: jsonb(),
    hour: smallint().notNull(),
    skipsBad: boolean('skips_bad').notNull(),
    marksMissing: boolean('marks_missing').notNull(),
    paused: boolean().notNull().default(false),
    etag: text(),
    lastModified: text('last_modified'),
    nextAt: timestamp('next_at', { withTimezone: true }).notNull(),
    failures: integer().notNull().default(0),
    lastAt: timestamp('last_at', { withTimezone: true }),
    outcome: text({ enum: ['imported', 'unchanged', 'refused', 'failed'] }),
    problem: text(),
    result: jsonb(),
    problems: jsonb().notNull().default([]),
    worker: text(),
    workerUntil: timestamp('worker_until', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [unique().on(table.kind, table.source)],
);
