import type { Course } from '../catalogue/index.ts';
import { buildCourseIndex, type CourseIndex, documentOf } from './course-index.ts';

/**
 * An index together with courses that changed since it was built, which stand in a small index of their own: a change is found at once, however
 * many courses there are. How much a word tells is counted over both.
 */
export async function withLater(base: CourseIndex, changed: readonly Course[]): Promise<CourseIndex> {
  if (changed.length === 0) return base;
  const later = await buildCourseIndex([changed]);
  const replaced = new Set<number>();
  for (const { key } of changed) {
    const document = documentOf(base, key);
    if (document !== undefined) replaced.add(document);
  }
  const total = base.size - replaced.size + later.size;
  // A course that changed is counted twice: of thousands that moves nothing.
  const frequency = (folded: string): number => base.frequency(folded) + later.frequency(folded);
  return {
    ...base,
    total,
    frequency,
    vocabulary: {
      has: (folded) => base.vocabulary.has(folded) || later.vocabulary.has(folded),
      frequency,
      suggest: (folded, fits) => base.vocabulary.suggest(folded, fits) ?? later.vocabulary.suggest(folded, fits),
    },
    beside: later,
    later: {
      index: { ...later, total, frequency, beside: base },
      isReplaced: (document) => replaced.has(document),
    },
  };
}
