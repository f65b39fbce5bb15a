import type { Sender, SenderCounts } from './sender.ts';

/**
 * Lets a sender do rounds one after the other until nothing more leaves, at most `rounds`: for a channel on which sending takes no time,
 * and whose sender is woken by a job instead of running by itself. Returns the counts of all of them.
 */
export async function drain(sender: Pick<Sender, 'round'>, rounds: number): Promise<SenderCounts> {
  const all = { sent: 0, again: 0, failed: 0, blocked: 0, unconfirmed: 0, skipped: 0 };
  for (let done = 0; done < rounds; done++) {
    const counts = await sender.round();
    if (counts === undefined) break;
    for (const [name, count] of Object.entries(counts)) all[name as keyof typeof all] += count;
    if (counts.sent + counts.skipped === 0) break;
  }
  return all;
}
