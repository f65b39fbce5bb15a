import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';

const numberFormats: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-US'),
};

/** "1.500.000đ" or "1,500,000 VND". */
export function money(t: Translator, locale: Locale, vnd: number): string {
  return t('word-money', { amount: numberFormats[locale].format(vnd) });
}

/** The date of a moment in a time zone, "2026-11-24". */
export function localDate(moment: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(moment);
}

/** The time of a moment in a time zone, "20:30". */
export function localTime(moment: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** "24/11/2026" of "2026-11-24": the order both languages use here. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** "20:30" of 1230 minutes after midnight. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const listFormats: Record<Locale, Intl.ListFormat> = {
  vi: new Intl.ListFormat('vi', { style: 'long', type: 'unit' }),
  en: new Intl.ListFormat('en', { style: 'long', type: 'unit' }),
};

const tenths: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }),
};

/** "350 m", "1,2 km": a way from where somebody is. */
export function way(locale: Locale, km: number): string {
  return km < 0.95 ? `${Math.max(50, Math.round(km * 20) * 50)} m` : `${tenths[locale].format(km)} km`;
}

/** "a, b và c" joined the language's way. */
export function listing(locale: Locale, items: readonly string[]): string {
  return listFormats[locale].format(items);
}

/** "Telegram và trang web": channels as people call them. */
export function channelsInWords(t: Translator, locale: Locale, channels: readonly string[]): string {
  return listing(
    locale,
    channels.map((channel) => t('word-channel', { channel })),
  );
}
