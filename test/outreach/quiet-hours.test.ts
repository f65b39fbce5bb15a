import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet, minutesLeft, nearestAllowed } from '../../src/outreach/quiet-hours.ts';

const at = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};
const night = { from: at('21:30'), until: at('07:00') };

describe('quiet hours', () => {
  it.each([
    ['21:29', false],
    ['21:30', true],
    ['23:59', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ])('across midnight: %s is quiet: %s', (time, quiet) => {
    expect(isQuiet(night, at(time))).toBe(quiet);
  });

  it('within a day are quiet between their ends only', () => {
    const noon = { from: at('12:00'), until: at('13:30') };
    expect(
      [at('11:59'), at('12:00'), at('13:29'), at('13:30'), at('23:00')].map((time) => isQuiet(noon, time)),
    ).toEqual([false, true, true, false, false]);
  });

  it('are never, where there are none', () => {
    expect(isQuiet(undefined, 0)).toBe(false);
    expect(nearestAllowed(undefined, at('23:00'))).toBe(at('23:00'));
    expect(minutesLeft(undefined, at('23:00'))).toBe(60);
  });

  it.each([
    ['20:30', '20:30'],
    ['21:30', '21:15'],
    ['23:00', '21:15'],
    ['01:00', '21:15'],
    ['03:00', '07:00'],
    ['05:00', '07:00'],
    ['06:59', '07:00'],
  ])('move %s to the nearest time that is allowed, %s', (wanted, allowed) => {
    expect(nearestAllowed(night, at(wanted))).toBe(at(allowed));
  });

  it('leave a message no longer than until they begin, nor beyond its day', () => {
    expect(minutesLeft(night, at('21:00'))).toBe(30);
    expect(minutesLeft({ from: at('12:00'), until: at('13:00') }, at('14:00'))).toBe(600);
    expect(minutesLeft({ from: at('00:30'), until: at('06:00') }, at('22:00'))).toBe(120);
  });

  it('never give a time that is quiet', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (from, until, time) => {
        fc.pre(from !== until);
        expect(isQuiet({ from, until }, nearestAllowed({ from, until }, time))).toBe(false);
      }),
    );
  });
});
