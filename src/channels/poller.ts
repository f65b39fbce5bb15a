import { type Clock, type Database, holdLease, releaseLease } from '../database/index.ts';

export interface PollerOptions {
  readonly database: Database;
  /** The lease: one poller a bot over all replicas. */
  readonly name: string;
  readonly owner: string;
  readonly clock: Clock;
  /**
   * Asks the platform once and handles what came. Returns the milliseconds to rest before the next time; throws when
   * the platform cannot be reached, which is tried again ever more slowly.
   */
  readonly poll: (signal: AbortSignal) => Promise<number>;
  readonly onProblem: (error: unknown) => void;
  readonly leaseSeconds?: number;
}

export interface Poller {
  start(): void;
  /** Ends the request under way and gives the lease back. */
  stop(): Promise<void>;
}

const longestRestSeconds = 30;
/** A lease that has run out is noticed within so long; a look is one statement on one row. */
const standByMilliseconds = 250;

/** Polls a platform while it holds the lease, which is renewed beside the long request. */
export function createPoller(options: PollerOptions): Poller {
  const { database, name, owner, clock } = options;
  const leaseSeconds = options.leaseSeconds ?? 3;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const hold = async (): Promise<boolean> =>
    (await holdLease(database.db, { name, owner, seconds: leaseSeconds, now: clock() })) !== undefined;

  function rest(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      if (stopping.signal.aborted || milliseconds <= 0) return done();
      const end = (): void => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', end);
        done();
      };
      const timer = setTimeout(end, milliseconds);
      stopping.signal.addEventListener('abort', end);
    });
  }

  /** Polls until the lease is lost, stopped, or the platform fails. */
  async function pollWhileHeld(): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    let renewing: Promise<void> = Promise.resolve();
    const renewal = setInterval(
      () => {
        renewing = hold()
          .then((held) => {
            if (!held) lost.abort();
          })
          .catch(() => lost.abort());
      },
      (leaseSeconds * 1000) / 3,
    );
    try {
      while (!signal.aborted) await rest(await options.poll(signal));
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(renewal);
      await renewing;
    }
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        if (await hold()) {
          const started = performance.now();
          await pollWhileHeld();
          if (performance.now() - started > 10_000) failures = 0;
        } else await rest(standByMilliseconds);
      } catch (error) {
        options.onProblem(error);
        failures = Math.min(failures + 1, 10);
        await rest(Math.min(longestRestSeconds, 0.5 * 2 ** failures) * 1000);
      }
    }
  }

  return {
    start() {
      running ??= loop();
    },
    async stop() {
      stopping.abort();
      await running;
      await releaseLease(database.db, name, owner).catch(() => undefined);
    },
  };
}
