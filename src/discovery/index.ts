export {
  countMarks,
  dismissedCourses,
  type MarkKind,
  markCourse,
  markedCourses,
  unmarkCourse,
} from './course-mark.ts';
export { createFinder, type Finder } from './finder.ts';
export type { Fit, Miss } from './fit.ts';
export { discoveryPersonalData } from './personal-data.ts';
export type { Refinement } from './refine.ts';
export type { Hit, Reason, SearchOptions, SearchResult } from './search.ts';
export { fieldTopic, prepareTaxonomy, suggestTopics } from './taxonomy.ts';
export { type Condition, type Facets, type KeptWish, keptWish, type Wish } from './wish.ts';
export { recentTopics, type WishEntry, wishStatement } from './wish-log.ts';
