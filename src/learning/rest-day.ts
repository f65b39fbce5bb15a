import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { mondayOf } from './weekly-goal.ts';

/**
 * Takes the free pass of a week for today; each week has one. Returns the day of this week it was taken for, which is an earlier one when it
 * had been used already.
 * @param today the day of the city, `YYYY-MM-DD`
 */
export async function takeRestDay(tx: Queryable, learnerId: number, today: string, now: Date): Promise<string> {
  const { rows } = await tx.execute<{ day: string }>(sql`
    insert into rest_day as kept (learner_id, monday, day, noted_at)
    values (${learnerId}, ${mondayOf(today)}::date, ${today}::date, ${now})
    on conflict (learner_id, monday) do update set noted_at = kept.noted_at
    returning day::text`);
  const [row] = rows;
  if (row === undefined) throw new Error('Taking a rest day returned no row.');
  return row.day;
}
