import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Course,
  type Dated,
  offeredUntil,
  type Standing,
  standingOf,
  standingRules,
  standingSql,
  standings,
} from '../../src/catalogue/index.ts';
import { createCourseIndexBuilder } from '../../src/discovery/course-index.ts';
import { searchCourses } from '../../src/discovery/search.ts';
import { understand } from '../../src/discovery/understand.ts';
import { cityTime, dayNumber, dayOfNumber } from '../../src/time/index.ts';
import { describeDatabases } from '../support/databases.ts';

const today = '2026-11-24';
const timezone = 'Asia/Ho_Chi_Minh';

/** Days around every edge of the rules and far from them, leap days and the ends of calendars among them. */
const days = fc.oneof(
  fc.integer({ min: -1200, max: 400 }).map((distance) => dayOfNumber(dayNumber(today) + distance)),
  fc.constantFrom(
    ...[0, standingRules.startedDays, standingRules.staleDays, standingRules.hiddenDays].flatMap((edge) =>
      [-1, 0, 1].map((beside) => dayOfNumber(dayNumber(today) - edge + beside)),
    ),
    '1970-01-01',
    '2024-02-29',
    '2099-12-31',
    '9999-12-31',
  ),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const dated: fc.Arbitrary<Dated> = fc.record({
  startsOn: maybe(days),
  endsOn: maybe(days),
  confirmedOn: days,
  isClosed: fc.boolean(),
  isHidden: fc.boolean(),
});

const open: Dated = { startsOn: undefined, endsOn: undefined, confirmedOn: today };

describe('where an offer stands', () => {
  it.each<[string, Partial<Dated>, Standing]>([
    ['confirmed today', {}, 'offered'],
    ['ends today', { endsOn: today }, 'offered'],
    ['ended yesterday', { endsOn: '2026-11-23' }, 'ended'],
    ['started sixty days ago without an end', { startsOn: '2026-09-25' }, 'offered'],
    ['started sixty-one days ago without an end', { startsOn: '2026-09-24' }, 'ended'],
    ['started long ago and still runs', { startsOn: '2024-01-01', endsOn: '2027-01-01' }, 'offered'],
    ['confirmed 550 days ago', { confirmedOn: '2025-05-23' }, 'offered'],
    ['confirmed 551 days ago', { confirmedOn: '2025-05-22' }, 'unconfirmed'],
    ['hidden by reports', { isHidden: true }, 'reported'],
    ['closed, whatever else', { isClosed: true, isHidden: true, endsOn: '2020-01-01' }, 'closed'],
  ])('%s', (_, more, expected) => {
    expect(standingOf({ ...open, ...more }, today)).toBe(expected);
  });

  it('is in answers to the very day that offeredUntil names, and never after', () => {
    fc.assert(
      fc.property(dated, fc.integer({ min: -600, max: 600 }), (course, distance) => {
        const on = dayNumber(today) + distance;
        const until = offeredUntil(course);
        expect(standingOf(course, dayOfNumber(on)) === 'offered').toBe(until !== undefined && on <= until);
      }),
    );
  });

  it('ends at midnight of the city, not of the server', () => {
    const end = { endsOn: '2026-11-24' };
    const at = (moment: string) => standingOf({ ...open, ...end }, cityTime(new Date(moment), timezone).day);
    expect(at('2026-11-24T16:59:59Z')).toBe('offered');
    expect(at('2026-11-24T17:00:00Z')).toBe('ended');
  });
});

describe('what is searched', () => {
  function found(course: Dated, now: Date, zone: string): boolean {
    const builder = createCourseIndexBuilder();
    const base = { topics: [], skills: [], schedule: [], audience: [], sample: false, language: 'vi' };
    for (const [key, title] of ['Đan lát', 'Bơi lội', 'Cờ vua', 'Thêu tay'].entries()) {
      const each = { ...base, ...(key === 0 ? course : open), key, id: `c${key}`, title, organisation: 'Đơn vị' };
      builder.add(each as unknown as Course);
    }
    return searchCourses(builder.finish(), understand('đan lát'), { limit: 5, now, timezone: zone }).hits.some(
      ({ id }) => id === 'c0',
    );
  }

  it('is what stands offered at that moment in the city, in any time zone', () => {
    fc.assert(
      fc.property(
        dated,
        fc.date({ min: new Date('2026-11-22T00:00:00Z'), max: new Date('2026-11-27T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(timezone, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'),
        (course, now, zone) => {
          const day = cityTime(now, zone).day;
          expect(found(course, now, zone)).toBe(standingOf(course, day) === 'offered');
        },
      ),
      { numRuns: 200 },
    );
  });
});

describeDatabases('where offers stand in the database', ({ database: openDatabase }) => {
  it('is the same for every course on every day', async () => {
    const { db } = await openDatabase();
    await fc.assert(
      fc.asyncProperty(fc.array(dated, { minLength: 40, maxLength: 80 }), days, async (courses, on) => {
        const rows = courses.map(({ startsOn, endsOn, confirmedOn, isClosed, isHidden }, id) => ({
          id,
          starts_on: startsOn,
          ends_on: endsOn,
          confirmed_on: confirmedOn,
          closed_at: isClosed === true ? '2026-01-01' : undefined,
          hidden_at: isHidden === true ? '2026-01-01' : undefined,
        }));
        const { rows: seen } = await db.execute<{ standing: string }>(sql`
          select ${standingSql(on)} as standing from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as course (id int, starts_on date, ends_on date, confirmed_on date, closed_at timestamptz, hidden_at timestamptz)
          order by id`);
        expect(seen.map(({ standing }) => standing)).toEqual(courses.map((course) => standingOf(course, on)));
      }),
      { numRuns: 15 },
    );
    expect(standings).toHaveLength(5);
  });
});
