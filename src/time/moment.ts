import { atWallClock, wallClock } from './wall-clock.ts';

const written = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[,\s]+(\d{1,2})(?::|h|g)(\d{2})?$/i;
const timeFirst = /^(\d{1,2})(?::|h|g)(\d{2})?[,\s]+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i;

/**
 * The moment of a text: `2026-12-05T08:30`, `2026-12-05 08:30:00+07:00`, `05/12/2026 08:30`, `8h30 05/12/2026`. Without a distance from UTC
 * it is the city's time. Undefined for anything else, also for a day or hour that no calendar has.
 */
export function readMoment(text: string, timezone: string): Date | undefined {
  const given = text.trim();
  const iso = written.exec(given);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second = '00', offset] = iso;
    if (offset === undefined) return shownAt([year, month, day, hour, minute], timezone);
    const zone = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
    const full = zone === 'Z' || offset.length > 3 ? zone : `${offset}:00`;
    if (shownAt([year, month, day, hour, minute], 'UTC') === undefined) return undefined;
    const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${full}`);
    return Number.isNaN(moment.getTime()) ? undefined : moment;
  }
  const first = dayFirst.exec(given);
  if (first !== null) return shownAt([first[3], first[2], first[1], first[4], first[5] ?? '00'], timezone);
  const last = timeFirst.exec(given);
  return last === null ? undefined : shownAt([last[5], last[4], last[3], last[1], last[2] ?? '00'], timezone);
}

function shownAt(parts: readonly (string | undefined)[], timezone: string): Date | undefined {
  const [year = Number.NaN, month = 0, day = 0, hour = 0, minute = 0] = parts.map(Number);
  if (!(year >= 2000 && year <= 2100)) return undefined;
  const moment = atWallClock({ year, month, day, hour, minute }, timezone);
  if (Number.isNaN(moment.getTime())) return undefined;
  // 31/02 would run over into March.
  const shown = wallClock(moment, timezone);
  return shown.month === month && shown.day === day && hour < 24 && minute < 60 ? moment : undefined;
}
