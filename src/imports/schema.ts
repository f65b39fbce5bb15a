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
} from 'drizzle-orm/pg-core';

export const uploadStates = ['uploading', 'checking', 'checked', 'importing', 'done', 'refused'] as const;

export const importUpload = pgTable('import_upload', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  staffId: bigint('staff_id', { mode: 'number' }).notNull(),
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
