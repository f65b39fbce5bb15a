/** How Excel shows a number: as itself, as a moment, as a share, or with leading zeros. */
export type NumberFormat =
  | { readonly kind: 'number' | 'date' | 'moment' | 'time' | 'hours' | 'percent' }
  | { readonly kind: 'digits'; readonly length: number };

const plainNumber: NumberFormat = { kind: 'number' };

/** Formats that have a number and no text in the file (ECMA-376 part 1, 18.8.30, with those of East Asia). */
function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 22) return { kind: 'moment' };
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return { kind: 'time' };
  if (id === 46) return { kind: 'hours' };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { kind: 'date' };
  return plainNumber;
}

/** What a format of a workbook means. @param code its text, if the workbook has one for this id */
export function numberFormatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtInFormat(id);
  const section = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return { kind: 'hours' };
  const letters = section.replace(/\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, 'h');
  if (letters.includes('%')) return { kind: 'percent' };
  if (/^0{2,30}$/.test(letters)) return { kind: 'digits', length: letters.length };
  const digits = letters.replace(/\.0+/g, '');
  if (/general/i.test(letters) || /[#?0]/.test(digits) || !/[ymdhs]/i.test(letters)) return plainNumber;
  const hasTime = /[hs]/i.test(letters);
  const hasDay = /[yd]/i.test(letters) || !hasTime;
  return { kind: hasDay ? (hasTime ? 'moment' : 'date') : 'time' };
}

/** A day number as `2026-12-31T18:30:00.000Z` in the sheet's own (unnamed) time zone; undefined outside Excel's calendar. */
function isoOf(serial: number, is1904: boolean): string | undefined {
  // In the calendar of 1900 Excel has a 29 February 1900 (day 60) that never was.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  if (days < 1 || days >= 2_958_466) return undefined;
  // Excel's fractions are binary: 18:30 is 18:29:59.9999.
  const seconds = Math.round((days - 25_569) * 86_400);
  return new Date(seconds * 1000).toISOString();
}

/** Excel keeps 15 digits: 0.1 + 0.2 is shown as 0.3. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/**
 * A number as it is shown to people, in the spelling that files of text have: `2026-12-31`, `2026-12-31T18:30`, `18:30`,
 * `12%`, `0912345678`; a span of time as hours.
 */
export function shownNumber(value: number, format: NumberFormat, is1904: boolean): string {
  if (format.kind === 'percent') return `${plain(value * 100)}%`;
  if (format.kind === 'hours') return plain(Math.round(value * 24 * 3600) / 3600);
  if (format.kind === 'digits')
    return Number.isInteger(value) ? plain(value).padStart(format.length, '0') : plain(value);
  if (format.kind === 'number') return plain(value);
  const iso = format.kind === 'time' ? isoOf((value % 1) + 25_569, false) : isoOf(value, is1904);
  if (iso === undefined) return plain(value);
  const time = iso.slice(17, 19) === '00' ? iso.slice(11, 16) : iso.slice(11, 19);
  if (format.kind === 'time')
    return value >= 1 && value < 2_958_466 ? `${isoOf(value, is1904)?.slice(0, 10)}T${time}` : time;
  return format.kind === 'date' ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}
