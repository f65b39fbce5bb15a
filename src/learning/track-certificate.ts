import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { longestCertificateName, newSeatCode } from '../workshops/index.ts';
import type { Track } from './lesson.ts';
import type { withdrawalReasons, withdrawers } from './schema.ts';

export type Withdrawer = (typeof withdrawers)[number];
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** That a learner finished a track, as anybody with the code may read it. */
export interface TrackCertificate {
  readonly key: number;
  readonly learnerId: number;
  readonly code: string;
  readonly track: string;
  /** The track's titles and number of lessons when it was issued. */
  readonly title: string;
  readonly english: string;
  readonly lessons: number;
  /** As the learner wrote it; undefined for who wanted none on it, or withdrew it. */
  readonly name: string | undefined;
  /** When the last lesson was finished. */
  readonly finishedAt: Date;
  readonly issuedAt: Date;
  readonly withdrawn:
    | {
        readonly at: Date;
        readonly by: Withdrawer;
        /** Undefined where none was given; learners give none. */
        readonly reason: WithdrawalReason | undefined;
      }
    | undefined;
}

/** Ten signs of 23, as on certificates of attendance: 10^13, so that nobody finds somebody's by trying. */
const codeLength = 10;

/** A row of the table as JSON. */
export type CertificateRow = {
  id: number | string;
  learner_id: number | string;
  code: string;
  track: string;
  title: string;
  english: string;
  lessons: number;
  name: string | null;
  finished_at: string;
  issued_at: string;
  withdrawn_at: string | null;
  withdrawn_by: Withdrawer | null;
  withdrawn_reason: WithdrawalReason | null;
};

export function readCertificate(row: CertificateRow): TrackCertificate {
  return {
    key: Number(row.id),
    learnerId: Number(row.learner_id),
    code: row.code,
    track: row.track,
    title: row.title,
    english: row.english,
    lessons: row.lessons,
    name: row.name ?? undefined,
    finishedAt: new Date(row.finished_at),
    issuedAt: new Date(row.issued_at),
    withdrawn:
      row.withdrawn_at === null || row.withdrawn_by === null
        ? undefined
        : {
            at: new Date(row.withdrawn_at),
            by: row.withdrawn_by,
            reason: row.withdrawn_reason ?? undefined,
          },
  };
}

/**
 * Issues the certificate of a finished track, or gives the valid one there is the new name; its code stays. Whether the track is finished
 * is for the caller to know (`trackFinish`). A withdrawn one stays withdrawn: a new one has another code.
 * @param name at most `longestCertificateName` characters are kept; undefined for none
 */
export async function issueTrackCertificate(
  tx: Queryable,
  entry: {
    readonly learnerId: number;
    readonly track: Track;
    readonly name: string | undefined;
    readonly finishedAt: Date;
    readonly now: Date;
  },
): Promise<TrackCertificate> {
  const { learnerId, track, finishedAt, now } = entry;
  const name = entry.name?.trim().slice(0, longestCertificateName).toWellFormed() || null;
  const { rows } = await tx.execute<CertificateRow>(sql`
    with named as (
      update track_certificate set name = ${name}::text
      where learner_id = ${learnerId} and track = ${track.id} and withdrawn_at is null returning *),
    made as (
      insert into track_certificate (learner_id, code, track, title, english, lessons, name, finished_at, issued_at)
      select ${learnerId}::bigint, ${newSeatCode(codeLength)}::text, ${track.id}::text, ${track.title}::text, ${track.english}::text,
        ${track.lessons.length}::smallint, ${name}::text, ${finishedAt}::timestamptz, ${now}::timestamptz where not exists (select 1 from named)
      returning *)
    select * from named union all select * from made order by issued_at desc limit 1`);
  const [row] = rows;
  if (row === undefined) throw new Error('A certificate is named or made.');
  return readCertificate(row);
}

/**
 * Takes a certificate back: its page says from then on that it is not valid, and the name on it is forgotten. Undefined where there is
 * none, or it was withdrawn before.
 * @param learnerId whose it must be, when the learner asks
 */
export async function withdrawTrackCertificate(
  tx: Queryable,
  key: number,
  entry: { readonly now: Date } & (
    | { readonly by: 'learner'; readonly learnerId: number }
    | { readonly by: 'staff'; readonly reason: WithdrawalReason | undefined }
  ),
): Promise<TrackCertificate | undefined> {
  const whose = entry.by === 'learner' ? sql`learner_id = ${entry.learnerId}` : sql`true`;
  const reason = entry.by === 'staff' ? (entry.reason ?? null) : null;
  const { rows } = await tx.execute<CertificateRow>(sql`
    update track_certificate
    set withdrawn_at = ${entry.now}, withdrawn_by = ${entry.by}, withdrawn_reason = ${reason}, name = null
    where id = ${key} and ${whose} and withdrawn_at is null returning *`);
  return rows[0] && readCertificate(rows[0]);
}

/** Withdraws a certificate in the name of the city, and notes who did it and why. Undefined as `withdrawTrackCertificate`. */
export function withdrawCertificateByStaff(
  database: Database,
  key: number,
  entry: { readonly staffId: number; readonly reason: WithdrawalReason | undefined; readonly now: Date },
): Promise<TrackCertificate | undefined> {
  const { staffId, reason, now } = entry;
  return database.transaction(async (tx) => {
    const withdrawn = await withdrawTrackCertificate(tx, key, { by: 'staff', reason, now });
    if (withdrawn === undefined) return undefined;
    await noteAudit(tx, {
      by: staffId,
      action: 'learning.withdraw_certificate',
      subject: { kind: 'track_certificate', id: key },
      ...(reason === undefined ? {} : { detail: { reason } }),
      at: now,
    });
    return withdrawn;
  });
}

/** The certificate of a code, withdrawn or not. */
export async function trackCertificateByCode(db: Queryable, code: string): Promise<TrackCertificate | undefined> {
  if (!/^[A-Z0-9]{10}$/.test(code)) return undefined;
  const { rows } = await db.execute<CertificateRow>(sql`select * from track_certificate where code = ${code}`);
  return rows[0] && readCertificate(rows[0]);
}

/** The certificate of a key, withdrawn or not. */
export async function trackCertificateByKey(db: Queryable, key: number): Promise<TrackCertificate | undefined> {
  const { rows } = await db.execute<CertificateRow>(sql`select * from track_certificate where id = ${key}`);
  return rows[0] && readCertificate(rows[0]);
}
