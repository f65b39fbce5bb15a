import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { type Moment, offersEnd } from './allowed.ts';
import type { WorkshopInput } from './create.ts';
import { lockWorkshop } from './lock.ts';
import { makeNotices, type WorkshopChanges } from './notice.ts';
import { fillSeats } from './offers.ts';
import { selectWorkshops, type Workshop } from './workshop.ts';

/** What may be changed; a key that is there with `undefined` takes the value away, one that is not there leaves it. */
export type WorkshopPatch = Partial<Omit<WorkshopInput, 'id'>>;

export type UpdateOutcome =
  /** `told`: what those who registered hear of. */
  | {
      readonly kind: 'updated';
      readonly workshop: Workshop;
      readonly fields: readonly string[];
      readonly told: WorkshopChanges;
    }
  | { readonly kind: 'unchanged'; readonly workshop: Workshop }
  /** Fewer seats than are held already: nobody is sent away by a number. */
  | { readonly kind: 'capacity_below'; readonly held: number }
  | { readonly kind: 'ends_before_start' | 'cancelled' | 'unknown' };

/** Facts of a workshop that decide whether and where somebody comes. */
const toldFields = ['startsAt', 'endsAt', 'place', 'ward', 'onlineUrl'] as const;

const asText = (value: string | Date | undefined): string | null =>
  value instanceof Date ? value.toISOString() : (value ?? null);

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a patch changes of a workshop: its fields, and what of that is told. */
function changesOf(before: Workshop, patch: WorkshopPatch): { fields: (keyof WorkshopPatch)[]; told: WorkshopChanges } {
  const fields = (Object.keys(patch) as (keyof WorkshopPatch)[]).filter(
    (field) => !sameValue(patch[field] ?? null, before[field] ?? null),
  );
  const told = Object.fromEntries(
    toldFields
      .filter((field) => fields.includes(field))
      .map((field) => [field, { from: asText(before[field]), to: asText(patch[field]) }]),
  );
  return { fields, told };
}

/**
 * Changes a workshop and writes down what those who registered must hear. Calendars follow by `sequence`; offers end in time for
 * a start that came nearer; seats that were added go to who waits.
 * @param by who it is noted for; `undefined` for an import
 */
export async function updateWorkshop(
  tx: Queryable,
  key: number,
  given: WorkshopPatch,
  moment: Moment,
  by?: { readonly staffId: number | undefined },
): Promise<UpdateOutcome> {
  const locked = await lockWorkshop(tx, key);
  const [before] = locked === undefined ? [] : await selectWorkshops(tx, sql`where workshop.id = ${key}`);
  if (before === undefined) return { kind: 'unknown' };
  if (before.status === 'cancelled') return { kind: 'cancelled' };
  const patch = movedProgramme(before, given);
  const { fields, told } = changesOf(before, patch);
  if (fields.length === 0) return { kind: 'unchanged', workshop: before };
  const after = { ...before, ...patch };
  if (after.endsAt <= after.startsAt) return { kind: 'ends_before_start' };
  const held = before.taken + before.offered;
  if (fields.includes('capacity') && after.capacity !== undefined && after.capacity < held) {
    return { kind: 'capacity_below', held };
  }
  const { now, allowedFrom } = moment;
  await tx.execute(sql`
    update workshop set title = ${after.title}, description = ${after.description ?? null}, starts_at = ${after.startsAt},
      ends_at = ${after.endsAt}, place = ${after.place ?? null}, ward = ${after.ward ?? null},
      online_url = ${after.onlineUrl ?? null}, capacity = ${after.capacity ?? null},
      organisation_id = ${after.organisationId ?? null}, topics = ${sql.param([...after.topics])}::text[],
      audience = ${sql.param([...after.audience])}::text[], wheelchair = ${after.wheelchair ?? null},
      language = ${after.language ?? null}, sequence = sequence + 1, updated_at = ${now}
    where id = ${key}`);
  await moveSessions(tx, before, after.startsAt);
  await tx.execute(sql`
    update workshop_registration set offer_until = least(offer_until, ${offersEnd(after.startsAt)}::timestamptz)
    where workshop_id = ${key} and state = 'offered'`);
  await tellChange(tx, before, after, told, moment);
  await fillSeats(tx, { ...after, key }, { now, allowedFrom });
  if (by !== undefined) {
    await noteAudit(tx, {
      by: by.staffId,
      action: 'workshop.update',
      subject: { kind: 'workshop', id: key },
      detail: { fields: fields.join(' '), told: Object.keys(told).length > 0 },
      at: now,
    });
  }
  const [workshop = after] = await selectWorkshops(tx, sql`where workshop.id = ${key}`);
  return { kind: 'updated', workshop, fields, told };
}

/** A programme that begins at another time moves as a whole: its end follows from its sessions. */
function movedProgramme(before: Workshop, patch: WorkshopPatch): WorkshopPatch {
  if (before.programme === undefined || (patch.startsAt === undefined && patch.endsAt === undefined)) return patch;
  const startsAt = patch.startsAt ?? before.startsAt;
  return { ...patch, startsAt, endsAt: new Date(before.endsAt.getTime() + +startsAt - +before.startsAt) };
}

