import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { noticeKinds } from './schema.ts';

/**
 * What is to be said to somebody who registered. This module only writes down that it is due; the conversation says it. A
 * notice is unique per registration, kind and version: whatever runs twice makes it once.
 */
export type NoticeKind = (typeof noticeKinds)[number];

/** What a change was: times as ISO text, the ward as its code, null for nothing there. */
export type WorkshopChanges = Readonly<
  Partial<Record<ChangedField, { readonly from: string | null; readonly to: string | null }>>
>;
export type ChangedField = 'startsAt' | 'endsAt' | 'place' | 'ward' | 'onlineUrl';

export interface Notice {
  readonly key: number;
  readonly kind: NoticeKind;
  readonly registrationKey: number;
  readonly workshopKey: number;
  /** Who it is about; the letter goes to this learner's account. */
  readonly learnerId: number;
  readonly accountId: number;
  /** Of 'changed'. */
  readonly changes: WorkshopChanges | undefined;
  /** Of 'offer': until when the seat is held. */
  readonly offerUntil: Date | undefined;
  readonly notAfter: Date;
  /** Of a reminder: the start it is about. */
  readonly startsAt: Date | undefined;
}

/** Whether a notice still says what is true, over `notice`, `registration` and `workshop`. */
const stillTrue = sql`(case notice.kind
  when 'offer' then registration.state = 'offered' and registration.version = notice.version
  when 'offer_over' then registration.state = 'expired' and registration.version = notice.version
  when 'changed' then registration.state in ('taken', 'waiting', 'offered') and workshop.status = 'planned'
  when 'cancelled' then workshop.status = 'cancelled'
  when 'withdrawn' then registration.state = 'cancelled' and registration.version = notice.version
    and workshop.status = 'planned'
  when 'feedback' then registration.rating is null
  else registration.state = 'taken' and workshop.status = 'planned' and (
    (registration.checked_in_at is null and notice.version = extract(epoch from workshop.starts_at)::bigint)
    or exists (select 1 from workshop_session as session where session.workshop_id = workshop.id
      and session.starts_at > workshop.starts_at and extract(epoch from session.starts_at)::bigint = notice.version)) end)`;

const from = sql`workshop_notice as notice
  join workshop_registration as registration on registration.id = notice.registration_id
  join workshop on workshop.id = registration.workshop_id join learner on learner.id = registration.learner_id`;

/**
 * Notices to say now, oldest first. They are not claimed: whoever says one calls `settleNotice` in the transaction that does, and says
 * nothing when that is false.
 * @param skip keys that could not be said in this round
 */
export async function noticesDue(
  db: Queryable,
  look: { readonly now: Date; readonly limit: number; readonly skip?: readonly number[] },
): Promise<Notice[]> {
  const { rows } = await db.execute<{
    id: string;
    kind: NoticeKind;
    registration_id: string;
    workshop_id: string;
    learner_id: string;
    account_id: string;
    facts: WorkshopChanges;
    offer_until: string | null;
    not_after: string;
    version: string;
  }>(sql`
    select notice.id, notice.kind, notice.registration_id, registration.workshop_id, registration.learner_id, learner.account_id,
      notice.facts, registration.offer_until, notice.not_after, notice.version
    from ${from}
    where settled_at is null and due_at <= ${look.now} and not_after > ${look.now} and ${stillTrue}
      and notice.id <> all(${sql.param([...(look.skip ?? [])])}::bigint[])
    order by due_at, notice.id limit ${look.limit}`);
  return rows.map((row) => ({
    key: Number(row.id),
    kind: row.kind,
    registrationKey: Number(row.registration_id),
    workshopKey: Number(row.workshop_id),
    learnerId: Number(row.learner_id),
    accountId: Number(row.account_id),
    changes: row.kind === 'changed' ? row.facts : undefined,
    offerUntil: row.kind === 'offer' && row.offer_until !== null ? new Date(row.offer_until) : undefined,
    notAfter: new Date(row.not_after),
    startsAt: row.kind.startsWith('reminder') ? new Date(Number(row.version) * 1000) : undefined,
  }));
}

/**
 * Notes that a notice was said. False when another process was faster or it is no longer true: then nothing may be said. To be
 * called in the transaction that puts the message into the outbox; a rollback makes the notice due again.
 */
export async function settleNotice(tx: Queryable, key: number, now: Date): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_notice as notice set settled_at = ${now}
    from workshop_registration as registration join workshop on workshop.id = registration.workshop_id
    where notice.id = ${key} and registration.id = notice.registration_id and settled_at is null and not_after > ${now}
      and ${stillTrue} returning 1`);
  return rows.length > 0;
}

/** Ends notices that came too late or are no longer true, so that they are not looked at again. Returns how many. */
export async function dropStaleNotices(db: Queryable, now: Date): Promise<number> {
  const { rows } = await db.execute(sql`
    update workshop_notice as notice set settled_at = ${now}
    from workshop_registration as registration join workshop on workshop.id = registration.workshop_id
    where registration.id = notice.registration_id and settled_at is null and due_at <= ${now}
      and (not_after <= ${now} or not ${stillTrue} or registration.learner_id is null) returning 1`);
  return rows.length;
}

/** Writes down that something is due for the registrations that `where` chooses, over `registration`. Returns how many are new. */
export async function makeNotices(
  tx: Queryable,
  notice: {
    readonly kind: NoticeKind;
    readonly version: SQL;
    readonly where: SQL;
    readonly facts?: WorkshopChanges;
    readonly madeAt: Date;
    readonly dueAt: Date;
    readonly notAfter: Date;
  },
): Promise<number> {
  const { rows } = await tx.execute(sql`
    insert into workshop_notice (registration_id, kind, version, facts, made_at, due_at, not_after)
    select registration.id, ${notice.kind}, ${notice.version}, ${JSON.stringify(notice.facts ?? {})}::jsonb, ${notice.madeAt},
      ${notice.dueAt}, ${notice.notAfter}
    from workshop_registration as registration where registration.learner_id is not null and ${notice.where}
    on conflict (registration_id, kind, version) do nothing returning 1`);
  return rows.length;
}
