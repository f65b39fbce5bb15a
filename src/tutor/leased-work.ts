import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Database } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';
import { chatsWaiting, type LeasedTable, releaseLeases, renewLeases } from './lease.ts';

/** A row that this process works on, and the chat that waits for it. */
export interface LeasedRow {
  readonly id: number;
  readonly channel: ChannelName;
  readonly chat: string;
}

export interface LeasedWorkOptions<Row extends LeasedRow> {
  readonly database: Database;
  readonly clock: Clock;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly table: LeasedTable;
  /** Takes rows there is room for. @param active what this process works on already, whatever its leases say */
  readonly claim: (active: readonly number[]) => Promise<readonly Row[]>;
  /** Works on one, up to its being told. Returns what came of it, to be counted; undefined: another process goes on with it. */
  readonly handle: (row: Row) => Promise<string | undefined>;
  /** Shows in a chat that an answer is on its way. */
  readonly showTyping: (chat: Pick<LeasedRow, 'channel' | 'chat'>) => void;
  /** @param id of the row; 0: of none */
  readonly onProblem: (id: number, error: unknown) => void;
}

/** A worker of rows under lease. */
export interface RowWorker {
  /** There is a new row. */
  wake(): void;
  /** Looks for rows of other processes, says that this one is alive, keeps "typing" shown. Returns what was done since the last round. */
  round(): Promise<Readonly<Record<string, number>>>;
  /** Resolves when nothing is being claimed or worked on any more. */
  idle(): Promise<void>;
  /** Takes no more, breaks off what is under way and lets go of it. */
  stop(): Promise<void>;
}

/** The same, with what those who work on rows need of it. */
export interface LeasedWork extends RowWorker {
  /** Aborted once it is to stop. */
  readonly stopping: AbortSignal;
  /** Tells something, again and again while the conversation is `busy`. */
  tellUntilTaken(tell: () => Promise<string>): Promise<void>;
}

/** Platforms show "typing" for about five seconds. */
const typingMilliseconds = 4_000;
const typingChats = 100;
const busyMilliseconds = 500;

/** Claims rows of a table, works on them side by side, and keeps their leases. */
export function createLeasedWork<Row extends LeasedRow>(options: LeasedWorkOptions<Row>): LeasedWork {
  const { database, clock, owner, table } = options;
  const active = new Map<number, Promise<void>>();
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;
  let counts: Record<string, number> = {};
  let typedAt = Number.NEGATIVE_INFINITY;
  let claiming: Promise<void> | undefined;
  let isWoken = false;
  /** Rows may wait for a seat, or for an earlier one of their learner; of those of other processes the rounds see. */
  let mayWait = false;

  /** Claims what there is room for; asked while it does so, it looks once more. */
  function claim(): Promise<void> {
    isWoken = true;
    claiming ??= (async () => {
      try {
        while (isWoken && !isStopped()) {
          isWoken = false;
          const found = await options.claim([...active.keys()]);
          for (const row of found) begin(row);
          mayWait = found.length > 1 || (mayWait && active.size > 0);
        }
      } finally {
        claiming = undefined;
      }
    })();
    return claiming;
  }

  function begin(row: Row): void {
    options.showTyping(row);
    const work = options
      .handle(row)
      .then((outcome) => {
        if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
      })
      .catch((error: unknown) => options.onProblem(row.id, error))
      .finally(() => {
        active.delete(row.id);
        // A seat is free, and so is the learner. What goes wrong here is tried again by the next round.
        if (mayWait && !isStopped()) claim().catch((error: unknown) => options.onProblem(row.id, error));
      });
    active.set(row.id, work);
  }

  return {
    stopping: stopping.signal,
    async tellUntilTaken(tell) {
      while ((await tell()) === 'busy' && !isStopped()) await wait(busyMilliseconds);
    },
    wake() {
      if (active.size > 0 || claiming !== undefined) mayWait = true;
      if (!isStopped()) claim().catch((error: unknown) => options.onProblem(0, error));
    },
    async round() {
      // First, so that what waits behind it is claimed with leases that are in force.
      await renewLeases(database.db, table, { owner, ids: [...active.keys()], now: clock() });
      await claim();
      const now = performance.now();
      if (now - typedAt >= typingMilliseconds) {
        typedAt = now;
        for (const chat of await chatsWaiting(database.db, table, typingChats)) options.showTyping(chat);
      }
      const since = counts;
      counts = {};
      return since;
    },
    async idle() {
      while (claiming !== undefined || active.size > 0) await Promise.allSettled([claiming, ...active.values()]);
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled([claiming, ...active.values()]);
      await releaseLeases(database.db, table, clock(), owner);
    },
  };
}
