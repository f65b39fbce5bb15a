import { endFinished, forgetPaces, skipEnded } from '../delivery/index.ts';
import type { ChannelName } from '../message/index.ts';
import { planAllChanges } from './broadcast-change.ts';
import { type PlanningOptions, planningBroadcasts, planSlice } from './broadcast-plan.ts';

/** Rows that one run skips, in statements of at most so many. */
const skippedAtOnce = 2_000;
const statements = 20;

/** One run of what broadcasts need besides being sent: people still to be added, batches that are over. */
export async function runBroadcasts(
  options: PlanningOptions & { readonly changeable: readonly ChannelName[] },
): Promise<Record<string, number>> {
  const { database, now } = options;
  let slices = 0;
  for (const id of await planningBroadcasts(options)) {
    slices++;
    while (await planSlice(options, id)) slices++;
  }
  const changing = await planAllChanges({ ...options, clock: () => now });
  const { ended } = await endFinished(database.db, now);
  let skipped = 0;
  for (let run = 0; run < statements; run++) {
    const some = await skipEnded(database.db, skippedAtOnce);
    skipped += some.skipped;
    if (some.skipped < skippedAtOnce) break;
  }
  await forgetPaces(database.db, now);
  return { slices, changing, ended, skipped };
}
