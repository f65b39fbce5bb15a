import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { InboundMessage } from '../message/index.ts';

/** Tries an update gets before it is set aside for staff and the person is told. */
export const maximumTurnAttempts = 5;

/**
 * Counts a failed attempt of an update outside the turn's own transaction, which is rolled back. `problem` is a code
 * and a message of the program, never the person's words. Returns how often it has failed.
 */
export async function countFailure(
  db: Queryable,
  message: InboundMessage,
  problem: string,
  now: Date,
): Promise<number> {
  const { rows } = await db.execute<{ attempts: number }>(sql`
    insert into turn_failure as failure (channel, update_key, attempts, problem, last_at)
    values (${message.channel}, ${message.updateKey}, 1, ${problem}, ${now})
    on conflict (channel, update_key) do update set
      attempts = failure.attempts + 1, problem = excluded.problem, last_at = excluded.last_at
    returning attempts`);
  return rows[0]?.attempts ?? maximumTurnAttempts;
}

/** Marks an update as set aside, for staff to see. */
export async function setAside(tx: Queryable, message: InboundMessage, now: Date): Promise<void> {
  await tx.execute(sql`
    update turn_failure set set_aside_at = ${now}
    where channel = ${message.channel} and update_key = ${message.updateKey}`);
}
