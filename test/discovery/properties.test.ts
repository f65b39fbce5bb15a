import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Course, loadSampleData, streamCourses } from '../../src/catalogue/index.ts';
import { createFinder, type Facets, type Finder, type Hit, keptWish, type Wish } from '../../src/discovery/index.ts';
import { fold, tokens } from '../../src/text/index.ts';
import { describeDatabase } from '../support/databases.ts';

const now = new Date('2026-11-24T03:00:00Z');

const syllable = fc
  .tuple(
    fc.constantFrom('', 'h', 'kh', 'ng', 't', 'th', 'l', 'x', 'đ'),
    fc.constantFrom(['o', 'a'], ['o', 'e'], ['u', 'y']),
    fc.constantFrom('\u0300', '\u0301', '\u0309', '\u0303', '\u0323'),
  )
  .map(([onset, [first, second], tone]) => ({
    old: `${onset}${first}${tone}${second}`.normalize('NFC'),
    fresh: `${onset}${first}${second}${tone}`.normalize('NFC'),
  }));

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('folding', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('makes one of composed and decomposed letters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
        expect(tokens(text.normalize('NFC'))).toEqual(tokens(text.normalize('NFD')));
      }),
    );
  });

  it('makes one of the old and the new place of the tone, with its accents and without', () => {
    fc.assert(
      fc.property(syllable, ({ old, fresh }) => {
        const [one] = tokens(old);
        const [other] = tokens(fresh);
        expect(fold(old)).toBe(fold(fresh));
        expect([one?.folded, one?.accented]).toEqual([other?.folded, other?.accented]);
      }),
    );
  });
});

/** What breaks programs that read what people paste. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.string({ unit: 'grapheme', maxLength: 1000 }),
  // Halves of characters beyond the first plane.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
  // Letters under heaps of marks.
  fc
    .tuple(fc.constantFrom('a', 'ế', 'đ', 'z'), fc.integer({ min: 1, max: 3000 }))
    .map(([letter, count]) => letter + '\u0301\u0323'.repeat(count)),
  fc
    .tuple(fc.constantFrom('👩‍👩‍👧‍👦', '🇻🇳', '\u200d', '\u202e', 'ﷺ', '가'), fc.integer({ min: 1, max: 400 }))
    .map(([sign, count]) => sign.repeat(count)),
  // Words of conditions and signs, over and over: what patterns stumble over, if any do.
  fc
    .tuple(
      fc.array(
        fc.constantFrom(
          'không ',
          'k',
          'hk ',
          'ở ',
          'dưới ',
          '5',
          '.',
          ',',
          ' ',
          '500k ',
          "'",
          'c++',
          'quận ',
          'tối ',
          'từ ',
          'ta ',
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([words, count]) => words.join('').repeat(count).slice(0, 4000)),
);

/** One sign or word ten thousand letters long, as a cat on a keyboard writes it. */
const pumped = [
  'a',
  'ơ',
  'ng',
  ' ',
  '1',
  '1.',
  "a'",
  'không ',
  'khong ko ',
  'q',
  'q1 ',
  'dưới 5 ',
  'ko?',
  'c++',
  '\n',
  '-',
  '_',
  '5tr',
  'hoc ',
].map((part) => part.repeat(Math.ceil(10_000 / part.length)));

const topics = [
  'kế toán',
  'excel',
  'tiếng anh',
  'nau an',
  'lập trình',
  'tin học văn phòng',
  'marketing',
  'may',
  'chụp ảnh',
  '',
];

const statements: readonly (readonly string[])[] = [
  ['miễn phí', 'dưới 500k', 'không quá 1 triệu', 'rẻ', 'dưới 2tr', 'chỉ miễn phí', ''],
  ['ở quận 3', 'o go vap', 'ở Thủ Đức', 'chỉ ở quận 1', 'gần Bình Thạnh', 'ở Linh Đông', ''],
  ['buổi tối', 'cuối tuần', 'chỉ buổi sáng', 'buoi chieu', 'lúc nào cũng được', ''],
  ['online', 'trực tiếp', 'chỉ học online', 'không online', 'offline', ''],
  [
    'cho người mới bắt đầu',
    'nâng cao',
    'có chứng chỉ',
    'ít tốn dung lượng',
    'xe lăn vào được',
    'không quá 20 giờ',
    'ít nhất 5 giờ',
    '',
  ],
];

const wishText = fc
  .tuple(fc.constantFrom(...topics), ...statements.map((each) => fc.constantFrom(...each)))
  .map((parts) => parts.filter((part) => part !== '').join(' '));

/** What of the stated conditions a course row does not meet, judged by the row alone; "unknown" is not met. */
function unmet(course: Course, facets: Facets): string[] {
  const { maxPriceVnd, cheap, place, times, mode, level, certificate, lowData, wheelchair, maxHours, minHours } =
    facets;
  const found: string[] = [];
  const most = maxPriceVnd?.value ?? (cheap === undefined ? undefined : 500_000);
  if (most !== undefined && (course.priceVnd ?? Number.POSITIVE_INFINITY) > most) found.push('price');
  if (place !== undefined && !place.value.wards.includes(course.ward ?? '')) found.push('place');
  if (times !== undefined && !course.schedule.some((slot) => times.value.includes(slot))) found.push('time');
  if (mode !== undefined && course.mode !== mode.value && course.mode !== 'hybrid') found.push('mode');
  if (level !== undefined && course.level !== level.value && course.level !== 'all') found.push('level');
  if (certificate !== undefined && course.certificate !== true) found.push('certificate');
  if (lowData !== undefined && course.lowData !== true) found.push('low_data');
  if (wheelchair !== undefined && course.wheelchair !== true) found.push('wheelchair');
  // Unlike the others, hours that are not told are passed over in silence.
  if (maxHours !== undefined && (course.durationHours ?? 0) > maxHours.value) found.push('hours');
  else if (minHours !== undefined && (course.durationHours ?? minHours.value) < minHours.value) found.push('hours');
  return found.sort();
}

