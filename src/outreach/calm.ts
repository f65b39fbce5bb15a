import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { takeBackReminders } from '../delivery/index.ts';

/** For so many hours after a message that told of danger nothing comes by itself: no cheerful line into somebody's worst night. */
export const calmHours = 48;

/** Keeps reminders away from the person of this learner's account for `calmHours`, and takes back those that wait to be sent already. */
export function calmStatements(learnerId: number, now: Date): readonly SQL[] {
  const until = new Date(now.getTime() + calmHours * 3_600_000);
  const theirs = sql`
    select near.id from learner as own join learner as near on near.account_id = own.account_id where own.id = ${learnerId}`;
  return [
    sql`
      insert into reminder_calm (learner_id, until, noted_at) values (${learnerId}, ${until}, ${now})
      on conflict (learner_id) do update set until = excluded.until, noted_at = excluded.noted_at`,
    takeBackReminders(theirs),
  ];
}

/** Until when a learner's person is left in peace, or null; of whichever of their learners they wrote about. @param learner its id in the statement */
export function calmUntil(learner: SQL, now: Date): SQL {
  return sql`(
    select max(until) from learner as own join learner as near on near.account_id = own.account_id
    join reminder_calm on reminder_calm.learner_id = near.id
    where own.id = ${learner} and until > ${now})`;
}

/** As `calmUntil`, where the statement knows the account. @param account its id in the statement */
export function calmUntilOf(account: SQL, now: Date): SQL {
  return sql`(
    select max(until) from learner as near join reminder_calm on reminder_calm.learner_id = near.id
    where near.account_id = ${account} and until > ${now})`;
}

/** Deletes what is over, of at most `limit` people. */
export async function deleteOldCalm(db: Queryable, now: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from reminder_calm where learner_id in (select learner_id from reminder_calm where until <= ${now} limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
