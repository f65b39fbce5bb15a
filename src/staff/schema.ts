import { bigint, boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { roles } from './roles.ts';

export const staffMember = pgTable('staff_member', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  email: text().notNull(),
  role: text({ enum: roles }).notNull(),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  displayName: text('display_name'),
  addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  removedAt: timestamp('removed_at', { withTimezone: true }),
  linkAskedAt: timestamp('link_asked_at', { withTimezone: true }),
});

export const staffToken = pgTable('staff_token', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  staffId: bigint('staff_id', { mode: 'number' }).notNull(),
  tokenHash: text('token_hash').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

/** Only grows: a trigger refuses changes. */
export const audit = pgTable('audit', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp({ withTimezone: true }).notNull(),
  staffId: bigint('staff_id', { mode: 'number' }),
  action: text().notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: bigint('subject_id', { mode: 'number' }).notNull(),
  detail: jsonb().$type<Readonly<Record<string, string | number | boolean>>>().notNull(),
});

/** The one sign-in link of a member. */
export const staffLink = pgTable('staff_link', {
  staffId: bigint('staff_id', { mode: 'number' }).primaryKey(),
  tokenHash: text('token_hash').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  usedAt: timestamp('used_at', { withTimezone: true }),
});

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A member who has signed in; from here on better-auth's tables, under its names of fields. */
export const staffUser = pgTable('staff_user', {
  id: text().primaryKey(),
  // Never null; the library, which never writes it, would refuse a column that must be given.
  memberId: bigint('member_id', { mode: 'number' }).notNull(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const staffSession = pgTable('staff_session', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  token: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const staffAccount = pgTable('staff_account', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  accountId: text('external_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text(),
  password: text(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const staffVerification = pgTable('staff_verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const staffTwoFactor = pgTable('staff_two_factor', {
  id: text().primaryKey(),
  userId: text('user_id').notNull(),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean().default(true),
  failedVerificationCount: integer('failed_verification_count').default(0),
  lockedUntil: moment('locked_until'),
});

export const staffRateLimit = pgTable('staff_rate_limit', {
  id: text().primaryKey(),
  key: text().notNull(),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});
