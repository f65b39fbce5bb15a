import { describe, expect, it } from 'vitest';
import { cityLessons, fittingLessons } from '../../src/learning/index.ts';
import { citySelfAssessments } from '../../src/learning/self-assessment-file.ts';

const lessons = await cityLessons();
const assessments = citySelfAssessments();

/** @param ids domains, the weakest first */
function fitting(id: 'digital' | 'teachers', ids: readonly number[], finished: readonly string[] = []) {
  const assessment = assessments.get(id);
  if (assessment === undefined) throw new Error(`There is no ${id}.`);
  const domains = ids.flatMap((each) => assessment.domains.filter((domain) => domain.id === each));
  const fromWeakest = domains.map((domain) => ({ domain }));
  return fittingLessons(lessons, assessment, fromWeakest, { finished: new Set(finished), most: 2 });
}

describe('lessons that fit', () => {
  it('are one of each of the weakest domains, the most about it first, and none of the stronger half', () => {
    expect(fitting('digital', [4, 5, 1, 2, 3, 6]).map(({ domains }) => domains)).toEqual([[4], [5]]);
    expect(fitting('digital', [2, 4]).map(({ domains }) => domains[0])).toEqual([2]);
    expect(fitting('digital', [4])).toHaveLength(1);
    expect(fitting('digital', [])).toEqual([]);
  });

  it('leave out what is finished, and a domain of which there is none gives way', () => {
    const [first] = fitting('digital', [4]);
    expect(fitting('digital', [4], [first?.id ?? '']).map(({ id }) => id)).not.toContain(first?.id);
    // Creating content is taught to teachers only so far.
    expect(fitting('digital', [3, 4, 5, 1, 2, 6]).map(({ domains }) => domains)).toEqual([[4], [5]]);
  });

  it('are for teachers of the areas of DigCompEdu', () => {
    const found = fitting('teachers', [4, 6, 1, 2, 3, 5]);
    expect(found.map(({ areas }) => areas)).toEqual([[4], expect.arrayContaining([6])]);
    expect(found.every(({ track }) => lessons.track(track)?.audience === 'teachers')).toBe(true);
  });
});
