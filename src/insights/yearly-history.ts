import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** What a file says of a year before this program counted. */
export interface YearOfHistory {
  readonly year: number;
  /** Online courses on offer. */
  readonly courses: number;
  /** People who took part. */
  readonly participants: number;
  /** Came with the program, not from the city: shown as such, and in no figure that is reported. */
  readonly sample: boolean;
}

/** All imported years, the oldest first. */
export async function yearlyHistory(db: Queryable): Promise<YearOfHistory[]> {
  const { rows } = await db.execute<{ year: number; courses: number; participants: number; sample: boolean }>(
    sql`select year, courses, participants, sample from yearly_history order by year`,
  );
  return rows;
}
