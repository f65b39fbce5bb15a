import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../src/delivery/pace.ts';

/** A message whose answer comes at once. */
function send(pace: Pace, chat: string, at: number): void {
  pace.note(chat, at).over(at);
}

describe('the pace of a bot', () => {
  it('lets so many begin in a second, and the next when the first is a second old', () => {
    const pace = createPace(2);
    expect(pace.room(0)).toBe(2);
    send(pace, 'a', 0);
    send(pace, 'b', 400);
    expect(pace.room(999)).toBe(0);
    expect(pace.opensIn(999)).toBe(1);
    expect(pace.room(1000)).toBe(1);
    expect(pace.opensIn(1000)).toBe(0);
    expect(pace.room(1400)).toBe(2);
  });

  it('looks again when a twentieth of a second is free, so that one look finds many', () => {
    const pace = createPace(60);
    for (let message = 0; message < 62; message++) send(pace, `chat ${message}`, message * 10);
    expect(pace.room(1000)).toBe(1);
    expect(pace.opensIn(1000)).toBe(20);
    expect(pace.opensIn(1020)).toBe(0);
    expect(pace.room(1020)).toBe(3);
  });

  it('rests a chat for a second after a message to it', () => {
    const pace = createPace(25);
    send(pace, 'a', 0);
    send(pace, 'b', 600);
    expect(pace.restingChats(999)).toEqual(['a', 'b']);
    expect(pace.restingChats(1000)).toEqual(['b']);
    expect(pace.restingChats(1600)).toEqual([]);
  });

  it('is free for another process a second after the last message began', () => {
    const pace = createPace(3);
    expect(pace.freeForOthers(5000)).toBe(0);
    send(pace, 'a', 5000);
    send(pace, 'b', 5400);
    expect(pace.freeForOthers(5500)).toBe(6400);
    expect(pace.freeForOthers(6399)).toBe(6400);
    expect(pace.freeForOthers(6400)).toBe(0);
  });

  it('has no limit at 0, for a chat neither', () => {
    const pace = createPace(0);
    for (let message = 0; message < 100; message++) send(pace, 'a', 0);
    expect(pace.freeForOthers(0)).toBe(0);
    expect(pace.room(0)).toBe(Number.POSITIVE_INFINITY);
    expect(pace.restingChats(0)).toEqual([]);
    expect(pace.opensIn(0)).toBe(0);
  });

  it('lets no second see more than it allows, wherever that second begins', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), steps, (perSecond, waits) => {
        const pace = createPace(perSecond);
        const begun: number[] = [];
        let now = 0;
        for (const wait of waits) {
          now += wait;
          while (pace.room(now) > 0) {
            send(pace, `chat ${begun.length}`, now);
            begun.push(now);
          }
        }
        for (const from of begun) {
          const within = begun.filter((at) => at >= from && at < from + 1000);
          expect(within.length).toBeLessThanOrEqual(perSecond);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('opens exactly when it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 1, max: 300 })), (perSecond, waits) => {
        const pace = createPace(perSecond);
        let now = 0;
        for (const wait of waits) {
          now += wait;
          if (pace.room(now) > 0) send(pace, 'a', now);
        }
        const opensIn = pace.opensIn(now);
        if (opensIn > 0) expect(pace.room(now + opensIn - 1)).toBe(0);
        expect(pace.room(now + opensIn)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('counts a slow message from when the platform can have taken it at the latest', () => {
    const pace = createPace(2);
    send(pace, 'quick', 0);
    const slow = pace.note('slow', 100);
    pace.note('usual', 200).over(250);
    // The quickest took 50 ms: the slow one was taken 250 ms after it began, if not earlier.
    const other = createPace(2);
    other.note('usual', 0).over(50);
    other.note('usual', 2960).over(3010);
    other.note('slow', 3060).over(3360);
    expect(other.room(4060)).toBe(1);
    expect(other.room(4310)).toBe(1);
    expect(other.room(4311)).toBe(2);
    // Of the first calls nothing is known to compare them with: they count from their answers.
    const fresh = createPace(2);
    fresh.note('first', 0).over(50);
    expect(fresh.room(1050)).toBe(1);
    expect(fresh.room(1051)).toBe(2);
    expect(pace.room(5000)).toBe(1);
    slow.over(5000);
    expect(pace.room(5999)).toBe(1);
  });

  it('lets no second of the platform see more than it allows, however long messages are on their way', () => {
    const step = fc.record({ wait: fc.integer({ min: 0, max: 300 }), there: fc.integer({ min: 20, max: 400 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.array(step, { maxLength: 100 }), (perSecond, steps) => {
        const pace = createPace(perSecond);
        const arrived: number[] = [];
        let underWay: { readonly endsAt: number; over(): void }[] = [];
        // The quickest call is known from the start, as it is after the first second of a real bot.
        pace.note('first', 0).over(40);
        let now = 2000;
        for (const { wait, there } of steps) {
          now += wait;
          for (const { endsAt, over } of underWay) if (endsAt <= now) over();
          underWay = underWay.filter(({ endsAt }) => endsAt > now);
          if (pace.room(now) === 0) continue;
          const begun = pace.note(`chat ${arrived.length}`, now);
          arrived.push(now + there);
          const endsAt = now + there + 20;
          underWay.push({ endsAt, over: () => begun.over(endsAt) });
        }
        for (const from of arrived) {
          const within = arrived.filter((at) => at >= from && at < from + 1000);
          expect(within.length).toBeLessThanOrEqual(perSecond);
        }
      }),
      { numRuns: 200 },
    );
  });

  /** Sends as much as it may for so many milliseconds, each message with its time on the way; returns when they began and arrived. */
  function drive(pace: Pace, milliseconds: number, way: (now: number) => { there: number; back: number }) {
    const arrivals: number[] = [];
    const answers = new Map<number, (() => void)[]>();
    for (let now = 0; now < milliseconds; now++) {
      for (const answer of answers.get(now) ?? []) answer();
      if (pace.opensIn(now) > 0) continue;
      for (let room = pace.room(now); room > 0; room--) {
        const begun = pace.note(`chat ${arrivals.length}`, now);
        const { there, back } = way(now);
        arrivals.push(now + there);
        const at = now + there + back;
        answers.set(at, [...(answers.get(at) ?? []), () => begun.over(at)]);
      }
    }
    return arrivals.sort((a, b) => a - b);
  }

  function busiestSecond(arrivals: readonly number[]): number {
    let [busiest, first] = [0, 0];
    for (const [position, at] of arrivals.entries()) {
      while ((arrivals[first] ?? 0) <= at - 1000) first++;
      busiest = Math.max(busiest, position - first + 1);
    }
    return busiest;
  }

  it.each([25, 300])('reaches %i a second though no two calls take as long', (perSecond) => {
    const arrivals = drive(createPace(perSecond), 60_000, (now) => ({ there: 5 + ((now * 7919) % 31), back: 45 }));
    // Not the first five: how long a call takes is being learnt.
    const later = arrivals.filter((at) => at > 5000 && at <= 60_000).length;
    expect(later).toBeGreaterThan(perSecond * 55 * 0.99);
    expect(later).toBeLessThanOrEqual(perSecond * 56);
    expect(busiestSecond(arrivals)).toBeLessThanOrEqual(perSecond * 1.04);
  });

  it('takes some slow seconds for slow seconds', () => {
    const isSlow = (now: number): boolean => now > 10_000 && now < 15_000;
    const arrivals = drive(createPace(25), 30_000, (now) => ({ there: isSlow(now) ? 600 : 5, back: 45 }));
    expect(busiestSecond(arrivals)).toBeLessThanOrEqual(26);
  });
});
