import { distanceKm } from '../places/index.ts';
import { dayOfNumber } from '../time/index.ts';
import { audienceBit, type CourseFacts, scheduleBit } from './course-facts.ts';
import { type DaySpan, daysOf } from './facets/starts.ts';
import { assessLeaning } from './leaning.ts';
import { weights } from './weights.ts';
import type { Facets, Wish } from './wish.ts';

/** A stated condition that a course meets, with what makes it so. */
export type Fit =
  | { readonly kind: 'free' }
  | { readonly kind: 'within_budget'; readonly vnd: number }
  | { readonly kind: 'in_place' }
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'mode'; readonly value: 'online' | 'in_person' }
  | { readonly kind: 'level'; readonly value: 'beginner' | 'intermediate' | 'advanced' }
  | { readonly kind: 'language'; readonly value: string }
  | { readonly kind: 'audience'; readonly value: string }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'low_data' }
  | { readonly kind: 'wheelchair' }
  | { readonly kind: 'short'; readonly hours: number }
  | { readonly kind: 'long'; readonly hours: number }
  /** It begins when it is to begin, on this day. */
  | { readonly kind: 'starts'; readonly on: string };

/** A stated condition that a course misses or does not tell. */
export type Miss =
  | { readonly kind: 'price'; readonly vnd: number | undefined }
  | { readonly kind: 'place'; readonly km: number | undefined; readonly online: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'mode'; readonly wanted: 'online' | 'in_person' }
  | { readonly kind: 'level' }
  | { readonly kind: 'language'; readonly value: string }
  | { readonly kind: 'audience'; readonly value: string }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'low_data' }
  | { readonly kind: 'wheelchair' }
  | { readonly kind: 'hours'; readonly hours: number }
  /** It begins on another day, or none is told; `flexible`: whenever one likes. */
  | { readonly kind: 'starts'; readonly on: string | undefined; readonly flexible: boolean }
  /** They have no computer: the course wants one's own, is online about computers, or may have some at its place. */
  | { readonly kind: 'computer'; readonly at: 'own' | 'online' | 'place' };

/** How a course stands to the conditions of a wish. */
export interface Fitness {
  /** Product over conditions, 1 when all are met. */
  readonly factor: number;
  readonly fits: readonly Fit[];
  readonly misses: readonly Miss[];
  /** False when it misses a condition the person made hard. */
  readonly allowed: boolean;
}

/** What is left of a course's relevance for each kind of miss; tuned on the open two thirds of the labelled queries. */
const kept = {
  price: 0.5,
  /** A price that is not told may still be right. */
  priceUnknown: 0.65,
  cheapUnknown: 0.8,
  cheapLeast: 0.45,
  place: 0.45,
  nearPlace: 0.8,
  onlineForPlace: 0.62,
  time: 0.55,
  timeUnknown: 0.7,
  mode: 0.5,
  modeUnknown: 0.7,
  level: 0.6,
  levelAll: 0.85,
  levelAllBeginner: 0.96,
  levelUnknown: 0.85,
  language: 0.4,
  /** Nobody asked for a language that is neither Vietnamese nor English. */
  thirdLanguage: 0.4,
  audience: 0.6,
  audienceOther: 0.35,
  certificate: 0.6,
  lowData: 0.6,
  wheelchair: 0.5,
  hours: 0.65,
  starts: 0.55,
  startsUnknown: 0.7,
  startsAnyTime: 0.85,
} as const;

/** Wards whose centres are closer than this count as near. */
const nearKm = 6;

const bit = {
  children: audienceBit('children'),
  everyone: audienceBit('everyone'),
  seniors: audienceBit('seniors'),
} as const;
const levelNumber = { beginner: 1, intermediate: 2, advanced: 3 } as const;

/** A course that says it is cheap enough for somebody who said "rẻ". */
const cheapVnd = 500_000;

/** Collects what a course meets and misses. */
export class Assessment implements Fitness {
  factor = 1;
  allowed = true;
  readonly fits: Fit[] = [];
  readonly misses: Miss[] = [];
  fit(fit: Fit): void {
    this.fits.push(fit);
  }
  miss(miss: Miss, factor: number, hard: boolean): void {
    this.misses.push(miss);
    this.factor *= factor;
    if (hard) this.allowed = false;
  }
}

