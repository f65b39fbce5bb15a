import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import type { Lessons } from '../learning/index.ts';
import { type ContentGap, closeContentGap, contentGaps, countContentGaps } from '../tutor/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { wholeNumber } from './whole-number.ts';

export interface ContentGapsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly lessons: Lessons;
}

const params = z.object({ id: rowId });

const query = z.object({
  status: z.enum(['open', 'closed', '']).optional().describe('open without one.'),
  limit: wholeNumber(1, 100, 50),
  offset: wholeNumber(0, 1_000_000, 0),
});

const gapSchema = z.object({
  id: z.int(),
  question: z.string().describe('In the words of whoever asked first, without what names a person.'),
  lesson: z.object({ id: z.string(), title: z.string().nullable() }).nullable().describe('In which it was asked.'),
  times: z.int(),
  first_at: z.date(),
  last_at: z.date(),
  closed_at: z.date().nullable(),
});

const page = z.object({
  content_gaps: z.array(gapSchema),
  counts: z.object({ open: z.int(), closed: z.int() }),
});

const step = { 200: { description: 'The question as it then is', schema: gapSchema } };

/** The staff's part of the API that is questions which no lesson answers. */
export function contentGapEndpoints({ database, clock, lessons }: ContentGapsApiOptions): readonly Endpoint[] {
  const shown = ({ firstAt, lastAt, closedAt, lesson, id, question, times }: ContentGap) => ({
    id,
    question,
    lesson: lesson === undefined ? null : { id: lesson, title: lessons.lesson(lesson)?.title ?? null },
    times,
    first_at: firstAt,
    last_at: lastAt,
    closed_at: closedAt ?? null,
  });

  async function change(
    request: Pick<StaffRequest<{ id: number }, unknown, unknown>, 'c' | 'member' | 'params'>,
    isClosed: boolean,
  ) {
    const { c, member, params: which } = request;
    const gap = await closeContentGap(database, which.id, { isClosed, staffId: member.id, at: clock() });
    if (gap === undefined) throw new NotFound();
    return c.json(shown(gap));
  }

  return [
    staffEndpoint('GET /api/v1/content-gaps', {
      summary: 'Questions of learners that no lesson answers, the most asked first; not who asked',
      query,
      answers: { 200: { description: 'A page of questions, and how many there are', schema: page } },
      async handle({ c, query: { status, limit, offset } }) {
        const gaps = await contentGaps(database.db, { closed: status === 'closed', limit, offset });
        return c.json({ content_gaps: gaps.map(shown), counts: await countContentGaps(database.db) });
      },
    }),
    staffEndpoint('POST /api/v1/content-gaps/:id/close', {
      summary: 'Marks a question as answered by a lesson; asked again in vain it opens by itself',
      params,
      answers: step,
      handle: (request) => change(request, true),
    }),
    staffEndpoint('POST /api/v1/content-gaps/:id/reopen', {
      summary: 'Opens a question again',
      params,
      answers: step,
      handle: (request) => change(request, false),
    }),
  ];
}
