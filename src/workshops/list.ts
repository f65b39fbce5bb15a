import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { fold } from '../text/index.ts';
import { selectWorkshops, type Workshop, workshopsByKeys } from './workshop.ts';

/** Workshops for staff, in order of their starts: those that are not over, or all that have been too. */
export function listWorkshops(
  db: Queryable,
  look: {
    readonly now: Date;
    readonly past: boolean;
    /** Only of this organisation. */
    readonly organisationId?: number | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<Workshop[]> {
  const { now, past, organisationId, limit, offset } = look;
  return selectWorkshops(
    db,
    sql`where ${past ? sql`ends_at <= ${now}` : sql`ends_at > ${now}`}
      and (${organisationId ?? null}::bigint is null or organisation_id = ${organisationId ?? null}::bigint)
    order by ${past ? sql`starts_at desc, workshop.id desc` : sql`starts_at, workshop.id`} limit ${limit} offset ${offset}`,
  );
}

/** What staff look for: workshops to come (or going on), those that were held, or those called off. */
export const workshopViews = ['upcoming', 'past', 'cancelled'] as const;
export type WorkshopView = (typeof workshopViews)[number];

/** A search looks at this many at most, the nearest first: some years of a city. */
const mostSearched = 5000;

/**
 * Workshops for staff with how many there are: upcoming ones in the order of their starts, others the newest first.
 * @param look.text words with or without accents, all of which title, organisation, place or id must hold
 */
export async function searchWorkshops(
  db: Queryable,
  look: {
    readonly now: Date;
    readonly view: WorkshopView;
    readonly text: string;
    /** Only of this organisation. */
    readonly organisationId?: number | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly workshops: readonly Workshop[]; readonly total: number }> {
  const { now, view, organisationId, limit, offset } = look;
  const words = fold(look.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const chosen = {
    upcoming: sql`status = 'planned' and ends_at > ${now}`,
    past: sql`status = 'planned' and ends_at <= ${now}`,
    cancelled: sql`status = 'cancelled'`,
  }[view];
  const { rows } = await db.execute<{ id: string; text: string }>(sql`
    select workshop.id, concat_ws(' ', title, organisation.name, place, public_id) as text
    from workshop left join organisation on organisation.id = organisation_id
    where ${chosen} and (${organisationId ?? null}::bigint is null or organisation_id = ${organisationId ?? null}::bigint)
    order by ${view === 'upcoming' ? sql`starts_at, workshop.id` : sql`starts_at desc, workshop.id desc`}
    limit ${mostSearched}`);
  const found = rows.filter(({ text }) => words.length === 0 || words.every((word) => fold(text).includes(word)));
  const keys = found.slice(offset, offset + limit).map(({ id }) => Number(id));
  return { workshops: await workshopsByKeys(db, keys), total: found.length };
}
