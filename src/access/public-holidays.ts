import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dayNumber } from '../time/index.ts';
import { lunarDay } from './lunar-calendar.ts';

/** Years of which the days off were announced, in content/places/public-holidays.csv: what stands there counts alone. */
const announced = readAnnounced();

function readAnnounced(): ReadonlyMap<number, ReadonlySet<number>> {
  const path = new URL('../../content/places/public-holidays.csv', import.meta.url);
  const rows: { day: string }[] = parse(readFileSync(path), { columns: true, bom: true });
  const years = new Map<number, Set<number>>();
  for (const { day } of rows) {
    const year = Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? new Set()).add(dayNumber(day)));
  }
  return years;
}

const weekdayOf = (day: number): number => (day + 3) % 7;
const date = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** Days before the first of the lunar year, and from it on, on which there is no work at Tết: five in all. */
const tet = { before: 1, from: 4 } as const;

/** The second day off for 2 September is the one before or the one after, whichever makes the weekend longer. */
function besideNationalDay(year: number): number {
  const national = date(year, 9, 2);
  // Tuesday, Wednesday, Friday and Saturday: the day before.
  return [1, 2, 4, 5].includes(weekdayOf(national)) ? national - 1 : national + 1;
}

/**
 * The days off by the Labour Code 2019, article 112, as they fall in a year, with a working day in place of each that falls on a weekend
 * (article 111). Where exactly Tết begins is announced each autumn: until it is, one day before and four from the first on.
 */
function byLaw(year: number): ReadonlySet<number> {
  const firstOfYear = lunarDay(year, 1, 1);
  const days = [
    date(year, 1, 1),
    ...Array.from({ length: tet.before + tet.from }, (_, at) => firstOfYear - tet.before + at),
    lunarDay(year, 3, 10),
    date(year, 4, 30),
    date(year, 5, 1),
    date(year, 9, 2),
    besideNationalDay(year),
  ];
  const off = new Set(days);
  for (const day of days) {
    if (weekdayOf(day) < 5) continue;
    let instead = day + 1;
    while (weekdayOf(instead) >= 5 || off.has(instead)) instead++;
    off.add(instead);
  }
  return off;
}

const byYear = new Map<number, ReadonlySet<number>>();

/** Whether a day is a public holiday in Vietnam. @param day days since 1970 */
export function isPublicHoliday(day: number): boolean {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  let days = byYear.get(year);
  if (days === undefined) {
    days = announced.get(year) ?? byLaw(year);
    byYear.set(year, days);
  }
  return days.has(day);
}
