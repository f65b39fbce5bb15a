import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { lockWorkshop } from './lock.ts';
import { newSeatCode, type Registration, registrationByCode, registrationByKey } from './registration.ts';

export type CheckInOutcome =
  | { readonly kind: 'checked_in'; readonly registration: Registration }
  /** Was there already: the same scan sent again, or a second one. */
  | { readonly kind: 'again'; readonly registration: Registration }
  /** Has no seat: waits, gave it up, or never got one. `admit` lets them in all the same. */
  | { readonly kind: 'no_seat'; readonly registration: Registration }
  /** The code belongs to another workshop. */
  | { readonly kind: 'other_workshop'; readonly registration: Registration }
  | { readonly kind: 'unknown' };

/** One scan at the door, perhaps sent hours later: a door without network queues its scans, each with an id of its own. */
export interface Scan {
  /** Made by the door: the same scan sent again has the same one. */
  readonly requestId: string;
  readonly workshopKey: number;
  /** The code as typed or scanned, or the registration's key. */
  readonly who: { readonly code: string } | { readonly registrationKey: number };
  /** When somebody was there, by the door's clock. */
  readonly at: Date;
  /** Lets somebody without a seat in; they take nobody's. */
  readonly admit?: boolean;
}

/**
 * Notes that somebody came. A repeated scan changes nothing, whatever happened in between: a queue that is sent again after
 * somebody's check-in was taken back does not check them in anew.
 */
export async function checkIn(
  tx: Queryable,
  scan: Scan,
  by: { readonly staffId: number | undefined; readonly now: Date },
): Promise<CheckInOutcome> {
  const found =
    'code' in scan.who
      ? await registrationByCode(tx, scan.who.code)
      : await registrationByKey(tx, scan.who.registrationKey);
  if (found === undefined) return { kind: 'unknown' };
  if (found.workshopKey !== scan.workshopKey) return { kind: 'other_workshop', registration: found };
  // Scans of one workshop take turns, so that two doors agree on who was first.
  await lockWorkshop(tx, scan.workshopKey);
  const before = (await registrationByKey(tx, found.key)) ?? found;
  const isNew = await claimScan(tx, { scanId: scanIdOf(scan), outcome: 'seen' }, before.key, by.now);
  if (before.checkedInAt !== undefined || !isNew) return { kind: 'again', registration: before };
  if (before.state !== 'taken' && scan.admit !== true) {
    await forgetScan(tx, scanIdOf(scan));
    return { kind: 'no_seat', registration: before };
  }
  const at = notAhead(scan.at, by.now);
  await tx.execute(sql`
    update workshop_registration set checked_in_at = ${at}, walk_in = walk_in or state <> 'taken', state = 'taken',
      taken_at = coalesce(taken_at, ${at}::timestamptz), waiting_since = null, offer_until = null,
      version = version + 1, noted_at = ${by.now}
    where id = ${before.key}`);
  await note(tx, 'workshop.check_in', scan.workshopKey, by);
  const registration = await registrationByKey(tx, before.key);
  return { kind: 'checked_in', registration: registration ?? before };
}

/** A door whose clock is ahead does not check in tomorrow's people. */
function notAhead(at: Date, now: Date): Date {
  return new Date(Math.min(at.getTime(), now.getTime()));
}

/** Doors of different workshops know nothing of each other: their ids may be the same. */
function scanIdOf({ workshopKey, requestId }: Pick<Scan, 'workshopKey' | 'requestId'>): string {
  return `${workshopKey} ${requestId}`;
}