/** Distances from one place's wards, worked out once per search. */
export type DistanceTo = (ward: number) => number | undefined;

/** The distance of a ward from the nearest ward of a place, remembered per search. */
export function distanceFrom(wards: readonly string[]): DistanceTo {
  const known = new Map<number, number | undefined>();
  const numbers = new Set(wards.map(Number));
  return (ward) => {
    if (numbers.has(ward)) return 0;
    if (!known.has(ward)) {
      const code = String(ward).padStart(5, '0');
      const distances = wards.flatMap((from) => distanceKm(from, code) ?? []);
      known.set(ward, distances.length === 0 ? undefined : Math.min(...distances));
    }
    return known.get(ward);
  };
}

/** What some conditions mean today, worked out once per search. */
export interface Measures {
  /** From the place that was named, if one was. */
  readonly distance: DistanceTo | undefined;
  /** The days on which it is to begin, if any were named. */
  readonly starts: DaySpan | undefined;
}

/** The measures of a wish on a day. @param today days since 1970 */
export function measuresOf(facets: Facets, today: number): Measures {
  return {
    distance: facets.place && distanceFrom(facets.place.value.wards),
    starts: facets.starts && daysOf(facets.starts.value, today),
  };
}

/** Holds a course against the stated conditions and the unstated expectations of a wish. */
export function assess(facts: CourseFacts, document: number, wish: Wish, { distance, starts }: Measures): Fitness {
  const result = new Assessment();
  const { facets } = wish;
  assessPrice(facts, document, facets, result);
  assessPlaceAndMode(facts, document, facets, distance, result);
  assessTimes(facts, document, facets, result);
  assessLevel(facts, document, facets, result);
  assessLanguage(facts, document, wish, result);
  assessAudience(facts, document, wish, result);
  assessFlags(facts, document, facets, result);
  if (starts !== undefined) assessStart(facts, document, starts, facets.starts?.hard === true, result);
  if (wish.leaning !== undefined) assessLeaning(facts, document, wish.leaning, facets, result);
  return result;
}

/** Whether a course meets every stated condition, without telling why: for walking over a whole index. */
export function meetsConditions(
  facts: CourseFacts,
  document: number,
  facets: Facets,
  { distance, starts }: Measures,
): boolean {
  const { maxPriceVnd, cheap, mode, times, level, language, audience, certificate, lowData, wheelchair } = facets;
  const price = facts.price[document] ?? -1;
  if (maxPriceVnd !== undefined && (price < 0 || price > maxPriceVnd.value)) return false;
  if (cheap !== undefined && (price < 0 || price > cheapVnd)) return false;
  const courseMode = facts.mode[document] ?? 0;
  if (mode !== undefined && courseMode !== 3 && courseMode !== (mode.value === 'online' ? 1 : 2)) return false;
  const schedule = facts.schedule[document] ?? 0;
  if (times !== undefined && !times.value.some((slot) => (schedule & scheduleBit(slot)) !== 0)) return false;
  const courseLevel = facts.level[document] ?? 0;
  if (level !== undefined && courseLevel !== 4 && courseLevel !== levelNumber[level.value]) return false;
  if (language !== undefined && facts.languages[facts.language[document] ?? 0] !== language.value) return false;
  const open = facts.audience[document] ?? 0;
  if (audience !== undefined && !audience.value.some((value) => (open & audienceBit(value)) !== 0)) return false;
  if (certificate !== undefined && facts.certificate[document] !== 2) return false;
  if (lowData !== undefined && facts.lowData[document] !== 2) return false;
  if (wheelchair !== undefined && facts.wheelchair[document] !== 2) return false;
  const hours = facts.hours[document] ?? 0;
  const { maxHours, minHours } = facets;
  if (maxHours !== undefined && (hours === 0 || hours > maxHours.value)) return false;
  if (minHours !== undefined && (hours === 0 || hours < minHours.value)) return false;
  const begins = facts.starts[document] ?? 0;
  if (starts !== undefined && (begins < starts.from || begins > starts.to)) return false;
  if (distance === undefined) return true;
  const ward = facts.ward[document] ?? 0;
  return ward !== 0 && distance(ward) === 0;
}

