import { describe, expect, it } from 'vitest';
import { isWithin, takeDays } from '../../src/conversation/workshop-days.ts';

const timezone = 'Asia/Ho_Chi_Minh';
/** A Tuesday, ten in the morning. */
const tuesday = new Date('2026-11-24T03:00:00Z');

const cases: readonly (readonly [said: string, days: object | undefined, rest: string])[] = [
  ['hôm nay', { name: 'today', from: '2026-11-24', until: '2026-11-24' }, ''],
  ['smartphone ngày mai', { name: 'tomorrow', from: '2026-11-25', until: '2026-11-25' }, 'smartphone'],
  ['zalo tuan nay o quan 3', { name: 'this_week', from: '2026-11-24', until: '2026-11-29' }, 'zalo o quan 3'],
  ['Tuần sau có gì', { name: 'next_week', from: '2026-11-30', until: '2026-12-06' }, 'có gì'],
  ['cuối tuần này', { name: 'this_weekend', from: '2026-11-28', until: '2026-11-29' }, ''],
  ['điện thoại cuối tuần', { name: 'weekend', from: '2026-11-24', weekdays: [6, 0] }, 'điện thoại'],
  ['trong tháng này', { name: 'this_month', from: '2026-11-24', until: '2026-11-30' }, ''],
  ['tháng sau', { name: 'next_month', from: '2026-12-01', until: '2026-12-31' }, ''],
  ['thứ bảy', { name: 'weekday', from: '2026-11-24', weekdays: [6] }, ''],
  ['chủ nhật này', { name: 'weekday', from: '2026-11-24', weekdays: [0] }, ''],
  ['ngày 5/12', { name: 'day', from: '2026-12-05', until: '2026-12-05' }, ''],
  ['5/1', { name: 'day', from: '2027-01-05', until: '2027-01-05' }, ''],
  ['on saturday please', { name: 'weekday', from: '2026-11-24', weekdays: [6] }, 'on please'],
  ['học nấu ăn', undefined, 'học nấu ăn'],
  ['31/2', undefined, '31/2'],
  // "Tuần" inside another word, a number that is no date.
  ['office 365', undefined, 'office 365'],
];

describe('days that people name', () => {
  it.each(cases)('%s', (said, days, rest) => {
    expect(takeDays(said, tuesday, timezone)).toEqual({ days, rest });
  });

  it('are the city’s: late in the evening of Saturday is still Saturday', () => {
    const { days } = takeDays('cuối tuần', tuesday, timezone);
    expect(days).toBeDefined();
    if (days === undefined) return;
    expect(isWithin(days, new Date('2026-11-28T16:30:00Z'), timezone)).toBe(true);
    expect(isWithin(days, new Date('2026-11-29T17:30:00Z'), timezone)).toBe(false);
  });

  it('on a Sunday this weekend is what is left of it', () => {
    expect(takeDays('cuối tuần này', new Date('2026-11-29T03:00:00Z'), timezone).days).toEqual({
      name: 'this_weekend',
      from: '2026-11-29',
      until: '2026-11-29',
    });
  });
});
