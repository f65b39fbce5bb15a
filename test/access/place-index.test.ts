import { describe, expect, it } from 'vitest';
import {
  buildPlaceIndex,
  fartherKm,
  type IndexedPlace,
  isOpenAt,
  type PlaceQuery,
  placeNeeds,
  readOpeningHours,
} from '../../src/access/index.ts';
import { kmBetween, type Point, wardAt, wardByCode, wards } from '../../src/places/index.ts';

const today = 20_780;

/** A steady stream of numbers in [0, 1) (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const hours = ['24/7', 'Mo-Fr 08:00-17:00; PH off', 'Mo-Su 20:00-02:00', 'Sa-Su 09:00-12:00'].map((text) => {
  const read = readOpeningHours(text);
  if ('unread' in read) throw new Error(text);
  return read;
});

function anywhere(random: () => number): Point {
  const ward = wards[Math.floor(random() * wards.length)] ?? { latitude: 10.77, longitude: 106.7 };
  // Many stand together, some exactly on one spot.
  const spread = random() < 0.1 ? 0 : 0.08;
  return {
    latitude: ward.latitude + (random() - 0.5) * spread,
    longitude: ward.longitude + (random() - 0.5) * spread,
  };
}

function randomPlaces(random: () => number, count: number): IndexedPlace[] {
  return Array.from({ length: count }, (_, at) => {
    const point = anywhere(random);
    const yesNo = (): boolean | undefined => [true, false, undefined][Math.floor(random() * 3)];
    return {
      key: at + 1,
      ward: wardAt(point.latitude, point.longitude)?.code ?? wards[0]?.code ?? '',
      point,
      until: today + Math.floor(random() * 400) - 40,
      isUnconfirmed: random() < 0.2,
      wheelchair: yesNo(),
      needs: 1 + Math.floor(random() * 31),
      equipment: ['may in', 'may chieu', 'may tinh'].filter(() => random() < 0.5),
      hours: random() < 0.2 ? undefined : hours[Math.floor(random() * hours.length)],
    };
  });
}

/** The same question answered by looking at every place: written apart from the index, with nothing of it. */
function bruteForce(places: readonly IndexedPlace[], query: PlaceQuery): { key: number; km: number | undefined }[] {
  const { near, needs = [], equipment = [], openAt } = query;
  const origins: Point[] = [];
  const inside: string[] = [];
  if (near !== undefined && 'point' in near) origins.push(near.point);
  if (near !== undefined && 'wards' in near) {
    for (const code of near.wards) {
      const ward = wardByCode(code);
      if (ward !== undefined) origins.push(ward);
      inside.push(code);
    }
  }
  const found = places.flatMap((place) => {
    const has = needs.filter((need) => Math.floor(place.needs / 2 ** placeNeeds.indexOf(need)) % 2 === 1);
    if (place.until < today) return [];
    if (query.wheelchair === true && place.wheelchair === false) return [];
    if (needs.length > 0 && (query.anyNeed === true ? has.length === 0 : has.length < needs.length)) return [];
    if (!equipment.every((each) => place.equipment.includes(each))) return [];
    if (openAt !== undefined && (place.hours === undefined || !isOpenAt(place.hours, openAt))) return [];
    const way = Math.min(...origins.map((origin) => kmBetween(origin, place.point)));
    const km = origins.length === 0 ? undefined : inside.includes(place.ward) ? 0 : way;
    const cost =
      (km ?? 0) +
      (place.isUnconfirmed ? fartherKm.unconfirmed : 0) +
      (query.wheelchair === true && place.wheelchair === undefined ? fartherKm.wheelchairUnknown : 0) +
      (needs.length - has.length) * fartherKm.needMissing;
    return [{ key: place.key, km, cost, second: origins.length === 0 ? -place.until : way }];
  });
  return found
    .sort((a, b) => a.cost - b.cost || a.second - b.second || a.key - b.key)
    .slice(0, query.limit)
    .map(({ key, km }) => ({ key, km }));
}

describe('the nearest places', () => {
  const random = numbers(7);
  const places = randomPlaces(random, 1000);
  const index = buildPlaceIndex(places);

  it('are those that looking at all of 1,000 finds, in the same order, for 600 questions of all kinds', () => {
    for (let asked = 0; asked < 600; asked++) {
      const ward = (): string => wards[Math.floor(random() * wards.length)]?.code ?? '';
      const near = [
        { point: anywhere(random) },
        { wards: [ward()] },
        { wards: [ward(), ward(), ward()] },
        undefined,
      ] as const;
      const query: PlaceQuery = {
        today,
        limit: 1 + Math.floor(random() * 12),
        near: near[asked % 4],
        needs: placeNeeds.filter(() => random() < 0.25),
        anyNeed: random() < 0.5,
        ...(random() < 0.3 ? { wheelchair: true } : {}),
        ...(random() < 0.3 ? { equipment: ['may in'] } : {}),
        ...(random() < 0.4 ? { openAt: { day: today, minutes: Math.floor(random() * 1440) } } : {}),
      };
      expect(index.nearest(query), JSON.stringify(query)).toEqual(bruteForce(places, query));
    }
  });

  it('are found where all stand on one spot, where there is one, and where there is none', () => {
    const spot = places.slice(0, 100).map((place) => ({ ...place, point: { latitude: 10.8, longitude: 106.7 } }));
    const query = { today, limit: 5, near: { point: { latitude: 10.9, longitude: 106.6 } } };
    expect(buildPlaceIndex(spot).nearest(query)).toEqual(bruteForce(spot, query));
    expect(buildPlaceIndex(places.slice(0, 1)).nearest(query)).toEqual(bruteForce(places.slice(0, 1), query));
    expect(buildPlaceIndex([]).nearest(query)).toEqual([]);
  });

  it('reads equipment of the city’s places in a text, whole words only', () => {
    expect(index.equipmentIn('chỗ nào có máy in, máy chiếu?')).toEqual(expect.arrayContaining(['may in', 'may chieu']));
    expect(index.equipmentIn('in ảnh')).toEqual([]);
  });
});
