import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Notes that a learner has answered whether they registered for a course; the first answer's time stays. */
export async function followUpAnswered(tx: Queryable, learnerId: number, courseKey: number, at: Date): Promise<void> {
  await tx.execute(sql`
    update follow_up set answered_at = ${at}
    where learner_id = ${learnerId} and course_id = ${courseKey} and answered_at is null`);
}
