import { z } from 'zod';
import { localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { cohortCounts } from '../learning/index.ts';
import { type Endpoint, staffEndpoint } from './endpoint.ts';
import { wholeNumber } from './whole-number.ts';

export interface CohortsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** The city's time zone. */
  readonly timezone: string;
}

const largestId = 1e15;

const cohortSchema = z.object({
  id: z.int(),
  track: z.string(),
  opened_at: z.date(),
  open: z.boolean(),
  learners: z.int(),
  lessons_done: z.int().nullable().describe('Of all its learners together; null below three learners.'),
});

/** Classes in numbers: who is in them and how far each is, their teachers see alone. */
export function cohortEndpoints({ database, clock, timezone }: CohortsApiOptions): readonly Endpoint[] {
  return [
    staffEndpoint('GET /api/v1/cohorts', {
      summary: 'Classes in numbers, the newest first; names of nobody',
      query: z.object({ limit: wholeNumber(1, 100, 50), before: wholeNumber(1, largestId, largestId) }),
      answers: { 200: { description: 'A page of classes', schema: z.object({ cohorts: z.array(cohortSchema) }) } },
      async handle({ c, query: { limit, before } }) {
        const found = await cohortCounts(database.db, { today: localDate(clock(), timezone), limit, before });
        return c.json({
          cohorts: found.map(({ id, track, openedAt, isOpen, learners, lessonsDone }) => ({
            id,
            track,
            opened_at: openedAt,
            open: isOpen,
            learners,
            lessons_done: lessonsDone ?? null,
          })),
        });
      },
    }),
  ];
}