/** The same kinds, where the person said "chỉ", "không": a course that misses one must not be shown as a result. */
function refused(facets: Facets, kinds: readonly string[]): string[] {
  const facetOf: Readonly<Record<string, keyof Facets>> = {
    price: facets.maxPriceVnd === undefined ? 'cheap' : 'maxPriceVnd',
    time: 'times',
    low_data: 'lowData',
    hours: facets.maxHours === undefined ? 'minHours' : 'maxHours',
  };
  return kinds.filter((kind) => facets[facetOf[kind] ?? (kind as keyof Facets)]?.hard === true);
}

const judged = new Set(['price', 'place', 'time', 'mode', 'level', 'certificate', 'low_data', 'wheelchair', 'hours']);

/** Whether what an answer claims of a course is so in its row. */
function isTrue(reason: Hit['reasons'][number], course: Course, wish: Wish): boolean {
  switch (reason.kind) {
    // None is asked for here.
    case 'meaning':
      return false;
    case 'free':
      return course.priceVnd === 0;
    case 'within_budget':
      return course.priceVnd === reason.vnd && reason.vnd <= (wish.facets.maxPriceVnd?.value ?? 500_000);
    case 'in_place':
      return wish.facets.place?.value.wards.includes(course.ward ?? '') === true;
    case 'time':
      return course.schedule.some((slot) => slot === reason.value);
    case 'mode':
      return course.mode === reason.value || course.mode === 'hybrid';
    case 'level':
      return course.level === reason.value || course.level === 'all';
    case 'certificate':
      return course.certificate === true;
    case 'low_data':
      return course.lowData === true;
    case 'wheelchair':
      return course.wheelchair === true;
    case 'short':
      return course.durationHours === reason.hours;
    case 'long':
      return course.durationHours === reason.hours && reason.hours >= (wish.facets.minHours?.value ?? 0);
    case 'language':
      return course.language?.split('-')[0] === reason.value;
    case 'audience':
      return course.audience.some((each) => each === reason.value);
    case 'starts':
      return course.startsOn === reason.on;
    case 'topic':
      return reason.words !== '';
  }
}

describeDatabase('embedded', 'search over the sample catalogue', (context) => {
  let finder: Finder;
  const courses = new Map<number, Course>();

  beforeAll(async () => {
    const database = await context.database();
    await loadSampleData(database, { setting: 'yes', clock: () => now });
    finder = createFinder(database);
    await finder.refresh();
    for await (const slice of streamCourses(database.db, 1000)) for (const each of slice) courses.set(each.key, each);
  });

  function courseOf({ key }: Hit): Course {
    const course = courses.get(key);
    if (course === undefined) throw new Error(`There is no course ${key}.`);
    return course;
  }

  it('reads any text without failing, and keeps little of a long one', () => {
    const reads = (text: string): void => {
      const wish = finder.understand(text);
      expect(wish.said.length).toBeLessThanOrEqual(2000);
      expect(wish.said.isWellFormed()).toBe(true);
      expect(wish.length).toBeLessThanOrEqual(120);
      finder.refine(keptWish(wish), text);
      for (const doubt of finder.doubts(wish)) finder.meantOtherwise(wish, doubt);
      const { hits, none } = finder.search(wish, { limit: 5, now });
      expect(hits.length === 0).toBe(none);
    };
    fc.assert(fc.property(hostile, reads), { numRuns: 150 });
    for (const text of pumped) reads(text);
  });

  it('claims of a course only what its row says, and names every condition it misses', () => {
    fc.assert(
      fc.property(wishText, (text) => {
        const wish = finder.understand(text);
        const { hits, near } = finder.search(wish, { limit: 10, now });
        for (const hit of [...hits, ...near]) {
          const course = courseOf(hit);
          for (const reason of hit.reasons)
            expect(isTrue(reason, course, wish), `${text}: ${course.id}: ${reason.kind}`).toBe(true);
          const missed = hit.misses.map(({ kind }) => kind as string).filter((kind) => judged.has(kind));
          expect(missed.sort(), `${text}: ${course.id}`).toEqual(unmet(course, wish.facets));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows nothing that the person ruled out, however well it fits otherwise', () => {
    let ruledOut = 0;
    fc.assert(
      fc.property(wishText, (text) => {
        const { facets, ...wish } = finder.understand(text);
        const { hits } = finder.search({ ...wish, facets }, { limit: 50, now });
        for (const hit of hits) expect(refused(facets, unmet(courseOf(hit), facets)), text).toEqual([]);
        if (Object.values(facets).some(({ hard }) => hard)) ruledOut++;
      }),
      { numRuns: 300 },
    );
    expect(ruledOut).toBeGreaterThan(50);
  });

  it('gives the same courses in the same order for a wish that was kept and read back', () => {
    fc.assert(
      fc.property(wishText, wishText, (text, other) => {
        const wish = finder.understand(text);
        const first = finder.search(wish, { limit: 10, now });
        finder.search(finder.understand(other), { limit: 10, now });
        const kept = JSON.parse(JSON.stringify(keptWish(wish)));
        expect(finder.search(kept, { limit: 10, now })).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});
