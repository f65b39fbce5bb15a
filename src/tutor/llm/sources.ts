import type { Queryable } from '../../database/index.ts';
import type { Finder } from '../../discovery/index.ts';
import type { Lessons } from '../../learning/index.ts';
import type { PassageSearch } from '../rules/passages.ts';

/** Where the tutor's functions read; they never write. */
export interface TutorSources {
  readonly db: Queryable;
  readonly finder: Finder;
  readonly lessons: Lessons;
  readonly passages: PassageSearch;
  /** The city's. */
  readonly timezone: string;
}
