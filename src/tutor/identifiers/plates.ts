import type { Legible } from '../legible.ts';
import { type Finding, matches } from './finding.ts';

/** "59A-123.45", "59-X1 123.45", "51LD 12345", "59t1 1234": province, series, number. */
const plate =
  /(?<![a-z0-9#.,/])(?<province>[1-9]\d)(?<first>[ .-]{0,3})(?<series>[a-z]{1,2}\d?|[a-z]\d)(?<second>[ .-]{0,3})(?<number>\d{3}[ .-]?\d{2}|\d{4})(?![a-z0-9]|[.,]\d)/g;
/** Of embassies: "41-291-NG-01". */
const diplomatic = /(?<![a-z0-9])[1-9]\d[ .-]\d{3}[ .-](?:ng|nn|qt|cv)[ .-]\d{2}(?![a-z0-9])/g;
/** Of the army: "TM 12-34", "KA-1234"; only where a vehicle is spoken of. */
const military = /(?:bien so|bien|bks|bsx|bs|xe)[^\n\d]{0,15}?(?<it>[a-z]{2}[ -]?\d{2}[ .-]?\d{2})(?![a-z0-9])/dg;
const cue = /(?:bien so|bien xe|bien kiem soat|bang so|bks|bsx|\bbs|\bxe|o to|oto|plate)[^\n]{0,24}$/;

export function plates(view: Legible): Finding[] {
  const found = [...matches(diplomatic, view.folded), ...matches(military, view.folded)];
  for (const span of matches(plate, view.folded)) {
    if (isPlate(view, span.start, span.match.groups ?? {})) found.push(span);
  }
  return found.map(({ start, end }) => ({ start, end, kind: 'plate' }));
}

function isPlate(view: Legible, start: number, groups: Readonly<Record<string, string | undefined>>): boolean {
  const { province = '', first = '', series = '', second = '', number = '' } = groups;
  if (cue.test(view.folded.slice(Math.max(0, start - 36), start))) return true;
  const isSpaced = first.includes(' ') && (second.includes(' ') || second === '');
  const isCapital = /^\p{Lu}/u.test(view.text.slice(view.places[start + province.length + first.length] ?? 0));
  // "12A1 2024" is a class and its year, "20 tr 12345" an amount.
  if (number.length === 4) return Number(province) > 12 && !/^(?:19|20)\d\d$/.test(number) && isCapital && !isSpaced;
  if (/^(?:k|tr|gb|mb|kb|km|cm|kg|h|g|m|d|ty|le|va|co)$/.test(series) && !isCapital) return false;
  return isCapital || !isSpaced || /\d$/.test(series);
}
