import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import { isConcept, skillName } from '../discovery/index.ts';
import {
  answerWish,
  countedUntil,
  figuresByYear,
  heardByKind,
  heardKinds,
  heardYears,
  longestNote,
  otherTopic,
  reachByWard,
  reachFigures,
  reachYears,
  unmetByWard,
  unmetWishes,
  wishAnswerKinds,
  withdrawWishAnswer,
} from '../insights/index.ts';
import { wardByCode, wards } from '../places/index.ts';
import { type Endpoint, NotFound, rowId, staffEndpoint } from './endpoint.ts';
import { localeOf } from './staff-access.ts';

export interface InsightsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
}

const until = z.iso.date().nullable().describe('The last day that is counted.');
const peopleCount = z.int().describe('Different people, in steps of five; 0 is a hidden group or nobody.');
const reachCounts = z.object(Object.fromEntries(reachFigures.map((figure) => [figure, peopleCount])));
const year = z.coerce.number().int().min(1990).max(2100).optional().describe('The newest without one.');

const yearsSchema = z.object({
  counted_until: until,
  years: z.array(
    z.object({
      year: z.int(),
      courses: z.int().describe('Online courses that were on offer.'),
      participants: peopleCount,
      all_courses: z.int().nullable(),
      active: peopleCount.nullable(),
      source: z.enum(['imported', 'counted']),
      sample: z.boolean(),
    }),
  ),
});

const answerSchema = z.object({ id: z.int(), kind: z.enum(wishAnswerKinds), note: z.string(), at: z.date() });

const unmetSchema = z.object({
  counted_until: until,
  quarter: z.string().nullable().describe('"2026-4"'),
  quarters: z.array(z.string()),
  topics: z.array(
    z.object({
      topic: z.string(),
      name: z.string(),
      people: peopleCount,
      trend: z.array(peopleCount).describe('In `quarters`.'),
      answers: z.array(answerSchema),
    }),
  ),
  by_ward: z.array(z.object({ topic: z.string(), ward: z.string(), people: peopleCount })),
});

const reachSchema = z.object({
  counted_until: until,
  year: z.int().nullable(),
  years: z.array(z.int()),
  total: reachCounts.nullable(),
  elsewhere: reachCounts.nullable().describe('Whose ward is not known.'),
  wards: z.array(z.object({ ward: z.string(), name: z.string(), ...reachCounts.shape })),
});

const feedbackSchema = z.object({
  counted_until: until,
  year: z.int().nullable(),
  years: z.array(z.int()),
  kinds: z.array(
    z.object({
      kind: z.enum(heardKinds),
      people: peopleCount,
      settled: peopleCount,
      within_days: z.object({ '1': peopleCount, '3': peopleCount, '7': peopleCount, more: peopleCount }),
    }),
  ),
});

/** The tables of the insights pages. */
export function insightsEndpoints({ database, clock }: InsightsApiOptions): readonly Endpoint[] {
  const { db } = database;
  const counted = async (): Promise<string | null> => (await countedUntil(db)) ?? null;
  return [
    staffEndpoint('GET /api/v1/insights/years', {
      summary: 'Courses and participants by year',
      answers: { 200: { description: 'Every year there is anything of, the oldest first', schema: yearsSchema } },
      async handle({ c }) {
        const years = (await figuresByYear(db)).map(({ allCourses, active, ...each }) => ({
          year: each.year,
          courses: each.courses,
          participants: each.participants,
          all_courses: allCourses ?? null,
          active: active ?? null,
          source: each.source,
          sample: each.sample,
        }));
        return c.json({ counted_until: await counted(), years });
      },
    }),
    staffEndpoint('GET /api/v1/insights/unmet', {
      summary: 'What people wished for and nothing fitted, by subject, quarter and ward, and what was done about it',
      query: z.object({
        quarter: z.string().max(6).optional().describe('"2026-4"; the newest without one.'),
        ward: z
          .string()
          .refine((code) => wardByCode(code) !== undefined)
          .optional()
          .describe('An official code; the whole city without one.'),
      }),
      answers: { 200: { description: 'Subjects, the most wanted first', schema: unmetSchema } },
      async handle({ c, query }) {
        const wishes = await unmetWishes(db, query);
        const t = localeOf(c);
        const byWard =
          wishes.quarter === undefined || query.ward !== undefined ? [] : await unmetByWard(db, wishes.quarter);
        return c.json({
          counted_until: await counted(),
          quarter: wishes.quarter ?? null,
          quarters: wishes.quarters,
          topics: wishes.topics.map(({ topic, people, trend, answers }) => ({
            topic,
            name: topic === otherTopic ? '' : skillName({ concept: topic, name: topic }, t),
            people,
            trend,
            answers: answers.map(({ id, kind, note, at }) => ({ id, kind, note, at })),
          })),
          by_ward: byWard,
        });
      },
    }),
    staffEndpoint('POST /api/v1/insights/unmet/answers', {
      summary: 'Says what was done about a subject, for everybody to read',
      body: z.strictObject({
        topic: z.string().max(100).refine(isConcept),
        kind: z.enum(wishAnswerKinds),
        note: z.string().trim().min(1).max(longestNote),
      }),
      answers: { 201: { description: 'It is shown from now on', schema: z.object({ id: z.int() }) } },
      async handle({ c, member, body }) {
        return c.json({ id: await answerWish(database, { ...body, staffId: member.id, at: clock() }) }, 201);
      },
    }),
    staffEndpoint('POST /api/v1/insights/unmet/answers/:id/withdraw', {
      summary: 'Takes such an answer back',
      params: z.object({ id: rowId }),
      answers: { 200: { description: 'It is not shown any more', schema: z.object({ id: z.int() }) } },
      async handle({ c, member, params: { id } }) {
        if (!(await withdrawWishAnswer(database, id, { staffId: member.id, at: clock() }))) throw new NotFound();
        return c.json({ id });
      },
    }),
    staffEndpoint('GET /api/v1/insights/reach', {
      summary: 'Whom the city reached in a year, by ward',
      query: z.object({ year }),
      answers: { 200: { description: 'All wards, those without anybody too', schema: reachSchema } },
      async handle({ c, query }) {
        const years = await reachYears(db);
        const asked = query.year ?? years[0];
        const reach = asked === undefined ? undefined : await reachByWard(db, asked);
        return c.json({
          counted_until: await counted(),
          year: asked ?? null,
          years,
          total: reach?.total ?? null,
          elsewhere: reach?.elsewhere ?? null,
          wards: wards.map(({ code, fullName }) => ({ ward: code, name: fullName, ...reach?.wards.get(code) })),
        });
      },
    }),
    staffEndpoint('GET /api/v1/insights/feedback', {
      summary: 'What residents wrote to staff in a year, who has an answer and how long it took',
      query: z.object({ year }),
      answers: { 200: { description: 'By kind', schema: feedbackSchema } },
      async handle({ c, query }) {
        const years = await heardYears(db);
        const asked = query.year ?? years[0];
        const kinds = asked === undefined ? [] : await heardByKind(db, asked);
        return c.json({
          counted_until: await counted(),
          year: asked ?? null,
          years,
          kinds: kinds.map(({ kind, people, settled, within }) => ({ kind, people, settled, within_days: within })),
        });
      },
    }),
  ];
}
