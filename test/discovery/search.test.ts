import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/catalogue/index.ts';
import { createCourseIndexBuilder } from '../../src/discovery/course-index.ts';
import { searchCourses } from '../../src/discovery/search.ts';
import { understand } from '../../src/discovery/understand.ts';
import { aCourse } from '../support/course.ts';

const now = new Date('2026-11-24T00:00:00Z');
let serial = 0;

function course(title: string, more: Partial<Course> = {}): Course {
  serial++;
  return aCourse({ key: serial, title, ...more });
}

/** Something for the words to be rare in. */
const others = [
  'Sửa xe máy',
  'Cắm hoa',
  'Bơi lội',
  'Kỹ năng giao tiếp',
  'Trồng rau',
  'Thêu tay',
  'Nhiếp ảnh',
  'Cờ vua',
].map((title) => course(title));

function indexOf(courses: readonly Course[]) {
  const builder = createCourseIndexBuilder();
  for (const each of [...others, ...courses]) builder.add(each);
  return builder.finish();
}

function ask(courses: readonly Course[], query: string, exclude?: ReadonlySet<number>) {
  const index = indexOf(courses);
  const byId = new Map([...others, ...courses].map((each) => [each.id, each.title]));
  const result = searchCourses(index, understand(query, { vocabulary: index.vocabulary }), {
    limit: 10,
    now,
    ...(exclude === undefined ? {} : { exclude }),
  });
  return {
    ...result,
    titles: result.hits.map((hit) => byId.get(hit.id)),
    misses: result.hits.map((hit) => hit.misses.map((miss) => miss.kind)),
  };
}

