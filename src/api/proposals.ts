import type { Context } from 'hono';
import { z } from 'zod';
import { audiences } from '../catalogue/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  approveProposal,
  changeProposal,
  listProposals,
  longestProposalNote,
  type Proposal,
  type ProposedWorkshop,
  proposalById,
  proposalStates,
  proposeWorkshop,
  returnProposal,
  withdrawProposal,
} from '../workshops/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import { inputOf, newWorkshop } from './workshop-body.ts';

export interface ProposalsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const params = z.object({ id: rowId });
const body = newWorkshop.omit({ id: true, organisation: true });
const nullable = z.string().nullable();

const proposalSchema = z.object({
  id: z.int(),
  organisation: z.object({ id: z.int(), name: z.string() }),
  state: z.enum(proposalStates),
  note: nullable.describe('Why it came back.'),
  workshop: nullable.describe('The id of the workshop that it became.'),
  title: z.string(),
  description: nullable,
  starts_at: z.date(),
  ends_at: z.date(),
  place: nullable,
  ward: nullable,
  online_url: nullable,
  capacity: z.int().nullable(),
  topics: z.array(z.string()),
  audience: z.array(z.enum(audiences)),
});

/** Workshops that organisations propose and the city approves. */
export function proposalEndpoints({ database, clock, timezone }: ProposalsApiOptions): readonly Endpoint[] {
  type Asked = StaffRequest<{ id: number }, unknown, unknown>;
  const by = ({ member }: Pick<Asked, 'member'>) => ({ staffId: member.id, now: clock() });
  const boundOf = ({ member, reach }: Pick<Asked, 'member' | 'reach'>): number | undefined =>
    reach === 'all' ? undefined : (member.organisationId ?? 0);

  async function proposalOf(request: Pick<Asked, 'member' | 'reach' | 'params'>): Promise<Proposal> {
    const found = await proposalById(database.db, request.params.id, boundOf(request));
    if (found === undefined) throw new NotFound();
    return found;
  }
  function proposed(c: Context, given: z.output<typeof body>): ProposedWorkshop {
    const { id: _id, organisation: _whose, ...input } = inputOf(c, given, { timezone, now: clock() });
    return input;
  }
  async function told(request: Asked, done: boolean): Promise<Response> {
    return done
      ? request.c.json(shown(await proposalOf(request)))
      : refuse(request.c, 409, 'wrong_state', 'console-proposal-wrong-state');
  }
  const answers = {
    200: { description: 'It stands so now', schema: proposalSchema },
    409: { description: 'It was decided or withdrawn' },
  };

  return [
    staffEndpoint('GET /api/v1/workshop-proposals', {
      summary: 'Proposed workshops, those that wait first',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page', schema: z.object({ proposals: z.array(proposalSchema) }) } },
      async handle(request) {
        const found = await listProposals(database.db, { organisationId: boundOf(request), ...request.query });
        return request.c.json({ proposals: found.map(shown) });
      },
    }),
    staffEndpoint('POST /api/v1/workshop-proposals', {
      summary: 'Proposes a workshop in the name of one’s own organisation',
      body,
      answers: { 201: { description: 'It waits for the city’s word', schema: proposalSchema } },
      async handle(request) {
        const { organisationId } = request.member;
        if (organisationId === undefined) throw new NotFound();
        const input = proposed(request.c, request.body);
        const id = await database.transaction((tx) => proposeWorkshop(tx, organisationId, input, by(request)));
        return request.c.json(shown(await proposalOf({ ...request, params: { id } })), 201);
      },
    }),
    staffEndpoint('GET /api/v1/workshop-proposals/:id', {
      summary: 'A proposed workshop',
      params,
      answers: { 200: { description: 'The proposal', schema: proposalSchema } },
      handle: async (request) => request.c.json(shown(await proposalOf(request))),
    }),
    staffEndpoint('PUT /api/v1/workshop-proposals/:id', {
      summary: 'Changes a proposal, which waits again',
      params,
      body,
      answers,
      async handle(request) {
        const proposal = await proposalOf(request);
        const input = proposed(request.c, request.body);
        return told(request, await database.transaction((tx) => changeProposal(tx, proposal, input, by(request))));
      },
    }),
    staffEndpoint('POST /api/v1/workshop-proposals/:id/withdraw', {
      summary: 'Takes a proposal back',
      params,
      answers,
      async handle(request) {
        const proposal = await proposalOf(request);
        return told(request, await database.transaction((tx) => withdrawProposal(tx, proposal, by(request))));
      },
    }),
    staffEndpoint('POST /api/v1/workshop-proposals/:id/return', {
      summary: 'Gives a proposal back with what is missing',
      params,
      body: z.strictObject({ note: z.string().trim().min(1).max(longestProposalNote) }),
      answers,
      async handle(request) {
        const { id } = await proposalOf(request);
        return told(
          request,
          await database.transaction((tx) => returnProposal(tx, id, request.body.note, by(request))),
        );
      },
    }),
    staffEndpoint('POST /api/v1/workshop-proposals/:id/approve', {
      summary: 'Makes the workshop; never by who proposed it',
      params,
      answers: { ...answers, 403: { description: 'The author does not approve' } },
      async handle(request) {
        const { id } = await proposalOf(request);
        const outcome = await database.transaction((tx) => approveProposal(tx, id, by(request)));
        if (outcome.kind === 'own') return refuse(request.c, 403, 'own_proposal', 'console-proposal-own');
        if (outcome.kind === 'past') return refuse(request.c, 409, 'past', 'console-workshop-past');
        return told(request, outcome.kind === 'approved');
      },
    }),
  ];
}

function shown({ input, ...proposal }: Proposal): z.input<typeof proposalSchema> {
  return {
    id: proposal.id,
    organisation: { id: proposal.organisationId, name: proposal.organisation },
    state: proposal.state,
    note: proposal.note ?? null,
    workshop: proposal.workshopId ?? null,
    title: input.title,
    description: input.description ?? null,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    place: input.place ?? null,
    ward: input.ward ?? null,
    online_url: input.onlineUrl ?? null,
    capacity: input.capacity ?? null,
    topics: [...(input.topics ?? [])],
    audience: [...(input.audience ?? [])],
  };
}
