import { placesByKeys } from './access/index.ts';
import type { FoundOffer, SearchApiOptions, SearchedKind } from './api/index.ts';
import { coursesByKeys } from './catalogue/index.ts';
import { hitInWords, offerReasons, placeHits } from './conversation/index.ts';
import type { Clock, Database } from './database/index.ts';
import { askedOffers, type Finder, type OfferHit, type OfferKind, subjectKinds, type Wish } from './discovery/index.ts';
import { createTranslator } from './locales/index.ts';
import type { Locale } from './message/index.ts';
import { internshipsByKeys, scholarshipsByKeys } from './opportunities/index.ts';
import { cityTime, dayNumber } from './time/index.ts';
import { workshopsByKeys } from './workshops/index.ts';

export interface CitySearchOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly finder: Finder;
  readonly coursePage: (id: string) => string;
  readonly workshopPage: (id: string) => string;
}

type Asked = Parameters<SearchApiOptions['searchEverything']>[0];

/** Searches everything that the city offers for a program that asks: the wish alone, with nothing known of a person. */
export function createCitySearch(options: CitySearchOptions): SearchApiOptions['searchEverything'] {
  return async ({ q, kinds, limit, locale }) => {
    const { finder, clock, timezone } = options;
    const asked = askedOffers(q);
    const rest = finder.understand(asked?.rest ?? q);
    const named = asked === undefined || (asked.isWeak && rest.terms.length > 0) ? undefined : asked;
    const wish = named === undefined ? finder.understand(q) : rest;
    const wanted: readonly SearchedKind[] =
      kinds.length > 0 ? kinds : named === undefined ? ['course', ...beside] : [named.kind];
    const place = wish.facets.place?.value;
    const search = { now: clock(), limit, near: place?.wards };
    const offers = wanted.includes('course') ? await courses(options, wish, { limit, locale }) : [];
    const subjects = subjectKinds
      .filter((kind) => wanted.includes(kind))
      // A kind that is named alone is listed whole.
      .flatMap((kind) =>
        wish.terms.length === 0 && wanted.length === 1
          ? finder.offersOf(kind, search)
          : finder.offersAbout(wish, [kind], search),
      );
    const places = wanted.includes('place')
      ? finder.places.nearest({
          today: dayNumber(cityTime(clock(), timezone).day),
          limit,
          near: place && { wards: place.wards },
          needs: named?.needs,
          anyNeed: true,
          wheelchair: wish.facets.wheelchair?.value,
        })
      : [];
    const hits = [...subjects, ...placeHits(places)];
    const others = await load(options, hits, { locale, near: place?.label });
    return {
      offers: [...offers, ...others],
      understood: { topic: wish.topic, facets: wish.facets, kind: named?.kind ?? null },
      none: wanted.includes('course') ? offers.length === 0 : others.length === 0,
    };
  };
}

/** What comes beside courses where no kind is named. */
const beside: readonly OfferKind[] = ['workshop', 'scholarship', 'internship'];

const nothing = {
  url: undefined,
  ward: undefined,
  priceVnd: undefined,
  amountVnd: undefined,
  startsAt: undefined,
  deadline: undefined,
  confirmedOn: undefined,
  distanceKm: undefined,
};

async function courses(
  { finder, database, clock, coursePage }: CitySearchOptions,
  wish: Wish,
  { limit, locale }: Pick<Asked, 'limit' | 'locale'>,
): Promise<FoundOffer[]> {
  const t = createTranslator(locale);
  const { hits } = finder.search(wish, { limit, now: clock() });
  const byKey = new Map(hits.map((hit) => [hit.key, hit]));
  const found = await coursesByKeys(database.db, [...byKey.keys()]);
  return found.map((course) => {
    const hit = byKey.get(course.key);
    return {
      ...nothing,
      kind: 'course',
      id: course.id,
      title: course.title,
      organisation: course.organisation,
      url: course.url ?? coursePage(course.id),
      ward: course.ward,
      priceVnd: course.priceVnd,
      startsAt: course.startsOn,
      confirmedOn: course.confirmedOn,
      sample: course.sample,
      reasons: hit === undefined ? [] : hitInWords(t, locale, hit, wish),
    };
  });
}

async function load(
  { database: { db }, workshopPage }: CitySearchOptions,
  hits: readonly OfferHit[],
  { locale, near }: { readonly locale: Locale; readonly near: string | undefined },
): Promise<FoundOffer[]> {
  const t = createTranslator(locale);
  const keysOf = (wanted: OfferKind): number[] => hits.flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
  const rows = new Map<string, Omit<FoundOffer, 'kind' | 'reasons' | 'distanceKm'>>();
  for (const { key, id, title, organisation, ward, startsAt, sample } of await workshopsByKeys(
    db,
    keysOf('workshop'),
  )) {
    const url = workshopPage(id);
    rows.set(`workshop ${key}`, {
      ...nothing,
      id,
      title,
      organisation,
      url,
      ward,
      startsAt: startsAt.toISOString(),
      sample,
    });
  }
  for (const each of await scholarshipsByKeys(db, keysOf('scholarship'))) {
    const { key, id, title, provider: organisation, url, amountVnd, deadline, updatedOn: confirmedOn, sample } = each;
    rows.set(`scholarship ${key}`, {
      ...nothing,
      id,
      title,
      organisation,
      url,
      amountVnd,
      deadline,
      confirmedOn,
      sample,
    });
  }
  for (const each of await internshipsByKeys(db, keysOf('internship'))) {
    const { key, id, title, organisation, url, ward, payVnd, startsOn, deadline, updatedOn, sample } = each;
    const dates = { startsAt: startsOn, deadline, confirmedOn: updatedOn };
    rows.set(`internship ${key}`, {
      ...nothing,
      id,
      title,
      organisation,
      url,
      ward,
      amountVnd: payVnd,
      ...dates,
      sample,
    });
  }
  for (const { key, id, name, ward, confirmedOn, sample } of await placesByKeys(db, keysOf('place'))) {
    rows.set(`place ${key}`, { ...nothing, id, title: name, organisation: undefined, ward, confirmedOn, sample });
  }
  return hits.flatMap((hit) => {
    const row = rows.get(`${hit.kind} ${hit.key}`);
    if (row === undefined) return [];
    const reasons = offerReasons({ t, locale }, hit, near);
    return [{ ...row, kind: hit.kind, distanceKm: hit.km, reasons }];
  });
}