function assessPrice(facts: CourseFacts, document: number, facets: Facets, result: Assessment): void {
  const price = facts.price[document] ?? -1;
  if (facets.maxPriceVnd !== undefined) {
    const { value, hard } = facets.maxPriceVnd;
    if (price < 0) result.miss({ kind: 'price', vnd: undefined }, kept.priceUnknown, hard);
    else if (price === 0) result.fit({ kind: 'free' });
    else if (price <= value) result.fit({ kind: 'within_budget', vnd: price });
    // Slightly above the sum is nearer than far above it.
    else
      result.miss(
        { kind: 'price', vnd: price },
        value > 0 && price <= value * 1.25 ? kept.price * 1.4 : kept.price,
        hard,
      );
  }
  if (facets.cheap === undefined) return;
  const factor = price < 0 ? kept.cheapUnknown : Math.max(kept.cheapLeast, Math.sqrt(cheapVnd / price));
  const isCheap = price >= 0 && price <= cheapVnd;
  // Beside a sum that was named, "rẻ" only orders: the sum says what is too much.
  if (facets.maxPriceVnd !== undefined) result.factor *= isCheap ? 1 : factor;
  else if (price === 0) result.fit({ kind: 'free' });
  else if (isCheap) result.fit({ kind: 'within_budget', vnd: price });
  else result.miss({ kind: 'price', vnd: price < 0 ? undefined : price }, factor, facets.cheap.hard);
}

function assessPlaceAndMode(
  facts: CourseFacts,
  document: number,
  facets: Facets,
  distance: DistanceTo | undefined,
  result: Assessment,
): void {
  const mode = facts.mode[document] ?? 0;
  const wanted = facets.mode;
  if (wanted !== undefined) {
    const meets = mode === 3 || (wanted.value === 'online' ? mode === 1 : mode === 2);
    if (meets) result.fit({ kind: 'mode', value: wanted.value });
    else result.miss({ kind: 'mode', wanted: wanted.value }, mode === 0 ? kept.modeUnknown : kept.mode, wanted.hard);
  }
  if (facets.place === undefined || distance === undefined) return;
  const ward = facts.ward[document] ?? 0;
  const km = ward === 0 ? undefined : distance(ward);
  if (km === 0) result.fit({ kind: 'in_place' });
  else if (km !== undefined && km <= nearKm) {
    result.miss({ kind: 'place', km, online: false }, kept.nearPlace - (0.25 * km) / nearKm, facets.place.hard);
  } else if (mode === 1 || mode === 3)
    result.miss({ kind: 'place', km, online: true }, kept.onlineForPlace, facets.place.hard);
  else result.miss({ kind: 'place', km, online: false }, kept.place, facets.place.hard);
}

function assessTimes(facts: CourseFacts, document: number, facets: Facets, result: Assessment): void {
  if (facets.times === undefined) return;
  const schedule = facts.schedule[document] ?? 0;
  const met = facets.times.value.filter((slot) => (schedule & scheduleBit(slot)) !== 0);
  const [first] = met;
  if (first !== undefined) result.fit({ kind: 'time', value: first });
  else result.miss({ kind: 'time' }, schedule === 0 ? kept.timeUnknown : kept.time, facets.times.hard);
}

function assessLevel(facts: CourseFacts, document: number, facets: Facets, result: Assessment): void {
  if (facets.level === undefined) return;
  const level = facts.level[document] ?? 0;
  if (level === 4 || level === levelNumber[facets.level.value]) {
    result.fit({ kind: 'level', value: facets.level.value });
    // "For everybody" fits a beginner better than who is past the beginnings.
    if (level === 4) result.factor *= facets.level.value === 'beginner' ? kept.levelAllBeginner : kept.levelAll;
  } else result.miss({ kind: 'level' }, level === 0 ? kept.levelUnknown : kept.level, facets.level.hard);
}

