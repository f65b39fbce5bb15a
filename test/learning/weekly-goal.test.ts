import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysThatMeet, mondayOf, weekOf } from '../../src/learning/weekly-goal.ts';

const monday = '2026-11-23';
const dayOf = (position: number): string => dayAfter(monday, position);
const week = (positions: readonly number[], goal: number, today: number) =>
  weekOf(new Set(positions.map(dayOf)), goal, monday, dayOf(today));

describe('a week of learning', () => {
  it('is met by the goal, and by one day fewer with the free pass', () => {
    expect(week([0, 2, 4], 3, 4)).toMatchObject({ learnt: 3, state: 'met', missing: 0 });
    expect(week([0, 2], 3, 4)).toMatchObject({ learnt: 2, state: 'met_with_pass', missing: 0 });
    expect(week([0], 3, 4)).toMatchObject({ learnt: 1, state: 'open', missing: 1 });
  });

  it('needs its one day where the goal is one day', () => {
    expect(week([], 1, 6)).toMatchObject({ state: 'open', missing: 1 });
    expect(week([], 1, 7)).toMatchObject({ state: 'missed' });
    expect(week([3], 1, 3)).toMatchObject({ state: 'met' });
  });

  it('is missed only when too few days are left, and today is one of them until something was learnt', () => {
    expect(week([], 3, 5)).toMatchObject({ state: 'open', missing: 2 });
    expect(week([], 3, 6)).toMatchObject({ state: 'missed', missing: 2 });
    expect(week([6], 3, 6)).toMatchObject({ state: 'missed', missing: 1 });
  });

  it('begins on Monday, over months and years', () => {
    expect(['2026-11-23', '2026-11-29', '2027-01-01'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-12-28',
    ]);
  });
});

const anyWeek = fc.record({
  learnt: fc.uniqueArray(fc.integer({ min: -7, max: 13 }), { maxLength: 14 }),
  goal: fc.integer({ min: 1, max: 7 }),
  today: fc.integer({ min: 0, max: 14 }),
});
const order = { missed: 0, open: 1, met_with_pass: 2, met: 3 } as const;

describe('any week', () => {
  it('counts its own days only, and is met exactly from the goal less the pass on', () => {
    fc.assert(
      fc.property(anyWeek, ({ learnt, goal, today }) => {
        const own = learnt.filter((day) => day >= 0 && day < 7);
        const seen = week(learnt, goal, today);
        expect(seen.learnt).toBe(own.length);
        expect(seen.state.startsWith('met')).toBe(own.length >= daysThatMeet(goal));
        expect(seen.missing === 0).toBe(seen.state.startsWith('met'));
      }),
    );
  });

  it('never stands worse for one more day of learning, nor depends on other weeks', () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 0, max: 6 }), ({ learnt, goal, today }, more) => {
        const before = week(learnt, goal, today);
        expect(order[week([...learnt, more], goal, today).state]).toBeGreaterThanOrEqual(order[before.state]);
        expect(week([...learnt.filter((day) => day >= 0 && day < 7)], goal, today)).toEqual(before);
      }),
    );
  });

  it('that is open can still be met by learning on the days to come', () => {
    fc.assert(
      fc.property(anyWeek, ({ learnt, goal, today }) => {
        const { state } = week(learnt, goal, today);
        const toCome = [0, 1, 2, 3, 4, 5, 6].filter((day) => day >= today);
        const best = week([...new Set([...learnt, ...toCome])], goal, today).state;
        expect(state === 'missed').toBe(!best.startsWith('met'));
      }),
    );
  });
});
