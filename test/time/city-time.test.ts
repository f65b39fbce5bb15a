import { describe, expect, it } from 'vitest';
import { atCityTime, cityTime, daysAfter } from '../../src/time/index.ts';

describe('the city’s clock', () => {
  it('turns the day at its own midnight', () => {
    expect(cityTime(new Date('2026-11-24T16:59:00Z'), 'Asia/Ho_Chi_Minh')).toEqual({
      day: '2026-11-24',
      minutes: 1439,
    });
    expect(cityTime(new Date('2026-11-24T17:00:00Z'), 'Asia/Ho_Chi_Minh')).toEqual({ day: '2026-11-25', minutes: 0 });
  });

  it('counts days over months and years', () => {
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('finds the moment of a day and minutes again, also over a change of the clocks', () => {
    for (const [moment, timezone] of [
      ['2026-11-24T17:00:00Z', 'Asia/Ho_Chi_Minh'],
      ['2026-10-25T08:30:00Z', 'Europe/Berlin'],
      ['2026-03-29T12:15:00Z', 'Europe/Berlin'],
    ] as const)
      expect(atCityTime(cityTime(new Date(moment), timezone), timezone)).toEqual(new Date(moment));
  });
});
