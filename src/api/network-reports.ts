import { z } from 'zod';
import { monthOf, weakNetworks } from '../access/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import { type Endpoint, staffEndpoint } from './endpoint.ts';

export interface NetworkReportsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

/** Where residents say that the network is weak. */
export function networkReportEndpoints({ database, clock, timezone }: NetworkReportsApiOptions): readonly Endpoint[] {
  return [
    staffEndpoint('GET /api/v1/network-reports', {
      summary: 'People who said that the network is weak, by ward, without who; groups under five are hidden',
      query: z.object({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional()
          .describe('`YYYY-MM`; the running month without it.'),
      }),
      answers: {
        200: {
          description: 'Most people first',
          schema: z.object({
            month: z.string(),
            wards: z.array(
              z.object({ ward: z.string(), people: z.int().nullable().describe('Null: some, but fewer than five.') }),
            ),
          }),
        },
      },
      async handle({ c, query }) {
        const month = query.month === undefined ? monthOf(cityTime(clock(), timezone).day) : `${query.month}-01`;
        const found = await weakNetworks(database.db, month);
        const wards = found.map(({ ward, people }) => ({ ward, people: people ?? null }));
        return c.json({ month: month.slice(0, 7), wards });
      },
    }),
  ];
}
