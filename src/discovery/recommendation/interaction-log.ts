import { createTypedColumn } from '../typed-column.ts';

/** Who took what, in order: of each learner the items' numbers, oldest first, none twice. */
export interface InteractionLog {
  /** How many items there are; they are numbered from zero. */
  readonly items: number;
  /** Where each learner's items begin in `item`, and after the last one where they end. */
  readonly starts: Uint32Array;
  readonly item: Uint32Array;
  /** Days before the training at which each was taken; undefined: times are unknown. */
  readonly ageDays: Float32Array | undefined;
}

export interface LogBuilder {
  /** Adds a learner's items, oldest first; one that comes again counts where it came first. */
  add(items: Iterable<number>, ageDays?: Iterable<number>): void;
  /** @param items how many items there are altogether */
  finish(items: number): InteractionLog;
}

/** Makes a log out of learners one after another, without keeping more than their numbers. */
export function createLogBuilder(): LogBuilder {
  const starts = createTypedColumn((size) => new Uint32Array(size));
  const item = createTypedColumn((size) => new Uint32Array(size));
  const ages = createTypedColumn((size) => new Float32Array(size));
  let isTimed = false;
  starts.push(0);
  return {
    add(items, ageDays) {
      const seen = new Set<number>();
      const times = ageDays?.[Symbol.iterator]();
      for (const each of items) {
        const age = times?.next().value as number | undefined;
        if (seen.has(each)) continue;
        seen.add(each);
        item.push(each);
        ages.push(age ?? 0);
        isTimed ||= age !== undefined;
      }
      starts.push(item.length);
    },
    finish: (items) => ({
      items,
      starts: starts.finish(),
      item: item.finish(),
      ageDays: isTimed ? ages.finish() : undefined,
    }),
  };
}

export function learnersOf(log: InteractionLog): number {
  return log.starts.length - 1;
}

/** A learner's items, oldest first. */
export function historyOf(log: InteractionLog, learner: number): Uint32Array {
  return log.item.subarray(log.starts[learner], log.starts[learner + 1]);
}
