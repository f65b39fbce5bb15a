import { type OpeningHours, type Span, spansOn } from './opening-hours.ts';
import { isPublicHoliday } from './public-holidays.ts';

/** A moment by the city's clocks. */
export interface OpeningMoment {
  /** Days since 1970. */
  readonly day: number;
  /** Since midnight. */
  readonly minutes: number;
}

/** Whether a place is open, and when that changes; undefined where it does not within a month. */
export interface OpeningState {
  readonly isOpen: boolean;
  readonly changesAt: OpeningMoment | undefined;
}

const minutesOfDay = 24 * 60;

/** Tết and the days around it close some places for two weeks; who opens on no day of a month says no more than that. */
const lookedAheadDays = 31;

/** When it is open on a day: as on its weekday, unless the day is a public holiday and hours are written for those. */
function spansOf(hours: OpeningHours, day: number): readonly Span[] {
  return spansOn(hours, { weekday: (day + 3) % 7, isHoliday: isPublicHoliday(day) });
}

/** The end of what is open at a moment, in minutes after its midnight; undefined when it is closed. What began the day before counts with that day. */
function openUntil(hours: OpeningHours, { day, minutes }: OpeningMoment): number | undefined {
  let until: number | undefined;
  for (const [from, end] of spansOf(hours, day))
    if (from <= minutes && minutes < end) until = Math.max(until ?? 0, end);
  for (const [, end] of spansOf(hours, day - 1)) {
    if (minutes < end - minutesOfDay) until = Math.max(until ?? 0, end - minutesOfDay);
  }
  return until;
}

/** Whether a place is open at a moment, public holidays and hours past midnight included. */
export function isOpenAt(hours: OpeningHours, at: OpeningMoment): boolean {
  return openUntil(hours, at) !== undefined;
}

/** The same with the moment at which it changes. */
export function openingState(hours: OpeningHours, at: OpeningMoment): OpeningState {
  const until = openUntil(hours, at);
  return until === undefined
    ? { isOpen: false, changesAt: opensAfter(hours, at) }
    : { isOpen: true, changesAt: closesAfter(hours, { day: at.day, minutes: until }) };
}

const onItsDay = ({ day, minutes }: OpeningMoment): OpeningMoment => ({
  day: day + Math.floor(minutes / minutesOfDay),
  minutes: minutes % minutesOfDay,
});

/** Spans that follow each other without a gap are one: 24/7 never closes. */
function closesAfter(hours: OpeningHours, end: OpeningMoment): OpeningMoment | undefined {
  let at = onItsDay(end);
  const last = at.day + lookedAheadDays;
  while (at.day <= last) {
    const until = openUntil(hours, at);
    if (until === undefined) return at;
    at = onItsDay({ day: at.day, minutes: until });
  }
  return undefined;
}

function opensAfter(hours: OpeningHours, { day, minutes }: OpeningMoment): OpeningMoment | undefined {
  for (let ahead = 0; ahead <= lookedAheadDays; ahead++) {
    const next = spansOf(hours, day + ahead).find(([from]) => ahead > 0 || from > minutes);
    if (next !== undefined) return { day: day + ahead, minutes: next[0] };
  }
  return undefined;
}
