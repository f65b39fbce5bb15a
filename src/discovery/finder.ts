import { createPlaceFinder, type PlaceIndex } from '../access/index.ts';
import {
  type Course,
  catalogueState,
  coursesByKeys,
  coursesChangedSince,
  importedOccupations,
  recentDemand,
  streamCourses,
} from '../catalogue/index.ts';
import { type Clock, type Database, type Queryable, systemClock } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import { type CareerPath, careerPath, type PathOptions } from './careers/career-path.ts';
import { type Demand, demandOf, trendMonths } from './careers/demand.ts';
import type { Occupation } from './careers/occupation.ts';
import { bookOf, contentBook, type OccupationBook } from './careers/occupation-book.ts';
import { surelyTeaching } from './careers/surely-teaching.ts';
import { buildCourseIndex, type CourseIndex, emptyCourseIndex } from './course-index.ts';
import { type Doubt, meantOtherwise } from './doubts.ts';
import { withLater } from './later-courses.ts';
import type { Meanings } from './meaning/meanings.ts';
import type { SubjectKind } from './offers/offer.ts';
import { followOffers } from './offers/offer-index.ts';
import { type OfferHit, type OfferSearch, offersAbout, offersOf } from './offers/offer-search.ts';
import { type Reading, read } from './reading.ts';
import { createRecentMap } from './recent-map.ts';
import { type Companion, type Companions, createCompanions } from './recommendation/companions.ts';
import { lastTraining, loadModel } from './recommendation/stored-model.ts';
import { type Refinement, refine } from './refine.ts';
import { defaultTimezone, type SearchOptions, type SearchResult, searchCourses } from './search.ts';
import type { KeptWish, Wish } from './wish.ts';

/** Finds courses, and what the city offers besides, in this process's indexes, which follow their tables by version numbers. */
export interface Finder {
  understand(text: string): Wish;
  /** The sharper wish when a text is a follow-up on the previous one, else undefined. */
  refine(previous: KeptWish, text: string): Refinement | undefined;
  search(wish: KeptWish, options: SearchOptions): SearchResult;
  /** Words found little for a wish, and what it means is not known yet: `learnMeaning`, and search again. Never without an embedding model. */
  wantsMeaning(wish: KeptWish, result: SearchResult): boolean;
  /** Asks the embedding model what words mean; waits no longer than two seconds and never throws. @param sent them without personal data */
  learnMeaning(said: string, sent: string): Promise<void>;
  /** Words of a wish that may mean something else than they were read as. */
  doubts(wish: KeptWish): readonly Doubt[];
  /** The wish as it is meant when a doubt of it is right. */
  meantOtherwise(wish: KeptWish, doubt: Doubt): KeptWish;
  /**
   * The courses of keys that a search gave, in order; those that are gone are left out. The ones asked for often are
   * remembered until the index is rebuilt: they are as fresh as the search that found them.
   */
  courses(db: Queryable, keys: readonly number[]): Promise<Course[]>;
  /** Keys of the courses most like one, itself left out. */
  similar(
    course: Course,
    options: { readonly limit: number; readonly now: Date; readonly exclude?: ReadonlySet<number> },
  ): number[];
  /** What people who took the courses of a history, oldest first, also took; nothing while no model was trained. */
  companions(history: readonly number[], options: Parameters<Companions['of']>[1]): Companion[];
  /** Kinds of work, with what they need. */
  readonly occupations: OccupationBook;
  /** The way to an occupation by courses of the index. */
  path(occupation: Occupation, options: Omit<PathOptions, 'today'> & { readonly now: Date }): CareerPath;
  /** What openings ask for, as it was imported last. */
  readonly demand: Demand;
  /** How many courses of the index surely teach a concept. */
  coursesTeaching(concept: string): number;
  /** Keys of these courses. */
  teaching(concept: string): readonly number[];
  /** Offers of some kinds that are surely about the subject of a wish, best first; none for a wish without one. */
  offersAbout(wish: KeptWish, kinds: readonly SubjectKind[], options: OfferSearch): OfferHit[];
  /** The open offers of a kind whatever they are about: near ones, those one may have, those that end soon first. */
  offersOf(kind: SubjectKind, options: OfferSearch): OfferHit[];
  /** Places to learn, to get on the network, to use or borrow a computer. */
  readonly places: PlaceIndex;
  /** Every change of the catalogue up to this version is in the index. */
  readonly version: number;
  /** Courses in the index. */
  readonly size: number;
  /** Forgets how texts were read, which is kept between messages. */
  forget(): void;
  /**
   * Loads the newest model of co-choice and takes in what has changed in the catalogue; answers are given from the old ones meanwhile.
   * `rebuilt`: the catalogue had changed.
   */
  refresh(): Promise<{ rebuilt: boolean; courses: number }>;
}

/** A slice small enough that one connection is never held for long and the event loop breathes between two. */
const sliceSize = 1000;

