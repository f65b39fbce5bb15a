import { kmBetween, type Point, type Ward, wardByCode } from '../places/index.ts';
import { fold } from '../text/index.ts';
import { dayNumber } from '../time/index.ts';
import type { OpeningHours } from './opening-hours.ts';
import { isOpenAt, type OpeningMoment } from './opening-state.ts';
import type { Place } from './place.ts';
import { type PlaceNeed, placeNeeds, servedNeeds } from './place-need.ts';
import { buildPointTree, type PointTree } from './point-tree.ts';

/** What is asked of a place. */
export interface PlaceQuery {
  /** Days since 1970; places that nobody has confirmed for too long are left out. */
  readonly today: number;
  readonly limit: number;
  /** Nearest first, from where somebody is or from wards: what lies in one of these comes before all others. */
  readonly near?: { readonly point: Point } | { readonly wards: readonly string[] } | undefined;
  readonly needs?: readonly PlaceNeed[] | undefined;
  /** Whether one of the needs is enough: what has more of them may be farther away. All of them where it is not said. */
  readonly anyNeed?: boolean;
  /** Where a wheelchair cannot go is left out, where it surely can may be farther away. */
  readonly wheelchair?: boolean | undefined;
  /** Folded names of equipment, as `equipmentIn` finds them; all of them. */
  readonly equipment?: readonly string[];
  /** Surely open at a moment. */
  readonly openAt?: OpeningMoment | undefined;
}

/** A place found, in the order of `costKm`. */
export interface PlaceHit {
  /** The row's own number. */
  readonly key: number;
  /** From the point, or from the middle of the nearest ward; 0 within a ward asked about, undefined where nothing is near anything. */
  readonly km: number | undefined;
}

/** Places as this process searches them; what is shown of one is read from the database. */
export interface PlaceIndex {
  readonly size: number;
  /** The best places for a query: nearest first, where what is unsure or lacks something counts as some kilometres farther. */
  nearest(query: PlaceQuery): PlaceHit[];
  /** The equipment of any place that a text names, folded. */
  equipmentIn(text: string): readonly string[];
}

/**
 * What being unsure is worth in kilometres of way: nobody confirmed it since its source dropped it; nothing is known of wheelchairs, of who
 * asks for that; it has one of several needs less.
 */
export const fartherKm = { unconfirmed: 3, wheelchairUnknown: 2, needMissing: 1.5 } as const;

/** What the index keeps of a place. */
export interface IndexedPlace {
  readonly key: number;
  readonly ward: string;
  readonly point: Point;
  /** The last day, as days since 1970, on which it is found. */
  readonly until: number;
  readonly isUnconfirmed: boolean;
  readonly wheelchair: boolean | undefined;
  /** Bits by the place of a need in `placeNeeds`. */
  readonly needs: number;
  readonly equipment: readonly string[];
  readonly hours: OpeningHours | undefined;
}

const nowhere: Point = { latitude: 0, longitude: 0 };

const bitsOf = (needs: readonly PlaceNeed[]): number =>
  needs.reduce((bits, need) => bits | (1 << placeNeeds.indexOf(need)), 0);

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

const foldedName = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

/** A place as it is indexed; without a position of its own it stands in the middle of its ward. @param keptDays since it was confirmed */
export function indexedPlace(place: Place, keptDays: number): IndexedPlace {
  return {
    key: place.key,
    ward: place.ward,
    point: place.point ?? wardByCode(place.ward) ?? nowhere,
    until: dayNumber(place.confirmedOn) + keptDays,
    isUnconfirmed: place.isUnconfirmed,
    wheelchair: place.wheelchair,
    needs: bitsOf(servedNeeds(place)),
    equipment: place.equipment.map(foldedName),
    hours: place.openingTimes,
  };
}

