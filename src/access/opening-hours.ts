/**
 * The common part of the syntax in which OpenStreetMap writes opening hours (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification):
 *
 *   hours  = rule { ";" rule }                    a later rule replaces an earlier one on the days it names
 *   rule   = "24/7" | [days] (times | "off" | "closed")
 *   days   = day [ "-" day ] { "," day [ "-" day ] }      day = Mo Tu We Th Fr Sa Su PH
 *   times  = time "-" time { "," time "-" time }          time = H:MM or HH:MM, to 48:00
 *
 * and a quoted remark after a rule. Months, weeks, dates, school holidays and sunrise are not read: a place that has them writes
 * its usual week.
 */

/** From and until, in minutes since midnight; an end over 1,440 lies on the next day. */
export type Span = readonly [from: number, until: number];

export interface OpeningHours {
  /** By day, Monday first; an empty list is closed. */
  readonly week: readonly (readonly Span[])[];
  /** On public holidays; undefined: as on the day they fall on. */
  readonly holidays?: readonly Span[];
  /** What stood in quotes: “gọi trước”. */
  readonly remark?: string;
}

const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const minutesOfDay = 24 * 60;
const wholeDay: Span = [0, minutesOfDay];

/** What is said of hours that cannot be read. */
export const hoursRemedy =
  'ghi giờ mở cửa như Mo-Fr 08:00-17:00; Sa 08:00-11:30; Su,PH off (Mo thứ Hai … Su Chủ nhật, PH ngày lễ; off nghỉ; 24/7 luôn mở)';

/** Hours as they are written, read; or which part cannot be. */
export function readOpeningHours(text: string): OpeningHours | { readonly unread: string } {
  const week: (readonly Span[])[] = days.map(() => []);
  let holidays: readonly Span[] | undefined;
  const remarks: string[] = [];
  const plain = text
    .replace(/"([^"]*)"/g, (_, remark: string) => {
      if (remark.trim() !== '') remarks.push(remark.trim());
      return '';
    })
    .replace(/[‐‑–—−]/g, '-')
    .toLowerCase();
  let rules = 0;
  for (const written of plain.split(';')) {
    const rule = written.trim().replace(/\s+/g, ' ');
    if (rule === '') continue;
    rules++;
    const read = readRule(rule);
    if (read === undefined) return { unread: rule };
    for (const day of read.days) week[day] = read.spans;
    if (read.onHolidays) holidays = read.spans;
  }
  if (rules === 0) return { unread: text.trim() };
  return {
    week,
    ...(holidays !== undefined && { holidays }),
    ...(remarks.length > 0 && { remark: remarks.join('; ') }),
  };
}

interface Rule {
  readonly days: readonly number[];
  readonly onHolidays: boolean;
  readonly spans: readonly Span[];
}

const dayList = /^((?:mo|tu|we|th|fr|sa|su|ph)(?: ?[-,] ?(?:mo|tu|we|th|fr|sa|su|ph))*):?(?: |$)/;

function readRule(rule: string): Rule | undefined {
  const everyDay = days.map((_, day) => day);
  if (rule === '24/7') return { days: everyDay, onHolidays: false, spans: [wholeDay] };
  const list = dayList.exec(rule)?.[1];
  const rest = list === undefined ? rule : rule.slice(dayList.exec(rule)?.[0].length).trim();
  const named = list === undefined ? { days: everyDay, onHolidays: false } : readDays(list);
  const spans = readSpans(rest);
  return named && spans && { ...named, spans };
}

function readDays(list: string): Pick<Rule, 'days' | 'onHolidays'> | undefined {
  const found = new Set<number>();
  let onHolidays = false;
  for (const part of list.replaceAll(' ', '').split(',')) {
    const [first = '', last = first, more] = part.split('-');
    if (more !== undefined) return undefined;
    if (first === 'ph' && last === 'ph') {
      onHolidays = true;
      continue;
    }
    const [from, until] = [days.indexOf(first), days.indexOf(last)];
    if (from < 0 || until < 0) return undefined;
    // "Sa-Mo" goes over the end of the week.
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === until) break;
    }
  }
  return { days: [...found], onHolidays };
}

function readSpans(text: string): readonly Span[] | undefined {
  if (text === 'off' || text === 'closed') return [];
  const spans: Span[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,2}):(\d{2}) ?- ?(\d{1,2}):(\d{2})$/.exec(part.trim());
    if (match === null) return undefined;
    const [hour = 0, minute = 0, lastHour = 0, lastMinute = 0] = match.slice(1).map(Number);
    const from = hour * 60 + minute;
    let until = lastHour * 60 + lastMinute;
    if (minute > 59 || lastMinute > 59 || from >= minutesOfDay || until > 2 * minutesOfDay) return undefined;
    if (until <= from) until += minutesOfDay;
    if (until - from > minutesOfDay) return undefined;
    spans.push([from, until]);
  }
  return spans.sort(([a], [b]) => a - b);
}

/** When it is open on a day. @param weekday 0 is Monday */
export function spansOn(
  hours: OpeningHours,
  { weekday, isHoliday }: { readonly weekday: number; readonly isHoliday?: boolean },
): readonly Span[] {
  return (isHoliday === true ? hours.holidays : undefined) ?? hours.week[weekday] ?? [];
}
