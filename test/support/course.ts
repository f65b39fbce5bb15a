import type { Course } from '../../src/catalogue/index.ts';

/** A course with what a test says of it and nothing else known. */
export function aCourse(more: Partial<Course> & Pick<Course, 'key' | 'title'>): Course {
  return {
    id: `c${more.key}`,
    description: undefined,
    organisation: `Đơn vị ${more.key}`,
    platform: undefined,
    url: undefined,
    topics: [],
    skills: [],
    level: undefined,
    language: 'vi',
    mode: undefined,
    ward: undefined,
    address: undefined,
    priceVnd: undefined,
    durationHours: undefined,
    schedule: [],
    startsOn: undefined,
    endsOn: undefined,
    seats: undefined,
    certificate: undefined,
    lowData: undefined,
    wheelchair: undefined,
    audience: [],
    confirmedOn: '2026-11-01',
    sample: false,
    ...more,
  };
}
