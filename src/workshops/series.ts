import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { atWallClock, wallClock } from '../time/index.ts';
import type { Moment } from './allowed.ts';
import { insertWorkshop } from './create.ts';
import type { seriesSteps } from './schema.ts';
import { type UpdateOutcome, updateWorkshop, type WorkshopPatch } from './update.ts';
import { selectWorkshops, type Workshop } from './workshop.ts';

/** How a workshop repeats: every week, every two weeks, every month on the same day; so many times in all, or until a day. */
export interface Recurrence {
  readonly every: (typeof seriesSteps)[number];
  /** 1: every; 2: every other … */
  readonly interval: number;
  readonly end: { readonly count: number } | { readonly until: Date };
}

/** A year of weeks. */
const longestSeries = 53;

/**
 * The starts that follow a first one, at the same time of the city's clocks. A month without the day (31 February) is left out: moving it
 * would surprise more than a month off.
 */
export function startsOfSeries(first: Date, recurrence: Recurrence, timezone: string): Date[] {
  const { every, interval, end } = recurrence;
  const start = wallClock(first, timezone);
  const most = 'count' in end ? Math.min(end.count, longestSeries) : longestSeries;
  const starts: Date[] = [];
  for (let step = 1; starts.length + 1 < most && step <= longestSeries * 2; step++) {
    const next =
      every === 'week'
        ? { ...start, day: start.day + 7 * interval * step }
        : { ...start, month: start.month + interval * step };
    const at = atWallClock(next, timezone);
    if (every === 'month' && wallClock(at, timezone).day !== start.day) continue;
    if ('until' in end && at > end.until) break;
    starts.push(at);
  }
  return starts;
}

/**
 * Repeats a workshop: each occurrence is a workshop with seats, a list and an id of its own. One that belongs to a series already is
 * left as it is (undefined).
 */
export async function repeatWorkshop(
  tx: Queryable,
  workshop: Workshop,
  recurrence: Recurrence,
  by: { readonly staffId: number | undefined; readonly now: Date; readonly timezone: string },
): Promise<readonly Workshop[] | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with series as (
      insert into workshop_series (every, interval_count, created_at)
      select ${recurrence.every}, ${recurrence.interval}, ${by.now}
      from workshop where id = ${workshop.key} and series_id is null and programme is null returning id)
    update workshop set series_id = series.id from series where workshop.id = ${workshop.key} returning series.id`);
  const seriesKey = rows[0] === undefined ? undefined : Number(rows[0].id);
  if (seriesKey === undefined) return undefined;
  const lasts = workshop.endsAt.getTime() - workshop.startsAt.getTime();
  const { id: _, ...same } = workshop;
  const occurrences: Workshop[] = [{ ...workshop, seriesKey }];
  for (const startsAt of startsOfSeries(workshop.startsAt, recurrence, by.timezone)) {
    const made = await insertWorkshop(
      tx,
      { ...same, startsAt, endsAt: new Date(startsAt.getTime() + lasts) },
      { authorId: by.staffId, seriesKey },
      by.now,
    );
    if (made !== undefined) occurrences.push(made);
  }
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.repeat',
    subject: { kind: 'workshop', id: workshop.key },
    detail: { every: recurrence.every, interval: recurrence.interval, count: occurrences.length },
    at: by.now,
  });
  return occurrences;
}

/**
 * Changes a workshop and all that follow it in its series. A new start moves each by as many days and to the same time of day; outcomes
 * come in the order of their starts, and one that cannot be changed (its seats are taken) keeps the others from nothing.
 */
export async function updateFollowing(
  tx: Queryable,
  workshop: Workshop,
  patch: WorkshopPatch,
  moment: Moment & { readonly timezone: string },
  by: { readonly staffId: number | undefined },
): Promise<readonly UpdateOutcome[]> {
  const { timezone } = moment;
  const all =
    workshop.seriesKey === undefined
      ? [workshop]
      : await selectWorkshops(
          tx,
          sql`where series_id = ${workshop.seriesKey} and starts_at >= ${workshop.startsAt} and status = 'planned'
          order by starts_at, workshop.id`,
        );
  // Locked in the order of their keys, as everywhere; changed and told in the order of their starts.
  await tx.execute(sql`
    select id from workshop where id = any(${sql.param(all.map(({ key }) => key))}::bigint[]) order by id for no key update`);
  const outcomes: UpdateOutcome[] = [];
  for (const each of all) {
    const moved: WorkshopPatch = {
      ...patch,
      ...(patch.startsAt === undefined
        ? {}
        : { startsAt: movedLike(each.startsAt, workshop.startsAt, patch.startsAt, timezone) }),
      ...(patch.endsAt === undefined
        ? {}
        : { endsAt: movedLike(each.endsAt, workshop.endsAt, patch.endsAt, timezone) }),
    };
    outcomes.push(await updateWorkshop(tx, each.key, moved, moment, by));
  }
  return outcomes;
}

/** A moment moved as `from` was moved to `to`, by the city's clocks. */
function movedLike(moment: Date, from: Date, to: Date, timezone: string): Date {
  const [before, after, mine] = [from, to, moment].map((each) => wallClock(each, timezone));
  if (before === undefined || after === undefined || mine === undefined) return moment;
  const days = Math.round(
    (Date.UTC(after.year, after.month - 1, after.day) - Date.UTC(before.year, before.month - 1, before.day)) /
      86_400_000,
  );
  return atWallClock({ ...mine, day: mine.day + days, hour: after.hour, minute: after.minute }, timezone);
}
