/** Whether an address may make one more request now. */
export interface RateLimit {
  /** Returns 0 when it may, else the seconds to wait. */
  take(address: string, now: number): number;
}

/** Addresses remembered at once; the one not seen for longest is forgotten first. */
const remembered = 50_000;

/** A minute's worth may come at once: people on one office network share an address. */
const burstShare = 1;

/**
 * A token bucket per address. `perMinute` 0 is no limit.
 */
export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return { take: () => 0 };
  const capacity = Math.max(1, perMinute * burstShare);
  const perMillisecond = perMinute / 60_000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(address, now) {
      const bucket = buckets.get(address) ?? { tokens: capacity, at: now };
      buckets.delete(address);
      const tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) * perMillisecond);
      const allowed = tokens >= 1;
      // Set again at the end of the map: its order is by last use.
      buckets.set(address, { tokens: allowed ? tokens - 1 : tokens, at: now });
      if (buckets.size > remembered) {
        const oldest = buckets.keys().next().value;
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1000));
    },
  };
}
