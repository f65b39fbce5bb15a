/** Waits for something outside, which needs no connection: other chats have the seat meanwhile, and the chat's own later turns wait on. */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>;

/**
 * Turns of one chat run one after another, turns of different chats side by side up to a limit, and what would wait
 * too long is turned away at once with a time to come back. The order within a chat is the order of arrival.
 */
export interface TurnQueue {
  /** Runs `work` in its chat's turn, or returns undefined when too many wait already. */
  run<T>(chat: string, work: (aside: Aside) => Promise<T>): Promise<T> | undefined;
  /** How many are running or waiting. */
  readonly size: number;
  /** Resolves when nothing runs or waits any more. */
  idle(): Promise<void>;
}

/**
 * @param atOnce turns that run side by side: the database connections there are for them
 * @param waiting turns that may wait in all
 */
export function createTurnQueue(atOnce: number, waiting: number): TurnQueue {
  const lastOfChat = new Map<string, Promise<unknown>>();
  const waiters: (() => void)[] = [];
  let running = 0;
  let size = 0;
  let onIdle: (() => void)[] = [];

  async function seat(): Promise<void> {
    if (running < atOnce) {
      running++;
      return;
    }
    await new Promise<void>((go) => waiters.push(go));
  }

  function leave(): void {
    const next = waiters.shift();
    // The seat is handed over as it is, so nobody who comes later can slip in between.
    if (next === undefined) running--;
    else next();
  }

  const aside: Aside = async (wait) => {
    leave();
    try {
      return await wait();
    } finally {
      await seat();
    }
  };

  async function runInTurn<T>(before: Promise<unknown> | undefined, work: (aside: Aside) => Promise<T>): Promise<T> {
    await before?.catch(() => undefined);
    await seat();
    try {
      return await work(aside);
    } finally {
      leave();
      size--;
      if (size === 0) {
        for (const done of onIdle) done();
        onIdle = [];
      }
    }
  }

  return {
    run(chat, work) {
      if (size >= atOnce + waiting) return undefined;
      size++;
      const mine = runInTurn(lastOfChat.get(chat), work);
      lastOfChat.set(chat, mine);
      const forget = (): void => {
        if (lastOfChat.get(chat) === mine) lastOfChat.delete(chat);
      };
      mine.then(forget, forget);
      return mine;
    },
    get size() {
      return size;
    },
    idle: () => (size === 0 ? Promise.resolve() : new Promise((done) => onIdle.push(done))),
  };
}
