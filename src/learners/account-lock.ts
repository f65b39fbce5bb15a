import { sql } from 'drizzle-orm';
import { type Queryable, sqlState } from '../database/index.ts';

/** Shorter than Postgres' own second before it looks for a deadlock, so that a wait of ours is never a part of one it finds. */
const longestWait = '500ms';

/**
 * Takes accounts for changes of who belongs to them: joining, undoing, handing over, adding, erasing. In the order of their ids, and
 * without waiting: who comes here holds a conversation already, and the account's holder waits for conversations. With the account
 * taken by somebody else, SQLSTATE 55P03 is thrown, and the whole transaction must let go of everything and start again. So there is one
 * order, account before conversation, and whoever is out of it never waits.
 *
 * What else meets here. `no key update` does not conflict with the `key share` that foreign keys take: ordinary turns and bulk inserts, whose
 * rows name an account, a learner or a conversation, never wait for this lock, nor for an update of such rows. Deleting them
 * (erasing, the end of a link's day) takes more, and waits for whoever has written a row that names them and not committed yet:
 * a turn (over at once: all conversations of the account are locked before anything is touched), a followed link (one statement), a
 * broadcast's insert (which waits for nobody who could wait for us, except when it names two people of whom we deleted one and want
 * the other). Statements over many rows of the sender and of retention lock rows in an order of their own. All these waits are bounded
 * here: after half a second 55P03 again, and from the beginning.
 */
export async function lockAccounts(tx: Queryable, accountIds: readonly number[]): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${longestWait}, true)`);
  await tx.execute(sql`
    select id from account where id = any(${sql.param([...accountIds])}::bigint[]) order by id for no key update nowait`);
}

/** Whether a transaction failed because somebody else holds what it needs (lock_not_available): it may be tried again. */
export function isHeldByOthers(error: unknown): boolean {
  return sqlState(error) === '55P03';
}
