import { sql } from 'drizzle-orm';
import { inSlices } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { selectWorkshops, type Workshop } from './workshop.ts';

/**
 * Changes whenever a workshop is made, changed, called off or removed, and not with every seat that is taken: what holds workshops in memory
 * looks at it and reads them again when it differs.
 */
export async function workshopsVersion(db: Queryable): Promise<string> {
  const { rows } = await db.execute<{ version: string }>(
    sql`/* often */ select concat(count(*), '@', max(updated_at)) as version from workshop`,
  );
  return rows[0]?.version ?? '';
}

/** Every planned workshop that has not begun, in slices. */
export function streamUpcomingWorkshops(db: Queryable, sliceSize: number, now: Date): AsyncGenerator<Workshop[]> {
  return inSlices(sliceSize, (after, limit) =>
    selectWorkshops(
      db,
      sql`where workshop.id > ${after} and status = 'planned' and starts_at > ${now} order by workshop.id limit ${limit}`,
    ),
  );
}
