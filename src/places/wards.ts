import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fold, hasAccents, tokens } from '../text/index.ts';
import { arcKm, kmBetween } from './distance.ts';

/** A ward, commune or special zone of the city since 1 July 2025. */
export interface Ward {
  /** Official code, five digits. */
  readonly code: string;
  /** "Hiệp Bình" */
  readonly name: string;
  /** "Phường Hiệp Bình" */
  readonly fullName: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** One pair of a former unit and a present one it went into. */
export interface FormerWard {
  readonly name: string;
  readonly district: string;
  readonly province: string;
  readonly code: string;
}

/** The rows of a file of content/places. */
export function placeRows(file: string): Record<string, string>[] {
  const path = new URL(`../../content/places/${file}`, import.meta.url);
  return parse(readFileSync(path), { columns: true, bom: true });
}

export const wards: readonly Ward[] = placeRows('wards.csv').map((row) => ({
  code: row.code ?? '',
  name: row.name ?? '',
  fullName: row.full_name ?? '',
  latitude: Number(row.latitude),
  longitude: Number(row.longitude),
}));

export const formerWards: readonly FormerWard[] = placeRows('former_wards.csv').map((row) => ({
  name: row.old_ward ?? '',
  district: row.old_district ?? '',
  province: row.old_province ?? '',
  code: row.new_code ?? '',
}));

const byCode = new Map(wards.map((ward) => [ward.code, ward]));

/** The ward of an official code. */
export function wardByCode(code: string): Ward | undefined {
  return byCode.get(code);
}

/** "hòa" and "hoà" are one name: the tokens' unified spelling, joined. */
function accentedKey(text: string): string {
  return tokens(text)
    .map((token) => token.accented)
    .join(' ');
}

function without(kindWords: RegExp, text: string): string {
  return text.replace(kindWords, '').trim();
}

const accentedKind = /^(phường|xã|đặc khu|thị trấn|p|x) /;
const foldedKind = /^(phuong|xa|dac khu|thi tran|p|x) /;

const byAccentedName = new Map<string, Ward[]>();
const byFoldedName = new Map<string, Ward[]>();
for (const ward of wards) {
  for (const [index, key] of [
    [byAccentedName, accentedKey(ward.name)],
    [byAccentedName, accentedKey(ward.fullName)],
    [byFoldedName, fold(accentedKey(ward.name))],
    [byFoldedName, fold(accentedKey(ward.fullName))],
  ] as const) {
    index.set(key, [...(index.get(key) ?? []), ward]);
  }
}

export type WardSearch =
  | { readonly kind: 'found'; readonly ward: Ward }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Ward[] }
  | { readonly kind: 'unknown' };

function settled(found: readonly Ward[] | undefined): WardSearch | undefined {
  const [first, second] = found ?? [];
  if (first === undefined) return undefined;
  return second === undefined ? { kind: 'found', ward: first } : { kind: 'ambiguous', candidates: found ?? [] };
}

/**
 * The present ward of an import cell: its code or name, with or without "phường", "xã", "đặc khu" and what follows a
 * comma ("Phường Bến Thành, TP.HCM"); accents may be missing, in which case a name that two wards share is ambiguous.
 */
export function findWard(cell: string): WardSearch {
  const code = byCode.get(cell.trim().padStart(5, '0'));
  if (code !== undefined) return { kind: 'found', ward: code };
  return searchName(cell) ?? searchName(cell.split(',')[0] ?? '') ?? { kind: 'unknown' };
}

function searchName(name: string): WardSearch | undefined {
  const key = accentedKey(name);
  const folded = fold(key);
  // A cell without any accent may be a name that lost them: then only a name that no other resembles is certain.
  const exact = hasAccents(name)
    ? (settled(byAccentedName.get(key)) ?? settled(byAccentedName.get(without(accentedKind, key))))
    : undefined;
  return exact ?? settled(byFoldedName.get(folded)) ?? settled(byFoldedName.get(without(foldedKind, folded)));
}

/** Great-circle distance between the centres of two wards, in kilometres; undefined for an unknown code. */
export function distanceKm(from: string, to: string): number | undefined {
  const a = byCode.get(from);
  const b = byCode.get(to);
  return a === undefined || b === undefined ? undefined : kmBetween(a, b);
}

/** Farther than this from every centre is outside the city: its largest communes are some 15 km across, Côn Đảo apart. */
const outsideKm = 15;

/** The ward whose centre is nearest to a position in degrees (WGS 84), or undefined outside the city. */
export function wardAt(latitude: number, longitude: number): Ward | undefined {
  const squash = Math.cos((latitude * Math.PI) / 180);
  const kmPerDegree = arcKm(Math.PI / 180);
  let nearest: Ward | undefined;
  let nearestKm = outsideKm;
  for (const ward of wards) {
    const km = kmPerDegree * Math.hypot(ward.latitude - latitude, (ward.longitude - longitude) * squash);
    if (km < nearestKm) [nearest, nearestKm] = [ward, km];
  }
  return nearest;
}

/** Codes of the wards nearest to one, itself first, by the distance between centres; empty for an unknown code. */
export function nearestWards(code: string, count: number): string[] {
  if (!byCode.has(code)) return [];
  return wards
    .map((ward) => ({ code: ward.code, km: distanceKm(code, ward.code) ?? 0 }))
    .sort((a, b) => a.km - b.km)
    .slice(0, count)
    .map((ward) => ward.code);
}
