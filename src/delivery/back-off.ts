/** Tries before a delivery is set aside. With the waits below the last one is about 50 minutes after the first. */
export const maximumAttempts = 8;

const firstWaitSeconds = 2;
const longestWaitSeconds = 1800;

/**
 * Seconds until the next try: what the platform demands, else exponential from two seconds with full jitter on the
 * upper half, so that a thousand rows that failed together do not come back together.
 * @param attempts tries so far, at least 1
 * @param random a number in [0, 1)
 */
export function backOffSeconds(attempts: number, retryAfterSeconds: number | undefined, random: number): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds;
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 3 ** (attempts - 1));
  return wait / 2 + (wait / 2) * random;
}
