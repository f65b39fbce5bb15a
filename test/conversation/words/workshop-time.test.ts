import { describe, expect, it } from 'vitest';
import { momentInWords, spanInWords } from '../../../src/conversation/words/workshop-time.ts';
import { createTranslator } from '../../../src/locales/index.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const now = new Date('2026-11-24T03:00:00Z');
const [vi, en] = [createTranslator('vi'), createTranslator('en')];

const span = (from: string, to: string) => ({
  startsAt: new Date(`${from}:00+07:00`),
  endsAt: new Date(`${to}:00+07:00`),
});

describe('when a workshop is, in words', () => {
  it.each([
    ['2026-12-05T08:30', '2026-12-05T11:00', 'thứ Bảy 5/12, 8:30–11:00', 'Saturday 5/12, 8:30–11:00'],
    [
      '2026-11-24T18:00',
      '2026-11-24T20:00',
      'hôm nay (thứ Ba 24/11), 18:00–20:00',
      'today (Tuesday 24/11), 18:00–20:00',
    ],
    [
      '2026-11-25T08:00',
      '2026-11-25T09:05',
      'ngày mai (thứ Tư 25/11), 8:00–9:05',
      'tomorrow (Wednesday 25/11), 8:00–9:05',
    ],
    ['2027-01-03T08:30', '2027-01-03T11:00', 'Chủ nhật 3/1/2027, 8:30–11:00', 'Sunday 3/1/2027, 8:30–11:00'],
    [
      '2026-12-05T08:30',
      '2026-12-06T17:00',
      'thứ Bảy 5/12, 8:30–17:00 Chủ nhật 6/12',
      'Saturday 5/12, 8:30–17:00 Sunday 6/12',
    ],
  ])('%s', (from, to, vietnamese, english) => {
    expect(spanInWords(vi, span(from, to), now, timezone)).toBe(vietnamese);
    expect(spanInWords(en, span(from, to), now, timezone)).toBe(english);
  });

  it('says a moment with the day it is on', () => {
    const at = (time: string) => momentInWords(vi, new Date(`${time}:00+07:00`), now, timezone);
    expect(at('2026-11-24T14:30')).toBe('14:30 hôm nay');
    expect(at('2026-11-25T07:00')).toBe('7:00 ngày mai');
    expect(at('2026-11-28T14:30')).toBe('14:30 thứ Bảy 28/11');
  });
});
