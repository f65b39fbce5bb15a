import type { ClaimedDelivery, Ending } from './claim.ts';

/** A message that is over, one way or another, or goes again. */
export interface Ended {
  readonly delivery: ClaimedDelivery;
  readonly ending: Ending;
}

/** Endings on their way into the database. */
export interface Endings {
  /** How many are not written down yet. */
  readonly size: number;
  /** The rows they are about. */
  ids(): number[];
  /** Takes one in. Resolves when it and what came before it is written down; rejects when that failed: it is kept for the next time. */
  add(ended: Ended): Promise<void>;
  /** Writes down what there is without waiting for more. */
  flush(): Promise<void>;
}

export interface EndingsOptions {
  /** Writes some down, together. */
  readonly record: (batch: readonly Ended[]) => Promise<void>;
  /** They are written down. */
  readonly onRecorded: (batch: readonly Ended[]) => void;
  /** Whether messages are under way, so that more endings will come by themselves. */
  readonly moreWillCome: () => boolean;
}

/**
 * So many are written down without waiting, and none waits longer: a statement costs about 2 ms of Postgres whether it is about one row or
 * thirty, and what has been sent and not written down is what a kill leaves in doubt.
 */
const enough = 24;
const longestWaitMilliseconds = 5;

export function createEndings({ record, onRecorded, moreWillCome }: EndingsOptions): Endings {
  let waiting: Ended[] = [];
  let writing: readonly Ended[] = [];
  let running: Promise<void> | undefined;
  let isUrgent = false;
  let endWait: (() => void) | undefined;

  const isEnough = (): boolean => isUrgent || waiting.length >= enough || !moreWillCome();

  async function untilEnough(): Promise<void> {
    if (isEnough()) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, longestWaitMilliseconds);
      endWait = () => {
        clearTimeout(timer);
        done();
      };
    });
    endWait = undefined;
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      await untilEnough();
      const batch = waiting;
      writing = batch;
      waiting = [];
      try {
        await record(batch);
      } catch (error) {
        waiting = [...batch, ...waiting];
        throw error;
      } finally {
        writing = [];
      }
      onRecorded(batch);
    }
  }

  function run(): Promise<void> {
    running ??= write().finally(() => {
      running = undefined;
      isUrgent = false;
    });
    return running;
  }

  return {
    get size() {
      return waiting.length + writing.length;
    },
    ids: () => [...waiting, ...writing].map(({ delivery }) => delivery.id),
    add(ended) {
      waiting.push(ended);
      if (isEnough()) endWait?.();
      return run();
    },
    flush() {
      if (waiting.length === 0 && running === undefined) return Promise.resolve();
      isUrgent = true;
      endWait?.();
      return run();
    },
  };
}
