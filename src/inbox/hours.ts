import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { atCityTime, cityTime, daysAfter } from '../time/index.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes after midnight in which people are there. */
interface OpenTime {
  readonly from: number;
  readonly to: number;
}

/** When people answer. At least one day of the week is open. */
export interface OpeningHours {
  readonly days: Readonly<Partial<Record<Weekday, OpenTime>>>;
  /** "01-01" of every year, or "2027-02-05". */
  readonly closed: ReadonlySet<string>;
}

const openTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text): OpenTime => {
    const [from = 0, to = 0] = text.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    return { from, to };
  })
  .refine(({ from, to }) => from < to, 'ends before it begins');

const file = z.strictObject({
  days: z
    .partialRecord(z.enum(weekdays), openTime)
    .refine((days) => Object.keys(days).length > 0, 'no day is open, so nobody would ever answer'),
  closed: z.array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/)).default([]),
});

/** Reads opening hours from YAML. Throws naming what is wrong. */
export function readHours(yaml: string): OpeningHours {
  const parsed = file.safeParse(parse(yaml));
  if (!parsed.success) throw new Error(`content/inbox/hours.yaml: ${z.prettifyError(parsed.error)}`);
  return { days: parsed.data.days, closed: new Set(parsed.data.closed) };
}

let hours: OpeningHours | undefined;

/** The opening hours of content/inbox/hours.yaml; the file is read once. */
export function openingHours(): OpeningHours {
  hours ??= readHours(readFileSync(new URL('../../content/inbox/hours.yaml', import.meta.url), 'utf8'));
  return hours;
}

/**
 * When an answer can be expected at the earliest: `now` while people are there for an hour or more, else the beginning of the next
 * open day, by the nearest name it has.
 */
export type Expected =
  | { readonly day: 'now' }
  | { readonly day: 'today' | 'tomorrow' | Weekday; readonly part: DayPart }
  | { readonly day: 'date'; readonly part: DayPart; readonly date: string };

export type DayPart = 'morning' | 'afternoon';

/** Who asks in the last minutes of the day is not promised an answer on that day. */
const leastMinutesLeft = 60;

export function expectedAnswer(now: Date, timezone: string, { days, closed }: OpeningHours): Expected {
  const local = cityTime(now, timezone);
  const today = openOn(local.day, { days, closed });
  if (today !== undefined && local.minutes < today.from) return { day: 'today', part: partOf(today) };
  if (today !== undefined && local.minutes <= today.to - leastMinutesLeft) return { day: 'now' };
  const next = nextOpenDay(local.day, { days, closed });
  const part = partOf(next.time);
  if (next.inDays === 1) return { day: 'tomorrow', part };
  return next.inDays < 7 ? { day: weekdayOf(next.date), part } : { day: 'date', part, date: next.date };
}

/** A question that nobody answered ends after so long. */
const patienceHours = 48;

/**
 * When a question that came now ends without an answer: after 48 hours, but never while nobody is there. Then people have until the
 * end of the next open day, so that what is asked on Friday evening does not end on Sunday.
 */
export function answerDeadline(now: Date, timezone: string, hours: OpeningHours): Date {
  const after = new Date(now.getTime() + patienceHours * 3_600_000);
  const local = cityTime(after, timezone);
  const today = openOn(local.day, hours);
  if (today !== undefined && local.minutes >= today.from && local.minutes <= today.to) return after;
  if (today !== undefined && local.minutes < today.from)
    return atCityTime({ day: local.day, minutes: today.to }, timezone);
  const next = nextOpenDay(local.day, hours);
  return atCityTime({ day: next.date, minutes: next.time.to }, timezone);
}

function partOf({ from }: OpenTime): DayPart {
  return from < 12 * 60 ? 'morning' : 'afternoon';
}

function openOn(date: string, { days, closed }: OpeningHours): OpenTime | undefined {
  return closed.has(date) || closed.has(date.slice(5)) ? undefined : days[weekdayOf(date)];
}

/** The first open day after a date. A year of closed days is a slip in the file, not a wait. */
function nextOpenDay(
  after: string,
  hours: OpeningHours,
): { readonly date: string; readonly inDays: number; readonly time: OpenTime } {
  for (let inDays = 1; inDays <= 366; inDays++) {
    const date = daysAfter(after, inDays);
    const time = openOn(date, hours);
    if (time !== undefined) return { date, inDays, time };
  }
  throw new Error('content/inbox/hours.yaml: every day of a year is closed.');
}

function weekdayOf(date: string): Weekday {
  // 1970-01-01 was a Thursday.
  const days = Math.floor(Date.parse(date) / 86_400_000) + 3;
  return weekdays[days % 7] ?? 'monday';
}
