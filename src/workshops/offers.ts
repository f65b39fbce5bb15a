import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type AllowedFrom, type Moment, offersEnd, offerUntil } from './allowed.ts';
import { type LockedWorkshop, lockWorkshop } from './lock.ts';
import { makeNotices } from './notice.ts';
import type { Workshop } from './workshop.ts';

/** Why nobody is being offered a seat just now. */
export type NoOffer =
  | { readonly reason: 'nobody_waits' | 'no_free_seat' | 'cancelled' | 'started' }
  /** The start is too near: a free seat goes to whoever registers at once. */
  | { readonly reason: 'too_late'; readonly since: Date }
  | { readonly reason: 'quiet_hours'; readonly until: Date };

/** Why nobody is offered a seat, as the key of its words for staff. */
export const noOfferTexts: Readonly<Record<NoOffer['reason'], string>> = {
  nobody_waits: 'workshop-no-offer-nobody_waits',
  no_free_seat: 'workshop-no-offer-no_free_seat',
  cancelled: 'workshop-no-offer-cancelled',
  started: 'workshop-no-offer-started',
  too_late: 'workshop-no-offer-too_late',
  quiet_hours: 'workshop-no-offer-quiet_hours',
};

/** Why a workshop offers no seat at this moment; undefined when one is being offered (within the minute). */
export function whyNotOffered(
  workshop: Pick<Workshop, 'status' | 'startsAt' | 'capacity' | 'taken' | 'offered' | 'waiting'>,
  { now, allowedFrom }: Moment,
): NoOffer | undefined {
  if (workshop.status === 'cancelled') return { reason: 'cancelled' };
  if (workshop.startsAt <= now) return { reason: 'started' };
  if (workshop.waiting === 0) return { reason: 'nobody_waits' };
  if (workshop.capacity !== undefined && workshop.taken + workshop.offered >= workshop.capacity) {
    return { reason: 'no_free_seat' };
  }
  const end = offersEnd(workshop.startsAt);
  if (end <= now) return { reason: 'too_late', since: end };
  const allowed = allowedFrom(now);
  return allowed > now ? { reason: 'quiet_hours', until: allowed } : undefined;
}

/**
 * Ends the offers of a locked workshop whose time is over and offers each free seat to who waits longest, unless it is quiet or
 * the start is near. An offer holds its seat. Whatever frees a seat calls this, and the job makes up for what did not.
 */
export async function fillSeats(
  tx: Queryable,
  workshop: LockedWorkshop,
  { now, allowedFrom }: Moment,
): Promise<{ expired: number; offered: number }> {
  const { key, startsAt } = workshop;
  const over = await tx.execute<{ id: string }>(sql`
    update workshop_registration set state = 'expired', offer_until = null, version = version + 1, noted_at = ${now}
    where workshop_id = ${key} and state = 'offered' and offer_until <= ${now} returning id`);
  const ids = over.rows.map(({ id }) => Number(id));
  if (ids.length > 0 && startsAt > now) {
    await makeNotices(tx, {
      kind: 'offer_over',
      version: sql`registration.version`,
      where: sql`registration.id = any(${sql.param(ids)}::bigint[])`,
      madeAt: now,
      dueAt: allowedFrom(now),
      notAfter: startsAt,
    });
  }
  const expired = ids.length;
  // Nobody is woken for a seat, and an offer that cannot be answered in time only keeps the seat empty.
  if (workshop.status !== 'planned' || offersEnd(startsAt) <= now || allowedFrom(now) > now) {
    return { expired, offered: 0 };
  }
  const until = offerUntil(now, startsAt);
  const { rows } = await tx.execute<{ id: string }>(sql`
    update workshop_registration set state = 'offered', waiting_since = null, offered_at = ${now}, offer_until = ${until},
      version = version + 1, noted_at = ${now}
    where id in (
      select id from workshop_registration where workshop_id = ${key} and state = 'waiting'
      order by waiting_since, workshop_registration.id
      limit (select case when ${workshop.capacity ?? null}::bigint is not null
          then greatest(0, ${workshop.capacity ?? null}::bigint - count(*)) end
        from workshop_registration where workshop_id = ${key} and not walk_in and state in ('taken', 'offered')))
    returning id`);
  if (rows.length > 0) {
    await makeNotices(tx, {
      kind: 'offer',
      version: sql`registration.version`,
      where: sql`registration.id = any(${sql.param(rows.map(({ id }) => Number(id)))}::bigint[])`,
      madeAt: now,
      dueAt: now,
      notAfter: until,
    });
  }
  return { expired, offered: rows.length };
}

/**
 * The job: ends offers, makes new ones. Workshops are taken one by one, each in its own transaction; one that another
 * process holds just now is left to it. Returns counts.
 */
export async function offerSeats(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowedFrom: AllowedFrom;
}): Promise<{ due: number; expired: number; offered: number; busy: number }> {
  const { database, clock, allowedFrom } = options;
  const now = clock();
  const allowed = allowedFrom(now) <= now;
  // From the partial indexes: only workshops where somebody waits or an offer ran out are looked at.
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select distinct workshop_id as id from workshop_registration where state = 'offered' and offer_until <= ${now}
    union
    select workshop.id from workshop
    where ${allowed} and status = 'planned' and starts_at > ${offersStartAfter(now)}
      and exists (select 1 from workshop_registration where workshop_id = workshop.id and state = 'waiting')
      and (capacity is null or capacity > (select count(*) from workshop_registration
        where workshop_id = workshop.id and not walk_in and state in ('taken', 'offered')))
    order by id`);
  const counts = { due: rows.length, expired: 0, offered: 0, busy: 0 };
  for (const { id } of rows) {
    const done = await database.transaction(async (tx) => {
      const workshop = await lockWorkshop(tx, Number(id), 'skip');
      return workshop && fillSeats(tx, workshop, { now: clock(), allowedFrom });
    });
    if (done === undefined) counts.busy++;
    counts.expired += done?.expired ?? 0;
    counts.offered += done?.offered ?? 0;
  }
  return counts;
}

/** A workshop that starts later than this still offers seats. */
function offersStartAfter(now: Date): Date {
  return new Date(now.getTime() + (now.getTime() - offersEnd(now).getTime()));
}
