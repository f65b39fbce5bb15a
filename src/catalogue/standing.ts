import { type SQL, sql } from 'drizzle-orm';
import { dayNumber } from '../time/index.ts';

/** When an offer is asked about, sinks and leaves the answers: every figure of freshness but the ones by which it ranks. */
export const standingRules = {
  /** Nobody has confirmed a course for so many days: its organisation is asked. A month before the rank notices. */
  askDays: 150,
  /** From here on it is said that nobody confirmed it lately, and it ranks lower. */
  staleDays: 180,
  /** After so many days it is out of every answer. */
  hiddenDays: 550,
  /** A course that started so many days ago and does not say when it ends is over. */
  startedDays: 60,
  /** Reports of different people within the window: so many sink a course, so many hide it until somebody confirms it. */
  reports: { windowDays: 30, sinkAt: 2, hideAt: 3 },
} as const;

/**
 * Where an offer stands on a day. Only what is `offered` is in answers; everything keeps its page. Where several hold the first counts:
 * `closed` was said by the organisation or by staff, `ended` follows from its dates, `reported` was hidden by reports, `unconfirmed` by time.
 */
export const standings = ['closed', 'ended', 'reported', 'unconfirmed', 'offered'] as const;
export type Standing = (typeof standings)[number];

/** What of a course its standing follows from; days are `YYYY-MM-DD`. */
export interface Dated {
  readonly startsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly confirmedOn: string;
  readonly isClosed?: boolean;
  /** Reports hid it, and nobody has confirmed it since. */
  readonly isHidden?: boolean;
}

/** The last day on which a course runs by its own dates, as days since 1970; undefined when it names none. It is over on the day after. */
function lastDay({ startsOn, endsOn }: Pick<Dated, 'startsOn' | 'endsOn'>): number | undefined {
  if (endsOn !== undefined) return dayNumber(endsOn);
  return startsOn === undefined ? undefined : dayNumber(startsOn) + standingRules.startedDays;
}

/** The last day, as days since 1970, on which a course is in answers if nobody does anything; undefined when it is in none already. */
export function offeredUntil(course: Dated): number | undefined {
  if (course.isClosed === true || course.isHidden === true) return undefined;
  return Math.min(
    lastDay(course) ?? Number.POSITIVE_INFINITY,
    dayNumber(course.confirmedOn) + standingRules.hiddenDays,
  );
}

/** @param today the city's day, `YYYY-MM-DD` */
export function standingOf(course: Dated, today: string): Standing {
  if (course.isClosed === true) return 'closed';
  if ((lastDay(course) ?? Number.POSITIVE_INFINITY) < dayNumber(today)) return 'ended';
  if (course.isHidden === true) return 'reported';
  return dayNumber(course.confirmedOn) + standingRules.hiddenDays < dayNumber(today) ? 'unconfirmed' : 'offered';
}

/** The same over a row of `course` in a statement. @param today as in `standingOf` */
export function standingSql(today: string): SQL {
  return sql`(case when course.closed_at is not null then 'closed'
    when coalesce(course.ends_on, course.starts_on + ${standingRules.startedDays}::int) < ${today}::date then 'ended'
    when course.hidden_at is not null then 'reported'
    when course.confirmed_on + ${standingRules.hiddenDays}::int < ${today}::date then 'unconfirmed'
    else 'offered' end)`;
}