/** Changed courses that stand in an index of their own, built anew with each change in a third of a second; more, and the whole is built. */
const mostLater = 2000;

/** So many, the newest, stand there while the whole is still to be built: who changes a course meanwhile finds it at once too. */
const mostBehind = 400;

/** While an import goes on the whole is built anew only after so many times as long as the last building took: each is of no use a moment later. */
const restsAfterBuilding = 2;

/** With less of its information in any course a wish is looked at by its meaning too. */
const weaklyCovered = 0.8;
/** Characters of a text that is a wish and no letter. */
const longestMeant = 400;

/** Courses that are remembered, about two kilobytes each. */
const coursesKept = 1000;

/** A turn reads its text as a follow-up and as a wish of its own; turns of several chats come in between. */
const readingsKept = 16;

/** Makes a finder with an empty index; call `refresh` before the first search and again from time to time. */
export function createFinder(
  database: Database,
  {
    timezone,
    clock = systemClock,
    meanings,
    onProblem,
  }: {
    readonly timezone?: string;
    readonly clock?: Clock;
    /** What wishes and courses mean beside their words. */
    readonly meanings?: Meanings | undefined;
    /** Told when the whole index could not be built in the background; it is tried again with the next change. */
    readonly onProblem?: (error: unknown) => void;
  } = {},
): Finder {
  const zone = timezone === undefined ? {} : { timezone };
  /** Of the whole catalogue at `baseVersion`; `index` is it with what changed since. */
  let base: CourseIndex = emptyCourseIndex();
  let baseVersion: number | undefined;
  let index = base;
  /** What has changed since the whole was built, newest first, and the version it was looked for at. */
  let later: readonly Course[] = [];
  let laterVersion = 0;
  let book: OccupationBook | undefined;
  let demand: Demand = { months: [], skills: [] };
  let rising: ReadonlySet<number> = new Set();
  /** The version that was looked at last, and the one up to which every change is in the index. */
  let seen: number | undefined;
  let covered = 0;
  const courses = createRecentMap<number, Course>(coursesKept);
  const readings = createRecentMap<string, Reading>(readingsKept);
  let trained: Companions | undefined;
  let trainedVersion: number | undefined;
  let running: Promise<{ rebuilt: boolean; courses: number }> | undefined;
  const places = createPlaceFinder(database);
  const offers = followOffers(database, { timezone: timezone ?? defaultTimezone, clock });
  const searched = () => ({ index: offers.current(), timezone: timezone ?? defaultTimezone });
  let building: Promise<void> | undefined;
  /** So much has changed since the whole was built that it is to be built anew. */
  let isBehind = false;
  /** The version at the last look, and until when the whole is not built anew while that still moves. */
  let looked: number | undefined;
  let restsUntil = 0;

  function put(next: CourseIndex): void {
    index = next;
    rising = coursesOfRising(index, demand);
    courses.clear();
    readings.clear();
  }

  /** Occupations and demand are of the catalogue too, and few: they are read whole with each change. */
  async function readCareers(): Promise<void> {
    const imported = await importedOccupations(database.db);
    // Most cities import none: the book of the taxonomy is then read when somebody first asks for it.
    book = imported.length === 0 ? undefined : bookOf(imported);
    demand = demandOf(await recentDemand(database.db, trendMonths));
  }

  /** Builds the index of the whole catalogue. Rows that change while they are read have a later version, so the next look finds them. */
  function build(): Promise<void> {
    building ??= (async () => {
      const started = performance.now();
      const { version } = await catalogueState(database.db);
      base = await buildCourseIndex(streamCourses(database.db, sliceSize));
      baseVersion = version;
      later = [];
      laterVersion = version;
      covered = version;
      seen = version;
      isBehind = false;
      restsUntil = performance.now() + restsAfterBuilding * (performance.now() - started);
      put(base);
    })().finally(() => {
      building = undefined;
    });
    return building;
  }

  async function follow(): Promise<{ rebuilt: boolean; courses: number }> {
    await offers.refresh();
    await places.refresh();
    const { version, removedAt } = await catalogueState(database.db);
    if (version === seen) return { rebuilt: false, courses: index.total };
    const isMoving = version !== looked;
    looked = version;
    const isResting = building !== undefined || (isMoving && performance.now() < restsUntil);
    if (isBehind && isResting && !isMoving) return { rebuilt: false, courses: index.total };
    await readCareers();
    if (baseVersion === undefined || removedAt > baseVersion || version < baseVersion) {
      await build();
      return { rebuilt: true, courses: index.total };
    }
    const of = base;
    const changed = newestOf(await coursesChangedSince(database.db, laterVersion, mostLater + 1), later);
    const areTooMany = isBehind || changed.length > mostLater;
    const kept = changed.slice(0, areTooMany ? mostBehind : mostLater);
    const next = await withLater(base, kept);
    // A whole was put meanwhile: they are added to that one.
    if (of !== base) return follow();
    // Turns go on with the newest of the changes while the whole is built anew.
    put(next);
    later = kept;
    laterVersion = version;
    isBehind = areTooMany;
    if (!isBehind) {
      seen = version;
      covered = version;
    } else if (!isResting) {
      seen = version;
      void build().catch((error: unknown) => onProblem?.(error));
    }
    return { rebuilt: true, courses: index.total };
  }

  async function reloadIfTrained(): Promise<void> {
    const newest = await lastTraining(database.db);
    if (newest?.version === trainedVersion) return;
    const model = await loadModel(database.db);
    trained = model && createCompanions(model);
    trainedVersion = newest?.version;
  }

  function readText(text: string, asTyped = false): Reading {
    // No text holds a NUL: messages are freed of them.
    const key = asTyped ? `\u0000${text}` : text;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = read(text, { vocabulary: index.vocabulary, asTyped });
    readings.set(key, reading);
    return reading;
  }

  /** The wish with the terms of what was said; earlier versions kept only how it is said back. */
  function withTerms(wish: KeptWish): Wish {
    const said = saidOf(wish);
    return { ...wish, terms: said === '' ? [] : readText(said, wish.asTyped).wish.terms };
  }

  /** What a load finds after the index was rebuilt meanwhile is not remembered: it may be of either catalogue. */
  async function load(db: Queryable, keys: readonly number[]): Promise<readonly Course[]> {
    if (keys.length === 0) return [];
    const before = index;
    const loaded = await coursesByKeys(db, keys);
    if (index === before) for (const course of loaded) courses.set(course.key, course);
    return loaded;
  }

  return {
    understand: (text) => readText(text).wish,
    refine: (previous, text) => refine(previous, text, () => readText(text)),
    search: (wish, options) =>
      searchCourses(index, withTerms(wish), { ...zone, meant: meanings?.near(saidOf(wish)) ?? [], ...options, rising }),
    wantsMeaning: (wish, { none, coverage }) =>
      meanings !== undefined &&
      (none || coverage < weaklyCovered) &&
      saidOf(wish) !== '' &&
      saidOf(wish).length <= longestMeant &&
      !meanings.knows(saidOf(wish)),
    learnMeaning: async (said, sent) => meanings?.learn(said, sent),
    doubts: ({ said, asTyped }) => (said === '' ? [] : readText(said, asTyped).doubts),
    meantOtherwise: (wish, doubt) => meantOtherwise(wish, doubt, (said, asTyped) => readText(said, asTyped).wish),
    async courses(db, keys) {
      const known = new Map(keys.map((key) => [key, courses.get(key)]));
      const missing = keys.filter((key) => known.get(key) === undefined);
      for (const course of await load(db, missing)) known.set(course.key, course);
      return keys.flatMap((key) => known.get(key) ?? []);
    },
    companions: (history, options) => trained?.of(history, options) ?? [],
    similar(course, { limit, now, exclude = new Set() }) {
      const { wish } = readText([course.title, ...course.topics].join('. '));
      const about: Wish = { ...wish, facets: {}, writtenIn: course.language === 'en' ? 'en' : 'vi' };
      const result = searchCourses(index, about, {
        ...zone,
        limit: limit + 1,
        now,
        exclude: new Set([course.key, ...exclude]),
      });
      return (result.none ? result.near : result.hits).map((hit) => hit.key).slice(0, limit);
    },
    get occupations() {
      return book ?? contentBook();
    },
    path: (occupation, { now, ...options }) =>
      careerPath(index, occupation, { ...options, today: cityTime(now, timezone ?? defaultTimezone).day }),
    get demand() {
      return demand;
    },
    coursesTeaching: (concept) => surelyTeaching(index, concept).length,
    teaching: (concept) => surelyTeaching(index, concept).map(({ key }) => key),
    offersAbout: (wish, kinds, options) => offersAbout(searched(), withTerms(wish), kinds, options),
    offersOf: (kind, options) => offersOf(searched(), kind, options),
    places,
    get version() {
      return covered;
    },
    get size() {
      return index.total;
    },
    forget() {
      readings.clear();
    },
    refresh() {
      running ??= reloadIfTrained()
        .then(() => meanings?.refresh())
        .then(follow)
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

/** The words of a wish, as they were said. */
function saidOf({ said, topic }: KeptWish): string {
  return said ?? topic;
}

/** Courses that changed, newest first, each once. */
function newestOf(changed: readonly Course[], earlier: readonly Course[]): Course[] {
  const keys = new Set(changed.map(({ key }) => key));
  return [...changed, ...earlier.filter(({ key }) => !keys.has(key))];
}

/** Keys of the courses that teach what is rising; invented numbers lift nothing. */
function coursesOfRising(index: CourseIndex, { skills }: Demand): Set<number> {
  const concepts = skills.flatMap(({ concept, isRising, sample }) => (isRising && !sample ? (concept ?? []) : []));
  return new Set(concepts.flatMap((concept) => surelyTeaching(index, concept).map(({ key }) => key)));
}
