import { z } from 'zod';
import { standings } from '../catalogue/index.ts';
import { localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  countStale,
  type Decision,
  type FreshnessDesk,
  listStale,
  type Reach,
  type StaleCourse,
  staleStates,
} from '../freshness/index.ts';
import { type Endpoint, NotFound, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface FreshnessApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly freshness: FreshnessDesk;
}

const params = z.object({
  id: z
    .string()
    .min(1)
    .max(500)
    .regex(/^\P{Cc}+$/u),
});
const day = z.iso
  .date()
  .refine((given) => given >= '2000-01-01' && given <= '2100-12-31')
  .nullable();

const decisionSchema = z.object({
  id: z.string(),
  changed: z.boolean().describe('False when the same had been said before: nothing was written then.'),
});
const decisionAnswers = {
  200: { description: 'It stands so now', schema: decisionSchema },
  409: { description: 'The course is over by its dates (`course_ended`): confirm it with new ones' },
};

const staleSchema = z.object({
  id: z.string(),
  title: z.string(),
  organisation: z.object({ id: z.int(), name: z.string() }),
  standing: z.enum(standings),
  confirmed_on: z.iso.date(),
  age_days: z.int(),
  starts_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
  sunk_until: z.iso.date().nullable().describe('Reports of two people make it rank lower until this day.'),
  reports: z.object({ people: z.int(), reasons: z.array(z.string()), last_at: z.date().nullable() }),
  sample: z.boolean(),
});

/** Nobody of a partner whose organisation has left the catalogue has any courses. */
function reachOf({ member, reach }: Pick<StaffRequest<unknown, unknown, unknown>, 'member' | 'reach'>): Reach {
  return reach === 'all' ? {} : { organisationId: member.organisationId ?? 0 };
}

/** What organisations and staff say of offers, and which ones need a word. */
export function freshnessEndpoints({ database, clock, timezone, freshness }: FreshnessApiOptions): readonly Endpoint[] {
  type Asked = StaffRequest<z.output<typeof params>, unknown, unknown>;

  async function decide(request: Asked, decision: Decision): Promise<Response> {
    const { c, member } = request;
    const { id } = request.params;
    const actor = { via: 'staff', staffId: member.id } as const;
    const outcome = await freshness.decide(reachOf(request), id, decision, actor);
    if (outcome.ok) return c.json({ id, changed: outcome.changed });
    if (outcome.refusal === 'not_found') throw new NotFound();
    return outcome.refusal === 'ended'
      ? refuse(c, 409, 'course_ended', 'api-course-ended')
      : refuse(c, 400, 'bad_body', 'api-course-dates');
  }

  return [
    staffEndpoint('GET /api/v1/stale', {
      summary: 'Courses that somebody should confirm: reported, hidden, long unconfirmed',
      query: z.object({
        state: z.enum(staleStates).default('waiting'),
        limit: wholeNumber(1, 100, 50),
        offset: wholeNumber(0, 1_000_000, 0),
      }),
      answers: {
        200: {
          description: 'A page of courses, and how many are in each state',
          schema: z.object({ courses: z.array(staleSchema), counts: z.record(z.enum(staleStates), z.int()) }),
        },
      },
      async handle({ c, member, reach, query: { state, limit, offset } }) {
        const scope = { ...reachOf({ member, reach }), today: localDate(clock(), timezone) };
        const courses = await listStale(database.db, { ...scope, now: clock(), state, limit, offset });
        return c.json({ courses: courses.map(shown), counts: await countStale(database.db, scope) });
      },
    }),
    staffEndpoint('POST /api/v1/courses/:id/confirm', {
      summary: 'Says that a course is still offered; with both dates, that it is offered at these',
      params,
      body: z
        .strictObject({ starts_on: day, ends_on: day })
        .partial()
        .refine((body) => (body.starts_on === undefined) === (body.ends_on === undefined), 'api-problem-both-dates'),
      answers: decisionAnswers,
      handle: (request) => {
        const { starts_on, ends_on } = request.body;
        if (starts_on === undefined || ends_on === undefined) return decide(request, { kind: 'confirmed' });
        const dates = { startsOn: starts_on ?? undefined, endsOn: ends_on ?? undefined };
        return decide(request, { kind: 'revised', ...dates });
      },
    }),
    staffEndpoint('POST /api/v1/courses/:id/close', {
      summary: 'Says that a course is not offered any more; its public page stays',
      params,
      answers: decisionAnswers,
      handle: (request) => decide(request, { kind: 'closed' }),
    }),
    staffEndpoint('POST /api/v1/courses/:id/restore', {
      summary: 'Brings a course back that was closed or hidden by reports, without saying that it was confirmed',
      params,
      answers: decisionAnswers,
      handle: (request) => decide(request, { kind: 'restored' }),
    }),
    staffEndpoint('POST /api/v1/courses/:id/undo', {
      summary: 'Takes the last of these back, within 24 hours',
      params,
      answers: { 200: { description: 'It was taken back', schema: z.object({ id: z.string() }) } },
      async handle(request) {
        const { c, member } = request;
        const { id } = request.params;
        const outcome = await freshness.undo(reachOf(request), id, { via: 'staff', staffId: member.id });
        if (!outcome.ok) throw new NotFound();
        return c.json({ id });
      },
    }),
  ];
}

function shown(course: StaleCourse): z.input<typeof staleSchema> {
  return {
    id: course.id,
    title: course.title,
    organisation: course.organisation,
    standing: course.standing,
    confirmed_on: course.confirmedOn,
    age_days: course.ageDays,
    starts_on: course.startsOn ?? null,
    ends_on: course.endsOn ?? null,
    sunk_until: course.sunkUntil ?? null,
    reports: {
      people: course.reports.people,
      reasons: [...course.reports.reasons],
      last_at: course.reports.lastAt ?? null,
    },
    sample: course.sample,
  };
}
