import { type Course, catalogueVersion, streamCourses } from '../catalogue/index.ts';
import type { Database } from '../database/index.ts';
import { buildCourseIndex, type CourseIndex, emptyCourseIndex } from './course-index.ts';
import { type SearchOptions, type SearchResult, searchCourses } from './search.ts';
import { type Refinement, refine, understand } from './understand.ts';
import type { Wish } from './wish.ts';

/** Finds courses in this process's index, which follows the catalogue's tables by their version number. */
export interface Finder {
  understand(text: string): Wish;
  /** The sharper wish when a text is a follow-up on the previous one, else undefined. */
  refine(previous: Wish, text: string): Refinement | undefined;
  search(wish: Wish, options: SearchOptions): SearchResult;
  /** Keys of the courses most like one, itself left out. */
  similar(course: Course, options: { readonly limit: number; readonly now: Date }): number[];
  /** Courses in the index. */
  readonly size: number;
  /** Rebuilds the index if the catalogue has changed; answers are given from the old one meanwhile. */
  refresh(): Promise<{ rebuilt: boolean; courses: number }>;
}

/** A slice small enough that one connection is never held for long and the event loop breathes between two. */
const sliceSize = 1000;

/** Makes a finder with an empty index; call `refresh` before the first search and again from time to time. */
export function createFinder(database: Database): Finder {
  let index: CourseIndex = emptyCourseIndex();
  let version: number | undefined;
  let running: Promise<{ rebuilt: boolean; courses: number }> | undefined;

  async function rebuildIfChanged(): Promise<{ rebuilt: boolean; courses: number }> {
    const current = await catalogueVersion(database.db);
    if (current === version) return { rebuilt: false, courses: index.size };
    // Rows that change while they are read raise the version again, so the next refresh picks them up.
    index = await buildCourseIndex(streamCourses(database.db, sliceSize));
    version = current;
    return { rebuilt: true, courses: index.size };
  }

  const understandText = (text: string): Wish => understand(text, { vocabulary: index.vocabulary });

  return {
    understand: understandText,
    refine: (previous, text) => refine(previous, text, { vocabulary: index.vocabulary }),
    search: (wish, options) => searchCourses(index, wish, options),
    similar(course, { limit, now }) {
      const wish = understandText([course.title, ...course.topics].join('. '));
      const about: Wish = { ...wish, facets: {}, writtenIn: course.language === 'en' ? 'en' : 'vi' };
      const result = searchCourses(index, about, { limit: limit + 1, now, exclude: new Set([course.key]) });
      return (result.none ? result.near : result.hits).map((hit) => hit.key).slice(0, limit);
    },
    get size() {
      return index.size;
    },
    refresh() {
      running ??= rebuildIfChanged().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
