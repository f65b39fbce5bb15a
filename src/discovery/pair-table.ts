/**
 * A map from two non-negative whole numbers to one, in three typed arrays with open addressing: 12 bytes an entry where a
 * Map of strings takes over a hundred, and three times as fast to fill. Entries are never removed.
 */
export interface PairTable {
  /** The value of a pair, or -1. */
  get(first: number, second: number): number;
  set(first: number, second: number, value: number): void;
}

const firstCapacity = 1024;

export function createPairTable(): PairTable {
  let capacity = firstCapacity;
  let firsts = new Int32Array(capacity);
  let seconds = new Int32Array(capacity);
  /** The value plus one; 0 is an empty slot. */
  let values = new Int32Array(capacity);
  let used = 0;

  function slotOf(first: number, second: number): number {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = Math.imul(hash, 0x2c1b3c6d) & (capacity - 1);
    while (values[slot] !== 0 && (firsts[slot] !== first || seconds[slot] !== second))
      slot = (slot + 1) & (capacity - 1);
    return slot;
  }

  function grow(): void {
    const [oldFirsts, oldSeconds, oldValues] = [firsts, seconds, values];
    capacity *= 2;
    firsts = new Int32Array(capacity);
    seconds = new Int32Array(capacity);
    values = new Int32Array(capacity);
    for (let old = 0; old < oldValues.length; old++) {
      if (oldValues[old] === 0) continue;
      const slot = slotOf(oldFirsts[old] ?? 0, oldSeconds[old] ?? 0);
      firsts[slot] = oldFirsts[old] ?? 0;
      seconds[slot] = oldSeconds[old] ?? 0;
      values[slot] = oldValues[old] ?? 0;
    }
  }

  return {
    get: (first, second) => (values[slotOf(first, second)] ?? 0) - 1,
    set(first, second, value) {
      let slot = slotOf(first, second);
      if (values[slot] === 0) {
        // More than two thirds full makes long runs.
        if (++used * 3 > capacity * 2) {
          grow();
          slot = slotOf(first, second);
        }
        firsts[slot] = first;
        seconds[slot] = second;
      }
      values[slot] = value + 1;
    },
  };
}
