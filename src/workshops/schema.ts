import { bigint, boolean, integer, jsonb, pgTable, smallint, text, timestamp, unique } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const seriesSteps = ['week', 'month'] as const;
export const workshopStatuses = ['planned', 'cancelled'] as const;
export const registrationStates = ['taken', 'waiting', 'offered', 'cancelled', 'expired', 'declined'] as const;
export const noticeKinds = [
  'offer',
  'offer_over',
  'changed',
  'cancelled',
  'withdrawn',
  'reminder_day',
  'reminder_hours',
  'feedback',
] as const;
export const programmeKinds = [
  'after_school',
  'vocational',
  'adult',
  'teacher_training',
  'digital_teachers',
  'digital_students',
] as const;
export const proposalStates = ['submitted', 'approved', 'returned', 'withdrawn'] as const;
export const needKinds = ['wheelchair', 'hearing', 'seeing', 'other'] as const;

export const workshopSeries = pgTable('workshop_series', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  every: text({ enum: seriesSteps }).notNull(),
  intervalCount: smallint('interval_count').notNull(),
  createdAt: moment('created_at').notNull(),
});

export const workshop = pgTable('workshop', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  publicId: text('public_id').notNull().unique(),
  source: text(),
  title: text().notNull(),
  description: text(),
  startsAt: moment('starts_at').notNull(),
  endsAt: moment('ends_at').notNull(),
  place: text(),
  ward: text(),
  onlineUrl: text('online_url'),
  capacity: integer(),
  organisationId: bigint('organisation_id', { mode: 'number' }),
  topics: text().array().notNull().default([]),
  audience: text().array().notNull().default([]),
  wheelchair: boolean(),
  language: text(),
  seriesId: bigint('series_id', { mode: 'number' }),
  programme: text({ enum: programmeKinds }),
  status: text({ enum: workshopStatuses }).notNull().default('planned'),
  cancelReason: text('cancel_reason'),
  sample: boolean().notNull().default(false),
  sequence: integer().notNull().default(0),
  contentHash: text('content_hash'),
  authorId: bigint('author_id', { mode: 'number' }),
  dayRemindedFor: moment('day_reminded_for'),
  hoursRemindedFor: moment('hours_reminded_for'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const workshopRegistration = pgTable(
  'workshop_registration',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workshopId: bigint('workshop_id', { mode: 'number' }).notNull(),
    learnerId: bigint('learner_id', { mode: 'number' }),
    state: text({ enum: registrationStates }).notNull(),
    code: text().notNull().unique(),
    needs: text({ enum: needKinds }).array().notNull().default([]),
    needsText: text('needs_text'),
    registeredAt: moment('registered_at').notNull(),
    waitingSince: moment('waiting_since'),
    offeredAt: moment('offered_at'),
    offerUntil: moment('offer_until'),
    takenAt: moment('taken_at'),
    cancelledAt: moment('cancelled_at'),
    checkedInAt: moment('checked_in_at'),
    walkIn: boolean('walk_in').notNull().default(false),
    name: text(),
    rating: smallint(),
    comment: text(),
    ratedAt: moment('rated_at'),
    certificateName: text('certificate_name'),
    certificateCode: text('certificate_code').unique(),
    certificateAt: moment('certificate_at'),
    sessionsAttended: bigint('sessions_attended', { mode: 'number' }).array(),
    completedAt: moment('completed_at'),
    agreedAt: moment('agreed_at'),
    version: integer().notNull().default(1),
    notedAt: moment('noted_at').notNull(),
  },
  (table) => [unique().on(table.workshopId, table.learnerId)],
);

export const workshopNotice = pgTable(
  'workshop_notice',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    registrationId: bigint('registration_id', { mode: 'number' }).notNull(),
    kind: text({ enum: noticeKinds }).notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    facts: jsonb().notNull(),
    madeAt: moment('made_at').notNull(),
    dueAt: moment('due_at').notNull(),
    notAfter: moment('not_after').notNull(),
    settledAt: moment('settled_at'),
  },
  (table) => [unique().on(table.registrationId, table.kind, table.version)],
);

export const workshopScan = pgTable('workshop_scan', {
  requestId: text('request_id').primaryKey(),
  registrationId: bigint('registration_id', { mode: 'number' }).notNull(),
  outcome: text().notNull(),
  scannedAt: moment('scanned_at').notNull(),
});

export const workshopSession = pgTable(
  'workshop_session',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workshopId: bigint('workshop_id', { mode: 'number' }).notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    dayRemindedFor: moment('day_reminded_for'),
  },
  (table) => [unique().on(table.workshopId, table.startsAt)],
);

export const workshopProposal = pgTable('workshop_proposal', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  organisationId: bigint('organisation_id', { mode: 'number' }).notNull(),
  authorId: bigint('author_id', { mode: 'number' }),
  title: text().notNull(),
  input: jsonb().notNull(),
  state: text({ enum: proposalStates }).notNull().default('submitted'),
  note: text(),
  decidedBy: bigint('decided_by', { mode: 'number' }),
  decidedAt: moment('decided_at'),
  workshopId: bigint('workshop_id', { mode: 'number' }),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
