import type { Queryable } from '../database/index.ts';
import { lockAccounts } from '../learners/index.ts';
import { lockConversations } from './store.ts';

/**
 * Holds accounts and all their conversations until the end of the turn, so that nothing is said in them while who belongs to them
 * changes. What was read of them before must be read again. When somebody else holds one, the turn starts again
 * (`TurnMustStartAgain`); see `lockAccounts` for why nobody waits for ever.
 */
export async function holdAccounts(tx: Queryable, accountIds: readonly number[]): Promise<void> {
  await lockAccounts(tx, accountIds);
  await lockConversations(tx, accountIds);
}
