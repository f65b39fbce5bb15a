import { sql } from 'drizzle-orm';
import type { Audience } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { insertWorkshop, type Origin, type WorkshopInput } from './create.ts';
import { lockWorkshop } from './lock.ts';
import type { programmeKinds } from './schema.ts';
import { selectWorkshops, type Workshop } from './workshop.ts';

/**
 * A programme is a workshop with several sessions. Seats, waiting list, offers, reminders and what is told of changes are a workshop's; what is
 * its own is that one seat counts for all sessions, that each is noted apart, and that coming to enough of them completes it.
 */
export type ProgrammeKind = (typeof programmeKinds)[number];

/** The share of the sessions that somebody must have come to. */
export const completeShare = 0.75;

/** The most sessions of one programme: two a week for half a year. */
export const mostSessions = 60;

export interface SessionTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a programme is made of. Checked at the edge: one session at least, each ends after it starts, none at the same time as another. */
export interface ProgrammeInput extends Omit<WorkshopInput, 'startsAt' | 'endsAt' | 'audience'> {
  readonly kind: ProgrammeKind;
  readonly sessions: readonly SessionTime[];
}

const audienceOf: Readonly<Record<ProgrammeKind, readonly Audience[]>> = {
  after_school: ['students', 'children'],
  vocational: ['workers', 'job_seekers'],
  adult: ['everyone'],
  teacher_training: ['teachers'],
  digital_teachers: ['teachers'],
  digital_students: ['students'],
};

/** Makes a programme with its sessions; undefined when its given id is taken. */
export async function createProgramme(
  tx: Queryable,
  { kind, sessions, ...input }: ProgrammeInput,
  by: { readonly staffId: number | undefined; readonly now: Date; readonly origin?: Origin },
): Promise<Workshop | undefined> {
  const times = [...sessions].sort((one, other) => +one.startsAt - +other.startsAt);
  const [first] = times;
  if (first === undefined) throw new Error('A programme has a session.');
  const endsAt = new Date(Math.max(...times.map((time) => +time.endsAt)));
  const workshop = await insertWorkshop(
    tx,
    { ...input, startsAt: first.startsAt, endsAt, audience: audienceOf[kind] },
    { authorId: by.staffId, ...by.origin },
    by.now,
  );
  if (workshop === undefined) return undefined;
  await tx.execute(sql`update workshop set programme = ${kind} where id = ${workshop.key}`);
  const rows = times.map((time) => ({ starts_at: time.startsAt, ends_at: time.endsAt }));
  await tx.execute(sql`
    insert into workshop_session (workshop_id, starts_at, ends_at)
    select ${workshop.key}, starts_at, ends_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as session (starts_at timestamptz, ends_at timestamptz)`);
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.create_programme',
    subject: { kind: 'workshop', id: workshop.key },
    detail: { kind, sessions: times.length },
    at: by.now,
  });
  return (await selectWorkshops(tx, sql`where workshop.id = ${workshop.key}`))[0];
}

/** Programmes for staff: those that are not over first, soonest first; then the others. */
export function listProgrammes(
  db: Queryable,
  look: {
    readonly now: Date;
    readonly organisationId?: number | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<Workshop[]> {
  const { now, organisationId = null, limit, offset } = look;
  return selectWorkshops(
    db,
    sql`where programme is not null and (${organisationId}::bigint is null or organisation_id = ${organisationId}::bigint)
    order by ends_at <= ${now}, starts_at, workshop.id limit ${limit} offset ${offset}`,
  );
}

/** Somebody enrolled, and which sessions they came to; without a name. */
export interface ProgrammeMember {
  readonly registrationKey: number;
  readonly code: string;
  readonly sessionKeys: readonly number[];
  readonly completedAt: Date | undefined;
}

/** Who has a seat, in the order of their codes. */
export async function programmeMembers(db: Queryable, workshopKey: number): Promise<ProgrammeMember[]> {
  const { rows } = await db.execute<{
    id: string;
    code: string;
    sessions: (string | number)[] | null;
    completed_at: string | null;
  }>(sql`
    select id, code, sessions_attended as sessions, completed_at from workshop_registration
    where workshop_id = ${workshopKey} and state = 'taken' and learner_id is not null order by code`);
  return rows.map((row) => ({
    registrationKey: Number(row.id),
    code: row.code,
    sessionKeys: (row.sessions ?? []).map(Number),
    completedAt: row.completed_at === null ? undefined : new Date(row.completed_at),
  }));
}

export type AttendanceOutcome = 'noted' | 'unknown' | 'not_yet';

/**
 * Notes who came to a session: exactly the given ones of those who have a seat. Pressing twice is the same as once; a slip is set right by
 * noting anew, and with it whether somebody completed. A certificate that was issued stays.
 */
export async function noteSession(
  tx: Queryable,
  noted: { readonly workshopKey: number; readonly sessionKey: number; readonly registrationKeys: readonly number[] },
  by: { readonly staffId: number | undefined; readonly now: Date },
): Promise<AttendanceOutcome> {
  const { workshopKey, sessionKey } = noted;
  if ((await lockWorkshop(tx, workshopKey)) === undefined) return 'unknown';
  const { rows } = await tx.execute<{ starts_at: string; sessions: number }>(sql`
    select starts_at, (select count(*)::int from workshop_session where workshop_id = ${workshopKey}) as sessions
    from workshop_session where id = ${sessionKey} and workshop_id = ${workshopKey}`);
  const session = rows[0];
  if (session === undefined) return 'unknown';
  // A quarter of an hour before: who comes early is noted at the door.
  if (new Date(session.starts_at).getTime() - 15 * 60_000 > by.now.getTime()) return 'not_yet';
  const needed = Math.ceil(session.sessions * completeShare);
  const came = sql`id = any(${sql.param([...noted.registrationKeys])}::bigint[])`;
  await tx.execute(sql`
    update workshop_registration set sessions_attended = case when ${came}
        then array(select distinct unnest(coalesce(sessions_attended, '{}') || ${sessionKey}::bigint) order by 1)
        else array_remove(coalesce(sessions_attended, '{}'), ${sessionKey}::bigint) end, noted_at = ${by.now}
    where workshop_id = ${workshopKey} and state = 'taken' and learner_id is not null`);
  // The last time somebody came: the question how it was follows the end of a programme, not its first session.
  await tx.execute(sql`
    update workshop_registration set
      checked_in_at = case when cardinality(sessions_attended) = 0 then null when ${came} then ${by.now}::timestamptz else checked_in_at end,
      completed_at = case when cardinality(sessions_attended) >= ${needed} then coalesce(completed_at, ${by.now}::timestamptz) end
    where workshop_id = ${workshopKey} and state = 'taken' and learner_id is not null`);
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.note_session',
    subject: { kind: 'workshop', id: workshopKey },
    detail: { session: sessionKey, came: noted.registrationKeys.length },
    at: by.now,
  });
  return 'noted';
}

/** Notes that somebody agreed to what enrolling means. */
export async function noteAgreed(tx: Queryable, registrationKey: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update workshop_registration set agreed_at = coalesce(agreed_at, ${now}::timestamptz) where id = ${registrationKey}`);
}
