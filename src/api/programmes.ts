import { z } from 'zod';
import { ensureOrganisation } from '../catalogue/index.ts';
import { readMoment } from '../time/index.ts';
import {
  createProgramme,
  listProgrammes,
  mostSessions,
  noteSession,
  programmeKinds,
  programmeMembers,
  type Workshop,
} from '../workshops/index.ts';
import { type Endpoint, NotFound, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import { fault, newWorkshop, patchOf } from './workshop-body.ts';
import { type WorkshopsApiOptions, workshopOf, workshopParams } from './workshops.ts';

const session = z.strictObject({ starts_at: z.string(), ends_at: z.string() });
const newProgramme = newWorkshop.omit({ starts_at: true, ends_at: true, audience: true }).extend({
  kind: z.enum(programmeKinds),
  sessions: z.array(session).min(1).max(mostSessions),
});
const programmeSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(programmeKinds),
  organisation: z.string().nullable(),
  capacity: z.int().nullable(),
  registered: z.int(),
  waiting: z.int(),
  status: z.string(),
  sample: z.boolean(),
  sessions: z.array(z.object({ id: z.int(), starts_at: z.date(), ends_at: z.date() })),
});
const withMembers = programmeSchema.extend({
  members: z.array(
    z.object({
      registration: z.int(),
      code: z.string(),
      sessions: z.array(z.int()),
      completed_at: z.date().nullable(),
    }),
  ),
});

/** Programmes of several sessions; their seats and registrations are those of `/api/v1/workshops/ID`. */
export function programmeEndpoints({ database, clock, timezone }: WorkshopsApiOptions): readonly Endpoint[] {
  async function programmeOf(
    request: Pick<StaffRequest<{ id: string }, unknown, unknown>, 'member' | 'reach' | 'params'>,
  ): Promise<Workshop> {
    const found = await workshopOf(database, request);
    if (found.programme === undefined) throw new NotFound();
    return found;
  }
  async function answer(programme: Workshop): Promise<z.input<typeof withMembers>> {
    const members = await programmeMembers(database.db, programme.key);
    return {
      ...shown(programme),
      members: members.map(({ registrationKey, code, sessionKeys, completedAt }) => ({
        registration: registrationKey,
        code,
        sessions: [...sessionKeys],
        completed_at: completedAt ?? null,
      })),
    };
  }

  return [
    staffEndpoint('GET /api/v1/programmes', {
      summary: 'Programmes, those that are not over first',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page', schema: z.object({ programmes: z.array(programmeSchema) }) } },
      async handle({ c, member, reach, query }) {
        const organisationId = reach === 'all' ? undefined : (member.organisationId ?? 0);
        const found = await listProgrammes(database.db, { now: clock(), organisationId, ...query });
        return c.json({ programmes: found.map(shown) });
      },
    }),
    staffEndpoint('POST /api/v1/programmes', {
      summary: 'Makes a programme with its sessions',
      body: newProgramme,
      answers: { 201: { description: 'The programme', schema: withMembers }, 409: { description: 'The id is taken' } },
      async handle({ c, member, body: { kind, sessions: given, id, ...body } }) {
        const sessions = given.map((each) => {
          const [startsAt, endsAt] = [each.starts_at, each.ends_at].map((text) => readMoment(text, timezone));
          if (startsAt === undefined || endsAt === undefined) throw fault(c, 'sessions', 'workshop-problem-moment');
          if (endsAt <= startsAt) throw fault(c, 'sessions', 'workshop-problem-end');
          if (startsAt <= clock()) throw fault(c, 'sessions', 'workshop-problem-past');
          return { startsAt, endsAt };
        });
        if (new Set(sessions.map(({ startsAt }) => +startsAt)).size < sessions.length)
          throw fault(c, 'sessions', 'console-programme-sessions-wrong');
        const { organisation, ...rest } = patchOf(c, body, timezone);
        const made = await database.transaction(async (tx) =>
          createProgramme(
            tx,
            {
              ...rest,
              id,
              title: body.title,
              kind,
              sessions,
              organisationId: organisation === undefined ? undefined : await ensureOrganisation(tx, organisation),
            },
            { staffId: member.id, now: clock() },
          ),
        );
        return made === undefined ? refuse(c, 409, 'id_taken', 'api-problem-id') : c.json(await answer(made), 201);
      },
    }),
    staffEndpoint('GET /api/v1/programmes/:id', {
      summary: 'A programme with who enrolled, by code, and which sessions they came to',
      params: workshopParams,
      answers: { 200: { description: 'The programme', schema: withMembers } },
      handle: async (request) => request.c.json(await answer(await programmeOf(request))),
    }),
    staffEndpoint('POST /api/v1/programmes/:id/attendance', {
      summary: 'Notes who came to a session: exactly the given registrations',
      params: workshopParams,
      body: z.strictObject({
        session: z.int().positive(),
        came: z.array(z.int().positive()).max(1000).describe('Numbers of registrations.'),
      }),
      answers: {
        200: { description: 'The programme', schema: withMembers },
        409: { description: 'The session has not begun' },
      },
      async handle(request) {
        const programme = await programmeOf(request);
        const { session: sessionKey, came: registrationKeys } = request.body;
        const outcome = await database.transaction((tx) =>
          noteSession(
            tx,
            { workshopKey: programme.key, sessionKey, registrationKeys },
            { staffId: request.member.id, now: clock() },
          ),
        );
        if (outcome === 'unknown') throw new NotFound();
        if (outcome === 'not_yet') return refuse(request.c, 409, 'not_yet', 'console-programme-not-yet');
        return request.c.json(await answer(programme));
      },
    }),
  ];
}

function shown(programme: Workshop): z.input<typeof programmeSchema> {
  return {
    id: programme.id,
    title: programme.title,
    kind: programme.programme ?? 'adult',
    organisation: programme.organisation ?? null,
    capacity: programme.capacity ?? null,
    registered: programme.taken,
    waiting: programme.waiting,
    status: programme.status,
    sample: programme.sample,
    sessions: programme.sessions.map(({ key, startsAt, endsAt }) => ({
      id: key,
      starts_at: startsAt,
      ends_at: endsAt,
    })),
  };
}
