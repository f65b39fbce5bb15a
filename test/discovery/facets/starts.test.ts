import { describe, expect, it } from 'vitest';
import { daysOf, type StartSpan } from '../../../src/discovery/facets/starts.ts';
import { understand } from '../../../src/discovery/understand.ts';
import { dayNumber, dayOfNumber } from '../../../src/time/index.ts';

const startsOf = (text: string): string | undefined => understand(text).facets.starts?.value;

describe('when something is to begin', () => {
  it.each([
    ['lớp nào tuần này khai giảng', 'this_week'],
    ['thang sau co lop excel khong', 'next_month'],
    ['học nấu ăn cuối tuần này', 'this_weekend'],
    ['tuần tới có lớp nào cho mẹ em không', 'next_week'],
    ['khóa pha chế khai giảng tháng 1', 'month_1'],
    ['tiếng Anh bắt đầu từ tháng 12', 'month_12'],
    ['sau Tết học lái xe', 'after_tet'],
    ['có lớp may nào sắp khai giảng không', 'soon'],
    ['any coding class next month', 'next_month'],
    ['yoga starting in march', 'month_3'],
  ])('"%s"', (text, span) => {
    expect(startsOf(text)).toBe(span);
  });

  it.each([
    'học 3 tháng có biết làm không',
    'khóa 1 tháng',
    'cuối tuần học được',
    'làm bánh ngày tết',
    'hôm nay mình muốn học Excel',
  ])('"%s" says no such thing', (text) => {
    expect(startsOf(text)).toBeUndefined();
  });
});

const days = (span: StartSpan, today: string): string[] => {
  const { from, to } = daysOf(span, dayNumber(today));
  return [dayOfNumber(from), dayOfNumber(to)];
};

it.each([
  // A Monday, the last of a month.
  ['this_week', '2026-11-30', ['2026-11-30', '2026-12-06']],
  ['this_weekend', '2026-11-30', ['2026-12-05', '2026-12-06']],
  ['next_week', '2026-12-06', ['2026-12-07', '2026-12-13']],
  ['this_weekend', '2026-12-06', ['2026-12-06', '2026-12-06']],
  ['this_month', '2026-11-30', ['2026-11-30', '2026-11-30']],
  ['next_month', '2026-12-15', ['2027-01-01', '2027-01-31']],
  ['month_2', '2026-12-15', ['2027-02-01', '2027-02-28']],
  ['month_12', '2026-12-15', ['2026-12-01', '2026-12-31']],
  ['month_2', '2028-01-15', ['2028-02-01', '2028-02-29']],
  ['before_tet', '2026-12-15', ['2026-12-15', '2027-02-05']],
  ['after_tet', '2026-12-15', ['2027-02-12', '2027-03-29']],
] as const)('%s on %s', (span, today, expected) => {
  expect(days(span, today)).toEqual(expected);
});
