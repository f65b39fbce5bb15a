import { fold } from '../text/index.ts';
import { cityTime, daysAfter } from '../time/index.ts';

/** Which days somebody means, the last one included; `weekdays` narrows them (0 is Sunday). */
export interface Days {
  readonly from: string;
  readonly until?: string;
  readonly weekdays?: readonly number[];
  /** The key of the text that says them back, `day` for a single date. */
  readonly name: DaysName;
}

export const dayNames = [
  'today',
  'tomorrow',
  'this_week',
  'next_week',
  'weekend',
  'this_weekend',
  'this_month',
  'next_month',
] as const;
export type DaysName = (typeof dayNames)[number] | 'weekday' | 'day';

/** The days of a name, seen from a moment. A week begins on Monday. */
export function namedDays(name: (typeof dayNames)[number], now: Date, timezone: string): Days {
  const today = cityTime(now, timezone).day;
  // Sunday is the seventh.
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const sunday = daysAfter(today, 7 - weekday);
  const month = (offset: number): string => {
    const [year = 0, number = 1] = today.split('-').map(Number);
    return new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 10);
  };
  switch (name) {
    case 'today':
      return { name, from: today, until: today };
    case 'tomorrow':
      return { name, from: daysAfter(today, 1), until: daysAfter(today, 1) };
    case 'this_week':
      return { name, from: today, until: sunday };
    case 'next_week':
      return { name, from: daysAfter(sunday, 1), until: daysAfter(sunday, 7) };
    case 'this_weekend':
      return { name, from: weekday === 7 ? today : daysAfter(sunday, -1), until: sunday };
    case 'weekend':
      return { name, from: today, weekdays: [6, 0] };
    case 'this_month':
      return { name, from: today, until: daysAfter(month(1), -1) };
    case 'next_month':
      return { name, from: month(1), until: daysAfter(month(2), -1) };
  }
}

const named: readonly (readonly [(typeof dayNames)[number], RegExp])[] = [
  ['today', /(?:hom nay|bua nay|ngay hom nay|toi nay|chieu nay|sang nay|today|tonight)/],
  ['tomorrow', /(?:ngay mai|bua mai|sang mai|chieu mai|toi mai|tomorrow)/],
  ['this_weekend', /(?:cuoi tuan nay|this weekend)/],
  ['weekend', /(?:(?:vao )?(?:dip )?cuoi tuan|thu 7 chu nhat|thu bay chu nhat|t7 cn|(?:on |at )?(?:the )?weekends?)/],
  ['next_week', /(?:tuan (?:sau|toi)|next week)/],
  ['this_week', /(?:(?:trong )?tuan nay|this week)/],
  ['next_month', /(?:thang (?:sau|toi)|next month)/],
  ['this_month', /(?:(?:trong )?thang nay|this month)/],
];

const weekdayWords: Readonly<Record<string, number>> = {
  'chu nhat': 0,
  cn: 0,
  'thu hai': 1,
  'thu 2': 1,
  t2: 1,
  'thu ba': 2,
  'thu 3': 2,
  t3: 2,
  'thu tu': 3,
  'thu 4': 3,
  t4: 3,
  'thu nam': 4,
  'thu 5': 4,
  t5: 4,
  'thu sau': 5,
  'thu 6': 5,
  t6: 5,
  'thu bay': 6,
  'thu 7': 6,
  t7: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};

const weekday = new RegExp(`(?<weekday>${Object.keys(weekdayWords).join('|')})(?: (?:nay|toi))?`);
const date = /(?:ngay |on )?(?<day>\d{1,2})[/-](?<month>\d{1,2})(?:[/-](?<year>\d{4}))?/;

/** Takes the days out of a text: the days, and the text as it was typed without them. Undefined days where none are named. */
export function takeDays(text: string, now: Date, timezone: string): { days: Days | undefined; rest: string } {
  const today = cityTime(now, timezone).day;
  // Accents fold letter by letter, so positions stay.
  const composed = text.normalize('NFC');
  const words = fold(composed);
  if (words.length !== composed.length) return { days: undefined, rest: text };
  for (const [name, pattern] of named) {
    const rest = without(composed, words, pattern);
    if (rest !== undefined) return { days: namedDays(name, now, timezone), rest: rest.text };
  }
  const dated = without(composed, words, date);
  const day = dated && dayOf(dated.groups, today);
  if (dated !== undefined && day !== undefined)
    return { days: { name: 'day', from: day, until: day }, rest: dated.text };
  const onWeekday = without(composed, words, weekday);
  if (onWeekday === undefined) return { days: undefined, rest: text };
  const number = weekdayWords[onWeekday.groups.weekday ?? ''] ?? 0;
  return { days: { name: 'weekday', from: today, weekdays: [number] }, rest: onWeekday.text };
}

function without(text: string, words: string, pattern: RegExp) {
  const match = new RegExp(`(?<![\\p{L}\\p{N}/])${pattern.source}(?![\\p{L}\\p{N}/])`, 'u').exec(words);
  if (match === null) return undefined;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { text: rest.replace(/\s+/g, ' ').trim(), groups: match.groups ?? {} };
}

/** A day and month, of this year or, when that is past, of the next. */
function dayOf({ day, month, year }: Readonly<Record<string, string | undefined>>, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const inYear = (each: number): string | undefined => {
    const moment = new Date(Date.UTC(each, Number(month) - 1, Number(day)));
    const isReal = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
    return isReal ? moment.toISOString().slice(0, 10) : undefined;
  };
  if (year !== undefined) return inYear(Number(year));
  const found = inYear(thisYear);
  return found !== undefined && found < today ? inYear(thisYear + 1) : found;
}

/** Whether a moment lies within the days. */
export function isWithin({ from, until, weekdays }: Days, moment: Date, timezone: string): boolean {
  const { day } = cityTime(moment, timezone);
  const isInRange = day >= from && (until === undefined || day <= until);
  return isInRange && (weekdays === undefined || weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
}
