import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Course } from '../src/catalogue/index.ts';

/** A small generator with a seed (mulberry32): the same corpus at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const folder = new URL('../content/catalogue/', import.meta.url);

/** The sample courses as rows of their files. */
function seeds(): Record<string, string>[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => parse(readFileSync(new URL(name, folder)), { columns: true }) as Record<string, string>[]);
}

/** Rare syllables, so that the vocabulary grows with the corpus as a real one does. */
function rareWord(random: () => number): string {
  const onsets = [
    'b',
    'c',
    'ch',
    'd',
    'đ',
    'g',
    'h',
    'kh',
    'l',
    'm',
    'n',
    'ng',
    'nh',
    'ph',
    'qu',
    's',
    't',
    'th',
    'tr',
    'v',
    'x',
  ];
  const rhymes = [
    'anh',
    'ông',
    'iên',
    'uyết',
    'ơm',
    'ạch',
    'ường',
    'ích',
    'oan',
    'ẫm',
    'úi',
    'ẹp',
    'ổn',
    'ừa',
    'ãi',
    'yền',
  ];
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] ?? '';
  return `${pick(onsets)}${pick(rhymes)}`;
}

/**
 * `size` courses recombined from the sample ones: title of one, description of two, conditions of a third, with rare words
 * mixed in. Popular seeds come more often (Zipf).
 */
export function makeCorpus(size: number): Course[] {
  const random = seeded(size);
  const rows = seeds();
  const pick = (): Record<string, string> => rows[Math.floor(rows.length * random() ** 2)] ?? {};
  const list = (cell: string | undefined): string[] => (cell ?? '').split(';').filter(Boolean);
  return Array.from({ length: size }, (_, position) => {
    const [subject, style, terms] = [pick(), pick(), pick()];
    const description = [
      subject.description,
      style.description?.split('. ')[0],
      rareWord(random),
      rareWord(random),
      rareWord(random),
    ];
    return {
      key: position + 1,
      id: `c${position + 1}`,
      title: `${subject.title} ${rareWord(random)}`,
      description: description.filter(Boolean).join(' '),
      organisation: `${style.provider} ${position % 40}`,
      platform: undefined,
      url: undefined,
      topics: list(subject.topics),
      skills: list(subject.skills),
      level: (terms.level || undefined) as Course['level'],
      language: terms.language || undefined,
      mode: (terms.mode || undefined) as Course['mode'],
      ward: undefined,
      address: undefined,
      priceVnd: Number(terms.price_vnd),
      durationHours: Number(terms.duration_hours),
      schedule: list(terms.schedule) as Course['schedule'],
      startsOn: undefined,
      endsOn: undefined,
      seats: undefined,
      certificate: undefined,
      lowData: undefined,
      wheelchair: undefined,
      audience: list(terms.audience) as Course['audience'],
      confirmedOn: '2026-11-01',
      sample: false,
    } satisfies Course;
  });
}

/** What people ask, with and without accents, short and long, for timing. */
export const benchQueries: readonly string[] = [
  'hoc ke toan buoi toi mien phi',
  'tiếng anh giao tiếp cho người mất gốc ở Thủ Đức',
  'excel online cho nguoi moi',
  'mẹ mình 65 tuổi muốn học dùng điện thoại',
  'lớp vẽ cho bé cuối tuần',
  'sua xe may',
  'lap trinh pyton',
  'free cooking class at the weekend',
  'muốn mở tiệm bánh nhỏ',
  'yoga buổi sáng gần Gò Vấp dưới 500k',
  't.anh gtiep cho ng di lam q3',
  'học đàn guitar',
  'kiếm thêm tiền ở nhà',
  'chăm sóc người già',
  'khóa ngắn hạn có chứng chỉ cho người thất nghiệp',
  'trồng rau sạch trên sân thượng',
  'digital marketing for small business',
  'tiếng nhật n5',
  'cắt may',
  'học gì cũng được miễn phí buổi tối',
];

/** p50 and p95 of some milliseconds. */
export function percentiles(values: readonly number[]): { p50: number; p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