/** Holds every place of a city of fourteen million (50,000) in some 20 MB. */
export function buildPlaceIndex(places: readonly IndexedPlace[]): PlaceIndex {
  const tree: PointTree = buildPointTree(places.map(({ point }) => point));
  const byWard = new Map<string, number[]>();
  const equipment = new Set<string>();
  for (const [position, { ward, equipment: has }] of places.entries()) {
    const there = byWard.get(ward);
    if (there === undefined) byWard.set(ward, [position]);
    else there.push(position);
    for (const each of has) equipment.add(each);
  }

  return {
    size: places.length,
    equipmentIn(text) {
      const said = ` ${foldedName(text.replace(/[^\p{L}\p{N}\s]+/gu, ' '))} `;
      return [...equipment].filter((name) => said.includes(` ${name} `));
    },
    nearest(query) {
      const extra = extraKm(query);
      const best = createBest(query.limit);
      const { near } = query;
      if (near === undefined) {
        for (const [position, place] of places.entries()) {
          const cost = extra(place);
          // Without a way to go the place that was confirmed last comes first.
          if (cost !== undefined) best.offer(position, cost, -place.until, undefined);
        }
        return best.hits(places);
      }
      const wards: readonly Ward[] = 'point' in near ? [] : near.wards.flatMap((code) => wardByCode(code) ?? []);
      const origins: readonly Point[] = 'point' in near ? [near.point] : wards;
      const asked = new Set(wards.map(({ code }) => code));
      for (const code of asked) {
        for (const position of byWard.get(code) ?? []) {
          const place = places[position];
          const cost = place && extra(place);
          if (place === undefined || cost === undefined) continue;
          best.offer(position, cost, Math.min(...origins.map((origin) => kmBetween(origin, place.point))), 0);
        }
      }
      tree.visit(
        origins,
        () => best.worst(),
        (position, km) => {
          const place = places[position];
          if (place === undefined || asked.has(place.ward) || km > best.worst()) return;
          const cost = extra(place);
          if (cost !== undefined) best.offer(position, km + cost, km, km);
        },
      );
      return best.hits(places);
    },
  };
}

/** Whether a place is to be found at all, and how much farther away it counts. */
function extraKm(query: PlaceQuery): (place: IndexedPlace) => number | undefined {
  const { today, wheelchair, equipment = [], openAt, anyNeed } = query;
  const wanted = query.needs === undefined || query.needs.length === 0 ? undefined : bitsOf(query.needs);
  const all = wanted === undefined ? 0 : countBits(wanted);
  // Many places keep the same hours, and the same object of them.
  const open = new Map<OpeningHours, boolean>();
  const isOpen = (hours: OpeningHours, at: OpeningMoment): boolean => {
    const known = open.get(hours);
    if (known !== undefined) return known;
    const found = isOpenAt(hours, at);
    open.set(hours, found);
    return found;
  };
  return (place) => {
    if (place.until < today || (wheelchair === true && place.wheelchair === false)) return undefined;
    let missing = 0;
    if (wanted !== undefined) {
      const served = countBits(place.needs & wanted);
      if (served === 0 || (anyNeed !== true && served < all)) return undefined;
      missing = all - served;
    }
    for (const each of equipment) if (!place.equipment.includes(each)) return undefined;
    if (openAt !== undefined && (place.hours === undefined || !isOpen(place.hours, openAt))) return undefined;
    return (
      (place.isUnconfirmed ? fartherKm.unconfirmed : 0) +
      (wheelchair === true && place.wheelchair === undefined ? fartherKm.wheelchairUnknown : 0) +
      missing * fartherKm.needMissing
    );
  };
}

interface Kept {
  readonly position: number;
  readonly cost: number;
  readonly second: number;
  readonly km: number | undefined;
}

/** Keeps the best few of what is offered, in order: the lesser cost, then the lesser second figure, then the earlier row. */
function createBest(limit: number) {
  const kept: Kept[] = [];
  const isBefore = (a: Kept, b: Kept): boolean =>
    a.cost !== b.cost ? a.cost < b.cost : a.second !== b.second ? a.second < b.second : a.position < b.position;
  return {
    /** What costs more than this is not kept any more. */
    worst: (): number => (kept.length < limit ? Infinity : (kept.at(-1)?.cost ?? -1)),
    offer(position: number, cost: number, second: number, km: number | undefined): void {
      const one = { position, cost, second, km };
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const there = kept[middle];
        if (there !== undefined && isBefore(there, one)) low = middle + 1;
        else high = middle;
      }
      if (low >= limit) return;
      kept.splice(low, 0, one);
      if (kept.length > limit) kept.pop();
    },
    hits: (places: readonly IndexedPlace[]): PlaceHit[] =>
      kept.map(({ position, km }) => ({ key: places[position]?.key ?? 0, km })),
  };
}
