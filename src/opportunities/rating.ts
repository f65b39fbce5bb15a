import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** So many interns must have rated an organisation before anybody outside the city's staff reads the average. */
export const fewestRatings = 5;

/** Adds an intern's rating, 1 to 5, to what is said of their internship. It cannot be told from the others any more. */
export async function addRating(tx: Queryable, internshipKey: number, rating: number): Promise<void> {
  await tx.execute(sql`
    update internship set rating_sum = rating_sum + ${rating}, rating_count = rating_count + 1 where id = ${internshipKey}`);
}

/** How interns rated the organisation of an internship, over all that it offered; undefined while they are fewer than five. */
export async function organisationRating(
  db: Queryable,
  internshipKey: number,
): Promise<{ readonly average: number; readonly count: number } | undefined> {
  const { rows } = await db.execute<{ sum: number; count: number }>(sql`
    select sum(rating_sum)::int as sum, sum(rating_count)::int as count from internship
    where organisation_id = (select organisation_id from internship where id = ${internshipKey})`);
  const { sum = 0, count = 0 } = rows[0] ?? {};
  return count < fewestRatings ? undefined : { average: sum / count, count };
}
