/** How much each item of a history counts, by how long ago it was taken. */
export interface HistoryWeights {
  /** What the newest item counts; a history's only item counts one. */
  readonly newest: number;
  /** What each earlier item counts beside the one after it. */
  readonly decay: number;
}

/** All items count the same. */
export const evenWeights: HistoryWeights = { newest: 1, decay: 1 };

/**
 * The manners of weighting that replay chooses from. That the newest item may count less sounds odd, but what somebody opened last may be a
 * slip, or noise of how the log was made; where it leads on, replay keeps it.
 */
export const weightsToTry: readonly HistoryWeights[] = [
  evenWeights,
  { newest: 1, decay: 0.9 },
  { newest: 1, decay: 0.7 },
  { newest: 0.3, decay: 1 },
  { newest: 0, decay: 1 },
  { newest: 0.3, decay: 0.9 },
  { newest: 0, decay: 0.9 },
];

/** What an item counts. @param fromNewest zero for the newest item */
export function weightInHistory(weights: HistoryWeights, fromNewest: number, length: number): number {
  if (fromNewest > 0) return weights.decay ** fromNewest;
  return length === 1 ? 1 : weights.newest;
}
