import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** The longest comment that is kept, in characters. */
export const longestWorkshopComment = 500;

/** Keeps how good a workshop was, 1 to 5; the newest word counts. False for who was not checked in. */
export async function recordFeedback(
  tx: Queryable,
  registrationKey: number,
  feedback: { readonly rating: 1 | 2 | 3 | 4 | 5; readonly now: Date },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_registration set rating = ${feedback.rating}, rated_at = ${feedback.now}, noted_at = ${feedback.now}
    where id = ${registrationKey} and checked_in_at is not null returning 1`);
  return rows.length > 0;
}

/** Keeps the words besides a rating, cut to `longestWorkshopComment`. False for who was not checked in. */
export async function recordComment(tx: Queryable, registrationKey: number, text: string, now: Date): Promise<boolean> {
  const comment = text.trim().slice(0, longestWorkshopComment).toWellFormed();
  const { rows } = await tx.execute(sql`
    update workshop_registration set comment = ${comment}, noted_at = ${now}
    where id = ${registrationKey} and checked_in_at is not null returning 1`);
  return rows.length > 0;
}

/** What people said of a workshop, without who. Comments of fewer than five people are not shown: they would be known. */
export async function feedbackOf(
  db: Queryable,
  workshopKey: number,
): Promise<{ readonly rated: number; readonly average: number | undefined; readonly comments: readonly string[] }> {
  const { rows } = await db.execute<{ rated: number; average: number | null; comments: string[] | null }>(sql`
    select count(rating)::int as rated, avg(rating)::float as average,
      array_agg(comment order by md5(code)) filter (where comment <> '') as comments
    from workshop_registration where workshop_id = ${workshopKey}`);
  const { rated = 0, average, comments } = rows[0] ?? {};
  return { rated, average: average ?? undefined, comments: rated < 5 ? [] : (comments ?? []) };
}
