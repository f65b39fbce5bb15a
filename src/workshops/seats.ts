import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Moment, offersEnd } from './allowed.ts';
import { countSeats, type LockedWorkshop, lockWorkshop } from './lock.ts';
import { fillSeats } from './offers.ts';
import {
  longestNeeds,
  type Needs,
  newSeatCode,
  type Registration,
  registrationByKey,
  registrationOfLearner,
} from './registration.ts';

export type RegisterOutcome =
  /** Has a seat now; also who accepted an offer by registering, or waited and found one free. */
  | { readonly kind: 'registered'; readonly registration: Registration }
  /** In the waiting list, at `registration.waitingPlace`. */
  | { readonly kind: 'waiting'; readonly registration: Registration }
  /** Had a seat, or was waiting, before. */
  | { readonly kind: 'already'; readonly registration: Registration }
  /** No seat and nothing was written: `mayWait` says whether a waiting list makes sense still. */
  | { readonly kind: 'full'; readonly waiting: number; readonly mayWait: boolean }
  /** Over, cancelled, invented, or gone: nothing was written. */
  | { readonly kind: 'started' | 'cancelled' | 'sample' | 'unknown' };

/**
 * Gives a learner a seat, or a place in the waiting list. Never oversold: everybody who asks for a seat of this workshop waits for the
 * transaction before, a few milliseconds. A free seat that people wait for is theirs: who comes now queues behind them. Only when
 * no more offers are made (two hours before the start) it goes to whoever asks at once, waiting or not: an offer that lies unread would
 * leave the chair empty.
 * @param ifFull whether to join the waiting list, or to be told that it is full first
 */
export async function register(
  tx: Queryable,
  wish: {
    readonly workshopKey: number;
    readonly learnerId: number;
    readonly needs?: Needs | undefined;
    readonly ifFull?: 'wait' | 'tell';
    readonly now: Date;
  },
): Promise<RegisterOutcome> {
  const { workshopKey, learnerId, now, ifFull = 'wait' } = wish;
  const workshop = await lockWorkshop(tx, workshopKey);
  if (workshop === undefined) return { kind: 'unknown' };
  if (workshop.sample) return { kind: 'sample' };
  const known = await registrationOfLearner(tx, workshopKey, learnerId);
  if (known?.state === 'taken') return { kind: 'already', registration: known };
  if (workshop.status === 'cancelled') return { kind: 'cancelled' };
  if (workshop.startsAt <= now) return { kind: 'started' };
  const { free, waiting } = await countSeats(tx, workshop);
  const holdsOffer = known?.state === 'offered' && known.offerUntil !== undefined && known.offerUntil > now;
  const mayWait = offersEnd(workshop.startsAt) > now;
  // A seat held by an offer of their own that ran out a moment ago is free as well.
  const ownSeat = known?.state === 'offered' ? 1 : 0;
  if (holdsOffer || (free + ownSeat > 0 && (waiting === 0 || !mayWait))) {
    const key = await write(tx, { ...wish, known, state: 'taken' });
    return { kind: 'registered', registration: await read(tx, key) };
  }
  if (known?.state === 'waiting') return { kind: 'already', registration: known };
  if (!mayWait || ifFull === 'tell') return { kind: 'full', waiting, mayWait };
  const key = await write(tx, { ...wish, known, state: 'waiting' });
  return { kind: 'waiting', registration: await read(tx, key) };
}

async function read(tx: Queryable, key: number): Promise<Registration> {
  const registration = await registrationByKey(tx, key);
  if (registration === undefined) throw new Error('A registration was written and then was not there.');
  return registration;
}

/** Writes the one row of learner and workshop; needs that are not given stay as they were. */
async function write(
  tx: Queryable,
  entry: {
    readonly workshopKey: number;
    readonly learnerId: number;
    readonly needs?: Needs | undefined;
    readonly now: Date;
    readonly known: Registration | undefined;
    readonly state: 'taken' | 'waiting';
  },
): Promise<number> {
  const { workshopKey, learnerId, now, known, state } = entry;
  const needs = entry.needs ?? known?.needs ?? { kinds: [] };
  const taken = state === 'taken' ? now : null;
  const waiting = state === 'waiting' ? now : null;
  // A code met twice is rolled again; the unique key tells, and a conflict on it does not end the transaction.
  for (;;) {
    const { rows } = await tx.execute<{ id: string }>(
      known === undefined
        ? sql`
      insert into workshop_registration (workshop_id, learner_id, state, code, needs, needs_text, registered_at, taken_at,
        waiting_since, noted_at)
      values (${workshopKey}, ${learnerId}, ${state}, ${newSeatCode()}, ${sql.param([...needs.kinds])}::text[],
        ${cut(needs.text)}, ${now}, ${taken}, ${waiting}, ${now})
      on conflict (code) do nothing returning id`
        : sql`
      update workshop_registration set state = ${state}, needs = ${sql.param([...needs.kinds])}::text[],
        needs_text = ${cut(needs.text)}, taken_at = ${taken}::timestamptz, waiting_since = ${waiting}::timestamptz,
        offer_until = null, cancelled_at = null,
        registered_at = case when state in ('waiting', 'offered') then registered_at else ${now}::timestamptz end,
        version = version + 1, noted_at = ${now}
      where id = ${known.key} returning id`,
    );
    const id = rows[0]?.id;
    if (id !== undefined) return Number(id);
  }
}

