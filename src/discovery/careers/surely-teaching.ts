import type { Course } from '../../catalogue/index.ts';
import type { CourseIndex } from '../course-index.ts';
import { taughtBy } from '../tagger.ts';
import { weights } from '../weights.ts';

/** A course that surely teaches a skill, and where it stands. */
export interface TeachingCourse {
  readonly key: number;
  readonly index: CourseIndex;
  readonly document: number;
  readonly weight: number;
}

/** The courses that surely teach a concept, with those that changed since the index was built as they are now. */
export function surelyTeaching(index: CourseIndex, concept: string): TeachingCourse[] {
  const { later } = index;
  const found = ofPart(index, concept).filter(({ document }) => later?.isReplaced(document) !== true);
  return later === undefined ? found : [...found, ...ofPart(later.index, concept)];
}

/** The concepts that a course as the catalogue keeps it surely teaches, the surest first. */
export function surelyTaughtBy(course: Course): string[] {
  return taughtBy(course)
    .filter(({ weight }) => weight >= weights.path.leastWeight)
    .map(({ concept }) => concept);
}

function ofPart(index: CourseIndex, concept: string): TeachingCourse[] {
  return index.taught
    .coursesOf(concept)
    .filter(({ weight }) => weight >= weights.path.leastWeight)
    .map(({ document, weight }) => ({ key: index.key(document), index, document, weight }));
}
