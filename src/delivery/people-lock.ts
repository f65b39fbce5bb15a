import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Any number that no other lock of ours has. */
const lock = 7_318_002;

/**
 * Until the transaction is over nobody is erased: people that it puts into a batch are there when it is. Several may hold it at once. It
 * takes the place of a reference to `conversation` that would be checked for each row.
 */
export async function holdPeople(tx: Queryable): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${lock})`);
}

/** Waits until nobody is putting people into a batch; what has been put there is seen by the statements that follow. */
export async function waitForPlanning(tx: Queryable): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
}
