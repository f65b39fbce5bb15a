import type { Context } from 'hono';
import { z } from 'zod';
import type { BatchReceipt } from '../delivery/index.ts';
import { createTranslator } from '../locales/index.ts';
import {
  audienceSchema,
  type Broadcast,
  type BroadcastContent,
  type BroadcastOutcome,
  type BroadcastRefusal,
  broadcastLimits,
  cleanLine,
  cleanText,
  isLinkAddress,
  isOfLength,
  isPlain,
  outcomeWords,
  shownStatuses,
} from '../outreach/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { csvStream } from '../text/index.ts';
import { readMoment } from '../time/index.ts';
import { type BroadcastTrialsOptions, broadcastTrialEndpoints } from './broadcast-trials.ts';
import { type Endpoint, rowId, staffEndpoint } from './endpoint.ts';
import { localeOf, refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface BroadcastsApiOptions extends BroadcastTrialsOptions {
  readonly timezone: string;
}

const largestId = 1e15;
const words = (longest: number, clean = cleanText) =>
  z
    .string()
    .transform(clean)
    .refine((given) => isOfLength(given, longest) && isPlain(given), `words ${longest}`);
const line = (longest: number) => words(longest, cleanLine);

const label = z.union([
  line(broadcastLimits.label).transform((vi) => ({ vi })),
  z.strictObject({ vi: line(broadcastLimits.label), en: line(broadcastLimits.label).optional() }),
]);

const url = z.string().max(broadcastLimits.url).refine(isLinkAddress, 'api-problem-url');

const choice = z.union([
  z.strictObject({ label, url }).transform((link) => ({ kind: 'link' as const, ...link })),
  z
    .strictObject({ label, answer: z.literal(true).describe('An answer of a poll.') })
    .transform(({ label: shown }) => ({ kind: 'answer' as const, label: shown })),
]);

const moment = z.string().max(40).describe('ISO 8601; without an offset in the time of the city.');

const text = z.union([
  words(broadcastLimits.text).transform((vi) => ({ vi })),
  z.strictObject({ vi: words(broadcastLimits.text), en: words(broadcastLimits.text).optional() }),
]);

const fields = {
  title: line(broadcastLimits.title).describe('For staff only.'),
  text,
  choices: z.array(choice).max(broadcastLimits.choices).optional(),
  audience: audienceSchema,
  not_before: moment.nullish(),
  not_after: moment.nullish(),
  workshop: z
    .union([z.string().min(1).max(120), z.int().transform(String)])
    .nullish()
    .describe('Id of a workshop to register for.'),
  emergency: z
    .boolean()
    .optional()
    .describe('Skips quiet hours and the daily cap, never consent; administrators only.'),
};

const counts = {
  recipients: z.int(),
  pending: z.int(),
  sent: z.int(),
  failed: z.int(),
  blocked: z.int(),
  unconfirmed: z.int(),
  skipped: z.int(),
  per_second: z.number().describe('Sent a second, over the last five.'),
};

const shownLabel = z.object({ vi: z.string(), en: z.string().optional() });

const shown = z.object({
  id: z.int(),
  status: z.enum(shownStatuses),
  ...counts,
  title: z.string(),
  text: shownLabel,
  choices: z.array(
    z.object({
      label: shownLabel,
      url: z.string().optional(),
      answer: z.literal(true).optional(),
      opens: z.int().describe('How often the link was opened.'),
      votes: z.int().describe('People whose answer it is.'),
    }),
  ),
  audience: audienceSchema,
  workshop: z.string().nullable(),
  not_before: z.date().nullable(),
  not_after: z.date().nullable(),
  emergency: z.boolean(),
  content_hash: z.string().nullable().describe('Of what was submitted: an approval may name it.'),
  author: z.int(),
  submitted_by: z.int().nullable(),
  submitted_at: z.date().nullable(),
  approved_by: z.int().nullable(),
  approved_at: z.date().nullable(),
  created_at: z.date(),
  changed_at: z.date(),
});

const changed = z.object({
  kind: z.enum(['correct', 'recall']),
  made_at: z.date(),
  messages: z.int().describe('Messages that can be changed.'),
  pending: z.int(),
  changed: z.int(),
  failed: z.int(),
});

const outcome = {
  channel: z.enum(['web', 'telegram', 'zalo']),
  status: z.string(),
  code: z.string().nullable(),
  words: z.string().describe('What that means, in words.'),
};

const receipt = z.object({
  outcomes: z.array(z.object({ ...outcome, people: z.int() })),
  people: z.array(
    z.object({ person: z.string().describe('A code that names nobody.'), ...outcome, sent_at: z.date().nullable() }),
  ),
  next_after: z.int().nullable(),
});

const params = z.object({ id: rowId });
const state = { 409: { description: 'Not in a state for this, or not what was read any more' } };
const after = { 200: { description: 'The broadcast as it then is', schema: shown }, ...state };

const query = z.object({
  status: z.enum(shownStatuses).or(z.literal('')).optional(),
  limit: wholeNumber(1, 100, 50),
  before: wholeNumber(1, largestId, largestId),
});

/** The staff's part of the API that is broadcasts. */
export function broadcastEndpoints(options: BroadcastsApiOptions): readonly Endpoint[] {
  const { broadcasts, timezone } = options;

  async function answer(c: Context, outcome: BroadcastOutcome, status: 200 | 201 = 200): Promise<Response> {
    if (!outcome.ok) return refused(c, outcome.refusal);
    return c.json(await inFull(outcome.broadcast), status);
  }

  async function inFull(broadcast: Broadcast) {
    const taken = broadcast.batchId === undefined ? new Map() : await broadcasts.choices(broadcast.id);
    return {
      ...inList(broadcast),
      choices: broadcast.choices.map((each, position) => ({
        label: each.label,
        ...(each.kind === 'link' ? { url: each.url } : { answer: true as const }),
        opens: taken.get(position)?.opens ?? 0,
        votes: taken.get(position)?.votes ?? 0,
      })),
    };
  }

  /** A written moment, null or undefined as they are; a wrong one is answered with 400. */
  function momentOf(written: string | null | undefined, field: string): Date | undefined | WrongMoment {
    if (written === null || written === undefined || written.trim() === '') return undefined;
    return readMoment(written, timezone) ?? new WrongMoment(field);
  }

  type Step = 'submit' | 'pause' | 'resume' | 'cancel' | 'recall' | 'retry';
  const step = (name: Step, summary: string): Endpoint =>
    staffEndpoint(`POST /api/v1/broadcasts/:id/${name}`, {
      summary,
      params,
      answers: after,
      handle: async ({ c, member, params: { id } }) => answer(c, await broadcasts[name](actorOf(member), id)),
    });

  return [
    ...broadcastTrialEndpoints(options, refused),
    staffEndpoint('POST /api/v1/broadcasts', {
      summary: 'Write a broadcast: a draft that somebody else approves',
      body: z.strictObject(fields),
      answers: { 201: { description: 'The draft, with an estimate of its recipients', schema: shown } },
      async handle({ c, member, body }) {
        const [notBefore, notAfter] = [momentOf(body.not_before, 'not_before'), momentOf(body.not_after, 'not_after')];
        const wrong = [notBefore, notAfter].find((each) => each instanceof WrongMoment);
        if (wrong instanceof WrongMoment)
          return refuse(c, 400, 'bad_body', 'api-broadcast-moment', { field: wrong.field });
        const content: BroadcastContent = {
          title: body.title,
          text: body.text,
          choices: body.choices ?? [],
          audience: body.audience,
          workshop: body.workshop ?? undefined,
          notBefore: notBefore as Date | undefined,
          notAfter: notAfter as Date | undefined,
          emergency: body.emergency ?? false,
        };
        return answer(c, await broadcasts.create(actorOf(member), content), 201);
      },
    }),
    staffEndpoint('GET /api/v1/broadcasts', {
      summary: 'Broadcasts, the newest first',
      query,
      answers: {
        200: {
          description: 'A page of broadcasts',
          schema: z.object({ broadcasts: z.array(shown), next_before: z.int().nullable() }),
        },
      },
      async handle({ c, query: { status, limit, before } }) {
        const found = await broadcasts.list({
          ...(status && { status }),
          ...(before === largestId ? {} : { before }),
          limit,
        });
        const all = [];
        for (const each of found) all.push(await inFull(each));
        return c.json({ broadcasts: all, next_before: found.length < limit ? null : (found.at(-1)?.id ?? null) });
      },
    }),
    staffEndpoint('GET /api/v1/broadcasts/:id', {
      summary: 'A broadcast and how it stands; from its approval on the six counts add up to its recipients',
      params,
      answers: { 200: { description: 'The broadcast', schema: shown.extend({ changes: z.array(changed) }) } },
      async handle({ c, params: { id } }) {
        const found = await broadcasts.read(id);
        if (found === undefined) return refused(c, { kind: 'not_found' });
        const changes = await broadcasts.changes(id);
        return c.json({
          ...(await inFull(found)),
          changes: changes.map(({ madeAt, ...change }) => ({ ...change, made_at: madeAt })),
        });
      },
    }),
    staffEndpoint('GET /api/v1/broadcasts/:id/receipt', {
      summary: 'What became of it, person by person, nobody named',
      params,
      query: z.object({ after: wholeNumber(0, largestId, 0), limit: wholeNumber(1, 1000, 100) }),
      answers: { 200: { description: 'How many ended how, and a page of people', schema: receipt } },
      async handle({ c, params: { id }, query: page }) {
        const found = await broadcasts.read(id);
        if (found === undefined) return refused(c, { kind: 'not_found' });
        const { outcomes, people } = await broadcasts.receipt(found, page);
        const t = createTranslator(localeOf(c));
        return c.json({
          outcomes: outcomes.map((each) => ({ ...each, code: each.code ?? null, words: outcomeWords(t, each) })),
          people: people.map((each) => ({
            person: each.id.toString(36),
            channel: each.channel,
            status: each.status,
            code: each.code ?? null,
            words: outcomeWords(t, each),
            sent_at: each.sentAt ?? null,
          })),
          next_after: people.length < page.limit ? null : (people.at(-1)?.id ?? null),
        });
      },
    }),
    staffEndpoint('GET /api/v1/broadcasts/:id/receipt.csv', {
      summary: 'The same as a file',
      params,
      answers: { 200: { description: 'One row a person', type: 'text/csv' } },
      async handle({ c, params: { id } }) {
        const found = await broadcasts.read(id);
        if (found === undefined) return refused(c, { kind: 'not_found' });
        const t = createTranslator(localeOf(c));
        const rows = receiptRows(broadcasts.allReceipts(found), (row) => outcomeWords(t, row));
        return new Response(csvStream(rows), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="thong-bao-${id}.csv"`,
            'cache-control': 'no-store',
          },
        });
      },
    }),
    staffEndpoint('PATCH /api/v1/broadcasts/:id', {
      summary: 'Change one that is not approved; a submitted one is a draft again',
      params,
      body: z.strictObject(fields).partial(),
      answers: after,
      async handle({ c, member, params: { id }, body }) {
        const [notBefore, notAfter] = [momentOf(body.not_before, 'not_before'), momentOf(body.not_after, 'not_after')];
        const wrong = [notBefore, notAfter].find((each) => each instanceof WrongMoment);
        if (wrong instanceof WrongMoment)
          return refuse(c, 400, 'bad_body', 'api-broadcast-moment', { field: wrong.field });
        const changed = broadcasts.edit(actorOf(member), id, (content) => ({
          title: body.title ?? content.title,
          text: body.text ?? content.text,
          choices: body.choices ?? content.choices,
          audience: body.audience ?? content.audience,
          workshop: body.workshop === undefined ? content.workshop : (body.workshop ?? undefined),
          notBefore: body.not_before === undefined ? content.notBefore : (notBefore as Date | undefined),
          notAfter: body.not_after === undefined ? content.notAfter : (notAfter as Date | undefined),
          emergency: body.emergency ?? content.emergency,
        }));
        return answer(c, await changed);
      },
    }),
    step('submit', 'Ask for its approval'),
    staffEndpoint('POST /api/v1/broadcasts/:id/return', {
      summary: 'Give a submitted one back to be changed',
      params,
      answers: after,
      handle: async ({ c, member, params: { id } }) => answer(c, await broadcasts.giveBack(actorOf(member), id)),
    }),
    staffEndpoint('POST /api/v1/broadcasts/:id/approve', {
      summary: 'Approve what was submitted, by somebody who did not write it: who gets it is settled now',
      params,
      body: z.strictObject({ content_hash: z.string().max(100).optional() }),
      answers: after,
      handle: async ({ c, member, params: { id }, body }) =>
        answer(c, await broadcasts.approve(actorOf(member), id, body.content_hash)),
    }),
    step('pause', 'Stop sending within a second'),
    step('resume', 'Go on sending'),
    step('cancel', 'Stop for good: what has not left is skipped'),
    step('recall', 'Take it back: what was sent is deleted or replaced by a note where the channel can'),
    step('retry', 'Send once more what had failed; never what may have arrived'),
    staffEndpoint('POST /api/v1/broadcasts/:id/correct', {
      summary: 'Other words: what was sent is edited where the channel can, the rest says them from now on',
      params,
      body: z.strictObject({ text }),
      answers: after,
      handle: async ({ c, member, params: { id }, body }) =>
        answer(c, await broadcasts.correct(actorOf(member), id, body.text)),
    }),
  ];
}

/** One row a person, who is named by a code alone. */
async function* receiptRows(receipts: AsyncIterable<BatchReceipt>, wordsOf: (row: BatchReceipt) => string) {
  yield ['person', 'channel', 'status', 'code', 'words', 'sent_at'];
  for await (const row of receipts)
    yield [row.id.toString(36), row.channel, row.status, row.code, wordsOf(row), row.sentAt?.toISOString()];
}

/** A field that holds no moment. */
class WrongMoment {
  constructor(readonly field: string) {}
}

function actorOf({ id, role }: StaffMember) {
  return { staffId: id, role };
}

function inList(broadcast: Broadcast) {
  const { perSecond, ...figures } = broadcast.figures;
  return {
    id: broadcast.id,
    status: broadcast.status,
    ...figures,
    per_second: perSecond,
    title: broadcast.title,
    text: broadcast.text,
    audience: broadcast.audience,
    workshop: broadcast.workshop ?? null,
    not_before: broadcast.notBefore ?? null,
    not_after: broadcast.notAfter ?? null,
    emergency: broadcast.emergency,
    content_hash: broadcast.contentHash ?? null,
    author: broadcast.authorId,
    submitted_by: broadcast.submittedBy ?? null,
    submitted_at: broadcast.submittedAt ?? null,
    approved_by: broadcast.approvedBy ?? null,
    approved_at: broadcast.approvedAt ?? null,
    created_at: broadcast.createdAt,
    changed_at: broadcast.changedAt,
  };
}

function refused(c: Context, refusal: BroadcastRefusal): Response {
  switch (refusal.kind) {
    case 'not_found':
      return refuse(c, 404, 'not_found', 'api-no-broadcast');
    case 'wrong_state':
      return refuse(c, 409, 'wrong_state', 'api-broadcast-state', { status: refusal.status });
    case 'own_broadcast':
      return refuse(c, 403, 'own_broadcast', 'api-broadcast-own');
    case 'not_admin':
      return refuse(c, 403, 'forbidden', 'api-broadcast-emergency');
    case 'changed':
      return refuse(c, 409, 'changed', 'api-broadcast-changed');
    case 'too_late':
      return refuse(c, 400, 'too_late', 'api-broadcast-late');
    case 'unclear_ward':
      return refuse(
        c,
        400,
        'bad_body',
        refusal.candidates.length === 0 ? 'api-broadcast-ward' : 'api-broadcast-wards',
        {
          ward: refusal.ward,
          candidates: refusal.candidates.slice(0, 5).join(', '),
        },
      );
    case 'no_workshop':
      return refuse(c, 400, 'bad_body', 'api-broadcast-workshop');
  }
}
