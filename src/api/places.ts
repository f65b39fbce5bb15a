import { z } from 'zod';
import { openingState, type Place, type PlaceNeed, placeById, placesByKeys } from '../access/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { askedOffers, type Finder } from '../discovery/index.ts';
import { cityTime, dayNumber, dayOfNumber } from '../time/index.ts';
import { type Endpoint, NotFound, publicEndpoint } from './endpoint.ts';
import { wholeNumber } from './whole-number.ts';

export interface PlacesApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly finder: Finder;
}

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most))
    .optional()
    .meta({ openapi: { type: 'number', minimum: -most, maximum: most } });

const flag = z
  .enum(['true', 'false', ''])
  .default('false')
  .transform((value) => value === 'true')
  .meta({ openapi: { type: 'boolean', default: false } });

const query = z
  .object({
    q: z
      .string()
      .max(2000)
      .default('')
      .describe('What is wanted, as people write it: “phòng máy có máy in ở Gò Vấp”. Empty: every place.'),
    latitude: degrees(90).describe('With `longitude`: nearest to this position, instead of a place that `q` names.'),
    longitude: degrees(180),
    open_now: flag.describe('Only places that are surely open now, public holidays included.'),
    wheelchair: flag.describe('Leaves out where a wheelchair cannot go.'),
    limit: wholeNumber(1, 100, 10),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), 'api-problem-position');

const placeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['library', 'learning_centre', 'wifi', 'computer_room', 'device_lending']),
  ward: z.string().describe('Official code of the ward.'),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  opening_hours: z.string().nullable().describe('In the syntax of OpenStreetMap.'),
  is_open: z.boolean().nullable().describe('Now, public holidays included; null where the hours are not known.'),
  changes_at: z
    .string()
    .nullable()
    .describe('When it closes or opens next by the clocks of the city, `YYYY-MM-DDTHH:MM`; null: not within a month.'),
  equipment: z.array(z.string()),
  wifi: z.boolean().nullable(),
  wheelchair: z.boolean().nullable(),
  lends_devices: z.boolean(),
  phone: z.string().nullable(),
  confirmed_on: z.iso.date(),
  is_closed: z.boolean().describe('For good: it is in no search.'),
  sample: z.boolean(),
});

const nearby = placeSchema.extend({
  distance_km: z.number().nullable().describe('From the position, or the middle of a ward asked about; 0 within it.'),
});

/** Where one can learn, get on the network, use a computer or borrow one. */
export function placeEndpoints({ database, clock, timezone, finder }: PlacesApiOptions): readonly Endpoint[] {
  const moment = () => {
    const { day, minutes } = cityTime(clock(), timezone);
    return { day: dayNumber(day), minutes };
  };

  function shown(place: Place): z.input<typeof placeSchema> {
    const state = place.openingTimes && openingState(place.openingTimes, moment());
    const changes = state?.changesAt;
    const two = (part: number): string => String(part).padStart(2, '0');
    return {
      id: place.id,
      name: place.name,
      kind: place.kind,
      ward: place.ward,
      address: place.address ?? null,
      latitude: place.point?.latitude ?? null,
      longitude: place.point?.longitude ?? null,
      opening_hours: place.openingHours ?? null,
      is_open: state?.isOpen ?? null,
      changes_at:
        changes === undefined
          ? null
          : `${dayOfNumber(changes.day)}T${two(Math.floor(changes.minutes / 60))}:${two(changes.minutes % 60)}`,
      equipment: [...place.equipment],
      wifi: place.wifi ?? null,
      wheelchair: place.wheelchair ?? null,
      lends_devices: place.lends || place.kind === 'device_lending',
      phone: place.phone ?? null,
      confirmed_on: place.confirmedOn,
      is_closed: place.isClosed,
      sample: place.sample,
    };
  }

  return [
    publicEndpoint('GET /api/v1/places', {
      summary: 'The nearest places that have what is wanted, as the chat finds them',
      query,
      answers: { 200: { description: 'Nearest first', schema: z.object({ places: z.array(nearby) }) } },
      async handle({ c, query: { q, latitude, longitude, open_now, wheelchair, limit } }) {
        const asked = askedOffers(q);
        const needs: readonly PlaceNeed[] = asked?.kind === 'place' ? asked.needs : [];
        const rest = asked?.kind === 'place' ? asked.rest : q;
        const { facets } = finder.understand(rest);
        const place = facets.place?.value;
        const now = moment();
        const hits = finder.places.nearest({
          today: now.day,
          limit,
          near:
            latitude !== undefined && longitude !== undefined
              ? { point: { latitude, longitude } }
              : place && { wards: place.wards },
          needs,
          equipment: finder.places.equipmentIn(rest),
          wheelchair: wheelchair || facets.wheelchair?.value === true ? true : undefined,
          openAt: open_now ? now : undefined,
        });
        const km = new Map(hits.map((hit) => [hit.key, hit.km]));
        const places = await placesByKeys(database.db, [...km.keys()]);
        return c.json({ places: places.map((each) => ({ ...shown(each), distance_km: km.get(each.key) ?? null })) });
      },
    }),
    publicEndpoint('GET /api/v1/places/:id', {
      summary: 'One place',
      params: z.object({ id: z.string().min(1).max(500) }),
      answers: { 200: { description: 'The place', schema: placeSchema } },
      async handle({ c, params: { id } }) {
        const place = await placeById(database.db, id);
        if (place === undefined) throw new NotFound();
        return c.json(shown(place));
      },
    }),
  ];
}
