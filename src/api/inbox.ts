import type { Context } from 'hono';
import { z } from 'zod';
import {
  type Actor,
  answerText,
  type Case,
  type CaseInFull,
  caseKinds,
  caseStatuses,
  type InboxDesk,
  type Outcome,
  type Refusal,
  type Words,
} from '../inbox/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { BadRequest, type Endpoint, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface InboxApiOptions {
  readonly desk: InboxDesk;
}

const largestId = 1e15;

const filter = z.object({
  status: z.enum(caseStatuses).or(z.literal('')).optional(),
  kind: z.enum(caseKinds).or(z.literal('')).optional(),
  limit: wholeNumber(1, 100, 50),
  before: wholeNumber(1, largestId, largestId),
});

const answerBody = z.strictObject({ text: answerText });
const closeBody = z.strictObject({ text: answerText.optional() });

const idempotencyKey = /^[\x21-\x7e]{1,200}$/;

const refusals = {
  not_found: { status: 404, code: 'not_found', key: 'api-no-case' },
  wrong_state: { status: 409, code: 'wrong_state', key: 'api-case-state' },
  claimed_by_other: { status: 409, code: 'claimed_by_other', key: 'api-case-other' },
  not_claimed: { status: 409, code: 'not_claimed', key: 'api-case-unclaimed' },
  key_reused: { status: 409, code: 'key_reused', key: 'api-key-reused' },
} as const satisfies Readonly<Record<Refusal, object>>;

const moment = z.date();
const member = z.object({ id: z.int(), name: z.string().nullable() });

const caseSchema = z.object({
  id: z.int(),
  kind: z.enum(caseKinds),
  status: z.enum(caseStatuses),
  channel: z.enum(['web', 'telegram', 'zalo']),
  language: z.enum(['vi', 'en']),
  course: z.object({ id: z.string(), title: z.string() }).nullable().describe('Of wrong_information.'),
  reasons: z.array(z.enum(['gone', 'price', 'place', 'other'])),
  grade: z
    .object({
      item: z.string(),
      lesson: z.object({ id: z.string(), title: z.string() }),
      question: z.string(),
      accepted: z.array(z.string()).describe('What is taken for right.'),
      rubric: z.string().nullable(),
      verdict: z.enum(['wrong', 'unsure']),
    })
    .nullable()
    .describe('Of grade: how the answer, the first message, was judged.'),
  claimed_by: member.nullable(),
  opened_at: moment,
  waiting_since: moment.nullable().describe('Since when words of the person wait for an answer.'),
  answered_at: moment.nullable(),
  closed_at: moment.nullable(),
  closed_by: z.enum(['staff', 'person', 'withdrawn', 'unanswered', 'quiet']).nullable(),
  message_count: z.int(),
});

const inFull = caseSchema.extend({
  messages: z.array(
    z.object({
      id: z.int(),
      from: z.enum(['person', 'staff']),
      by: member.nullable(),
      text: z.string(),
      at: moment,
      delivery: z.string().nullable().describe('How sending an answer stands: pending, sent, blocked, …'),
    }),
  ),
});

const withChat = inFull.extend({
  chat: z
    .array(z.object({ from: z.enum(['person', 'service']), text: z.string(), at: moment }))
    .nullable()
    .describe('The last messages before the hand-over; null unless the person agreed and the case is open.'),
});

const page = z.object({
  cases: z.array(caseSchema),
  next_before: z.int().nullable(),
  counts: z.object({ open: z.int(), claimed: z.int(), closed: z.int() }),
  oldest_waiting: z.object({ id: z.int(), since: moment }).nullable(),
});

const params = z.object({ id: rowId });
const steps = {
  200: { description: 'The case as it then is', schema: inFull },
  409: { description: 'The case is not in a state for this, or a colleague holds it' },
};
const headers = { 'Idempotency-Key': z.string().max(200) };