function assessLanguage(facts: CourseFacts, document: number, wish: Wish, result: Assessment): void {
  const language = facts.languages[facts.language[document] ?? 0] ?? '';
  const stated = wish.facets.language;
  if (stated !== undefined) {
    if (language === stated.value) result.fit({ kind: 'language', value: language });
    else result.miss({ kind: 'language', value: language }, kept.language, stated.hard);
    return;
  }
  // A wish in Vietnamese expects Vietnamese; who writes English may or may not read Vietnamese.
  if (language === '' || language === wish.writtenIn) return;
  if (language !== 'vi' && language !== 'en') result.factor *= kept.thirdLanguage;
  else if (wish.writtenIn === 'vi') result.factor *= 0.6;
  else result.factor *= 0.9;
}

function assessAudience(facts: CourseFacts, document: number, { facets, leaning }: Wish, result: Assessment): void {
  const audience = facts.audience[document] ?? 0;
  const open = audience === 0 || (audience & bit.everyone) !== 0;
  if (facets.audience === undefined) {
    const own = leaning?.audiences?.find((value) => (audience & audienceBit(value)) !== 0);
    if (own !== undefined) {
      result.fit({ kind: 'audience', value: own });
      result.factor *= weights.leaning.audience;
      return;
    }
    if (!open && leaning?.audiences !== undefined) result.factor *= weights.leaning.otherAudience;
    // Nobody asked for children or old people: their own courses stand behind those for all.
    if (!open && (audience & ~bit.children) === 0) result.factor *= 0.55;
    else if (!open && (audience & ~(bit.seniors | bit.children)) === 0) result.factor *= 0.75;
    return;
  }
  const wanted = facets.audience.value;
  const met = wanted.find((value) => (audience & audienceBit(value)) !== 0);
  if (met !== undefined) result.fit({ kind: 'audience', value: met });
  else if (open) result.factor *= wanted.includes('children') ? 0.72 : 0.85;
  else {
    const forChildren = wanted.includes('children') !== ((audience & bit.children) !== 0);
    result.miss(
      { kind: 'audience', value: wanted[0] ?? '' },
      forChildren ? kept.audienceOther : kept.audience,
      facets.audience.hard,
    );
  }
}

function assessStart(
  facts: CourseFacts,
  document: number,
  { from, to }: DaySpan,
  hard: boolean,
  result: Assessment,
): void {
  const begins = facts.starts[document] ?? 0;
  const on = begins === 0 ? undefined : dayOfNumber(begins);
  if (on !== undefined && begins >= from && begins <= to) {
    result.fit({ kind: 'starts', on });
    return;
  }
  const flexible = ((facts.schedule[document] ?? 0) & scheduleBit('self_paced')) !== 0;
  const factor = flexible ? kept.startsAnyTime : on === undefined ? kept.startsUnknown : kept.starts;
  result.miss({ kind: 'starts', on, flexible }, factor, hard);
}

function assessFlags(facts: CourseFacts, document: number, facets: Facets, result: Assessment): void {
  for (const [condition, column, kind, factor] of [
    [facets.certificate, facts.certificate, 'certificate', kept.certificate],
    [facets.lowData, facts.lowData, 'low_data', kept.lowData],
    [facets.wheelchair, facts.wheelchair, 'wheelchair', kept.wheelchair],
  ] as const) {
    if (condition === undefined) continue;
    const value = column[document] ?? 0;
    if (value === 2) result.fit({ kind });
    else result.miss({ kind }, value === 0 ? (1 + factor) / 2 : factor, condition.hard);
  }
  const hours = facts.hours[document] ?? 0;
  if (facets.minHours !== undefined) {
    if (hours === 0) result.factor *= 0.8;
    else if (hours >= facets.minHours.value) result.fit({ kind: 'long', hours });
    else result.miss({ kind: 'hours', hours }, kept.hours, facets.minHours.hard);
  }
  if (facets.maxHours !== undefined) {
    if (hours === 0) result.factor *= 0.8;
    else if (hours <= facets.maxHours.value) result.fit({ kind: 'short', hours });
    else result.miss({ kind: 'hours', hours }, kept.hours, facets.maxHours.hard);
  }
}
