import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Batch, batchesById } from '../delivery/index.ts';
import type { AnnouncementChoice, LocalText } from '../message/index.ts';
import type { Audience } from './audience.ts';
import type { broadcastStatuses, emergencyReasons } from './schema.ts';

/** What staff write. */
export interface BroadcastContent {
  readonly title: string;
  readonly text: LocalText;
  readonly choices: readonly AnnouncementChoice[];
  readonly audience: Audience;
  /** Public id of the workshop to register for. */
  readonly workshop: string | undefined;
  readonly notBefore: Date | undefined;
  readonly notAfter: Date | undefined;
  /** Skips quiet hours and the daily cap, never consent. */
  readonly emergency: boolean;
  /** Why it may; said by the console. */
  readonly emergencyReason?: EmergencyReason | undefined;
}

export type EmergencyReason = (typeof emergencyReasons)[number];

export type StoredStatus = (typeof broadcastStatuses)[number];

/** What people read of it: an approved one waits, is being sent, or has been. */
export const shownStatuses = [
  'draft',
  'submitted',
  'scheduled',
  'sending',
  'paused',
  'done',
  'cancelled',
  'recalled',
] as const;
export type BroadcastStatus = (typeof shownStatuses)[number];

export type Step =
  | 'create'
  | 'edit'
  | 'submit'
  | 'return'
  | 'approve'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'recall'
  | 'correct'
  | 'retry';

export interface Broadcast extends BroadcastContent {
  readonly id: number;
  readonly status: BroadcastStatus;
  readonly lastStep: string;
  readonly authorId: number;
  readonly editedBy: number;
  readonly submittedBy: number | undefined;
  readonly submittedAt: Date | undefined;
  readonly contentHash: string | undefined;
  /** Why it was given back to be changed. */
  readonly returnWord: string | undefined;
  readonly approvedBy: number | undefined;
  readonly approvedAt: Date | undefined;
  readonly batchId: number | undefined;
  /** People are still being added to it. */
  readonly isPlanning: boolean;
  readonly figures: Omit<Batch, 'id' | 'state' | 'endedAs'>;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface BroadcastRow extends Record<string, unknown> {
  id: string;
  title: string;
  text: LocalText;
  choices: AnnouncementChoice[];
  audience: Audience;
  workshop: string | null;
  not_before: string | null;
  not_after: string | null;
  emergency: boolean;
  status: StoredStatus;
  last_step: string;
  author_id: string;
  edited_by: string;
  submitted_by: string | null;
  submitted_at: string | null;
  content_hash: string | null;
  return_word: string | null;
  emergency_reason: EmergencyReason | null;
  approved_by: string | null;
  approved_at: string | null;
  batch_id: string | null;
  plan_after: string | null;
  plan_until: string | null;
  estimate: number;
  created_at: string;
  changed_at: string;
}

const numberOr = (value: string | null): number | undefined => (value === null ? undefined : Number(value));
const dateOr = (value: string | null): Date | undefined => (value === null ? undefined : new Date(value));

/** Reads rows of `broadcast`, newest first. */
export async function readBroadcasts(db: Queryable, condition: SQL, limit: number, now: Date): Promise<Broadcast[]> {
  const { rows } = await db.execute<BroadcastRow>(
    sql`select * from broadcast where ${condition} order by id desc limit ${limit}`,
  );
  const batches = await batchesById(
    db,
    rows.flatMap(({ batch_id }) => numberOr(batch_id) ?? []),
    now,
  );
  return rows.map((row) => broadcastOf(row, batches.get(Number(row.batch_id)), now));
}

export async function readBroadcast(db: Queryable, id: number, now: Date): Promise<Broadcast | undefined> {
  return (await readBroadcasts(db, sql`id = ${id}`, 1, now))[0];
}

/** A broadcast, locked: steps of two members on one come one after the other. */
export async function lockBroadcast(tx: Queryable, id: number, now: Date): Promise<Broadcast | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from broadcast where id = ${id} for no key update`);
  return rows[0] === undefined ? undefined : readBroadcast(tx, id, now);
}

export function contentOf(row: BroadcastRow): BroadcastContent {
  return {
    title: row.title,
    text: row.text,
    choices: row.choices,
    audience: row.audience,
    workshop: row.workshop ?? undefined,
    notBefore: dateOr(row.not_before),
    notAfter: dateOr(row.not_after),
    emergency: row.emergency,
    emergencyReason: row.emergency_reason ?? undefined,
  };
}

function broadcastOf(row: BroadcastRow, batch: Batch | undefined, now: Date): Broadcast {
  const isPlanning = row.plan_after !== null && Number(row.plan_after) < Number(row.plan_until);
  const none = { pending: 0, sent: 0, failed: 0, blocked: 0, unconfirmed: 0, skipped: 0, perSecond: 0 };
  const {
    id: _id,
    state: _state,
    endedAs: _endedAs,
    ...figures
  } = batch ?? { recipients: row.estimate, ...none, id: 0, state: 0, endedAs: 0 };
  return {
    id: Number(row.id),
    ...contentOf(row),
    status: statusOf(row, batch, isPlanning, now),
    lastStep: row.last_step,
    authorId: Number(row.author_id),
    editedBy: Number(row.edited_by),
    submittedBy: numberOr(row.submitted_by),
    submittedAt: dateOr(row.submitted_at),
    contentHash: row.content_hash ?? undefined,
    returnWord: row.return_word ?? undefined,
    approvedBy: numberOr(row.approved_by),
    approvedAt: dateOr(row.approved_at),
    batchId: numberOr(row.batch_id),
    isPlanning,
    figures,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
  };
}

/** What is told of an approved broadcast follows from its figures and the time: no job must run for it to be true. */
function statusOf(row: BroadcastRow, batch: Batch | undefined, isPlanning: boolean, now: Date): BroadcastStatus {
  if (row.status !== 'approved' && row.status !== 'paused') return row.status;
  if (batch === undefined) return 'scheduled';
  if (!isPlanning && batch.pending === 0) return 'done';
  if (row.status === 'paused') return 'paused';
  const isLater = row.not_before !== null && new Date(row.not_before) > now;
  return isPlanning || isLater ? 'scheduled' : 'sending';
}

/** What an approval is bound to: any change of what people get, of who gets it or when gives another hash. */
export function hashOfContent(content: BroadcastContent): string {
  const { text, choices, audience, workshop, notBefore, notAfter, emergency } = content;
  const audienceFields = Object.entries(audience).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = [
    text.vi,
    text.en ?? null,
    choices.map((choice) => [
      choice.kind,
      choice.label.vi,
      choice.label.en ?? null,
      choice.kind === 'link' ? choice.url : null,
    ]),
    audienceFields,
    workshop ?? null,
    notBefore?.toISOString() ?? null,
    notAfter?.toISOString() ?? null,
    emergency,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
