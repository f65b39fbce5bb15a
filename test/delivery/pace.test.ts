import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/delivery/pace.ts';

describe('the pace of a bot', () => {
  it('lets so many begin in a second, and the next when the first is a second old', () => {
    const pace = createPace(2);
    expect(pace.room(0)).toBe(2);
    pace.note('a', 0);
    pace.note('b', 400);
    expect(pace.room(999)).toBe(0);
    expect(pace.opensIn(999)).toBe(1);
    expect(pace.room(1000)).toBe(1);
    expect(pace.opensIn(1000)).toBe(0);
    expect(pace.room(1400)).toBe(2);
  });

  it('rests a chat for a second after a message to it', () => {
    const pace = createPace(25);
    pace.note('a', 0);
    pace.note('b', 600);
    expect(pace.restingChats(999)).toEqual(['a', 'b']);
    expect(pace.restingChats(1000)).toEqual(['b']);
    expect(pace.restingChats(1600)).toEqual([]);
  });

  it('is free for another process a second after the last message began', () => {
    const pace = createPace(3);
    expect(pace.freeForOthers(5000)).toBe(0);
    pace.note('a', 5000);
    pace.note('b', 5400);
    expect(pace.freeForOthers(5500)).toBe(6400);
    expect(pace.freeForOthers(6399)).toBe(6400);
    expect(pace.freeForOthers(6400)).toBe(0);
  });

  it('has no limit at 0, for a chat neither', () => {
    const pace = createPace(0);
    for (let message = 0; message < 100; message++) pace.note('a', 0);
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
            pace.note(`chat ${begun.length}`, now);
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
          if (pace.room(now) > 0) pace.note('a', now);
        }
        const opensIn = pace.opensIn(now);
        if (opensIn > 0) expect(pace.room(now + opensIn - 1)).toBe(0);
        expect(pace.room(now + opensIn)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
