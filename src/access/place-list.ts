import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Place, placesByKeys } from './place.ts';

/** Whose places may be seen: all when missing. */
export interface PlaceReach {
  readonly organisationId?: number;
}

/** Places as staff look for them. */
export interface PlaceFilter extends PlaceReach {
  /** Part of a name, an address or an id. */
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
}

/** Places by name, closed ones among them. */
export async function listPlaces(db: Queryable, filter: PlaceFilter): Promise<Place[]> {
  const pattern = `%${filter.text
    .trim()
    .normalize('NFC')
    .replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from place
    where (${filter.organisationId ?? null}::bigint is null or organisation_id = ${filter.organisationId ?? null}::bigint)
      and name || ' ' || coalesce(address, '') || ' ' || public_id ilike ${pattern}
    order by name, id limit ${filter.limit} offset ${filter.offset}`);
  return placesByKeys(
    db,
    rows.map(({ id }) => Number(id)),
  );
}

/** A place by its key, where it may be seen. */
export async function placeWithin(db: Queryable, key: number, reach: PlaceReach): Promise<Place | undefined> {
  const [place] = await placesByKeys(db, [key]);
  return place !== undefined && (reach.organisationId === undefined || place.organisationId === reach.organisationId)
    ? place
    : undefined;
}
