import { bigint, boolean, date, doublePrecision, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
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
  sample: boolean().notNull().default(false),
  contentHash: text('content_hash').notNull(),
  version: bigint({ mode: 'number' }).notNull(),
  missingSince: timestamp('missing_since', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});
