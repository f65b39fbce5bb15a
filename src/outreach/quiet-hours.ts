import { cityTime } from '../time/index.ts';

/** When nothing leaves by itself, in minutes after midnight; `until` before `from` means the next morning. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

const minutesOfDay = 24 * 60;

/** Before the quiet begins there must be time to send what is due then: the nearest hour before it leaves so many minutes. */
const roomBeforeQuiet = 15;

/** Whether a time of day is quiet: from the first minute on, up to the last but not the end itself. */
export function isQuiet(quiet: QuietHours | undefined, minutes: number): boolean {
  if (quiet === undefined) return false;
  const { from, until } = quiet;
  return from < until ? minutes >= from && minutes < until : minutes >= from || minutes < until;
}

/** Minutes from a time of day that is not quiet until the quiet begins, or until midnight if that comes first: a day's message is of that day. */
export function minutesLeft(quiet: QuietHours | undefined, minutes: number): number {
  const untilMidnight = minutesOfDay - minutes;
  if (quiet === undefined || quiet.from <= minutes) return untilMidnight;
  return Math.min(untilMidnight, quiet.from - minutes);
}

/** The time itself if it is not quiet, else the nearest one that is not: shortly before the quiet, or its end. */
export function nearestAllowed(quiet: QuietHours | undefined, minutes: number): number {
  if (quiet === undefined || !isQuiet(quiet, minutes)) return minutes;
  const { from, until } = quiet;
  const sinceBegin = (minutes - from + minutesOfDay) % minutesOfDay;
  const untilEnd = (until - minutes + minutesOfDay) % minutesOfDay;
  const before = (from - roomBeforeQuiet + minutesOfDay) % minutesOfDay;
  return sinceBegin <= untilEnd && !isQuiet(quiet, before) ? before : until;
}

/** When people may be written to: a moment itself, or the end of the quiet hours it falls into, by the city's clocks. */
export function allowedFromOf(quiet: QuietHours | undefined, timezone: string): (moment: Date) => Date {
  return (moment) => {
    const { minutes } = cityTime(moment, timezone);
    if (quiet === undefined || !isQuiet(quiet, minutes)) return moment;
    const left = (quiet.until - minutes + minutesOfDay) % minutesOfDay;
    const end = new Date(moment.getTime() + left * 60_000);
    // On the minute: the seconds of the moment have nothing to say about when the quiet ends.
    end.setUTCSeconds(0, 0);
    return end;
  };
}
