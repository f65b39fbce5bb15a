import { kindVersion, standingRules } from '../catalogue/index.ts';
import type { Database } from '../database/index.ts';
import type { OpeningHours } from './opening-hours.ts';
import { streamPlaces } from './place.ts';
import { buildPlaceIndex, type IndexedPlace, indexedPlace, type PlaceIndex } from './place-index.ts';

/** Finds places in this process's index, which follows the table by its version number. */
export interface PlaceFinder extends PlaceIndex {
  /** Reads the places again if any changed since; answers are given from the old ones meanwhile. Whether it did. */
  refresh(): Promise<boolean>;
}

/** A slice small enough that the event loop breathes between two. */
const sliceSize = 1000;

/** Makes a finder with an empty index; call `refresh` before the first question and again from time to time. */
export function createPlaceFinder(database: Database): PlaceFinder {
  let index = buildPlaceIndex([]);
  let version: number | undefined;
  return {
    get size() {
      return index.size;
    },
    nearest: (query) => index.nearest(query),
    equipmentIn: (text) => index.equipmentIn(text),
    async refresh() {
      const current = await kindVersion(database.db, 'places');
      if (current === version) return false;
      const places: IndexedPlace[] = [];
      const sameHours = new Map<string, OpeningHours>();
      // Rows that change while they are read change the version again, so the next refresh picks them up.
      for await (const slice of streamPlaces(database.db, sliceSize)) {
        for (const place of slice) {
          const { openingHours = '', openingTimes } = place;
          const hours = sameHours.get(openingHours) ?? openingTimes;
          if (hours !== undefined) sameHours.set(openingHours, hours);
          places.push(indexedPlace({ ...place, openingTimes: hours }, standingRules.hiddenDays));
        }
      }
      index = buildPlaceIndex(places);
      version = current;
      return true;
    },
  };
}
