import type { Reply, WatchedChat } from '../../conversation/index.ts';

/** One open page that waits for later messages. */
export interface WatchingPage {
  readonly chat: string;
  readonly address: string;
  /** Id of the newest reply the page has. */
  readonly afterId: string;
  /** The data of a reply's event, in one line. */
  readonly render: (reply: Reply) => string;
  /** Aborts when the page's request is given up, whether or not anybody reads the stream. */
  readonly signal: AbortSignal;
}

interface Watcher {
  readonly chat: string;
  readonly address: string;
  afterId: string;
  /** Ids of later replies that were shown already: what came before them may still be on its way. */
  readonly shown: Set<string>;
  /** When something was last written to keep the connection open. */
  beatAt: number;
  /** False while what was written before has not been taken. */
  isRead(): boolean;
  write(text: string): void;
  deliver(reply: Reply): void;
  end(): void;
}

/** All open pages of this process; one query a second serves them together. */
export interface Streams {
  /**
   * Opens a page's stream of server-sent events, or returns undefined when there are too many. It ends, and its place
   * is free again, when its reader or its request is gone and when it stays unread from one heartbeat to the next.
   */
  open(page: WatchingPage, now: Date): ReadableStream<Uint8Array> | undefined;
  /** Asks once for all pages what came since, and hands it out. Returns its counts. */
  push(now: Date): Promise<{ open: number; delivered: number }>;
  /** Hands out what just came to a chat by itself, without asking. */
  show(chat: string, replies: readonly Reply[]): void;
  /** Ends all streams. */
  stop(): void;
}

/** Streams that one address, where requests are limited at all, and this process may hold. */
export const streamsPerAddress = 20;
export const inAllStreams = 1000;

/** Proxies close what is silent for thirty to sixty seconds. */
const heartbeatMilliseconds = 20_000;

/** @param laterFor messages that came by themselves to any of the chats, oldest first */
export function createStreams(
  laterFor: (chats: readonly WatchedChat[]) => Promise<readonly { chat: string; reply: Reply }[]>,
  { perAddress = streamsPerAddress }: { readonly perAddress?: number } = {},
): Streams {
  const watchers = new Set<Watcher>();

  /** Keeps silent connections open, and ends those whose last heartbeat was never taken: nobody is there. */
  function beat(now: number): void {
    for (const watcher of watchers) {
      if (now - watcher.beatAt < heartbeatMilliseconds) continue;
      if (!watcher.isRead()) watcher.end();
      else {
        watcher.beatAt = now;
        watcher.write(': still here\n\n');
      }
    }
  }

  return {
    open(page, now) {
      const same = [...watchers].filter((other) => other.address === page.address).length;
      if (same >= perAddress || watchers.size >= inAllStreams) return undefined;
      return streamTo(page, now, watchers);
    },
    show(chat, replies) {
      for (const watcher of watchers) {
        if (watcher.chat !== chat) continue;
        for (const reply of replies) {
          if (watcher.shown.has(reply.id) || Number(reply.id) <= Number(watcher.afterId)) continue;
          watcher.shown.add(reply.id);
          watcher.deliver(reply);
        }
      }
    },
    async push(now) {
      beat(now.getTime());
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
          if (watcher.shown.delete(reply.id)) continue;
          watcher.deliver(reply);
          delivered++;
        }
      }
      return { open: watchers.size, delivered };
    },
    stop() {
      for (const watcher of watchers) watcher.end();
    },
  };
}

/** A stream that stands among the watchers for as long as it is open. */
function streamTo(page: WatchingPage, now: Date, watchers: Set<Watcher>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const forget = (watcher: Watcher): void => {
    watchers.delete(watcher);
    page.signal.removeEventListener('abort', watcher.end);
  };
  let opened: Watcher | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const watcher: Watcher = {
        chat: page.chat,
        address: page.address,
        afterId: page.afterId,
        shown: new Set(),
        beatAt: now.getTime(),
        isRead: () => (controller.desiredSize ?? 0) > 0,
        write: (text) => controller.enqueue(encoder.encode(text)),
        deliver: (reply) =>
          controller.enqueue(encoder.encode(`event: reply\ndata: ${page.render(reply)}\nid: ${reply.id}\n\n`)),
        end: () => {
          if (!watchers.has(watcher)) return;
          forget(watcher);
          controller.close();
        },
      };
      opened = watcher;
      watchers.add(watcher);
      watcher.write(': open\n\n');
      if (page.signal.aborted) watcher.end();
      else page.signal.addEventListener('abort', watcher.end);
    },
    cancel() {
      if (opened !== undefined) forget(opened);
    },
  });
}
