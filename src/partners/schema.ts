import { bigint, boolean, date, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What the city and an organisation agree to do together. */
export const agreementKinds = ['curricula', 'resources', 'scholarships', 'places'] as const;
export const agreementStatuses = ['draft', 'active', 'ended'] as const;

export const agreement = pgTable('agreement', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  kind: text({ enum: agreementKinds }).notNull(),
  goal: text().notNull(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on'),
  organisationGives: text('organisation_gives'),
  cityGives: text('city_gives'),
  status: text({ enum: agreementStatuses }).notNull().default('draft'),
  sample: boolean().notNull().default(false),
  authorId: bigint('author_id', { mode: 'number' }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
