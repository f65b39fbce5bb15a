import type { Reply, WatchedChat } from '../../conversation/index.ts';

/** One open page that waits for later messages. */
interface Watcher {
  readonly chat: string;
  readonly address: string;
  afterId: string;
  readonly deliver: (reply: Reply) => void;
}

/** All open pages of this process; one query a second serves them together. */
export interface Streams {
  /** Adds a page; returns how to remove it, or undefined when there are too many. */
  watch(watcher: Watcher): (() => void) | undefined;
  /** Asks once for all pages what came since, and hands it out. Returns its counts. */
  push(): Promise<{ open: number; delivered: number }>;
}

/** Streams that one address and this process may hold. */
const perAddress = 20;
const inAll = 1000;

/** @param laterFor messages that came by themselves to any of the chats, oldest first */
export function createStreams(
  laterFor: (chats: readonly WatchedChat[]) => Promise<readonly { chat: string; reply: Reply }[]>,
): Streams {
  const watchers = new Set<Watcher>();
  return {
    watch(watcher) {
      const same = [...watchers].filter((other) => other.address === watcher.address).length;
      if (same >= perAddress || watchers.size >= inAll) return undefined;
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    async push() {
      if (watchers.size === 0) return { open: 0, delivered: 0 };
      const oldest = new Map<string, string>();
      for (const { chat, afterId } of watchers) {
        const known = oldest.get(chat);
        if (known === undefined || Number(afterId) < Number(known)) oldest.set(chat, afterId);
      }
      const later = await laterFor([...oldest].map(([chat, afterId]) => ({ chat, afterId })));
      let delivered = 0;
      for (const { chat, reply } of later) {
        for (const watcher of watchers) {
          if (watcher.chat !== chat || Number(reply.id) <= Number(watcher.afterId)) continue;
          watcher.afterId = reply.id;
          watcher.deliver(reply);
          delivered++;
        }
      }
      return { open: watchers.size, delivered };
    },
  };
}
