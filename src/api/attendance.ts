import type { Context } from 'hono';
import { z } from 'zod';
import { createTranslator } from '../locales/index.ts';
import { csvOf } from '../text/index.ts';
import { readMoment } from '../time/index.ts';
import { attendeesOf, checkIn, type Registration, registrationByKey, undoCheckIn, walkIn } from '../workshops/index.ts';
import { BadRequest, type Endpoint, NotFound, staffEndpoint } from './endpoint.ts';
import { localeOf, refuse } from './staff-access.ts';
import { fault, registrationSchema } from './workshop-body.ts';
import { type WorkshopsApiOptions, workshopOf, workshopParams } from './workshops.ts';

const requestId = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/, 'api-problem-request')
  .describe('Made by the door; the same one again does nothing again.');

const at = z.string().optional().describe('When somebody was there, by the door’s clock; now when missing.');

const registrationId = z.int().min(1);

function shown(registration: Registration) {
  return {
    id: registration.key,
    code: registration.code,
    state: registration.state,
    needs: registration.needs.kinds,
    needs_text: registration.needs.text ?? null,
    registered_at: registration.registeredAt,
    waiting_place: registration.waitingPlace ?? null,
    offer_until: registration.offerUntil ?? null,
    checked_in_at: registration.checkedInAt ?? null,
    walk_in: registration.walkIn,
    name: registration.name ?? null,
  };
}

const outcome = z.object({
  outcome: z.enum(['checked_in', 'again']),
  registration: registrationSchema,
});

/** The staff's part of the API that is the door: who registered, and who came. */
export function attendanceEndpoints(options: WorkshopsApiOptions): readonly Endpoint[] {
  const { database, clock, timezone } = options;

  function momentOf(c: Context, text: string | undefined): Date {
    if (text === undefined) return clock();
    const read = readMoment(text, timezone);
    if (read === undefined) throw fault(c, 'at', 'workshop-problem-moment');
    return read;
  }

  return [
    staffEndpoint('GET /api/v1/workshops/:id/registrations', {
      summary: 'Who has a seat, is offered one, waits, came or gave up; no names and no accounts',
      params: workshopParams,
      answers: {
        200: { description: 'Registrations', schema: z.object({ registrations: z.array(registrationSchema) }) },
      },
      async handle(request) {
        const { key } = await workshopOf(database, request);
        return request.c.json({ registrations: (await attendeesOf(database.db, key)).map(shown) });
      },
    }),
    staffEndpoint('GET /api/v1/workshops/:id/registrations.csv', {
      summary: 'The same as a file for a spreadsheet',
      params: workshopParams,
      answers: { 200: { description: 'A row a registration', type: 'text/csv' } },
      async handle(request) {
        const { c } = request;
        const workshop = await workshopOf(database, request);
        const columns = Object.keys(registrationSchema.shape) as (keyof ReturnType<typeof shown>)[];
        const rows = (await attendeesOf(database.db, workshop.key)).map(shown).map((row) =>
          columns.map((column) => {
            const value = row[column];
            if (value instanceof Date) return value.toISOString();
            return Array.isArray(value) ? value.join(';') : value === null ? undefined : String(value);
          }),
        );
        const name = encodeURIComponent(`${workshop.id}.csv`);
        return c.body(csvOf([columns, ...rows]), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
        });
      },
    }),
    staffEndpoint('POST /api/v1/workshops/:id/check-in', {
      summary: 'Notes that somebody came; a scan that is sent again changes nothing',
      params: workshopParams,
      body: z.strictObject({
        request_id: requestId,
        code: z.string().max(40).optional(),
        registration: registrationId.optional(),
        at,
        admit: z.boolean().default(false).describe('Lets somebody without a seat in.'),
      }),
      answers: {
        200: { description: 'Who it was', schema: outcome },
        409: { description: 'Has no seat (`no_seat`), or the code is of another workshop (`other_workshop`)' },
      },
      async handle(request) {
        const { c, member, body } = request;
        const { key } = await workshopOf(database, request);
        if ((body.code === undefined) === (body.registration === undefined)) {
          const t = createTranslator(localeOf(c));
          throw new BadRequest('bad_body', `code: ${t('workshop-problem-who')}`);
        }
        const who =
          body.registration === undefined ? { code: body.code ?? '' } : { registrationKey: body.registration };
        const scan = { requestId: body.request_id, workshopKey: key, who, at: momentOf(c, body.at), admit: body.admit };
        const done = await database.transaction((tx) => checkIn(tx, scan, { staffId: member.id, now: clock() }));
        if (done.kind === 'unknown') throw new NotFound();
        if (done.kind === 'other_workshop') return refuse(c, 409, 'other_workshop', 'workshop-problem-other');
        if (done.kind === 'no_seat') {
          return refuse(c, 409, 'no_seat', 'workshop-problem-no-seat', { state: done.registration.state });
        }
        return c.json({ outcome: done.kind, registration: shown(done.registration) });
      },
    }),
    staffEndpoint('POST /api/v1/workshops/:id/check-in/undo', {
      summary: 'Takes a check-in back',
      params: workshopParams,
      body: z.strictObject({ registration: registrationId }),
      answers: { 200: { description: 'Whether somebody was checked in', schema: z.object({ undone: z.boolean() }) } },
      async handle(request) {
        const { c, member, body } = request;
        const { key } = await workshopOf(database, request);
        const found = await registrationByKey(database.db, body.registration);
        if (found?.workshopKey !== key) throw new NotFound();
        const by = { staffId: member.id, now: clock() };
        return c.json({ undone: await database.transaction((tx) => undoCheckIn(tx, body.registration, by)) });
      },
    }),
    staffEndpoint('POST /api/v1/workshops/:id/walk-in', {
      summary: 'Notes somebody who came without registering',
      params: workshopParams,
      body: z.strictObject({ request_id: requestId, name: z.string().max(100).optional(), at }),
      answers: { 201: { description: 'Who it was', schema: registrationSchema } },
      async handle(request) {
        const { c, member, body } = request;
        const { key } = await workshopOf(database, request);
        const guest = {
          requestId: body.request_id,
          workshopKey: key,
          name: body.name?.normalize('NFC').replace(/\p{C}/gu, ' '),
          at: momentOf(c, body.at),
        };
        const registration = await database.transaction((tx) =>
          walkIn(tx, guest, { staffId: member.id, now: clock() }),
        );
        if (registration === undefined) throw new NotFound();
        return c.json(shown(registration), 201);
      },
    }),
  ];
}
