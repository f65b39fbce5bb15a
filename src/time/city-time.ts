import { atWallClock, wallClock } from './wall-clock.ts';

/** A moment as the city's clocks show it. */
export interface CityTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** After midnight. */
  readonly minutes: number;
}

/** What the clocks of a time zone show at a moment. */
export function cityTime(moment: Date, timezone: string): CityTime {
  const { year, month, day, hour, minute } = wallClock(moment, timezone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return { day: `${year}-${two(month)}-${two(day)}`, minutes: hour * 60 + minute };
}

/** The moment at which the clocks of a time zone show that. */
export function atCityTime({ day, minutes }: CityTime, timezone: string): Date {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return atWallClock({ year, month, day: dayOfMonth, hour: Math.floor(minutes / 60), minute: minutes % 60 }, timezone);
}

/** The day so many days after another; negative for before. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days since 1970 of a `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** The `YYYY-MM-DD` of a number of days since 1970. */
export function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
