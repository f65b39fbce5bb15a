import type { Lesson, Lessons } from './lesson.ts';
import type { SelfAssessment } from './self-assessment-file.ts';
import type { DomainFound } from './self-assessment-result.ts';

/**
 * Lessons for where somebody is weakest: of each domain in the weaker half, the weakest first, the lesson that is most about it and that they
 * have not finished. A domain without one gives way to the next. Teachers' areas are found in lessons for teachers, domains in the others.
 * @param fromWeakest the domains that were asked about
 * @param finished ids of lessons
 */
export function fittingLessons(
  lessons: Lessons,
  { kind }: Pick<SelfAssessment, 'kind'>,
  fromWeakest: readonly Pick<DomainFound, 'domain'>[],
  { finished, most }: { readonly finished: ReadonlySet<string>; readonly most: number },
): readonly Lesson[] {
  const audience = kind === 'statements' ? 'teachers' : 'everyone';
  const aboutOf = ({ areas, domains }: Lesson): readonly number[] => (kind === 'statements' ? areas : domains);
  const open = lessons.tracks
    .filter((track) => track.audience === audience)
    .flatMap((track) => track.lessons)
    .filter(({ id }) => !finished.has(id));
  const found: Lesson[] = [];
  for (const { domain } of fromWeakest.slice(0, Math.ceil(fromWeakest.length / 2))) {
    const distance = (lesson: Lesson): number => aboutOf(lesson).indexOf(domain.id) + aboutOf(lesson).length;
    const [best] = open
      .filter((lesson) => aboutOf(lesson).includes(domain.id) && !found.includes(lesson))
      .sort((a, b) => distance(a) - distance(b) || a.position - b.position);
    if (best !== undefined && found.length < most) found.push(best);
  }
  return found;
}
