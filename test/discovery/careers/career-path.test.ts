import { describe, expect, test } from 'vitest';
import type { Course } from '../../../src/catalogue/index.ts';
import { careerPath } from '../../../src/discovery/careers/career-path.ts';
import { contentBook } from '../../../src/discovery/careers/occupation-book.ts';
import { createCourseIndexBuilder } from '../../../src/discovery/course-index.ts';
import type { Facets, KeptWish } from '../../../src/discovery/wish.ts';
import { aCourse } from '../../support/course.ts';

const tailor = contentBook().byId('tho-may');

function wish(facets: Facets = {}): KeptWish {
  return { topic: '', said: '', excluded: [], facets, length: 1, writtenIn: 'vi' };
}

function pathFor(courses: readonly Course[], more: { known?: string[]; facets?: Facets; exclude?: number[] } = {}) {
  const builder = createCourseIndexBuilder();
  for (const each of courses) builder.add(each);
  if (tailor === undefined) throw new Error('The taxonomy has no tailor.');
  return careerPath(builder.finish(), tailor, {
    known: new Set(more.known),
    preferences: wish(more.facets),
    today: '2026-11-30',
    exclude: new Set(more.exclude),
  });
}

const sewing = aCourse({ key: 1, title: 'Cắt may cơ bản', topics: ['cắt may'], priceVnd: 900_000 });
const free = aCourse({ key: 2, title: 'Cắt may cơ bản', topics: ['cắt may'], priceVnd: 0 });
const patterns = aCourse({ key: 3, title: 'Thiết kế rập', topics: ['cắt rập'], priceVnd: 0 });

describe('the path to an occupation', () => {
  test('has a course for each missing skill in the order of learning, and names what no course teaches', () => {
    const { steps, gaps, had } = pathFor([patterns, sewing]);
    expect(steps.map(({ key, skills }) => [key, skills.map(({ concept }) => concept)])).toEqual([
      [1, ['cat-may']],
      [3, ['cat-rap']],
    ]);
    expect(gaps.map(({ concept }) => concept)).toEqual(['may-ao-dai', 'may-vest', 'thoi-trang']);
    expect(had).toEqual([]);
  });

  test('takes a free course before one that costs, unless something told of the learner says otherwise', () => {
    expect(pathFor([sewing, free]).steps.map(({ key }) => key)).toEqual([2]);
    const far = aCourse({
      key: 4,
      title: 'Cắt may cơ bản',
      topics: ['cắt may'],
      priceVnd: 0,
      mode: 'in_person',
      ward: '27676',
    });
    const near = aCourse({
      key: 5,
      title: 'Cắt may cơ bản',
      topics: ['cắt may'],
      priceVnd: 500_000,
      mode: 'in_person',
      ward: '26743',
    });
    const place = { value: { label: 'Bến Thành', wards: ['26743'] }, hard: false };
    expect(pathFor([far, near]).steps.map(({ key }) => key)).toEqual([4]);
    expect(pathFor([far, near], { facets: { place } }).steps.map(({ key }) => key)).toEqual([5]);
  });

  test('leaves out what the learner can do, courses they do not want, and courses that are over', () => {
    const { steps, had } = pathFor([sewing, patterns], { known: ['cat-may'] });
    expect(steps.map(({ key }) => key)).toEqual([3]);
    expect(had.map(({ concept }) => concept)).toEqual(['cat-may']);
    expect(pathFor([sewing, free], { exclude: [2] }).steps.map(({ key }) => key)).toEqual([1]);
    const over = aCourse({ ...free, startsOn: '2026-09-01', endsOn: '2026-10-01' });
    expect(pathFor([sewing, over]).steps.map(({ key }) => key)).toEqual([1]);
  });

  test('one course that teaches two of the skills is one step', () => {
    const both = aCourse({ key: 6, title: 'Cắt may và thiết kế rập', topics: ['cắt may', 'cắt rập'], priceVnd: 0 });
    const { steps } = pathFor([both, patterns]);
    expect(steps.map(({ key, skills }) => [key, skills.length])).toEqual([[6, 2]]);
  });
});
