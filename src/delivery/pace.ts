/** How fast one bot may send: messages a second in all, and one a second to a chat. Times are milliseconds. */
export interface Pace {
  /** How many messages may begin now. */
  room(now: number): number;
  /** Chats that had a message less than a second ago. */
  restingChats(now: number): string[];
  /** A message begins. */
  note(chat: string, now: number): void;
  /** From when on nothing that began here counts any more, so that another process may use the pace to the full. */
  freeForOthers(now: number): number;
  /** Milliseconds until the next message may begin, 0 when one may now. */
  opensIn(now: number): number;
}

/** The window within which beginnings count. */
export const paceMilliseconds = 1000;

/**
 * A sliding window: in no second, wherever it begins, do more than `perSecond` messages begin, nor two to one chat.
 * 0 is no limit at all, per chat neither.
 */
export function createPace(perSecond: number): Pace {
  if (perSecond <= 0) {
    return {
      room: () => Number.POSITIVE_INFINITY,
      restingChats: () => [],
      note() {},
      freeForOthers: () => 0,
      opensIn: () => 0,
    };
  }
  /** Beginnings within the window, oldest first. */
  let begun: { readonly chat: string; readonly at: number }[] = [];

  function forget(now: number): void {
    // After the clock was set back these would count for as long as it was set back.
    if (begun.some(({ at }) => at > now)) begun = begun.map(({ chat, at }) => ({ chat, at: Math.min(at, now) }));
    const kept = begun.findIndex(({ at }) => at > now - paceMilliseconds);
    if (kept !== 0) begun = kept < 0 ? [] : begun.slice(kept);
  }

  return {
    room(now) {
      forget(now);
      return Math.max(0, perSecond - begun.length);
    },
    restingChats(now) {
      forget(now);
      return begun.map(({ chat }) => chat);
    },
    note(chat, now) {
      begun.push({ chat, at: now });
    },
    freeForOthers(now) {
      forget(now);
      const last = begun.at(-1);
      return last === undefined ? 0 : last.at + paceMilliseconds;
    },
    opensIn(now) {
      forget(now);
      const oldest = begun[begun.length - perSecond];
      return oldest === undefined ? 0 : oldest.at + paceMilliseconds - now;
    },
  };
}
