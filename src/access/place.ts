import { type SQL, sql } from 'drizzle-orm';
import { inSlices } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import type { OpeningHours } from './opening-hours.ts';

/** What a place offers first of all. */
export const placeKinds = ['library', 'learning_centre', 'wifi', 'computer_room', 'device_lending'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Where one can learn, get on the network, use a computer or borrow one. */
export interface Place {
  /** The row's own number; never shown to people. */
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** Official code. */
  readonly ward: string;
  readonly address: string | undefined;
  /** Degrees (WGS 84); undefined: only the ward is known. */
  readonly point: { readonly latitude: number; readonly longitude: number } | undefined;
  /** As it was written, in the syntax of OpenStreetMap. */
  readonly openingHours: string | undefined;
  /** The same, read. */
  readonly openingTimes: OpeningHours | undefined;
  readonly equipment: readonly string[];
  readonly wifi: boolean | undefined;
  readonly wheelchair: boolean | undefined;
  readonly phone: string | undefined;
  /** The last day on which somebody knew it was so. */
  readonly confirmedOn: string;
  /** Invented: to look at, never to go to. */
  readonly sample: boolean;
  /** The address that it came from no longer lists it: nobody has confirmed it since. */
  readonly isUnconfirmed: boolean;
  /** Staff know that it is closed for good: it is found no more. */
  readonly isClosed: boolean;
  /** Devices can be borrowed there, whatever it offers first of all. */
  readonly lends: boolean;
  /** Whose place it is; undefined: the city's. */
  readonly organisationId: number | undefined;
}

interface PlaceRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  name: string;
  kind: PlaceKind;
  ward: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  opening_hours: string | null;
  opening_times: OpeningHours | null;
  equipment: string[];
  wifi: boolean | null;
  wheelchair: boolean | null;
  phone: string | null;
  confirmed_on: string;
  sample: boolean;
  is_unconfirmed: boolean;
  is_closed: boolean;
  lends: boolean;
  organisation_id: string | null;
}

async function select(db: Queryable, rest: SQL): Promise<Place[]> {
  const { rows } = await db.execute<PlaceRow>(sql`
    select id, public_id, name, kind, ward, address, latitude, longitude, opening_hours, opening_times, equipment, wifi, wheelchair,
      phone, confirmed_on::text, sample, missing_since is not null as is_unconfirmed,
      closed_at is not null as is_closed, lends, organisation_id
    from place ${rest}`);
  return rows.map((row) => ({
    key: Number(row.id),
    id: row.public_id,
    name: row.name,
    kind: row.kind,
    ward: row.ward,
    address: row.address ?? undefined,
    point:
      row.latitude === null || row.longitude === null
        ? undefined
        : { latitude: row.latitude, longitude: row.longitude },
    openingHours: row.opening_hours ?? undefined,
    openingTimes: row.opening_times ?? undefined,
    equipment: row.equipment,
    wifi: row.wifi ?? undefined,
    wheelchair: row.wheelchair ?? undefined,
    phone: row.phone ?? undefined,
    confirmedOn: row.confirmed_on,
    sample: row.sample,
    isUnconfirmed: row.is_unconfirmed,
    isClosed: row.is_closed,
    lends: row.lends,
    organisationId: row.organisation_id === null ? undefined : Number(row.organisation_id),
  }));
}

/** The place of a public id, or undefined. */
export async function placeById(db: Queryable, id: string): Promise<Place | undefined> {
  return (await select(db, sql`where public_id = ${id}`))[0];
}

/** Places by their keys in the given order; keys that are gone or hidden are left out. One round trip. */
export async function placesByKeys(db: Queryable, keys: readonly number[]): Promise<Place[]> {
  if (keys.length === 0) return [];
  const found = await select(db, sql`where id = any(${sql.param([...keys])}::bigint[]) and hidden_at is null`);
  const byKey = new Map(found.map((each) => [each.key, each]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Every place that is not closed, in slices. `kindVersion(db, 'places')` tells whether any changed. */
export function streamPlaces(db: Queryable, sliceSize: number): AsyncGenerator<Place[]> {
  return inSlices(sliceSize, (after, limit) =>
    select(db, sql`where id > ${after} and closed_at is null and hidden_at is null order by id limit ${limit}`),
  );
}
