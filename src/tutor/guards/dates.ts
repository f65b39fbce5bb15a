import { fold } from '../../text/index.ts';
import { numbersIn } from './numbers.ts';

/** A day as a text names it; the year is often left out. */
export interface NamedDay {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month = `(${months.join('|')})[a-z]*\\.?`;
/** Without these "3/4" may be three quarters. */
const dayCue =
  /(?<!\p{L})(?:ngay|khai giang|bat dau|tu|den|toi|mo|hom|han|lich|starts?|on|from|until|by|begins?)(?!\p{L})/u;

/** The days that a text names: "15/12", "15-12-2026", "2026-12-15", "ngày 15 tháng 12", "December 15", "mười lăm tháng mười hai". */
export function daysIn(text: string): readonly NamedDay[] {
  const line = fold(withDigits(text));
  const found: NamedDay[] = [];
  const take = (day: unknown, monthNumber: unknown, year?: unknown): void => {
    const named = {
      day: Number(day),
      month: Number(monthNumber),
      year: year === undefined ? undefined : fullYear(Number(year)),
    };
    if (named.day >= 1 && named.day <= 31 && named.month >= 1 && named.month <= 12) found.push(named);
  };
  for (const [, year, mm, dd] of line.matchAll(/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g)) take(dd, mm, year);
  for (const [, dd, mm, year] of line.matchAll(/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g))
    take(dd, mm, year);
  if (dayCue.test(line))
    for (const [, dd, mm] of line.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})(?![\d/-])/g)) take(dd, mm);
  for (const [, dd, mm, year] of line.matchAll(/(?<!\d)(\d{1,2}),? thang (\d{1,2})(?:,? nam (\d{4}))?/g))
    take(dd, mm, year);
  const english = new RegExp(`(?<![a-z])${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)`, 'g');
  for (const [, name, dd, year] of line.matchAll(english)) take(dd, months.indexOf(name ?? '') + 1, year);
  const dayFirst = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}(?:,? (\\d{4}))?(?![a-z\\d])`, 'g');
  for (const [, dd, name, year] of line.matchAll(dayFirst)) take(dd, months.indexOf(name ?? '') + 1, year);
  return found;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** "ngày mười lăm tháng mười hai" with digits. */
function withDigits(text: string): string {
  return text.replace(/(?<=(?:ngày|mùng|mồng|tháng) )(?:\p{L}+ ?){1,3}/giu, (words) => {
    const [first] = numbersIn(words);
    if (first === undefined || first.start !== 0) return words;
    return `${first.value} ${words.trim().split(' ').slice(first.end).join(' ')} `;
  });
}
