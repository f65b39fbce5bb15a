import type { Context } from 'hono';
import { z } from 'zod';
import { type PlaceDesk, type PlaceOutcome, placesByKeys, reportedPlaces, reportReasons } from '../access/index.ts';
import type { Database } from '../database/index.ts';
import { type Endpoint, NotFound, staffEndpoint } from './endpoint.ts';
import { refuse, type StaffEnvironment } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface PlaceDeskApiOptions {
  readonly database: Database;
  readonly places: PlaceDesk;
}

const params = z.object({ id: z.string().min(1).max(500) });
const text = (most: number) => z.string().trim().min(1).max(most).nullable();

const correction = z
  .strictObject({
    address: text(300),
    opening_hours: text(500).describe('In the syntax of OpenStreetMap.'),
    phone: text(60),
    wifi: z.boolean().nullable(),
    wheelchair: z.boolean().nullable(),
    lends: z.boolean().describe('Devices can be borrowed there.'),
    organisation: z.int().positive().nullable().describe('The number of the organisation whose place it is.'),
  })
  .partial();

const settled = z.object({ id: z.string(), settled: z.int().describe('Reports that it answered.') });
const answers = { 200: { description: 'It stands so now; whoever reported it is told', schema: settled } };

const reported = z.object({
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      people: z.int(),
      reasons: z.array(z.enum(reportReasons)),
      words: z.array(z.string()),
      last_at: z.date(),
    }),
  ),
});

/** What residents say is wrong with places, and setting it right. */
export function placeDeskEndpoints({ database, places }: PlaceDeskApiOptions): readonly Endpoint[] {
  function answered(c: Context<StaffEnvironment>, id: string, outcome: PlaceOutcome): Response {
    if (outcome.ok) return c.json({ id, settled: outcome.settled });
    switch (outcome.refusal) {
      case 'not_found':
        throw new NotFound();
      case 'hours':
        return refuse(c, 400, 'bad_body', 'api-place-hours');
      case 'organisation':
        return refuse(c, 400, 'bad_body', 'api-place-organisation');
    }
  }

  return [
    staffEndpoint('GET /api/v1/place-reports', {
      summary: 'Places that residents say are wrong, those of most people first; never by whom',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page of places', schema: reported } },
      async handle({ c, query }) {
        const found = await reportedPlaces(database.db, query);
        const known = await placesByKeys(
          database.db,
          found.map(({ placeKey }) => placeKey),
        );
        const byKey = new Map(known.map((place) => [place.key, place]));
        return c.json({
          places: found.flatMap(({ placeKey, people, reasons, words, lastAt }) => {
            const place = byKey.get(placeKey);
            return place === undefined
              ? []
              : [{ id: place.id, name: place.name, people, reasons, words, last_at: lastAt }];
          }),
        });
      },
    }),
    staffEndpoint('PATCH /api/v1/places/:id', {
      summary: 'Sets facts of a place right; what is not named stays',
      params,
      body: correction,
      answers,
      async handle({ c, params: { id }, body, member }) {
        const { opening_hours: openingHours, organisation: organisationId, ...plain } = body;
        const given = {
          ...plain,
          ...(openingHours === undefined ? {} : { openingHours }),
          ...(organisationId === undefined ? {} : { organisationId }),
        };
        return answered(c, id, await places.correct(id, given, member.id));
      },
    }),
    ...(['close', 'reopen', 'dismiss'] as const).map((step) =>
      staffEndpoint(`POST /api/v1/places/:id/${step}`, {
        summary: {
          close: 'Says that a place is closed for good',
          reopen: 'Says that a closed place is open after all',
          dismiss: 'Says that all is as it says: reports are answered so',
        }[step],
        params,
        answers,
        handle: async ({ c, params: { id }, member }) => answered(c, id, await places[step](id, member.id)),
      }),
    ),
  ];
}
