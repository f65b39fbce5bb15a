import { describe, expect, it } from 'vitest';
import { expectedInWords } from '../../src/conversation/words/expected.ts';
import { answerDeadline, expectedAnswer, openingHours, readHours } from '../../src/inbox/hours.ts';
import { createTranslator } from '../../src/locales/index.ts';

const city = 'Asia/Ho_Chi_Minh';
/** A moment by the city's clocks. */
const at = (local: string): Date => new Date(`${local}:00+07:00`);

describe('when an answer can be expected', () => {
  it.each([
    ['2026-11-24T10:00', 'trong giờ làm việc hôm nay', 'within today’s working hours'],
    ['2026-11-24T06:30', 'sáng nay', 'this morning'],
    ['2026-11-24T16:00', 'trong giờ làm việc hôm nay', 'within today’s working hours'],
    ['2026-11-24T16:01', 'sáng mai', 'tomorrow morning'],
    ['2026-11-24T23:30', 'sáng mai', 'tomorrow morning'],
    ['2026-11-27T18:00', 'sáng thứ hai', 'on Monday morning'],
    ['2026-11-29T12:00', 'sáng mai', 'tomorrow morning'],
    ['2026-12-31T18:00', 'sáng thứ hai', 'on Monday morning'],
  ])('at %s it is %s', (now, vi, en) => {
    const expected = expectedAnswer(at(now), city, openingHours());
    expect(expectedInWords(createTranslator('vi'), expected)).toBe(vi);
    expect(expectedInWords(createTranslator('en'), expected)).toBe(en);
  });

  it('says a date when nobody is there for a week, and the afternoon where people come then', () => {
    const hours = readHours('days: { saturday: 13:30-16:00 }\nclosed: [2026-11-28]');
    const t = createTranslator('vi');
    expect(expectedInWords(t, expectedAnswer(at('2026-11-24T10:00'), city, hours))).toBe('chiều ngày 05/12/2026');
    expect(expectedInWords(t, expectedAnswer(at('2026-12-05T09:00'), city, hours))).toBe('chiều nay');
  });

  it('reads the clocks of the city, not of the machine', () => {
    const friday = new Date('2026-11-27T12:00:00Z');
    expect(expectedAnswer(friday, city, openingHours())).toEqual({ day: 'monday', part: 'morning' });
    expect(expectedAnswer(friday, 'Europe/London', openingHours())).toEqual({ day: 'now' });
  });
});

describe('a question ends without an answer', () => {
  it.each([
    ['2026-11-24T10:00', '2026-11-26T10:00'],
    // Never at night, and never before those who were named could answer.
    ['2026-11-24T03:00', '2026-11-26T17:00'],
    ['2026-11-24T20:00', '2026-11-27T17:00'],
    ['2026-11-27T18:00', '2026-11-30T17:00'],
    ['2026-11-26T10:00', '2026-11-30T17:00'],
  ])('from %s at %s', (asked, ends) => {
    expect(answerDeadline(at(asked), city, openingHours())).toEqual(at(ends));
  });

  it('is right where the clocks change', () => {
    // Clocks in Berlin went from 03:00 back to 02:00 on 25 October 2026.
    const ends = answerDeadline(new Date('2026-10-23T20:00:00Z'), 'Europe/Berlin', openingHours());
    expect(ends).toEqual(new Date('2026-10-26T16:00:00Z'));
  });
});

it.each([
  ['days: {}', 'nobody would ever answer'],
  ['days: { monday: 17:00-08:00 }', 'ends before it begins'],
  ['days: { monday: 8-17 }', 'monday'],
  ['days: { mon: 08:00-17:00 }', 'mon'],
  ['days: { monday: 08:00-17:00 }\nclosed: [1 January]', 'closed'],
])('names what is wrong in %s', (yaml, problem) => {
  expect(() => readHours(yaml)).toThrow(problem);
});
