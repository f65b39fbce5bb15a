import { randomInt } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { needKinds, registrationStates } from './schema.ts';

/**
 * What became of a wish to come:
 *
 *   register ──> taken ──> cancelled            (register again starts anew, at the end of the list)
 *      └──────> waiting ──offer──> offered ──accept──> taken
 *                  └──> cancelled      ├──decline──> declined
 *                                      └──in time──> expired
 *
 * 'taken' and 'offered' hold a seat; so a seat is free the moment its holder's state changes, whatever it changed to.
 */
export type RegistrationState = (typeof registrationStates)[number];

/** Help that somebody needs to take part. */
export type NeedKind = (typeof needKinds)[number];

export interface Needs {
  readonly kinds: readonly NeedKind[];
  /** In their own words, at most `longestNeeds` characters. */
  readonly text?: string | undefined;
}

export const longestNeeds = 200;

export interface Registration {
  readonly key: number;
  readonly workshopKey: number;
  /** Undefined: came without registering. */
  readonly learnerId: number | undefined;
  readonly state: RegistrationState;
  /** Six signs, for the door. */
  readonly code: string;
  readonly needs: Needs;
  readonly registeredAt: Date;
  /** From 1: who is first in the waiting list. Undefined when not waiting. */
  readonly waitingPlace: number | undefined;
  /** Until when a seat is held for who was offered one. */
  readonly offerUntil: Date | undefined;
  readonly checkedInAt: Date | undefined;
  readonly walkIn: boolean;
  /** Of somebody who came without registering: as noted at the door. */
  readonly name: string | undefined;
  readonly rating: number | undefined;
  readonly comment: string | undefined;
  readonly certificateCode: string | undefined;
  /** Grows with every change of state. */
  readonly version: number;
}

interface RegistrationRow extends Record<string, unknown> {
  id: string;
  workshop_id: string;
  learner_id: string | null;
  state: RegistrationState;
  code: string;
  needs: NeedKind[];
  needs_text: string | null;
  registered_at: string;
  waiting_place: string | null;
  offer_until: string | null;
  checked_in_at: string | null;
  walk_in: boolean;
  name: string | null;
  rating: number | null;
  comment: string | null;
  certificate_code: string | null;
  version: number;
}

const orNone = (moment: string | null): Date | undefined => (moment === null ? undefined : new Date(moment));

function registrationOf(row: RegistrationRow): Registration {
  return {
    key: Number(row.id),
    workshopKey: Number(row.workshop_id),
    learnerId: row.learner_id === null ? undefined : Number(row.learner_id),
    state: row.state,
    code: row.code,
    needs: { kinds: row.needs, text: row.needs_text ?? undefined },
    registeredAt: new Date(row.registered_at),
    waitingPlace: row.waiting_place === null ? undefined : Number(row.waiting_place),
    offerUntil: orNone(row.offer_until),
    checkedInAt: orNone(row.checked_in_at),
    walkIn: row.walk_in,
    name: row.name ?? undefined,
    rating: row.rating ?? undefined,
    comment: row.comment ?? undefined,
    certificateCode: row.certificate_code ?? undefined,
    version: row.version,
  };
}

/** The registrations a condition chooses. @param rest `where …`, over `registration` */
export async function selectRegistrations(db: Queryable, rest: SQL): Promise<Registration[]> {
  const { rows } = await db.execute<RegistrationRow>(sql`
    select registration.*, case when registration.state = 'waiting' then (
      select count(*) from workshop_registration as ahead where ahead.workshop_id = registration.workshop_id
        and ahead.state = 'waiting'
        and (ahead.waiting_since, ahead.id) <= (registration.waiting_since, registration.id)) end as waiting_place
    from workshop_registration as registration ${rest}`);
  return rows.map(registrationOf);
}

/** A learner's registration for a workshop, whatever became of it. */
export async function registrationOfLearner(
  db: Queryable,
  workshopKey: number,
  learnerId: number,
): Promise<Registration | undefined> {
  const found = await selectRegistrations(
    db,
    sql`where registration.workshop_id = ${workshopKey} and registration.learner_id = ${learnerId}`,
  );
  return found[0];
}

/** The registration of a key, whatever became of it. */
export async function registrationByKey(db: Queryable, key: number): Promise<Registration | undefined> {
  return (await selectRegistrations(db, sql`where registration.id = ${key}`))[0];
}

/** The registration of a code at the door, as typed or scanned. */
export async function registrationByCode(db: Queryable, code: string): Promise<Registration | undefined> {
  const read = readSeatCode(code);
  if (read === undefined) return undefined;
  return (await selectRegistrations(db, sql`where registration.code = ${read}`))[0];
}

/**
 * What everybody of an account (oneself and relatives) has, waits for or is offered in workshops that are not over, soonest
 * first; cancelled workshops as well, so that they can be shown as such.
 */
export function registrationsOfAccount(db: Queryable, accountId: number, now: Date): Promise<Registration[]> {
  return selectRegistrations(
    db,
    sql`join workshop on workshop.id = registration.workshop_id
    join learner on learner.id = registration.learner_id
    where learner.account_id = ${accountId} and registration.state in ('taken', 'waiting', 'offered') and ends_at > ${now}
    order by starts_at, registration.id`,
  );
}

/** The same of one learner alone. */
export function registrationsOfLearner(db: Queryable, learnerId: number, now: Date): Promise<Registration[]> {
  return selectRegistrations(
    db,
    sql`join workshop on workshop.id = registration.workshop_id
    where registration.learner_id = ${learnerId} and registration.state in ('taken', 'waiting', 'offered')
      and ends_at > ${now} order by starts_at, registration.id`,
  );
}

/** Everybody of a workshop for staff: who has a seat, who is offered one, who waits (in order), who came besides, then the others. */
export function attendeesOf(db: Queryable, workshopKey: number): Promise<Registration[]> {
  return selectRegistrations(
    db,
    sql`where registration.workshop_id = ${workshopKey}
    order by array_position(array['taken', 'offered', 'waiting'], registration.state) nulls last, walk_in,
      waiting_since, registration.id`,
  );
}

/** Signs that nobody takes for one another, written or read aloud: no 0 O, 1 I L, 5 S, 2 Z, 8 B, U V. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const codeLength = 6;

/** A new code of 148 million: who guesses finds one of ten thousand once in fifteen thousand tries, and only staff can use it. */
export function newSeatCode(length = codeLength): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** The code somebody typed or scanned; undefined when it cannot be one. */
export function readSeatCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]+/gu, '');
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}
