import { sql } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';
import { lockExpired } from './case.ts';
import { sendToPerson } from './send.ts';
import type { InboxWords } from './words.ts';

/**
 * Closes the cases whose time is over: one that nobody answered with an apology and the way on, one that went quiet after an answer
 * without a word. At most `limit` at once; returns the counts.
 */
export async function expireCases(
  database: Database,
  options: {
    readonly now: Date;
    readonly words: Pick<InboxWords, 'unanswered'>;
    readonly onMessage: (channel: ChannelName) => void;
    readonly limit?: number;
  },
): Promise<{ unanswered: number; quiet: number }> {
  const { now, words } = options;
  const expired = await database.transaction(async (tx) => {
    const cases = await lockExpired(tx, now, options.limit ?? 100);
    for (const { case: ended, recipient } of cases) {
      const by = ended.waitingSince === undefined ? 'quiet' : 'unanswered';
      await tx.execute(sql`
        update inbox_case set status = 'closed', closed_at = ${now}, closed_by = ${by}, waiting_since = null where id = ${ended.id}`);
      if (by === 'unanswered')
        await sendToPerson(tx, recipient, `inbox:unanswered:${ended.id}`, words.unanswered(recipient), now);
    }
    return cases;
  });
  const unanswered = expired.filter(({ case: { waitingSince } }) => waitingSince !== undefined);
  for (const channel of new Set(unanswered.map(({ case: { channel: name } }) => name))) options.onMessage(channel);
  return { unanswered: unanswered.length, quiet: expired.length - unanswered.length };
}
