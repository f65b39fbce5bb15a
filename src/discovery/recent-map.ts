/** A map that keeps what was used most recently and forgets the rest. */
export interface RecentMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  clear(): void;
}

/** @param most how many entries it keeps */
export function createRecentMap<Key, Value>(most: number): RecentMap<Key, Value> {
  // A Map lists its keys in the order in which they were set: the first one was used longest ago.
  const entries = new Map<Key, Value>();
  function set(key: Key, value: Value): void {
    entries.delete(key);
    entries.set(key, value);
    if (entries.size <= most) return;
    for (const oldest of entries.keys()) {
      entries.delete(oldest);
      return;
    }
  }
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    set,
    clear: () => entries.clear(),
  };
}
