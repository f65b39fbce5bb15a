import { sql } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { planBatch, setBatchState } from '../delivery/index.ts';
import { recipients } from './audience.ts';
import { readBroadcast } from './broadcast.ts';

/**
 * Accounts that one statement looks through: on the built-in database others wait for it, on Postgres nobody but who erases an account. Each
 * reads the tables of people once, which for slices of 100,000 was a third of the time that a million took.
 */
const sliceOf = (database: Database): number => (database.embedded ? 2_000 : 500_000);

/** What sorting and joining a slice may keep in memory on Postgres; with the usual 4 MB all of it goes to the disk and back. */
const planningMemory = sql.raw(`set local work_mem = '64MB'`);

export interface PlanningOptions {
  readonly database: Database;
  readonly now: Date;
  readonly available: readonly string[];
}

/**
 * Adds the people of the next slice of accounts to a broadcast's batch, in one transaction with how far it came: killed anywhere, the
 * next one goes on there. With the last slice the batch opens, or is held if the broadcast is paused.
 * @returns whether more is left
 */
export async function planSlice(options: PlanningOptions, broadcastId: number): Promise<boolean> {
  const { database, now, available } = options;
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ plan_after: string; plan_until: string; status: string }>(sql`
      select plan_after, plan_until, status from broadcast
      where id = ${broadcastId} and plan_after < plan_until and status in ('approved', 'paused') for no key update`);
    const [row] = rows;
    const broadcast = row && (await readBroadcast(tx, broadcastId, now));
    if (row === undefined || broadcast?.batchId === undefined) return false;
    const after = Number(row.plan_after);
    const until = Math.min(Number(row.plan_until), after + sliceOf(database));
    const people = recipients({
      audience: broadcast.audience,
      available,
      now,
      agreedBy: broadcast.approvedAt ?? now,
      accounts: { after, until },
    });
    if (!database.embedded) await tx.execute(planningMemory);
    await planBatch(tx, broadcast.batchId, sql`select *, null::text as replaces from (${people}) as people`, now);
    await tx.execute(sql`update broadcast set plan_after = ${until} where id = ${broadcastId}`);
    const isDone = until >= Number(row.plan_until);
    if (isDone) await setBatchState(tx, broadcast.batchId, row.status === 'paused' ? 'held' : 'open');
    return !isDone;
  });
}

/** Broadcasts that people are still being added to. */
export async function planningBroadcasts({ database }: PlanningOptions): Promise<number[]> {
  const { rows } = await database.db.execute<{ id: string }>(sql`/* often */
    select id from broadcast where plan_after < plan_until and status in ('approved', 'paused') order by id`);
  return rows.map(({ id }) => Number(id));
}
