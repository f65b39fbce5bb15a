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

/** "24/11/2026" of "2026-11-24": the order both languages use here. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

const listFormats: Record<Locale, Intl.ListFormat> = {
  vi: new Intl.ListFormat('vi', { style: 'long', type: 'unit' }),
  en: new Intl.ListFormat('en', { style: 'long', type: 'unit' }),
};

/** "a, b và c" joined the language's way. */
export function listing(locale: Locale, items: readonly string[]): string {
  return listFormats[locale].format(items);
}
