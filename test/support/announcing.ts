import type { ScriptedTelegram } from './telegram/index.ts';
import { watchCalls } from './telegram-watch.ts';

/** An announcement on its way over the scripted Telegram, and people who ask something meanwhile. */
export interface Announcing {
  /** How often each chat was reached by it. */
  readonly arrivals: ReadonlyMap<string, number>;
  /** Resolves with its `count`th message from now on, as it arrives and before it takes effect. */
  nextMessage(count: number): Promise<void>;
  /** The next person who has not asked yet asks for help; nobody when all have. */
  ask(): void;
  /** Resolves when everybody who asked has an answer. */
  answered(): Promise<void>;
  readonly asked: number;
}

/**
 * Watches what arrives on Telegram. @param words what only the announcement says @param askers ids of chats
 */
export function watchAnnouncing(
  telegram: ScriptedTelegram,
  words: string,
  askers: readonly { readonly id: number; send(text: string): unknown }[],
): Announcing {
  const arrivals = new Map<string, number>();
  const waiting = new Set<string>();
  let asked = 0;

  const listen = watchCalls(telegram, ({ method, payload }) => {
    if (method !== 'sendMessage') return undefined;
    const chat = String(payload.chat_id);
    const isAnnouncement = String(payload.text).includes(words);
    if (isAnnouncement) arrivals.set(chat, (arrivals.get(chat) ?? 0) + 1);
    else waiting.delete(chat);
    return { isAnnouncement };
  });

  return {
    arrivals,
    nextMessage(count) {
      let seen = 0;
      return listen(({ isAnnouncement }) => isAnnouncement && ++seen === count);
    },
    ask() {
      const asker = askers[asked];
      if (asker === undefined) return;
      asked++;
      waiting.add(String(asker.id));
      asker.send('/giup');
    },
    answered: () => (waiting.size === 0 ? Promise.resolve() : listen(() => waiting.size === 0)),
    get asked() {
      return asked;
    },
  };
}
