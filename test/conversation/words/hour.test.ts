import { expect, it } from 'vitest';
import { readHour } from '../../../src/conversation/words/hour.ts';

const shown = (text: string): string | undefined => {
  const minutes = readHour(text);
  return minutes === undefined ? undefined : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

it.each([
  ['20:30', '20:30'],
  ['20h30', '20:30'],
  ['20g', '20:00'],
  ['7h', '7:00'],
  ['8 giờ tối', '20:00'],
  ['8h tối', '20:00'],
  ['8 giờ rưỡi tối', '20:30'],
  ['tám giờ tối', '20:00'],
  ['lúc 7 giờ 15 sáng', '7:15'],
  ['6 rưỡi sáng', '6:30'],
  ['12 giờ trưa', '12:00'],
  ['1 giờ trưa', '13:00'],
  ['11h trưa', '11:00'],
  ['2 giờ chiều', '14:00'],
  ['12 giờ đêm', '0:00'],
  ['10 giờ đêm', '22:00'],
  ['1h khuya', '1:00'],
  ['8 pm', '20:00'],
  ['8:30 PM', '20:30'],
  ['12 am', '0:00'],
  ['buổi tối', '20:00'],
  ['SÁNG', '7:30'],
  ['24:00', '0:00'],
])('reads %s as %s', (text, time) => {
  expect(shown(text)).toBe(time);
});

it.each(['25:00', '8:75', 'khi nào rảnh', '', 'mai', '100'])('does not guess at “%s”', (text) => {
  expect(shown(text)).toBeUndefined();
});