function cut(text: string | undefined): string | null {
  const kept = text?.trim().slice(0, longestNeeds).toWellFormed() ?? '';
  return kept === '' ? null : kept;
}

/** Notes what somebody needs to take part. False when the registration is not there or not in force. */
export async function noteNeeds(tx: Queryable, registrationKey: number, needs: Needs, now: Date): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_registration set needs = ${sql.param([...needs.kinds])}::text[], needs_text = ${cut(needs.text)},
      noted_at = ${now}
    where id = ${registrationKey} and state in ('taken', 'waiting', 'offered') returning 1`);
  return rows.length > 0;
}

export type AcceptOutcome =
  | { readonly kind: 'registered'; readonly registration: Registration }
  /** Nothing was offered, or the answer came too late and the seat has gone on: they may register again. */
  | { readonly kind: 'too_late'; readonly registration: Registration; readonly mayWait: boolean }
  | { readonly kind: 'started' | 'cancelled' | 'unknown' };

/**
 * Takes the seat that is held. An answer that comes late still gets it while it is free and nobody else waits for it; pressing twice is
 * the same as once.
 */
export async function acceptOffer(tx: Queryable, registrationKey: number, now: Date): Promise<AcceptOutcome> {
  const held = await lockOf(tx, registrationKey);
  if (held === undefined) return { kind: 'unknown' };
  const { workshop, registration } = held;
  const { learnerId, state } = registration;
  if (learnerId === undefined) return { kind: 'unknown' };
  const mayWait = offersEnd(workshop.startsAt) > now;
  if (state !== 'offered' && state !== 'expired' && state !== 'taken')
    return { kind: 'too_late', registration, mayWait };
  const outcome = await register(tx, { workshopKey: workshop.key, learnerId, ifFull: 'tell', now });
  switch (outcome.kind) {
    case 'registered':
      return outcome;
    case 'already':
      return { kind: 'registered', registration: outcome.registration };
    case 'started':
    case 'cancelled':
      return { kind: outcome.kind };
    case 'full':
      return { kind: 'too_late', registration, mayWait };
    default:
      return { kind: 'unknown' };
  }
}

/** The registration under its workshop's lock, read after the lock was had. */
async function lockOf(
  tx: Queryable,
  registrationKey: number,
): Promise<{ workshop: LockedWorkshop; registration: Registration } | undefined> {
  const found = await registrationByKey(tx, registrationKey);
  const workshop = found && (await lockWorkshop(tx, found.workshopKey));
  const registration = workshop && (await registrationByKey(tx, registrationKey));
  return registration && { workshop, registration };
}

/** What giving up a seat or place did. */
export type GiveUpOutcome =
  | { readonly kind: 'given_up'; readonly registration: Registration; readonly before: Registration['state'] }
  /** Had nothing to give up any more: pressed twice, or the offer ran out. */
  | { readonly kind: 'nothing'; readonly registration: Registration }
  | { readonly kind: 'unknown' };

/** Turns an offer down and leaves the waiting list; the seat goes on at once. */
export function declineOffer(tx: Queryable, registrationKey: number, moment: Moment): Promise<GiveUpOutcome> {
  return giveUp(tx, registrationKey, 'declined', ['offered'], moment);
}

/** Gives up a seat, an offer or a place in the waiting list; a freed seat goes on at once. */
export function cancelRegistration(tx: Queryable, registrationKey: number, moment: Moment): Promise<GiveUpOutcome> {
  return giveUp(tx, registrationKey, 'cancelled', ['taken', 'offered', 'waiting'], moment);
}

async function giveUp(
  tx: Queryable,
  registrationKey: number,
  state: 'declined' | 'cancelled',
  from: readonly Registration['state'][],
  moment: Moment,
): Promise<GiveUpOutcome> {
  const held = await lockOf(tx, registrationKey);
  if (held === undefined) return { kind: 'unknown' };
  const { workshop, registration } = held;
  // Who was there cannot have given up the seat: an old button must not undo the check-in.
  if (!from.includes(registration.state) || registration.checkedInAt !== undefined) {
    return { kind: 'nothing', registration };
  }
  await tx.execute(sql`
    update workshop_registration set state = ${state}, waiting_since = null, offer_until = null, cancelled_at = ${moment.now},
      version = version + 1, noted_at = ${moment.now}
    where id = ${registrationKey}`);
  await fillSeats(tx, workshop, moment);
  return { kind: 'given_up', registration: await read(tx, registrationKey), before: registration.state };
}

/**
 * Takes a cancelling back: the seat while one is free and nobody was offered it, else nothing (`full`: they may register again). It is
 * `register` that decides.
 */
export async function undoCancel(tx: Queryable, registrationKey: number, now: Date): Promise<RegisterOutcome> {
  const registration = await registrationByKey(tx, registrationKey);
  if (registration?.learnerId === undefined) return { kind: 'unknown' };
  const { workshopKey, learnerId } = registration;
  return register(tx, { workshopKey, learnerId, ifFull: 'tell', now });
}