/** The staff's part of the API that is the inbox. */
export function inboxEndpoints({ desk }: InboxApiOptions): readonly Endpoint[] {
  /** The answer to a step: the case as it then is. The chat is only read where it is asked for. */
  async function answered({ c, member: by, reach, params: { id } }: CaseRequest, outcome: Outcome): Promise<Response> {
    if (!outcome.ok) return refused(c, outcome.refusal);
    const found = await desk.show(actorOf(by, reach), id);
    return found === undefined ? refused(c, 'not_found') : c.json(shownInFull(found));
  }

  return [
    staffEndpoint('GET /api/v1/inbox', {
      summary: 'Cases of residents, the newest first',
      query: filter,
      answers: { 200: { description: 'A page of cases, and how much there is to do', schema: page } },
      async handle({ c, member: by, reach, query: { status, kind, limit, before } }) {
        const { cases, figures } = await desk.list(actorOf(by, reach), {
          ...(status && { status }),
          ...(kind && { kind }),
          ...(before === largestId ? {} : { before }),
          limit,
        });
        return c.json({
          cases: cases.map(shownCase),
          next_before: cases.length < limit ? null : (cases.at(-1)?.id ?? null),
          counts: { open: figures.open, claimed: figures.claimed, closed: figures.closed },
          oldest_waiting: figures.oldestWaiting ?? null,
        });
      },
    }),
    staffEndpoint('GET /api/v1/inbox/:id', {
      summary: 'A case with its messages',
      params,
      answers: { 200: { description: 'The case', schema: withChat } },
      async handle({ c, member: by, reach, params: { id } }) {
        const found = await desk.read(actorOf(by, reach), id);
        if (found === undefined) return refused(c, 'not_found');
        return c.json({ ...shownInFull(found), chat: found.chat ?? null });
      },
    }),
    staffEndpoint('POST /api/v1/inbox/:id/claim', {
      summary: 'Take a case',
      params,
      answers: steps,
      handle: async (request) =>
        answered(request, await desk.claim(actorOf(request.member, request.reach), request.params.id)),
    }),
    staffEndpoint('POST /api/v1/inbox/:id/release', {
      summary: 'Give a claimed case back',
      params,
      answers: steps,
      handle: async (request) =>
        answered(request, await desk.release(actorOf(request.member, request.reach), request.params.id)),
    }),
    staffEndpoint('POST /api/v1/inbox/:id/answer', {
      summary: 'Answer the person of a case one has claimed',
      params,
      headers,
      body: answerBody,
      answers: steps,
      async handle(request) {
        const words = wordsOf(request.c, request.body.text);
        return answered(request, await desk.answer(actorOf(request.member, request.reach), request.params.id, words));
      },
    }),
    staffEndpoint('POST /api/v1/inbox/:id/close', {
      summary: 'Close a case, with a last answer or without a word',
      params,
      headers,
      body: closeBody,
      answers: steps,
      async handle(request) {
        const { text: said } = request.body;
        const words = said === undefined ? undefined : wordsOf(request.c, said);
        return answered(request, await desk.close(actorOf(request.member, request.reach), request.params.id, words));
      },
    }),
    staffEndpoint('POST /api/v1/inbox/:id/regrade', {
      summary:
        'Count the answer of a grade one has claimed as right, tell the learner, and close it; closing it with a text keeps the result',
      params,
      headers,
      body: closeBody,
      answers: steps,
      async handle(request) {
        const { text: said } = request.body;
        const words = said === undefined ? undefined : wordsOf(request.c, said);
        return answered(request, await desk.regrade(actorOf(request.member, request.reach), request.params.id, words));
      },
    }),
  ];
}

type CaseRequest = Pick<StaffRequest<{ id: number }, unknown, unknown>, 'c' | 'member' | 'reach' | 'params'>;

function actorOf({ id, displayName, organisationId, role }: StaffMember, reach: 'all' | 'own'): Actor {
  return {
    staffId: id,
    displayName,
    scope: reach === 'all' ? { kind: 'all' } : { kind: 'organisation', organisationId },
    mayOverrule: role === 'admin',
  };
}

function wordsOf(c: Context, said: string): Words {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !idempotencyKey.test(key))
    throw new BadRequest('bad_body', 'Idempotency-Key: 1 to 200 visible characters');
  return { text: said, idempotencyKey: key };
}

function refused(c: Context, refusal: Refusal): Response {
  const { status, code, key } = refusals[refusal];
  return refuse(c, status, code, key);
}

function shownCase(each: Case) {
  return {
    id: each.id,
    kind: each.kind,
    status: each.status,
    channel: each.channel,
    language: each.locale,
    course: each.course ?? null,
    reasons: each.reasons,
    grade: each.grade === undefined ? null : { ...each.grade, rubric: each.grade.rubric ?? null },
    claimed_by: shownMember(each.claimedBy),
    opened_at: each.openedAt,
    waiting_since: each.waitingSince ?? null,
    answered_at: each.answeredAt ?? null,
    closed_at: each.closedAt ?? null,
    closed_by: each.closedBy ?? null,
    message_count: each.messages,
  };
}

function shownMember(member: Case['claimedBy']) {
  return member === undefined ? null : { id: member.id, name: member.name ?? null };
}

function shownInFull({ case: found, messages }: CaseInFull) {
  return {
    ...shownCase(found),
    messages: messages.map(({ id, from, by, text: said, at, delivery }) => ({
      id,
      from,
      by: shownMember(by),
      text: said,
      at,
      delivery: delivery ?? null,
    })),
  };
}
