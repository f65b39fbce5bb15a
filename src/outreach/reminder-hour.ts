import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Nine in the morning: when a learner who chose no time is reminded. */
export const usualReminderMinutes = 9 * 60;

/** Sets the time of day, in minutes after midnight in the city, at which a learner is reminded. */
export async function setReminderHour(tx: Queryable, learnerId: number, minutes: number, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into reminder_hour (learner_id, minutes, set_at) values (${learnerId}, ${minutes}, ${at})
    on conflict (learner_id) do update set minutes = excluded.minutes, set_at = excluded.set_at`);
}

/** The time of day at which a learner is reminded: the chosen one, else nine in the morning. */
export async function reminderHourOf(db: Queryable, learnerId: number): Promise<number> {
  const { rows } = await db.execute<{ minutes: number }>(
    sql`select minutes from reminder_hour where learner_id = ${learnerId}`,
  );
  return rows[0]?.minutes ?? usualReminderMinutes;
}
