import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpeningHours, readOpeningHours, spansOn } from '../../src/access/index.ts';

function hours(text: string): OpeningHours {
  const read = readOpeningHours(text);
  if ('unread' in read) throw new Error(`${text}: ${read.unread}`);
  return read;
}

const day: readonly (readonly [number, number])[] = [[480, 1020]];

describe('opening hours', () => {
  it.each<[string, OpeningHours]>([
    ['24/7', { week: Array(7).fill([[0, 1440]]) }],
    ['08:00-17:00', { week: Array(7).fill(day) }],
    ['Mo-Fr 08:00-17:00', { week: [day, day, day, day, day, [], []] }],
    ['mo-fr 8:00 – 17:00', { week: [day, day, day, day, day, [], []] }],
    ['Mo-Su: 08:00-17:00; PH off', { week: Array(7).fill(day), holidays: [] }],
    ['Mo,We,Fr 08:00-17:00', { week: [day, [], day, [], day, [], []] }],
    ['Sa-Mo 08:00-17:00', { week: [day, [], [], [], [], day, day] }],
    ['Mo-Fr 08:00-17:00; We off', { week: [day, day, [], day, day, [], []] }],
    ['Su,PH 08:00-17:00', { week: [[], [], [], [], [], [], day], holidays: day }],
    [
      'Tu 13:30-17:00,07:30-11:30',
      {
        week: [
          [],
          [
            [450, 690],
            [810, 1020],
          ],
          [],
          [],
          [],
          [],
          [],
        ],
      },
    ],
    ['Fr 18:00-02:00', { week: [[], [], [], [], [[1080, 1560]], [], []] }],
    ['Fr 18:00-26:00 "gọi trước"', { week: [[], [], [], [], [[1080, 1560]], [], []], remark: 'gọi trước' }],
    ['Mo-Fr 08:00-17:00;', { week: [day, day, day, day, day, [], []] }],
  ])('reads %s', (text, expected) => {
    expect(readOpeningHours(text)).toEqual(expected);
  });

  it.each([
    ['', ''],
    ['T2-T6 8h-17h', 't2-t6 8h-17h'],
    ['Mo-Fr 08:00-17:00; Jan-Mar 09:00-12:00', 'jan-mar 09:00-12:00'],
    ['Mo-Fr', 'mo-fr'],
    ['Mo-Fr 08:00', 'mo-fr 08:00'],
    ['Mo-Fr 25:00-26:00', 'mo-fr 25:00-26:00'],
    ['Mo-Fr 08:60-10:00', 'mo-fr 08:60-10:00'],
    ['Mo-We-Fr 08:00-10:00', 'mo-we-fr 08:00-10:00'],
    ['PH-Mo 08:00-10:00', 'ph-mo 08:00-10:00'],
    ['sunrise-sunset', 'sunrise-sunset'],
    ['08:00+', '08:00+'],
  ])('says which part of “%s” it cannot read', (text, unread) => {
    expect(readOpeningHours(text)).toEqual({ unread });
  });

  it('keeps the hours of a weekday on a public holiday unless it says otherwise', () => {
    expect(spansOn(hours('Mo 08:00-09:00'), { weekday: 0, isHoliday: true })).toEqual([[480, 540]]);
    expect(spansOn(hours('Mo 08:00-09:00; PH 10:00-11:00'), { weekday: 0, isHoliday: true })).toEqual([[600, 660]]);
  });

  it('reads whatever it would write, and never throws', () => {
    const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const span = fc
      .tuple(fc.nat(1439), fc.integer({ min: 1, max: 1440 }))
      .map(([from, length]) => [from, from + length]);
    fc.assert(
      fc.property(fc.array(fc.array(span, { maxLength: 3 }), { minLength: 7, maxLength: 7 }), (week) => {
        const text = week
          .map(
            (spans, at) =>
              `${names[at]} ${spans.map(([a = 0, b = 0]) => `${clock(a)}-${clock(b)}`).join(',') || 'off'}`,
          )
          .join('; ');
        const sorted = week.map((spans) => [...spans].sort(([a = 0], [b = 0]) => a - b));
        expect(hours(text).week).toEqual(sorted);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readOpeningHours(text)));
  });
});