/** The sessions of a programme keep their distances. */
async function moveSessions(tx: Queryable, { sessions, startsAt }: Workshop, to: Date): Promise<void> {
  const seconds = (to.getTime() - startsAt.getTime()) / 1000;
  if (seconds === 0) return;
  // Two of a programme never have the same start, not on the way either.
  for (const { key } of seconds > 0 ? [...sessions].reverse() : sessions)
    await tx.execute(sql`
      update workshop_session set starts_at = starts_at + ${seconds} * interval '1 second',
        ends_at = ends_at + ${seconds} * interval '1 second' where id = ${key}`);
}

/**
 * One notice for each who registered. A change that nobody has heard of yet is folded into the next: who corrects a place twice within
 * a minute sends one message, from the place people know.
 */
async function tellChange(
  tx: Queryable,
  before: Workshop,
  after: Pick<Workshop, 'startsAt' | 'endsAt'>,
  told: WorkshopChanges,
  { now, allowedFrom }: Moment,
): Promise<void> {
  if (Object.keys(told).length === 0 || before.endsAt <= now) return;
  const { rows } = await tx.execute<{ facts: WorkshopChanges; ids: string[] }>(sql`
    with unheard as (
      delete from workshop_notice where kind = 'changed' and settled_at is null
        and registration_id in (select id from workshop_registration where workshop_id = ${before.key})
      returning facts, registration_id)
    select facts, array_agg(registration_id::text) as ids from unheard group by facts`);
  const folded = rows.map(({ facts, ids }) => ({ facts: foldChanges(facts, told), ids: ids.map(Number) }));
  const rest = { facts: told, ids: folded.flatMap(({ ids }) => ids) };
  for (const { facts, which } of [
    ...folded.map(({ facts, ids }) => ({ facts, which: sql`registration.id = any(${sql.param(ids)}::bigint[])` })),
    { facts: rest.facts, which: sql`registration.id <> all(${sql.param(rest.ids)}::bigint[])` },
  ]) {
    if (Object.keys(facts).length === 0) continue;
    await makeNotices(tx, {
      kind: 'changed',
      version: sql`${before.sequence + 1}::bigint`,
      where: sql`registration.workshop_id = ${before.key} and registration.state in ('taken', 'offered', 'waiting') and ${which}`,
      facts,
      madeAt: now,
      dueAt: hearBefore(new Date(Math.min(+before.startsAt, +after.startsAt)), { now, allowedFrom }),
      notAfter: new Date(Math.max(+before.endsAt, +after.endsAt)),
    });
  }
}

/** Two changes as one, from what was known before the first; what came back to that is no change. */
function foldChanges(earlier: WorkshopChanges, later: WorkshopChanges): WorkshopChanges {
  return Object.fromEntries(
    Object.entries({ ...earlier, ...later })
      .map(([field, change]) => {
        const known = earlier[field as keyof WorkshopChanges] ?? change;
        return [field, { from: known.from, to: change.to }] as const;
      })
      .filter(([, change]) => change.from !== change.to),
  );
}

/** Outside the quiet hours, unless they end so late that somebody would be on their way already. */
export function hearBefore(start: Date, { now, allowedFrom }: Moment): Date {
  const allowed = allowedFrom(now);
  return allowed < offersEnd(start) ? allowed : now;
}

export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly workshop: Workshop; readonly told: number }
  | { readonly kind: 'already' | 'over' | 'unknown' };

/** Calls a workshop off; everybody who has, is offered or waits for a seat hears of it. */
export async function cancelWorkshop(
  tx: Queryable,
  key: number,
  reason: string | undefined,
  moment: Moment,
  by: { readonly staffId: number | undefined },
): Promise<CancelOutcome> {
  const locked = await lockWorkshop(tx, key);
  if (locked === undefined) return { kind: 'unknown' };
  if (locked.status === 'cancelled') return { kind: 'already' };
  const { now } = moment;
  if (locked.endsAt <= now) return { kind: 'over' };
  await tx.execute(sql`
    update workshop set status = 'cancelled', cancel_reason = ${reason ?? null}, sequence = sequence + 1, updated_at = ${now}
    where id = ${key}`);
  const told = await makeNotices(tx, {
    kind: 'cancelled',
    version: sql`0`,
    where: sql`registration.workshop_id = ${key} and registration.state in ('taken', 'offered', 'waiting')`,
    madeAt: now,
    dueAt: hearBefore(locked.startsAt, moment),
    notAfter: locked.endsAt,
  });
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.cancel',
    subject: { kind: 'workshop', id: key },
    detail: { told },
    at: now,
  });
  const [workshop] = await selectWorkshops(tx, sql`where workshop.id = ${key}`);
  if (workshop === undefined) return { kind: 'unknown' };
  return { kind: 'cancelled', workshop, told };
}
