import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/catalogue/index.ts';
import { computerNeed, computerNeeds } from '../../src/discovery/computer-need.ts';
import { createCourseIndexBuilder } from '../../src/discovery/course-index.ts';
import { searchCourses } from '../../src/discovery/search.ts';
import { understand } from '../../src/discovery/understand.ts';
import type { Leaning } from '../../src/discovery/wish.ts';
import { aCourse } from '../support/course.ts';

const now = new Date('2026-11-24T00:00:00Z');
let serial = 0;

function course(id: string, title: string, more: Partial<Course> = {}): Course {
  serial++;
  return aCourse({ key: serial, id, title, mode: 'in_person', ...more });
}

const others = ['Sửa xe máy', 'Cắm hoa', 'Bơi lội', 'Trồng rau', 'Thêu tay', 'Nhiếp ảnh'].map((title, position) =>
  course(`other${position}`, title),
);

function ask(text: string, courses: readonly Course[], leaning?: Leaning) {
  const builder = createCourseIndexBuilder();
  for (const each of [...others, ...courses]) builder.add(each);
  const wish = { ...understand(text), ...(leaning === undefined ? {} : { leaning }) };
  return searchCourses(builder.finish(), wish, { limit: 10, now });
}

const ids = (result: ReturnType<typeof ask>) => result.hits.map((hit) => hit.id);

describe('what is known of a person', () => {
  const excel = [
    course('workers', 'Excel', { audience: ['workers'] }),
    course('teachers', 'Excel', { audience: ['teachers'] }),
    course('all', 'Excel', { audience: ['everyone'] }),
  ];

  it('puts courses for people like them first, and says so', () => {
    const found = ask('học excel', excel, { audiences: ['teachers'] });
    expect(ids(found)).toEqual(['teachers', 'all', 'workers']);
    expect(found.hits[0]?.reasons).toContainEqual({ kind: 'audience', value: 'teachers' });
    expect(found.hits.every((hit) => hit.misses.length === 0)).toBe(true);
  });

  it('puts what is free and needs little data first for who is cut off, without leaving anything out', () => {
    const words = [
      course('costly', 'Tin học văn phòng', { priceVnd: 500_000, lowData: true }),
      course('heavy', 'Tin học văn phòng', { priceVnd: 0 }),
      course('light', 'Tin học văn phòng', { priceVnd: 0, lowData: true }),
    ];
    expect(ids(ask('tin học văn phòng', words, { isCutOff: true }))).toEqual(['light', 'heavy', 'costly']);
    expect(ids(ask('tin học văn phòng', words))).toEqual(['costly', 'heavy', 'light']);
  });

  it('does not sink courses for old people when it is an old person who asks', () => {
    const phone = [
      course('young', 'Dùng điện thoại', { audience: ['everyone'] }),
      course('old', 'Dùng điện thoại', { audience: ['seniors'] }),
    ];
    expect(ids(ask('dùng điện thoại', phone))).toEqual(['young', 'old']);
    expect(ids(ask('dùng điện thoại', phone, { audiences: ['seniors'] }))).toEqual(['old', 'young']);
  });

  it('never lifts a course over a stated condition, and a stated group takes its place', () => {
    const evening = [
      course('mine', 'Excel', { audience: ['teachers'], schedule: ['morning'] }),
      course('evening', 'Excel', { audience: ['workers'], schedule: ['evening'] }),
    ];
    expect(ids(ask('học excel buổi tối', evening, { audiences: ['teachers'] }))[0]).toBe('evening');
    expect(ids(ask('excel cho người đi làm', excel, { audiences: ['teachers'] }))[0]).toBe('workers');
  });

  it('brings the own level forward', () => {
    const levels = [
      course('advanced', 'Guitar', { level: 'advanced' }),
      course('beginner', 'Guitar', { level: 'beginner' }),
      course('all', 'Guitar', { level: 'all' }),
    ];
    expect(ids(ask('guitar', levels, { level: 'beginner' }))).toEqual(['beginner', 'all', 'advanced']);
    expect(ids(ask('guitar', levels, { level: 'advanced' }))[0]).toBe('advanced');
  });

  it('sinks what needs a computer for who has none, and says what to ask', () => {
    const computer = [
      course('own', 'Excel cơ bản', { description: 'Học viên mang theo laptop.' }),
      course('online', 'Excel cơ bản', { mode: 'online' }),
      course('place', 'Excel cơ bản'),
      course('phone', 'Excel cơ bản', { description: 'Học được trên điện thoại.' }),
    ];
    const found = ask('học excel cơ bản', computer, { device: 'phone' });
    expect(ids(found)).toEqual(['phone', 'place', 'online', 'own']);
    expect(found.hits.map((hit) => hit.misses)).toEqual([
      [],
      [{ kind: 'computer', at: 'place' }],
      [{ kind: 'computer', at: 'online' }],
      [{ kind: 'computer', at: 'own' }],
    ]);
  });

  it('changes nothing when nothing is known', () => {
    expect(ask('học excel', excel, {})).toEqual(ask('học excel', excel));
  });
});

describe('the computer a course needs', () => {
  it.each([
    ['Cắm hoa', 'Hoa tươi mỗi tuần.', computerNeeds.untold],
    ['Lập trình Python', 'Viết chương trình đầu tiên.', computerNeeds.aboutComputers],
    ['Thiết kế rập', 'Bạn cần có laptop.', computerNeeds.needsOwn],
    ['Tin học cơ bản', 'Phòng máy ba mươi chỗ.', computerNeeds.notNeeded],
    ['Excel', 'Không cần máy tính, học trên điện thoại.', computerNeeds.notNeeded],
    ['Web design', 'Bring your own laptop.', computerNeeds.needsOwn],
  ])('“%s. %s”', (title, description, need) => {
    expect(computerNeed(course('x', title, { description }))).toBe(need);
  });
});
