import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  freshLadder,
  type Given,
  type Ladder,
  mayTakeHint,
  takeHint,
  type Verdict,
} from '../../src/learning/index.ts';

const start = Date.parse('2026-11-29T13:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);
const wrong: Verdict = { kind: 'wrong' };

function tried(ladder: Ladder, seconds: number, text = 'gọi công an', verdict = wrong): Ladder {
  return afterAttempt(ladder, { text }, verdict, at(seconds));
}

function hinted(ladder: Ladder, seconds: number): Ladder {
  const next = takeHint(ladder, at(seconds));
  if (next === undefined) throw new Error('no hint');
  return next;
}

describe('the hint ladder', () => {
  it('gives nothing before something was tried', () => {
    expect(takeHint(freshLadder, at(0))).toBeUndefined();
    expect(hinted(tried(freshLadder, 1), 2).level).toBe(1);
  });

  it('gives the answer in the fourth exchange to who tries each time', () => {
    let ladder: Ladder = freshLadder;
    for (const exchange of [1, 2, 3, 4]) {
      ladder = hinted(tried(ladder, exchange * 20), exchange * 20 + 1);
      expect(ladder.level).toBe(exchange);
    }
    expect(takeHint(tried(ladder, 200), at(201))).toBeUndefined();
  });

  it('does not count what comes before a hint can have been read, but two wrong answers are enough', () => {
    const ladder = hinted(tried(freshLadder, 0), 10);
    const hasty = tried(ladder, 17);
    expect(mayTakeHint(hasty)).toBe(false);
    expect(mayTakeHint(tried(ladder, 18))).toBe(true);
    expect(mayTakeHint(tried(hasty, 17.5))).toBe(true);
  });

  it('does not count words that try nothing, but who gave up twice is helped', () => {
    const unsure = tried(freshLadder, 0, 'cho em hỏi ạ', { kind: 'unsure' });
    expect(mayTakeHint(unsure)).toBe(false);
    const once = tried(freshLadder, 0, 'không biết', { kind: 'gave_up' });
    expect(mayTakeHint(once)).toBe(false);
    expect(mayTakeHint(tried(once, 1, 'chịu', { kind: 'gave_up' }))).toBe(true);
  });

  it('counts all answers that were not right, over its steps', () => {
    const ladder = tried(hinted(tried(freshLadder, 0), 10), 30);
    expect(ladder.tries).toBe(2);
    expect(tried(ladder, 40, 'ngân hàng', { kind: 'right', note: '' }).tries).toBe(2);
  });

  const given: fc.Arbitrary<Given> = fc.oneof(
    fc.record({ option: fc.nat(3) }),
    fc.record({ text: fc.constantFrom('', 'không biết', 'gọi công an', 'ạ', 'là gì') }),
  );
  const verdict: fc.Arbitrary<Verdict> = fc.constantFrom(
    { kind: 'wrong' },
    { kind: 'unsure' },
    { kind: 'gave_up' },
    { kind: 'right', note: '' },
  );
  const event = fc.oneof(
    fc.record({ kind: fc.constant('hint' as const), wait: fc.nat(20) }),
    fc.record({ kind: fc.constant('try' as const), wait: fc.nat(20), given, verdict }),
  );

  it('goes up one step at a time, never without a try, and stays plain JSON, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let ladder: Ladder = freshLadder;
        let now = 0;
        let triesSinceHint = 0;
        for (const one of events) {
          now += one.wait;
          const before = ladder;
          if (one.kind === 'try') {
            ladder = afterAttempt(ladder, one.given, one.verdict, at(now));
            expect(ladder.level).toBe(before.level);
            triesSinceHint++;
          } else {
            ladder = takeHint(ladder, at(now)) ?? ladder;
            expect(ladder.level - before.level).toBeLessThanOrEqual(1);
            if (ladder.level > before.level) {
              expect(triesSinceHint).toBeGreaterThan(0);
              triesSinceHint = 0;
            }
          }
          expect(JSON.parse(JSON.stringify(ladder))).toEqual(ladder);
        }
      }),
    );
  });

  it('is never closed to who tries and reads, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let ladder: Ladder = freshLadder;
        let now = 0;
        for (const one of events) {
          now += one.wait;
          ladder =
            one.kind === 'try'
              ? afterAttempt(ladder, one.given, one.verdict, at(now))
              : (takeHint(ladder, at(now)) ?? ladder);
        }
        for (let exchange = 0; exchange < 4; exchange++) {
          now += 8;
          ladder = takeHint(tried(ladder, now), at(now)) ?? ladder;
        }
        expect(ladder.level).toBe(4);
      }),
    );
  });
});
