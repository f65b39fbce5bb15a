import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Deletes applications that were decided about, or withdrawn, before a moment (of who was accepted as an intern: whose last day was, too), and those that nobody decided about and that were made before
 * another. Seats that were given stay given. Call again until it is below the limit.
 */
export async function deleteOldApplications(
  db: Queryable,
  before: { readonly decided: Date; readonly made: Date },
  limit: number,
): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from application where id in (
      select application.id from application left join internship on internship.id = internship_id and status = 'accepted'
      where (decided_at < ${before.decided} and (internship.ends_on is null or internship.ends_on < (${before.decided}::timestamptz)::date))
        or (decided_at is null and applied_at < ${before.made})
      order by application.id limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}
