import type { InteractionLog } from './interaction-log.ts';

/** Days after which a choice counts half, of which replay takes one; without end: all count the same. */
export const halfLivesToTry: readonly number[] = [Number.POSITIVE_INFINITY, 180, 60];

/** How many took each item; where times are known, each choice counts 2^(−age / half-life). */
export function popularity(log: InteractionLog, halfLifeDays = Number.POSITIVE_INFINITY): Float64Array {
  const counts = new Float64Array(log.items);
  log.item.forEach((item, at) => {
    const age = log.ageDays?.[at] ?? 0;
    counts[item] = (counts[item] as number) + (Number.isFinite(halfLifeDays) ? 2 ** (-age / halfLifeDays) : 1);
  });
  return counts;
}
