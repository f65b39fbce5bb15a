import type { Context } from 'hono';
import { z } from 'zod';
import {
  type Actor,
  type ApplicationDesk,
  applicationStatuses,
  type Outcome,
  type Refusal,
  type SeenApplication,
} from '../applications/index.ts';
import { answerText } from '../inbox/index.ts';
import { applicableKinds, openSeats } from '../opportunities/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface ApplicationsApiOptions {
  readonly applications: ApplicationDesk;
}

const largestId = 1e15;
const moment = z.date();
const params = z.object({ id: rowId });
const words = z.strictObject({ text: answerText.describe('A sentence for its person.') });

const listed = z.object({
  id: z.int(),
  kind: z.enum(applicableKinds),
  offer: z.object({
    id: z.string(),
    title: z.string(),
    organisation: z.string(),
    seats: z.int().nullable(),
    seats_left: z.int().nullable(),
    amount_vnd: z.int().nullable().describe('Of one seat of a scholarship.'),
    deadline: z.iso.date().nullable(),
  }),
  status: z.enum(applicationStatuses),
  applied_at: moment,
  decided_at: moment.nullable(),
});

const said = z.object({ rating: z.int(), text: z.string().nullable() });

const inFull = listed.extend({
  name: z.string().nullable().describe('What to call them; null once it was withdrawn.'),
  phone: z.string().nullable().describe('Null: they are reached in the chat.'),
  reason: z.string().nullable(),
  standing: z
    .object({ met: z.array(z.string()), failed: z.array(z.string()), open: z.array(z.string()) })
    .describe('Conditions of a scholarship, or skills of an internship; open: not known.'),
  question: z.string().nullable(),
  asked_at: moment.nullable(),
  answer: z.string().nullable(),
  answered_at: moment.nullable(),
  decision: z.string().nullable(),
  feedback: z
    .object({ of_intern: said.nullable(), of_organisation: said.nullable() })
    .describe('After an internship; what the intern said is null for partners.'),
});

const page = z.object({
  applications: z.array(listed),
  next_before: z.int().nullable(),
  counts: z.object(Object.fromEntries(applicationStatuses.map((status) => [status, z.int()]))),
});

const refusals = {
  wrong_state: 'api-application-state',
  no_seats: 'api-application-full',
  asked_before: 'api-application-asked',
  not_over: 'api-application-not-over',
  rated_before: 'api-application-rated',
} as const satisfies Readonly<Record<Exclude<Refusal, 'not_found'>, string>>;

const steps = {
  200: { description: 'The application as it then is', schema: inFull },
  409: {
    description:
      'It is over (`wrong_state`), no seat is left (`no_seats`), or something was asked before (`asked_before`)',
  },
};

/** Nobody of a partner whose organisation has left the catalogue has any applications. */
function actorOf({ member, reach }: Pick<StaffRequest<unknown, unknown, unknown>, 'member' | 'reach'>): Actor {
  return { staffId: member.id, organisationId: reach === 'all' ? undefined : (member.organisationId ?? 0) };
}

