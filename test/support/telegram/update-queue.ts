import { createSignal, type Signal, waitFor } from '../scripted-server/signal.ts';
import type { Update, UpdateContent } from './message.ts';

/** What a test decides about the delivery of updates to the bot. */
export interface Delivery {
  /** Each following update is delivered `times` times in a row; 1 ends it. */
  duplicate(times: number): void;
  /** Following updates wait for `release`. */
  hold(): void;
  /** Lets go what was held: as it came, reversed, or by position among the held ones (positions left out come last). */
  release(options?: { readonly order?: 'kept' | 'reversed' | readonly number[] }): void;
  /** Delivers this body instead of an update, once, in its turn; resolves when it was. */
  raw(body: string): Promise<void>;
  /** Resolves when the bot has confirmed every update that is not held. */
  idle(options?: { readonly timeoutMs?: number }): Promise<void>;
}

export type QueueItem =
  | { readonly kind: 'update'; readonly update: Update; copies: number; isDelivered: boolean; isLate: boolean }
  | { readonly kind: 'raw'; readonly body: string; readonly done: () => void };

/** Updates on their way to the bot. They stay until confirmed by an offset or a 2xx answer. */
export interface UpdateQueue {
  /** Every update ever queued, in order. */
  readonly all: readonly Update[];
  readonly changed: Signal;
  readonly delivery: Delivery;
  readonly pendingCount: number;
  /** The kinds the bot wants; `undefined` means all but the three that must be asked for. */
  allowed: readonly string[] | undefined;
  /** Makes an update of it and queues it, unless the bot does not want its kind. */
  push(content: UpdateContent): Update;
  /** The first one, or the first that fits. */
  first(fits?: (item: QueueItem) => boolean): QueueItem | undefined;
  remove(item: QueueItem): void;
  clear(): void;
  /** Forgets what is before the offset; a negative offset keeps that many of the last. */
  confirm(offset: number): void;
  /** Up to `limit` updates from the front, up to the next raw body. */
  batch(limit: number): Update[];
}

const askedForOnly = ['chat_member', 'message_reaction', 'message_reaction_count'];

export function createUpdateQueue(closed: AbortSignal): UpdateQueue {
  const all: Update[] = [];
  const changed = createSignal();
  const state = { nextId: 800_000_001, copies: 1 };
  let pending: QueueItem[] = [];
  let held: QueueItem[] | undefined;

  const isWanted = (content: UpdateContent): boolean => {
    const kind = Object.keys(content)[0] ?? '';
    return queue.allowed === undefined ? !askedForOnly.includes(kind) : queue.allowed.includes(kind);
  };
  const add = (items: readonly QueueItem[]): void => {
    pending.push(...items);
    changed.notify();
  };
  const keep = (isKept: (item: QueueItem) => boolean): void => {
    for (const item of pending) if (!isKept(item) && item.kind === 'raw') item.done();
    pending = pending.filter(isKept);
    changed.notify();
  };

  const delivery: Delivery = {
    duplicate: (times) => {
      state.copies = times;
    },
    hold: () => {
      held ??= [];
    },
    release: ({ order = 'kept' } = {}) => {
      const items = held ?? [];
      held = undefined;
      for (const item of items) if (item.kind === 'update') item.isLate = true;
      add(inOrder(items, order));
    },
    raw: (body) => new Promise((done) => add([{ kind: 'raw', body, done }])),
    idle: async ({ timeoutMs = 20_000 } = {}) => {
      await waitFor(changed, () => pending.length === 0 || undefined, {
        timeoutMs,
        closed,
        describe: () => `the bot to confirm ${pending.length} updates: ${pending.map(describeItem).join(', ')}`,
      });
    },
  };

  const queue: UpdateQueue = {
    all,
    changed,
    delivery,
    allowed: undefined,
    get pendingCount() {
      return pending.length;
    },
    push: (content) => {
      const update: Update = { update_id: state.nextId++, ...content };
      if (!isWanted(content)) return update;
      all.push(update);
      const item: QueueItem = { kind: 'update', update, copies: state.copies, isDelivered: false, isLate: false };
      if (held === undefined) add([item]);
      else held.push(item);
      return update;
    },
    first: (fits = () => true) => pending.find(fits),
    remove: (item) => keep((other) => other !== item),
    clear: () => keep(() => false),
    confirm: (offset) => {
      if (offset < 0) {
        const updates = pending.filter((item) => item.kind === 'update').slice(offset);
        keep((item) => item.kind === 'raw' || updates.includes(item));
        return;
      }
      // A late one has an id below offsets already given: it must be delivered before it can be confirmed.
      keep((item) => item.kind === 'raw' || item.update.update_id >= offset || (item.isLate && !item.isDelivered));
    },
    batch: (limit) => {
      const updates: Update[] = [];
      for (const item of pending) {
        if (item.kind === 'raw' || updates.length >= limit) break;
        item.isDelivered = true;
        for (let copy = 0; copy < item.copies; copy++) updates.push(item.update);
      }
      return updates;
    },
  };
  return queue;
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
  return item.kind === 'raw' ? 'a raw body' : `${item.update.update_id} ${Object.keys(item.update)[1] ?? ''}`;
}
