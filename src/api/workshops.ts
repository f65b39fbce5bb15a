import type { Context } from 'hono';
import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { readMoment } from '../time/index.ts';
import {
  type AllowedFrom,
  cancelWorkshop,
  createWorkshop,
  listWorkshops,
  mapLink,
  noOfferTexts,
  repeatWorkshop,
  seatsLeft,
  seriesSteps,
  type UpdateOutcome,
  updateFollowing,
  updateWorkshop,
  type Workshop,
  whyNotOffered,
  workshopById,
} from '../workshops/index.ts';
import { BadRequest, type Endpoint, NotFound, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { localeOf, refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import {
  fault,
  inputOf,
  newWorkshop,
  patchOf,
  withOrganisation,
  workshopPatch,
  workshopSchema,
} from './workshop-body.ts';

export interface WorkshopsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly allowedFrom: AllowedFrom;
  readonly workshopPage: (workshopId: string) => string;
}

export const workshopParams = z.object({ id: z.string().min(1).max(120) });

/** The workshop of an address, if the member may see it. @throws NotFound */
export async function workshopOf(
  database: Database,
  { member, reach, params }: Pick<StaffRequest<{ id: string }, unknown, unknown>, 'member' | 'reach' | 'params'>,
): Promise<Workshop> {
  const workshop = await workshopById(database.db, params.id);
  const own = reach === 'all' || (workshop !== undefined && workshop.organisationId === member.organisationId);
  if (workshop === undefined || !own || (reach === 'own' && member.organisationId === undefined)) throw new NotFound();
  return workshop;
}

const one = (description: string) => ({ description, schema: workshopSchema });
const wrongState = { description: 'Cancelled, over, or fewer seats than are held' };

/** The staff's part of the API that is workshops: making, changing, calling off, repeating. */
export function workshopEndpoints(options: WorkshopsApiOptions): readonly Endpoint[] {
  const { database, clock, timezone, allowedFrom } = options;

  function shown(workshop: Workshop, locale: Locale) {
    const why = whyNotOffered(workshop, { now: clock(), allowedFrom });
    const page = options.workshopPage(workshop.id);
    return {
      id: workshop.id,
      title: workshop.title,
      description: workshop.description ?? null,
      starts_at: workshop.startsAt,
      ends_at: workshop.endsAt,
      place: workshop.place ?? null,
      ward: workshop.ward ?? null,
      online_url: workshop.onlineUrl ?? null,
      capacity: workshop.capacity ?? null,
      organisation: workshop.organisation ?? null,
      topics: workshop.topics,
      audience: workshop.audience,
      wheelchair: workshop.wheelchair ?? null,
      language: workshop.language ?? null,
      status: workshop.status,
      cancel_reason: workshop.cancelReason ?? null,
      repeats: workshop.seriesKey !== undefined,
      sample: workshop.sample,
      sequence: workshop.sequence,
      registered: workshop.taken,
      offered: workshop.offered,
      waiting: workshop.waiting,
      checked_in: workshop.checkedIn,
      seats_left: seatsLeft(workshop) ?? null,
      no_offer:
        why === undefined ? null : { reason: why.reason, text: createTranslator(locale)(noOfferTexts[why.reason]) },
      page,
      calendar: `${page}.ics`,
      map: mapLink(workshop) ?? null,
    };
  }

  function updated(c: Context, outcome: UpdateOutcome | undefined): Response {
    switch (outcome?.kind) {
      case 'updated':
      case 'unchanged':
        return c.json(shown(outcome.workshop, localeOf(c)));
      case 'capacity_below':
        return refuse(c, 409, 'capacity_below', 'workshop-problem-capacity', { held: outcome.held });
      case 'ends_before_start':
        throw new BadRequest('bad_body', `ends_at: ${createTranslator(localeOf(c))('workshop-problem-end')}`);
      case 'cancelled':
        return refuse(c, 409, 'cancelled', 'workshop-problem-cancelled');
      default:
        throw new NotFound();
    }
  }

  return [
    staffEndpoint('GET /api/v1/workshops', {
      summary: 'Workshops in the order of their starts',
      query: z.object({
        past: z.enum(['yes', 'no', '']).optional().describe('yes: those that are over, the newest first.'),
        limit: wholeNumber(1, 100, 50),
        offset: wholeNumber(0, 1_000_000, 0),
      }),
      answers: {
        200: { description: 'A page of workshops', schema: z.object({ workshops: z.array(workshopSchema) }) },
      },
      async handle({ c, member, reach, query: { past, limit, offset } }) {
        // A partner without an organisation has no workshops: no row has the key 0.
        const organisationId = reach === 'all' ? undefined : (member.organisationId ?? 0);
        const found = await listWorkshops(database.db, {
          now: clock(),
          past: past === 'yes',
          organisationId,
          limit,
          offset,
        });
        return c.json({ workshops: found.map((workshop) => shown(workshop, localeOf(c))) });
      },
    }),
    staffEndpoint('POST /api/v1/workshops', {
      summary: 'Makes a workshop',
      body: newWorkshop,
      answers: { 201: one('The workshop'), 409: { description: 'The id is taken' } },
      async handle({ c, member, body }) {
        const now = clock();
        const input = inputOf(c, body, { timezone, now });
        const workshop = await database.transaction(async (tx) =>
          createWorkshop(tx, await withOrganisation(tx, input), { staffId: member.id, now }),
        );
        if (workshop === undefined) return refuse(c, 409, 'id_taken', 'workshop-problem-id');
        return c.json(shown(workshop, localeOf(c)), 201);
      },
    }),
    staffEndpoint('GET /api/v1/workshops/:id', {
      summary: 'A workshop with how full it is',
      params: workshopParams,
      answers: { 200: one('The workshop') },
      async handle(request) {
        return request.c.json(shown(await workshopOf(database, request), localeOf(request.c)));
      },
    }),
    staffEndpoint('PATCH /api/v1/workshops/:id', {
      summary: 'Changes a workshop; who registered hears of a new time or place',
      params: workshopParams,
      query: z.object({
        following: z.enum(['yes', 'no', '']).optional().describe('yes: all that follow in its series as well.'),
      }),
      body: workshopPatch,
      answers: { 200: one('The workshop as it then is'), 409: wrongState },
      async handle(request) {
        const { c, member, body, query } = request;
        const workshop = await workshopOf(database, request);
        const patch = patchOf(c, body, timezone);
        const isOver = patch.endsAt !== undefined && patch.endsAt <= clock();
        if (isOver && patch.endsAt?.getTime() !== workshop.endsAt.getTime())
          throw fault(c, 'ends_at', 'workshop-problem-past');
        const moment = { now: clock(), allowedFrom };
        const by = { staffId: member.id };
        const outcomes = await database.transaction(async (tx) => {
          const ready =
            'organisation' in patch && patch.organisation === undefined
              ? { ...patch, organisation: undefined, organisationId: undefined }
              : await withOrganisation(tx, patch);
          const { organisation: _, ...change } = { organisation: undefined, ...ready };
          return query.following === 'yes'
            ? updateFollowing(tx, workshop, change, { ...moment, timezone }, by)
            : [await updateWorkshop(tx, workshop.key, change, moment, by)];
        });
        const bad = outcomes.find(({ kind }) => kind !== 'updated' && kind !== 'unchanged');
        return updated(c, bad ?? outcomes[0]);
      },
    }),
    staffEndpoint('POST /api/v1/workshops/:id/cancel', {
      summary: 'Calls a workshop off; everybody who registered hears of it',
      params: workshopParams,
      body: z.strictObject({ reason: z.string().trim().max(500).optional() }),
      answers: { 200: one('The workshop as it then is'), 409: wrongState },
      async handle(request) {
        const { c, member, body } = request;
        const { key } = await workshopOf(database, request);
        const reason = body.reason === '' ? undefined : body.reason?.normalize('NFC').replace(/\p{C}/gu, ' ');
        const moment = { now: clock(), allowedFrom };
        const outcome = await database.transaction((tx) =>
          cancelWorkshop(tx, key, reason, moment, { staffId: member.id }),
        );
        if (outcome.kind === 'over') return refuse(c, 409, 'over', 'workshop-problem-over');
        // Pressed twice is once.
        return c.json(shown(await workshopOf(database, request), localeOf(c)));
      },
    }),
    staffEndpoint('POST /api/v1/workshops/:id/repeat', {
      summary: 'Repeats a workshop: each occurrence has seats of its own',
      params: workshopParams,
      body: z.strictObject({
        every: z.enum(seriesSteps),
        interval: z.int().min(1).max(12).default(1),
        count: z.int().min(2).max(53).optional().describe('Workshops in all; or until.'),
        until: z.string().optional(),
      }),
      answers: {
        201: { description: 'The series', schema: z.object({ workshops: z.array(workshopSchema) }) },
        409: { description: 'It belongs to a series already' },
      },
      async handle(request) {
        const { c, member, body } = request;
        const workshop = await workshopOf(database, request);
        const until = body.until === undefined ? undefined : readMoment(body.until, timezone);
        if (body.until !== undefined && until === undefined) throw fault(c, 'until', 'workshop-problem-moment');
        const end = until === undefined ? { count: body.count ?? 0 } : { until };
        if (until === undefined && body.count === undefined) {
          throw new BadRequest('bad_body', `count: ${createTranslator(localeOf(c))('workshop-problem-series-end')}`);
        }
        const series = await database.transaction((tx) =>
          repeatWorkshop(
            tx,
            workshop,
            { every: body.every, interval: body.interval, end },
            { staffId: member.id, now: clock(), timezone },
          ),
        );
        if (series === undefined) return refuse(c, 409, 'repeats', 'workshop-problem-series');
        return c.json({ workshops: series.map((each) => shown(each, localeOf(c))) }, 201);
      },
    }),
  ];
}
