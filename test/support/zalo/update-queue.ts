import { createSignal, type Signal, waitFor } from '../scripted-server/signal.ts';
import type { Update } from './update.ts';

/** What a test decides about the delivery of updates to the bot. */
export interface QueueControl {
  /** Each following update is delivered `times` times in a row; 1 ends it. */
  duplicate(times: number): void;
  /** Following updates wait for `release`. */
  hold(): void;
  /** Lets go what was held: as it came, reversed, or by position among the held ones (positions left out come last). */
  release(options?: { readonly order?: 'kept' | 'reversed' | readonly number[] }): void;
  /** Delivers this body instead of an update, once, in its turn; resolves when it was. */
  raw(body: string): Promise<void>;
  /** Resolves when every update that is not held was taken by the bot: handed to a poll, or answered with 2xx. */
  idle(options?: { readonly timeoutMs?: number }): Promise<void>;
}

export type QueueItem =
  | { readonly kind: 'update'; readonly update: Update; copies: number }
  | { readonly kind: 'raw'; readonly body: string; readonly done: () => void };

/** Updates on their way to the bot. There is no acknowledgement: one that was taken is gone. */
export interface UpdateQueue {
  /** Every update ever queued, in order. */
  readonly all: readonly Update[];
  readonly changed: Signal;
  readonly control: QueueControl;
  push(update: Update): void;
  first(): QueueItem | undefined;
  /** Takes one delivery off the item; the item goes with its last one. */
  take(item: QueueItem): void;
  /** Gives the item up with all its deliveries. */
  drop(item: QueueItem): void;
}

export function createUpdateQueue(closed: AbortSignal): UpdateQueue {
  const all: Update[] = [];
  const changed = createSignal();
  let copies = 1;
  let pending: QueueItem[] = [];
  let held: QueueItem[] | undefined;

  const add = (items: readonly QueueItem[]): void => {
    pending.push(...items);
    changed.notify();
  };
  const drop = (item: QueueItem): void => {
    if (!pending.includes(item)) return;
    pending = pending.filter((other) => other !== item);
    if (item.kind === 'raw') item.done();
    changed.notify();
  };

  const control: QueueControl = {
    duplicate: (times) => {
      copies = times;
    },
    hold: () => {
      held ??= [];
    },
    release: ({ order = 'kept' } = {}) => {
      const items = held ?? [];
      held = undefined;
      add(inOrder(items, order));
    },
    raw: (body) => new Promise((done) => add([{ kind: 'raw', body, done }])),
    idle: async ({ timeoutMs = 20_000 } = {}) => {
      await waitFor(changed, () => pending.length === 0 || undefined, {
        timeoutMs,
        closed,
        describe: () => `the bot to take ${pending.length} updates: ${pending.map(describeItem).join(', ')}`,
      });
    },
  };
  return {
    all,
    changed,
    control,
    push: (update) => {
      all.push(update);
      const item: QueueItem = { kind: 'update', update, copies };
      if (held === undefined) add([item]);
      else held.push(item);
    },
    first: () => pending[0],
    take: (item) => {
      if (item.kind === 'update') item.copies--;
      if (item.kind === 'raw' || item.copies <= 0) drop(item);
    },
    drop,
  };
}

function inOrder(items: readonly QueueItem[], order: 'kept' | 'reversed' | readonly number[]): QueueItem[] {
  if (order === 'kept') return [...items];
  if (order === 'reversed') return [...items].reverse();
  const chosen = order.map((position) => {
    const item = items[position];
    if (item === undefined) throw new Error(`Nothing is held at position ${position}: ${items.length} are held`);
    return item;
  });
  return [...chosen, ...items.filter((item) => !chosen.includes(item))];
}

function describeItem(item: QueueItem): string {
  return item.kind === 'raw' ? 'a raw body' : `${item.update.event_name} ${item.update.message.message_id}`;
}
