import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { addRating } from '../opportunities/index.ts';

/** An accepted internship whose last day is over, as a condition of a statement that has `application` and `internship`. */
const isOver = (today: string) => sql`status = 'accepted' and internship.ends_on < ${today}::date`;

/**
 * Has those who were interns asked how it was, once, after its last day. Returns how many; call again until it is below the limit.
 * @param today the day in the city
 */
export async function askForFeedback(
  db: Queryable,
  { now, today, limit }: { readonly now: Date; readonly today: string; readonly limit: number },
): Promise<number> {
  const { rows } = await db.execute(sql`
    update application set feedback_asked_at = ${now}, news = 'feedback', news_number = news_number + 1
    where id in (
      select application.id from application join internship on internship.id = internship_id
      where ${isOver(today)} and feedback_asked_at is null order by application.id limit ${limit} for update of application skip locked)
    returning 1`);
  return rows.length;
}

/** Keeps what an intern gives, 1 to 5, and adds it to what is said of the organisation; false for who gave it before, or was none. */
export async function rateOrganisation(
  tx: Queryable,
  accountId: number,
  id: number,
  given: { readonly rating: number; readonly at: Date; readonly today: string },
): Promise<boolean> {
  const { rows } = await tx.execute<{ internship: string }>(sql`
    update application set learner_rating = ${given.rating}, learner_rated_at = ${given.at}, news = null
    from internship where internship.id = internship_id and ${isOver(given.today)} and application.id = ${id} and learner_rating is null
      and learner_id in (select id from learner where account_id = ${accountId})
    returning internship_id as internship`);
  if (rows[0] === undefined) return false;
  await addRating(tx, Number(rows[0].internship), given.rating);
  return true;
}

/** Keeps the sentence that goes with it; the newest counts. False for who gave no rating. */
export async function commentOnOrganisation(
  tx: Queryable,
  accountId: number,
  id: number,
  text: string,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update application set learner_comment = ${text} where id = ${id} and learner_rating is not null
      and learner_id in (select id from learner where account_id = ${accountId}) returning 1`);
  return rows.length > 0;
}
