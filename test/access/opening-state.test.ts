import { describe, expect, it } from 'vitest';
import { isOpenAt, type OpeningMoment, openingState, readOpeningHours } from '../../src/access/index.ts';
import { lunarDay } from '../../src/access/lunar-calendar.ts';
import { isPublicHoliday } from '../../src/access/public-holidays.ts';
import { dayNumber, dayOfNumber } from '../../src/time/index.ts';

function moment(text: string): OpeningMoment {
  const [day = '', time = ''] = text.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { day: dayNumber(day), minutes: hour * 60 + minute };
}

function inWords(at: OpeningMoment | undefined): string {
  if (at === undefined) return '-';
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${dayOfNumber(at.day)} ${two(Math.floor(at.minutes / 60))}:${two(at.minutes % 60)}`;
}

const library = 'Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30; Su,PH off';
const night = 'Mo-Th 18:00-22:00; Fr,Sa 20:00-02:00; Su off; PH 09:00-12:00';
const always = '24/7';
const alwaysButHolidays = '24/7; PH off';
const overMidnight = '22:00-06:00';
const sundayNight = 'Su 22:00-30:00';
const weekend = 'Sa-Su 08:00-20:00';
const unread = 'Mo-Fr 07:30-11:00';
const noHours = 'off';
const touching = 'Mo-Su 08:00-12:00,12:00-20:00';
const wholeWeekdays = 'Mo-Fr 00:00-24:00';

/** 2026: 24 November is a Tuesday; Tết Bính Ngọ is on 17 February. */
const cases: readonly (readonly [hours: string, at: string, isOpen: boolean, changes: string])[] = [
  // The usual week
  [library, '2026-11-24 07:59', false, '2026-11-24 08:00'],
  [library, '2026-11-24 08:00', true, '2026-11-24 11:30'],
  [library, '2026-11-24 11:29', true, '2026-11-24 11:30'],
  [library, '2026-11-24 11:30', false, '2026-11-24 13:30'],
  [library, '2026-11-24 13:29', false, '2026-11-24 13:30'],
  [library, '2026-11-24 13:30', true, '2026-11-24 17:00'],
  [library, '2026-11-24 17:00', false, '2026-11-25 08:00'],
  [library, '2026-11-24 00:00', false, '2026-11-24 08:00'],
  [library, '2026-11-24 23:59', false, '2026-11-25 08:00'],
  // Over the end of the week
  [library, '2026-11-27 17:00', false, '2026-11-28 08:00'],
  [library, '2026-11-28 11:29', true, '2026-11-28 11:30'],
  [library, '2026-11-28 11:30', false, '2026-11-30 08:00'],
  [library, '2026-11-29 10:00', false, '2026-11-30 08:00'],
  [library, '2026-11-29 23:59', false, '2026-11-30 08:00'],
  [library, '2026-11-30 08:00', true, '2026-11-30 11:30'],
  [weekend, '2026-11-27 23:59', false, '2026-11-28 08:00'],
  [weekend, '2026-11-28 20:00', false, '2026-11-29 08:00'],
  [weekend, '2026-11-29 19:59', true, '2026-11-29 20:00'],
  [weekend, '2026-11-29 20:00', false, '2026-12-05 08:00'],
  [unread, '2026-12-31 11:00', false, '2027-01-01 07:30'],
  // Over midnight
  [night, '2026-11-27 19:59', false, '2026-11-27 20:00'],
  [night, '2026-11-27 20:00', true, '2026-11-28 02:00'],
  [night, '2026-11-27 23:59', true, '2026-11-28 02:00'],
  [night, '2026-11-28 00:00', true, '2026-11-28 02:00'],
  [night, '2026-11-28 01:59', true, '2026-11-28 02:00'],
  [night, '2026-11-28 02:00', false, '2026-11-28 20:00'],
  [night, '2026-11-29 01:59', true, '2026-11-29 02:00'],
  [night, '2026-11-29 02:00', false, '2026-11-30 18:00'],
  [night, '2026-11-30 00:30', false, '2026-11-30 18:00'],
  [overMidnight, '2026-11-24 05:59', true, '2026-11-24 06:00'],
  [overMidnight, '2026-11-24 06:00', false, '2026-11-24 22:00'],
  [overMidnight, '2026-11-24 22:00', true, '2026-11-25 06:00'],
  [overMidnight, '2026-12-31 23:00', true, '2027-01-01 06:00'],
  [sundayNight, '2026-11-29 22:00', true, '2026-11-30 06:00'],
  [sundayNight, '2026-11-30 05:59', true, '2026-11-30 06:00'],
  [sundayNight, '2026-11-30 06:00', false, '2026-12-06 22:00'],
  [sundayNight, '2026-11-29 21:59', false, '2026-11-29 22:00'],
  // Without a gap, without an end, without a beginning
  [always, '2026-11-24 03:00', true, '-'],
  [always, '2026-02-17 03:00', true, '-'],
  [touching, '2026-11-24 11:59', true, '2026-11-24 20:00'],
  [wholeWeekdays, '2026-11-24 23:59', true, '2026-11-28 00:00'],
  [wholeWeekdays, '2026-11-28 00:00', false, '2026-11-30 00:00'],
  [noHours, '2026-11-24 10:00', false, '-'],
  // Tết: closed from Saturday noon through the five days off
  [library, '2026-02-13 16:59', true, '2026-02-13 17:00'],
  [library, '2026-02-14 11:30', false, '2026-02-21 08:00'],
  [library, '2026-02-16 09:00', false, '2026-02-21 08:00'],
  [library, '2026-02-17 09:00', false, '2026-02-21 08:00'],
  [library, '2026-02-20 23:59', false, '2026-02-21 08:00'],
  [library, '2026-02-21 08:00', true, '2026-02-21 11:30'],
  [library, '2026-02-23 08:00', true, '2026-02-23 11:30'],
  [night, '2026-02-16 09:00', true, '2026-02-16 12:00'],
  [night, '2026-02-16 18:30', false, '2026-02-17 09:00'],
  [night, '2026-02-20 21:00', false, '2026-02-21 20:00'],
  [night, '2026-02-21 01:00', false, '2026-02-21 20:00'],
  [alwaysButHolidays, '2026-02-15 23:59', true, '2026-02-16 00:00'],
  [alwaysButHolidays, '2026-02-16 00:00', false, '2026-02-21 00:00'],
  [alwaysButHolidays, '2026-02-21 00:00', true, '-'],
  [unread, '2026-02-17 08:00', true, '2026-02-17 11:00'],
  // The other days off
  [library, '2026-01-01 09:00', false, '2026-01-02 08:00'],
  [library, '2025-12-31 17:00', false, '2026-01-02 08:00'],
  [library, '2026-04-26 09:00', false, '2026-04-28 08:00'],
  [library, '2026-04-27 09:00', false, '2026-04-28 08:00'],
  [library, '2026-04-30 09:00', false, '2026-05-02 08:00'],
  [library, '2026-05-01 09:00', false, '2026-05-02 08:00'],
  [library, '2026-09-01 09:00', false, '2026-09-03 08:00'],
  [library, '2026-09-02 09:00', false, '2026-09-03 08:00'],
  [library, '2026-09-03 08:00', true, '2026-09-03 11:30'],
  // The night before a day off belongs to the evening on which it began
  [overMidnight, '2026-09-02 05:00', true, '2026-09-02 06:00'],
  ['Mo-Su 20:00-02:00; PH off', '2026-09-01 01:00', true, '2026-09-01 02:00'],
  ['Mo-Su 20:00-02:00; PH off', '2026-09-03 01:00', false, '2026-09-03 20:00'],
  // Tết of a year that was not announced: Friday 5 to Tuesday 9 February 2027, and two days in place of the weekend
  [library, '2027-02-05 09:00', false, '2027-02-12 08:00'],
  [library, '2027-02-09 09:00', false, '2027-02-12 08:00'],
  [library, '2027-02-04 16:00', true, '2027-02-04 17:00'],
];

describe('whether a place is open', () => {
  it.each(cases)('%s at %s: %s until %s', (text, at, isOpen, changes) => {
    const hours = readOpeningHours(text);
    if ('unread' in hours) throw new Error(hours.unread);
    const state = openingState(hours, moment(at));
    expect(state.isOpen).toBe(isOpen);
    expect(isOpenAt(hours, moment(at))).toBe(isOpen);
    expect(inWords(state.changesAt)).toBe(changes);
  });

  it('changes at the moment it names and not a minute before', () => {
    for (const text of [library, night, alwaysButHolidays, overMidnight, sundayNight, wholeWeekdays]) {
      const hours = readOpeningHours(text);
      if ('unread' in hours) throw new Error(hours.unread);
      for (let step = 0; step < 2000; step++) {
        const at = { day: dayNumber('2026-02-01') + (step % 60), minutes: (step * 37) % 1440 };
        const { isOpen, changesAt } = openingState(hours, at);
        if (changesAt === undefined) continue;
        expect(isOpenAt(hours, changesAt), `${text} ${inWords(at)}`).toBe(!isOpen);
        const before = changesAt.day * 1440 + changesAt.minutes - 1;
        const justBefore = { day: Math.floor(before / 1440), minutes: before % 1440 };
        expect(isOpenAt(hours, justBefore), `${text} ${inWords(at)}`).toBe(isOpen);
      }
    }
  });
});

describe('the calendar', () => {
  it.each([
    [2007, '2007-02-17', '2007-04-26'],
    [2023, '2023-01-22', '2023-04-29'],
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2030, '2030-02-02', '2030-04-12'],
    [2033, '2033-01-31', '2033-04-09'],
  ])('knows Tết and the day of the Hùng kings of %i', (year, tet, kings) => {
    expect(dayOfNumber(lunarDay(year, 1, 1))).toBe(tet);
    expect(dayOfNumber(lunarDay(year, 3, 10))).toBe(kings);
  });

  it('gives every year of this century eleven days off or more, and not many more', () => {
    for (let year = 2027; year <= 2099; year++) {
      let days = 0;
      for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++) {
        if (isPublicHoliday(day)) days++;
      }
      expect(days, String(year)).toBeGreaterThanOrEqual(11);
      expect(days, String(year)).toBeLessThanOrEqual(17);
    }
  });
});