/** False when this scan has been seen. */
async function claimScan(
  tx: Queryable,
  { scanId, outcome }: { readonly scanId: string; readonly outcome: 'seen' | 'undone' },
  registrationKey: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into workshop_scan (request_id, registration_id, outcome, scanned_at)
    values (${scanId}, ${registrationKey}, ${outcome}, ${now}) on conflict (request_id) do nothing returning 1`);
  return rows.length > 0;
}

async function forgetScan(tx: Queryable, scanId: string): Promise<void> {
  await tx.execute(sql`delete from workshop_scan where request_id = ${scanId}`);
}

function note(
  tx: Queryable,
  action: 'workshop.check_in' | 'workshop.undo_check_in' | 'workshop.walk_in',
  workshopKey: number,
  by: { readonly staffId: number | undefined; readonly now: Date },
): Promise<void> {
  return noteAudit(tx, { by: by.staffId, action, subject: { kind: 'workshop', id: workshopKey }, at: by.now });
}

/** The registration that a scan or a walk-in of this id was about; undefined for one that never arrived. */
export async function registrationOfScan(
  tx: Queryable,
  scan: Pick<Scan, 'workshopKey' | 'requestId'>,
): Promise<Registration | undefined> {
  const { rows } = await tx.execute<{ registration_id: string }>(
    sql`select registration_id from workshop_scan where request_id = ${scanIdOf(scan)}`,
  );
  return rows[0] && registrationByKey(tx, Number(rows[0].registration_id));
}

/**
 * Takes a check-in back; a walk-in with nothing else goes. False when nobody was checked in.
 * @param requestId made by the door: the same request sent again, after somebody checked in anew, takes nothing back
 */
export async function undoCheckIn(
  tx: Queryable,
  registrationKey: number,
  by: { readonly staffId: number | undefined; readonly now: Date },
  requestId?: string,
): Promise<boolean> {
  const found = await registrationByKey(tx, registrationKey);
  if (found === undefined) return false;
  await lockWorkshop(tx, found.workshopKey);
  const before = await registrationByKey(tx, registrationKey);
  const isNew =
    requestId === undefined ||
    (await claimScan(
      tx,
      { scanId: scanIdOf({ workshopKey: found.workshopKey, requestId }), outcome: 'undone' },
      registrationKey,
      by.now,
    ));
  if (before?.checkedInAt === undefined || !isNew) return false;
  if (found.learnerId === undefined) {
    await tx.execute(sql`delete from workshop_registration where id = ${registrationKey}`);
  } else {
    // Who had no seat before has none again.
    await tx.execute(sql`
      update workshop_registration set checked_in_at = null, state = case when walk_in then 'cancelled' else state end,
        walk_in = false, version = version + 1, noted_at = ${by.now}
      where id = ${registrationKey}`);
  }
  await note(tx, 'workshop.undo_check_in', found.workshopKey, by);
  return true;
}

/** The longest name noted at the door. */
const longestDoorName = 100;

/** Notes somebody who came without registering. The same request again is the same person. Undefined for an unknown workshop. */
export async function walkIn(
  tx: Queryable,
  guest: {
    readonly requestId: string;
    readonly workshopKey: number;
    readonly name?: string | undefined;
    readonly at: Date;
  },
  by: { readonly staffId: number | undefined; readonly now: Date },
): Promise<Registration | undefined> {
  if ((await lockWorkshop(tx, guest.workshopKey)) === undefined) return undefined;
  const { rows: known } = await tx.execute<{ registration_id: string }>(
    sql`select registration_id from workshop_scan where request_id = ${scanIdOf(guest)}`,
  );
  if (known[0] !== undefined) return registrationByKey(tx, Number(known[0].registration_id));
  const at = notAhead(guest.at, by.now);
  const name = guest.name?.trim().slice(0, longestDoorName).toWellFormed() || null;
  for (;;) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into workshop_registration (workshop_id, state, code, registered_at, taken_at, checked_in_at, walk_in, name, noted_at)
      values (${guest.workshopKey}, 'taken', ${newSeatCode()}, ${at}, ${at}, ${at}, true, ${name}, ${by.now})
      on conflict (code) do nothing returning id`);
    const id = rows[0]?.id;
    if (id === undefined) continue;
    await tx.execute(sql`
      insert into workshop_scan (request_id, registration_id, outcome, scanned_at)
      values (${scanIdOf(guest)}, ${id}, 'walk_in', ${by.now})`);
    await note(tx, 'workshop.walk_in', guest.workshopKey, by);
    return registrationByKey(tx, Number(id));
  }
}