/** Applications for scholarships and internships: who decides reads, decides, and asks back. */
export function applicationEndpoints({ applications }: ApplicationsApiOptions): readonly Endpoint[] {
  type Asked = StaffRequest<z.output<typeof params>, unknown, z.output<typeof words>>;

  async function after(request: Asked, outcome: Outcome): Promise<Response> {
    if (!outcome.ok) return refused(request.c, outcome.refusal);
    const found = await applications.read(actorOf(request), request.params.id);
    if (found === undefined) throw new NotFound();
    return request.c.json(shown(found));
  }

  return [
    staffEndpoint('GET /api/v1/applications', {
      summary: 'Applications, the newest first, without what their people wrote',
      query: z.object({
        status: z.enum(applicationStatuses).or(z.literal('')).optional(),
        kind: z.enum(applicableKinds).or(z.literal('')).optional(),
        limit: wholeNumber(1, 100, 50),
        before: wholeNumber(1, largestId, largestId),
      }),
      answers: { 200: { description: 'A page of applications, and how many there are', schema: page } },
      async handle(request) {
        const { status, kind, limit, before } = request.query;
        const actor = actorOf(request);
        const found = await applications.list(actor, {
          ...(status && { status }),
          ...(kind && { kind }),
          ...(before === largestId ? {} : { before }),
          limit,
        });
        return request.c.json({
          applications: found.map(shownListed),
          next_before: found.length < limit ? null : (found.at(-1)?.id ?? null),
          counts: await applications.count(actor),
        });
      },
    }),
    staffEndpoint('GET /api/v1/applications/:id', {
      summary: 'An application in full; looking at it is noted',
      params,
      answers: { 200: { description: 'The application', schema: inFull } },
      async handle(request) {
        const found = await applications.read(actorOf(request), request.params.id);
        if (found === undefined) throw new NotFound();
        return request.c.json(shown(found));
      },
    }),
    staffEndpoint('POST /api/v1/applications/:id/accept', {
      summary: 'Accepts an application and gives it a seat; its person is told',
      params,
      body: words,
      answers: steps,
      handle: async (request) =>
        after(request, await applications.accept(actorOf(request), request.params.id, request.body.text)),
    }),
    staffEndpoint('POST /api/v1/applications/:id/refuse', {
      summary: 'Refuses an application; its person is told',
      params,
      body: words,
      answers: steps,
      handle: async (request) =>
        after(request, await applications.refuse(actorOf(request), request.params.id, request.body.text)),
    }),
    staffEndpoint('POST /api/v1/applications/:id/ask', {
      summary: 'Asks its person something, once',
      params,
      body: words,
      answers: steps,
      handle: async (request) =>
        after(request, await applications.ask(actorOf(request), request.params.id, request.body.text)),
    }),
    staffEndpoint('POST /api/v1/applications/:id/rate', {
      summary: 'What the organisation says of an intern after the last day, once',
      params,
      body: words.extend({ rating: z.int().min(1).max(5) }),
      answers: {
        200: steps[200],
        409: { description: 'It is not over, or was no internship (`not_over`), or it was rated (`rated_before`)' },
      },
      handle: async (request) =>
        after(request, await applications.rate(actorOf(request), request.params.id, request.body)),
    }),
  ];
}

function refused(c: Context, refusal: Refusal): Response {
  if (refusal === 'not_found') throw new NotFound();
  return refuse(c, 409, refusal, refusals[refusal]);
}

function shownListed({ id, offer, status, appliedAt, decidedAt }: SeenApplication): z.input<typeof listed> {
  return {
    id,
    kind: offer.kind,
    offer: {
      id: offer.id,
      title: offer.title,
      organisation: offer.organisation,
      seats: offer.seats ?? null,
      seats_left: openSeats(offer) ?? null,
      amount_vnd: offer.amountVnd ?? null,
      deadline: offer.deadline ?? null,
    },
    status,
    applied_at: appliedAt,
    decided_at: decidedAt ?? null,
  };
}

function shownFeedback(given: SeenApplication['feedback']['ofLearner']): z.input<typeof said> | null {
  return given === undefined ? null : { rating: given.rating, text: given.comment ?? null };
}

function shown(application: SeenApplication): z.input<typeof inFull> {
  return {
    ...shownListed(application),
    name: application.callName ?? null,
    phone: application.phone ?? null,
    reason: application.reason ?? null,
    standing: application.standing,
    question: application.question ?? null,
    asked_at: application.askedAt ?? null,
    answer: application.answer ?? null,
    answered_at: application.answeredAt ?? null,
    decision: application.decision ?? null,
    feedback: {
      of_intern: shownFeedback(application.feedback.ofLearner),
      of_organisation: shownFeedback(application.feedback.ofOrganisation),
    },
  };
}
