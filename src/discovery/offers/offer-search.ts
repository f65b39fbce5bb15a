import { type Applicant, type Eligibility, eligibilityOf } from '../../opportunities/index.ts';
import { cityTime, dayNumber } from '../../time/index.ts';
import { distanceFrom } from '../fit.ts';
import { searchCourses } from '../search.ts';
import type { Wish } from '../wish.ts';
import type { OfferFacts, OfferKind, SubjectKind } from './offer.ts';
import type { OfferIndex } from './offer-index.ts';

/** Something found besides courses. What made its rank stands with it. */
export interface OfferHit {
  readonly kind: OfferKind;
  /** The row's own number, unique within its kind. */
  readonly key: number;
  /** Words of the wish that it is about. */
  readonly words: string | undefined;
  /** From the nearest ward of the place asked about; 0 within it, undefined where either is not known. */
  readonly km: number | undefined;
  /** Of scholarships. */
  readonly eligibility: Eligibility | undefined;
  /** `km` is from where the person is, to a tenth; else it is from the middle of a ward. */
  readonly isFromPoint?: true;
}

export interface OfferSearch {
  readonly now: Date;
  readonly limit: number;
  /** Codes of the wards near which it should be: nearer ones come first, none is left out. */
  readonly near?: readonly string[] | undefined;
  /** Where a wheelchair cannot go is left out, where it surely can comes first. */
  readonly wheelchair?: boolean | undefined;
  /** What is known of the person: scholarships whose stated conditions rule them out are left out. */
  readonly applicant?: Applicant;
  /** Those stay, behind all others, for who asked what they meet and what not. */
  readonly keepsUnfit?: boolean;
  /** Workshops begin before it. */
  readonly before?: Date;
  /** Offers that are farther away are left out; those of an unknown place stay. */
  readonly withinKm?: number;
}

/** Held against the wish: fewer would miss what is near or open among much that is about the same. */
const mostAbout = 60;

/**
 * The offers of some kinds that are about the subject of a wish by the rules by which a course is: the same reading, and the same floor
 * below which nothing is. A word in passing is no subject. Best first.
 */
export function offersAbout(
  { index, timezone }: Searched,
  wish: Wish,
  kinds: readonly SubjectKind[],
  options: OfferSearch,
): OfferHit[] {
  if (wish.terms.length === 0) return [];
  const [first, ...others] = kinds.map((kind) => index.of[kind]).filter((positions) => positions.size > 0);
  if (first === undefined) return [];
  const only = others.length === 0 ? first : new Set([first, ...others].flatMap((positions) => [...positions]));
  const { leaning: _leaning, ...asked } = wish;
  // Prices, times and levels are a course's; what counts for an offer is held against its facts.
  const result = searchCourses(
    index.texts,
    { ...asked, facets: {} },
    { limit: mostAbout, now: options.now, timezone, only },
  );
  const words = new Map(
    result.hits.flatMap(({ key, reasons }) => {
      const [topic] = reasons.flatMap((reason) => (reason.kind === 'topic' ? [reason.words] : []));
      return topic === undefined ? [] : [[key, topic] as const];
    }),
  );
  const scores = new Map(result.hits.map(({ key, score }) => [key, score]));
  const best = result.hits[0]?.score ?? 1;
  return chosen({ index, timezone }, words.keys(), options, (position) => ({
    words: words.get(position),
    score: (scores.get(position) ?? 0) / best,
  }));
}

/** The open offers of a kind whatever they are about: those near, those one may have, those that end soon first. */
export function offersOf({ index, timezone }: Searched, kind: SubjectKind, options: OfferSearch): OfferHit[] {
  return chosen({ index, timezone }, index.of[kind], options, () => ({ words: undefined, score: 0 }));
}

interface Searched {
  readonly index: OfferIndex;
  readonly timezone: string;
}

/** As near as a motorbike ride of a quarter of an hour: at this distance nearness counts half. */
const halfwayKm = 5;

/** What a listing loses that its source no longer has: a sure one of about the same comes first. */
const unconfirmed = 0.6;

/** More than all else that makes a rank. */
const unfit = 100;

function chosen(
  { index, timezone }: Searched,
  positions: Iterable<number>,
  options: OfferSearch,
  about: (position: number) => { readonly words: string | undefined; readonly score: number },
): OfferHit[] {
  const { now, near = [], limit, applicant = {}, withinKm = Number.POSITIVE_INFINITY } = options;
  const today = dayNumber(cityTime(now, timezone).day);
  const distance = near.length === 0 ? undefined : distanceFrom(near);
  const found: (OfferHit & { readonly rank: number; readonly until: number })[] = [];
  for (const position of positions) {
    const facts = index.facts[position];
    if (facts === undefined || facts.until < today || !isWanted(facts, options)) continue;
    const km = facts.ward === undefined ? undefined : distance?.(Number(facts.ward));
    if (km !== undefined && km > withinKm) continue;
    const eligibility = facts.kind === 'scholarship' ? eligibilityOf(facts.conditions, applicant) : undefined;
    const isUnfit = eligibility !== undefined && eligibility.failed.length > 0;
    if (isUnfit && options.keepsUnfit !== true) continue;
    const { words, score } = about(position);
    const rank =
      2 * score +
      (km === undefined ? 0 : halfwayKm / (halfwayKm + km)) +
      fitOf(facts, options) -
      (facts.isUnconfirmed ? unconfirmed : 0) -
      (isUnfit ? unfit : 0) +
      (eligibility === undefined ? 0 : 0.5 * eligibility.met.length - 0.2 * eligibility.open.length);
    found.push({ kind: facts.kind, key: facts.key, words, km, eligibility, rank, until: facts.until });
  }
  return found
    .sort((a, b) => b.rank - a.rank || a.until - b.until || a.key - b.key)
    .slice(0, limit)
    .map(({ rank: _rank, until: _until, ...hit }) => hit);
}

function isWanted(facts: OfferFacts, { now, before, wheelchair }: OfferSearch): boolean {
  if (wheelchair === true && facts.wheelchair === false) return false;
  if (facts.kind === 'workshop') {
    return facts.startsAt > now.getTime() && (before === undefined || facts.startsAt < before.getTime());
  }
  return true;
}

/** Where a wheelchair surely can go is worth a way of some kilometres more. */
function fitOf(facts: OfferFacts, { wheelchair }: OfferSearch): number {
  return wheelchair === true && facts.wheelchair === true ? 0.3 : 0;
}
