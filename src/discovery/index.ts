export { countMarks, type MarkKind, markCourse, markedCourses, unmarkCourse } from './course-mark.ts';
export { createFinder, type Finder } from './finder.ts';
export type { Fit, Miss } from './fit.ts';
export { discoveryPersonalData } from './personal-data.ts';
export type { Hit, Reason, SearchOptions, SearchResult } from './search.ts';
export { fieldTopic, prepareTaxonomy, suggestTopics } from './taxonomy.ts';
export type { Refinement } from './understand.ts';
export type { Condition, Facets, Wish } from './wish.ts';
export { recentTopics, recordWish } from './wish-log.ts';
