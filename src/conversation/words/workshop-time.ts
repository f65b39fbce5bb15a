import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { cityTime, daysAfter } from '../../time/index.ts';
import { day, localDate, localTime } from './format.ts';

/** "8:30": people write no zero before the hour. */
function hourInWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The weekday of a day `YYYY-MM-DD`, 0 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "thứ Bảy", "Saturday". */
export function weekdayInWords(t: Translator, weekday: number): string {
  return t('workshop-weekday', { weekday });
}

/** "thứ Bảy 5/12", with the year where it is another one than that of `today`. */
export function dateInWords(t: Translator, day: string, today: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const date = `${dayOfMonth}/${month}`;
  const isOtherYear = year !== Number(today.slice(0, 4));
  return `${weekdayInWords(t, weekdayOf(day))} ${isOtherYear ? `${date}/${year}` : date}`;
}

/** "hôm nay", "ngày mai", else the date. */
function nearDateInWords(t: Translator, day: string, today: string): string {
  if (day === today) return t('workshop-today');
  return day === daysAfter(today, 1) ? t('workshop-tomorrow') : dateInWords(t, day, today);
}

/** When something is, in the city's time: "thứ Bảy 5/12, 8:30–11:00", "ngày mai (thứ Bảy 5/12), 8:30–11:00". */
export function spanInWords(
  t: Translator,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
  timezone: string,
): string {
  const [start, end, { day: today }] = [startsAt, endsAt, now].map((moment) => cityTime(moment, timezone)) as [
    ReturnType<typeof cityTime>,
    ReturnType<typeof cityTime>,
    ReturnType<typeof cityTime>,
  ];
  const near = nearDateInWords(t, start.day, today);
  const full = dateInWords(t, start.day, today);
  const date = near === full ? full : `${near} (${full})`;
  const until = start.day === end.day ? '' : ` ${dateInWords(t, end.day, today)}`;
  return `${date}, ${hourInWords(start.minutes)}–${hourInWords(end.minutes)}${until}`;
}

/** "5/12 8:30": one of many. */
export function shortMoment(moment: Date, timezone: string): string {
  const { day: at, minutes } = cityTime(moment, timezone);
  const [, month, dayOfMonth] = at.split('-').map(Number);
  return `${dayOfMonth}/${month} ${hourInWords(minutes)}`;
}

/** A moment to keep in mind: "14:30 hôm nay", "7:00 ngày mai", "14:30 thứ Bảy 5/12". */
export function momentInWords(t: Translator, moment: Date, now: Date, timezone: string): string {
  const [at, today] = [cityTime(moment, timezone), cityTime(now, timezone).day];
  return `${hourInWords(at.minutes)} ${nearDateInWords(t, at.day, today)}`;
}

/** The same where no "today" is known, as on a page or a poster: "Thứ Bảy 05/12/2026, 08:30–11:00". */
export function spanOnPaper(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  { locale, timezone }: { readonly locale: Locale; readonly timezone: string },
): string {
  const weekday = new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { weekday: 'long', timeZone: timezone });
  const [first, last] = [day(localDate(startsAt, timezone)), day(localDate(endsAt, timezone))];
  const until = first === last ? localTime(endsAt, timezone) : `${localTime(endsAt, timezone)} ${last}`;
  return `${weekday.format(startsAt)} ${first}, ${localTime(startsAt, timezone)}–${until}`;
}
