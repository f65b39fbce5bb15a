import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Workshop } from './workshop.ts';

/** What deciding about a seat needs. */
export type LockedWorkshop = Pick<Workshop, 'key' | 'startsAt' | 'endsAt' | 'capacity' | 'status' | 'sample'>;

/**
 * Takes a workshop until the end of the transaction: all who change its seats take turns here, so none is given twice. `no key update`,
 * because foreign keys take `key share`: an insert of a registration or notice elsewhere never waits for it. Counts must be read
 * in a later statement than this one, which sees what was committed while it waited. Of several workshops the lower key comes first.
 * @param held what to do when somebody else has it: wait, or return undefined
 */
export async function lockWorkshop(
  tx: Queryable,
  key: number,
  held: 'wait' | 'skip' = 'wait',
): Promise<LockedWorkshop | undefined> {
  const { rows } = await tx.execute<{
    starts_at: string;
    ends_at: string;
    capacity: number | null;
    status: Workshop['status'];
    sample: boolean;
  }>(sql`
    select starts_at, ends_at, capacity, status, sample from workshop where id = ${key}
    for no key update ${held === 'skip' ? sql`skip locked` : sql``}`);
  const row = rows[0];
  return (
    row && {
      key,
      startsAt: new Date(row.starts_at),
      endsAt: new Date(row.ends_at),
      capacity: row.capacity ?? undefined,
      status: row.status,
      sample: row.sample,
    }
  );
}

/** Seats of a locked workshop that are free, and how many wait. Without a limit there is always one. */
export async function countSeats(tx: Queryable, workshop: LockedWorkshop): Promise<{ free: number; waiting: number }> {
  const { rows } = await tx.execute<{ held: number; waiting: number }>(sql`
    select count(*) filter (where state in ('taken', 'offered') and not walk_in)::int as held,
      count(*) filter (where state = 'waiting')::int as waiting
    from workshop_registration where workshop_id = ${workshop.key}`);
  const { held = 0, waiting = 0 } = rows[0] ?? {};
  const free = workshop.capacity === undefined ? Number.POSITIVE_INFINITY : Math.max(0, workshop.capacity - held);
  return { free, waiting };
}
