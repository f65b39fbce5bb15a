import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Closes the open reports about courses that were decided about, so that staff need not look at them again. What a person wrote in their own
 * words, and what a member has taken on, waits for staff as before. Returns how many were closed.
 */
export async function closeSettledReports(tx: Queryable, courseIds: readonly string[], at: Date): Promise<number> {
  const { rows } = await tx.execute(sql`
    update inbox_case set status = 'closed', closed_at = ${at}, closed_by = 'settled', waiting_since = null
    where kind = 'wrong_information' and status = 'open' and course_id = any(${sql.param([...courseIds])}::text[])
      and not exists (select 1 from inbox_message where case_id = inbox_case.id) returning 1`);
  return rows.length;
}
