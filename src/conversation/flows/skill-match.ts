import type { Standing } from '../../applications/index.ts';
import { namedConcept } from '../../discovery/index.ts';
import type { Internship } from '../../opportunities/index.ts';

/** Which of an internship's skills somebody has, by what they know; a skill that no list of ours has is only known not to be known. */
export function skillStanding({ skills }: Pick<Internship, 'skills'>, known: ReadonlySet<string>): Standing {
  const has = (skill: string): boolean => known.has(namedConcept(skill)?.id ?? '');
  return { met: skills.filter(has), failed: [], open: skills.filter((skill) => !has(skill)) };
}
