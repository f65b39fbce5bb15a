/** How fast one bot may send: messages a second in all, and one a second to a chat. Times are milliseconds. */
export interface Pace {
  /** How many messages may begin at a time. */
  room(at: number): number;
  /** Chats that had a message less than a second ago. */
  restingChats(now: number): string[];
  /** A message begins. */
  note(chat: string, now: number): Begun;
  /** From when on nothing that began here counts any more, so that another process may use the pace to the full. */
  freeForOthers(now: number): number;
  /** Milliseconds until it is worth looking for messages that may begin, 0 when it is now. */
  opensIn(now: number): number;
}

/** A message under way. */
export interface Begun {
  /** Its outcome is known, or it was not sent after all. */
  over(now: number): void;
}

/** The window within which messages count. */
export const paceMilliseconds = 1000;

/**
 * A second may see so much more than the pace, so that what jitter cost the seconds before is made up for: the mean is the pace.
 * Without it 96 % of 300 a second were reached. 26 instead of 25 is far from the 30 that Telegram names; a pace below 25 is never exceeded.
 */
const makesUp = 0.04;

/** A quick bot begins some at a time: one look at the outbox finds them all. At 25 a second it is one, at 300 fifteen. */
const looksPerSecond = 20;

/**
 * The calls of so long tell how long a call takes at least: longer than the machine or the line is slow now and then. By the last 64
 * calls, three slow seconds at 25 a second were taken for what a call takes, and the quick ones after them met 19 refusals.
 */
const rememberedMilliseconds = 60_000;

/**
 * For so long after the first call in a while it is taken to need no time at all, so that each counts from its answer: the first ones, begun all at
 * once, keep each other waiting, and the quickest of them tells little. 351 of 300 a second arrived so.
 */
const learningMilliseconds = 2000;

/** Far below a message: what adding thousandths leaves out. */
const smallest = 1e-6;

/** The least of the values of the last `milliseconds`. */
function createLeast(milliseconds: number): { add(value: number, at: number): number } {
  /** Values that no later one is below: the first is the least. */
  const rising: { readonly value: number; readonly at: number }[] = [];
  let [lastAt, learnsUntil] = [Number.NEGATIVE_INFINITY, 0];
  return {
    add(value, at) {
      while ((rising.at(-1)?.value ?? Number.NEGATIVE_INFINITY) >= value) rising.pop();
      while ((rising[0]?.at ?? at) < at - milliseconds) rising.shift();
      if (at - lastAt > milliseconds) learnsUntil = at + learningMilliseconds;
      lastAt = at;
      rising.push({ value, at });
      return at < learnsUntil ? 0 : (rising[0]?.value ?? value);
    },
  };
}

interface Counted {
  readonly chat: string;
  readonly beganAt: number;
  /** From when it counts for a second: the latest time at which the platform can have taken it; none while that is not known. */
  takenAt: number | undefined;
}

/**
 * A mean of `perSecond`, and a sliding window: in no second of the platform's, wherever it begins, do more than that and `makesUp` of it
 * arrive, nor two to one chat. When a message arrives is not known, only when it began and when its answer came. One that took longer than the quickest of late may have
 * arrived as much later, so it counts from then: counted from its beginning, one slow call before a quick one would be a message too many.
 * 0 is no limit at all, per chat neither.
 */
export function createPace(perSecond: number): Pace {
  if (perSecond <= 0) {
    return {
      room: () => Number.POSITIVE_INFINITY,
      restingChats: () => [],
      note: () => ({ over() {} }),
      freeForOthers: () => 0,
      opensIn: () => 0,
    };
  }
  const together = Math.max(1, Math.floor(perSecond / looksPerSecond));
  const most = perSecond + Math.floor(perSecond * makesUp);
  let counted: Counted[] = [];
  /** Messages that the mean has left at a time; those of a second, and what it makes up for. */
  const credit = { left: perSecond, at: Number.NEGATIVE_INFINITY };
  const quickest = createLeast(rememberedMilliseconds);

  const leavesAt = ({ takenAt }: Counted): number =>
    takenAt === undefined ? Number.POSITIVE_INFINITY : takenAt + paceMilliseconds;

  /** After the clock was set back these would count for as long as it was set back. */
  function setRight(now: number): void {
    for (const each of counted) if (each.takenAt !== undefined && each.takenAt > now) each.takenAt = now;
    credit.at = Math.min(credit.at, now);
  }

  function creditAt(at: number): number {
    const earned = credit.at === Number.NEGATIVE_INFINITY ? 0 : ((at - credit.at) * perSecond) / 1000;
    return Math.min(most, credit.left + earned);
  }

  function forget(now: number): void {
    setRight(now);
    counted = counted.filter((each) => leavesAt(each) > now);
  }

  return {
    room(at) {
      setRight(at);
      const inWindow = counted.filter((each) => leavesAt(each) > at).length;
      return Math.max(0, Math.min(most - inWindow, Math.floor(creditAt(at) + smallest)));
    },
    restingChats(now) {
      forget(now);
      return counted.map(({ chat }) => chat);
    },
    note(chat, now) {
      forget(now);
      const message: Counted = { chat, beganAt: now, takenAt: undefined };
      counted.push(message);
      credit.left = creditAt(now) - 1;
      credit.at = now;
      return {
        over(endedAt) {
          if (message.takenAt !== undefined) return;
          const duration = Math.max(0, endedAt - now);
          const least = quickest.add(duration, endedAt);
          // Clocks tell whole milliseconds: the answer may have come almost one later than it seems.
          const late = duration === 0 ? 0 : duration + 1 - least;
          message.takenAt = now + late;
        },
      };
    },
    freeForOthers(now) {
      forget(now);
      const last = Math.max(...counted.map(({ takenAt, beganAt }) => takenAt ?? beganAt), Number.NEGATIVE_INFINITY);
      return counted.length === 0 ? 0 : last + paceMilliseconds;
    },
    opensIn(now) {
      forget(now);
      const earnedIn = Math.ceil(((together - creditAt(now) - smallest) * 1000) / perSecond);
      const wanted = counted.length - most + together;
      if (wanted <= 0) return Math.max(0, earnedIn);
      const times = counted.map(leavesAt).sort((a, b) => a - b);
      return Math.max(0, earnedIn, (times[wanted - 1] ?? now) - now);
    },
  };
}
