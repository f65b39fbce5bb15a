import type { Course } from '../../catalogue/index.ts';
import type { Workshop } from '../../workshops/index.ts';
import type { Passage, Results } from '../guards/draft.ts';

/** Something of the lesson that a model may rest on, with the mark it is cited by. */
export interface MarkedPassage extends Passage {
  readonly mark: string;
  readonly lesson: string;
}

/** What this turn has found for a model, each with the mark ([p1], [c1], [w1]) by which it is named: a model never sees an id and cannot make one up. */
export interface Found {
  readonly passages: readonly MarkedPassage[];
  readonly courses: ReadonlyMap<string, Course>;
  readonly workshops: ReadonlyMap<string, Workshop>;
}

/** Collects what is found in the course of one answer; each gives the mark, the same for what was found before. */
export interface Finds extends Found {
  passage(passage: Passage & { readonly lesson: string }): string;
  course(course: Course): string;
  workshop(workshop: Workshop): string;
}

export function createFinds(): Finds {
  const passages: MarkedPassage[] = [];
  const courses = new Map<string, Course>();
  const workshops = new Map<string, Workshop>();
  return {
    passages,
    courses,
    workshops,
    passage(passage) {
      const known = passages.find(({ id }) => id === passage.id);
      if (known !== undefined) return known.mark;
      const mark = `p${passages.length + 1}`;
      passages.push({ ...passage, mark });
      return mark;
    },
    course: (course) => marked(courses, 'c', course),
    workshop: (workshop) => marked(workshops, 'w', workshop),
  };
}

function marked<Value extends { readonly id: string }>(
  known: Map<string, Value>,
  letter: string,
  value: Value,
): string {
  const earlier = [...known].find(([, one]) => one.id === value.id)?.[0];
  if (earlier !== undefined) return earlier;
  const mark = `${letter}${known.size + 1}`;
  known.set(mark, value);
  return mark;
}

/** What is invented is named so everywhere. */
export function namedAs({ title, sample }: { readonly title: string; readonly sample: boolean }): string {
  return sample ? `${title} (mẫu)` : title;
}

/** What the guards hold prices, days and titles against. @param dayOf the day of the city, `YYYY-MM-DD` */
export function resultsOf({ courses, workshops }: Found, dayOf: (moment: Date) => string): Results {
  return {
    courses: [...courses.values()].map(({ id, title, sample, priceVnd, startsOn }) => ({
      id,
      title: namedAs({ title, sample }),
      ...(priceVnd === undefined ? {} : { priceVnd }),
      ...(startsOn === undefined ? {} : { startsOn }),
    })),
    // Workshops of the city cost nothing.
    workshops: [...workshops.values()].map(({ id, title, sample, startsAt }) => ({
      id,
      title: namedAs({ title, sample }),
      priceVnd: 0,
      startsOn: dayOf(startsAt),
    })),
    places: [],
  };
}