describe('search', () => {
  it('finds without accents what is written with them, and with them prefers the same ones', () => {
    const courses = [course('Đóng bàn gỗ'), course('Kỹ năng bán lẻ')];
    expect(ask(courses, 'dong ban go').titles[0]).toBe('Đóng bàn gỗ');
    expect(ask(courses, 'bán lẻ').titles[0]).toBe('Kỹ năng bán lẻ');
    expect(ask(courses, 'ke toan').none).toBe(true);
  });

  it('puts what meets every condition first, and says what a near miss misses', () => {
    const courses = [
      course('Kế toán', { priceVnd: 900_000, schedule: ['evening'] }),
      course('Kế toán tổng hợp', { priceVnd: 0, schedule: ['morning'] }),
      course('Kế toán cho người mới', { priceVnd: 0, schedule: ['evening'] }),
    ];
    const answer = ask(courses, 'kế toán buổi tối miễn phí');
    expect(answer.titles[0]).toBe('Kế toán cho người mới');
    expect(answer.misses[0]).toEqual([]);
    expect(answer.misses.slice(1).flat().sort()).toEqual(['price', 'time']);
  });

  it('never lets conditions lift a course on another topic above the right one', () => {
    const courses = [
      course('Guitar đệm hát', { priceVnd: 2_000_000, schedule: ['morning'] }),
      course('Nấu ăn', { priceVnd: 0, schedule: ['evening'] }),
    ];
    expect(ask(courses, 'học guitar buổi tối miễn phí').titles).toEqual(['Guitar đệm hát']);
  });

  it('says of a dear course that it is, where only “rẻ” was asked for', () => {
    const courses = [course('Kế toán A', { priceVnd: 300_000 }), course('Kế toán B', { priceVnd: 4_000_000 })];
    expect(ask(courses, 'kế toán rẻ').misses).toEqual([[], ['price']]);
  });

  it('excludes what misses a hard condition', () => {
    const courses = [
      course('Tiếng Nhật N5', { mode: 'online' }),
      course('Tiếng Nhật N5 tại lớp', { mode: 'in_person' }),
      course('Tiếng Nhật kết hợp', { mode: 'hybrid' }),
    ];
    expect(ask(courses, 'tiếng nhật, chỉ online').titles.sort()).toEqual(['Tiếng Nhật N5', 'Tiếng Nhật kết hợp']);
    expect(ask(courses, 'tiếng nhật không online').titles.sort()).toEqual([
      'Tiếng Nhật N5 tại lớp',
      'Tiếng Nhật kết hợp',
    ]);
  });

  it('leaves out a topic that is not wanted', () => {
    const courses = [course('Tiếng Anh giao tiếp'), course('Tiếng Nhật giao tiếp')];
    expect(ask(courses, 'ngoại ngữ nhưng không phải tiếng anh').titles).toEqual(['Tiếng Nhật giao tiếp']);
  });

  it('says that nothing fits and gives the nearest apart', () => {
    const courses = [course('Lái xe ô tô'), course('Lắp ráp máy tính')];
    const answer = ask(courses, 'học lái máy bay trực thăng');
    expect(answer.none).toBe(true);
    expect(answer.hits).toEqual([]);
    expect(answer.near.length).toBeGreaterThan(0);
  });

  it('forgives a slip of the finger', () => {
    expect(ask([course('Photoshop căn bản')], 'photoshpo').titles[0]).toBe('Photoshop căn bản');
    expect(ask([course('Photoshop căn bản')], 'photosop').titles[0]).toBe('Photoshop căn bản');
  });

  it('finds an English course by a Vietnamese wish, behind Vietnamese ones', () => {
    const courses = [course('Accounting for Beginners', { language: 'en' }), course('Kế toán căn bản')];
    expect(ask(courses, 'kế toán').titles).toEqual(['Kế toán căn bản', 'Accounting for Beginners']);
    expect(ask([courses[0] as Course], 'kế toán').titles).toEqual(['Accounting for Beginners']);
  });

  it('prefers the place, then what is near, then online', () => {
    const courses = [
      course('Yoga ở Vũng Tàu', { ward: '26506', mode: 'in_person' }),
      course('Yoga online', { mode: 'online' }),
      course('Yoga ở Gò Vấp', { ward: '26884', mode: 'in_person' }),
    ];
    expect(ask(courses, 'yoga ở Gò Vấp').titles[0]).toBe('Yoga ở Gò Vấp');
    expect(ask(courses, 'yoga ở Gò Vấp').titles[1]).toBe('Yoga online');
  });

  it('keeps children’s courses behind for grown-ups and before for children', () => {
    const courses = [
      course('Lớp vẽ thiếu nhi', { audience: ['children'] }),
      course('Lớp vẽ', { audience: ['everyone'] }),
    ];
    expect(ask(courses, 'học vẽ').titles[0]).toBe('Lớp vẽ');
    expect(ask(courses, 'lớp vẽ cho bé 7 tuổi').titles[0]).toBe('Lớp vẽ thiếu nhi');
  });

  it('hides what is over or long unconfirmed', () => {
    const courses = [
      course('Đan lát đã kết thúc', { endsOn: '2026-11-01' }),
      course('Đan lát đã khai giảng lâu', { startsOn: '2026-08-01' }),
      course('Đan lát không ai xác nhận', { confirmedOn: '2024-01-01' }),
      course('Đan lát đang mở', { startsOn: '2026-12-01' }),
    ];
    const { titles } = ask(courses, 'đan lát');
    expect(titles[0]).toBe('Đan lát đang mở');
    expect(titles.filter((title) => title?.startsWith('Đan lát'))).toHaveLength(1);
  });

  it('puts what nobody confirmed lately or people reported behind, and says so', () => {
    const courses = [
      course('Đan lát bị báo sai', { sunkUntil: '2026-11-24' }),
      course('Đan lát lâu chưa xác nhận', { confirmedOn: '2026-05-27' }),
      course('Đan lát mới xác nhận', { confirmedOn: '2026-05-28' }),
      course('Đan lát báo đã lâu', { sunkUntil: '2026-11-23' }),
    ];
    const { titles, hits } = ask(courses, 'đan lát');
    const unlisted = ask([course('Đan lát không còn đăng', { sunkUntil: '2036-11-20' })], 'đan lát');
    expect(unlisted.hits[0]?.cautions).toEqual([{ kind: 'unlisted' }]);
    expect(titles.slice(2)).toEqual(['Đan lát lâu chưa xác nhận', 'Đan lát bị báo sai']);
    expect(hits.map(({ cautions }) => cautions)).toEqual([
      [],
      [],
      [{ kind: 'stale', confirmedOn: '2026-05-27' }],
      [{ kind: 'reported' }],
    ]);
  });

  it('shows at most two of one organisation among the first five when others are as good', () => {
    const courses = [
      ...Array.from({ length: 4 }, (_, n) => course(`Cầu lông lớp ${n}`, { organisation: 'Một nhà' })),
      course('Cầu lông lớp 7', { organisation: 'Nhà khác' }),
      course('Cầu lông lớp 8', { organisation: 'Nhà thứ ba' }),
    ];
    const first = ask(courses, 'cầu lông').titles.slice(0, 4);
    expect(first).toContain('Cầu lông lớp 7');
    expect(first).toContain('Cầu lông lớp 8');
  });

  it('leaves out what the person waved away', () => {
    const courses = [course('Karate căn bản'), course('Karate nâng cao')];
    expect(ask(courses, 'karate', new Set([courses[0]?.key ?? 0])).titles).toEqual(['Karate nâng cao']);
  });

  it('answers a wish of conditions alone', () => {
    const courses = [
      course('Lớp A', { priceVnd: 0, schedule: ['weekend'] }),
      course('Lớp B', { priceVnd: 0, schedule: ['morning'] }),
    ];
    expect(ask(courses, 'miễn phí cuối tuần').titles).toEqual(['Lớp A']);
    expect(ask(courses, '???')).toMatchObject({ none: true, hits: [], near: [] });
  });

  it('orders the same whatever irrelevant courses there are, and never throws', () => {
    const relevant = [course('Kế toán một', { priceVnd: 0 }), course('Kế toán hai', { priceVnd: 100_000 })];
    const before = ask(relevant, 'kế toán miễn phí').titles;
    const after = ask([...relevant, course('Múa lân'), course('Nuôi ong')], 'kế toán miễn phí').titles;
    expect(after).toEqual(before);
    const index = indexOf(relevant);
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => {
        const options = { limit: 5, now };
        const wish = understand(text, { vocabulary: index.vocabulary });
        expect(searchCourses(index, wish, options)).toEqual(searchCourses(index, wish, options));
      }),
    );
  });
});
