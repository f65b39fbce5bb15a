import { describe, expect, test } from 'vitest';
import { bookOf, contentBook } from '../../../src/discovery/careers/occupation-book.ts';

const named = (text: string) =>
  contentBook()
    .recognise(text)
    .named.map(({ id }) => id);

describe('an occupation is recognised', () => {
  test.each([
    ['muốn làm thợ nail', 'tho-nail'],
    ['muon lam dieu duong', 'dieu-duong'],
    ['em muốn mở tiệm may ở gò vấp', 'mo-tiem-may'],
    ['mo quan ca phe can hoc gi', 'mo-quan-ca-phe'],
    ['học gì để làm kế toán', 'ke-toan-vien'],
    ['hoc gi de lam lap trinh vien', 'lap-trinh-vien'],
    ['muốn trở thành giáo viên mầm non', 'giao-vien-mam-non'],
    ['I want to become a data analyst', 'data-analyst'],
    ['laptrinhvien', 'lap-trinh-vien'],
    ['lam đieu dưởng', 'dieu-duong'],
    ['desginer', 'nha-thiet-ke-do-hoa'],
    ['thợ hàn', 'tho-han'],
    ['shipper', 'shipper'],
    ['chạy grab', 'tai-xe-cong-nghe'],
  ])('“%s” is %s', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  test('several are given where two are named as long, and the nearest where none is', () => {
    expect(named('thợ may hay thợ mộc')).toEqual(['tho-may', 'tho-moc']);
    const { named: none, near } = contentBook().recognise('kỹ sư tàu vũ trụ');
    expect(none).toEqual([]);
    expect(near.length).toBeGreaterThan(0);
    expect(contentBook().recognise('xyzzy').near).toEqual([]);
  });

  test('accents that say another thing are another thing', () => {
    expect(named('đi Hàn Quốc chơi')).toEqual([]);
    expect(named('hạn nộp hồ sơ')).toEqual([]);
  });
});

test('every occupation is found by each of its names', () => {
  const lost: string[] = [];
  for (const { id, forms } of contentBook().all) {
    for (const form of forms) if (!named(form).includes(id)) lost.push(`${id}: ${form}`);
  }
  expect(lost).toEqual([]);
});

test('an imported occupation of a name that is there changes it; another one is added with its skills in order', () => {
  const book = bookOf([
    {
      id: 'tho may',
      title: 'Thợ may',
      titleEn: undefined,
      skills: ['cắt may', 'khoan bắt vít'],
      synonyms: ['thợ may bạt'],
      esco: undefined,
    },
    {
      id: 'tho lap rem',
      title: 'Thợ máy',
      titleEn: 'Mechanic',
      skills: ['sửa xe máy', 'cơ khí', 'nói dóc'],
      synonyms: [],
      esco: undefined,
    },
  ]);
  expect(book.byId('tho-may')?.skills).toEqual([
    { concept: 'cat-may', name: 'cắt may', weight: 1 },
    { concept: undefined, name: 'khoan bắt vít', weight: 0.5 },
  ]);
  expect(book.recognise('thợ may bạt').named.map(({ id }) => id)).toEqual(['tho-may']);
  const mechanic = book.all.at(-1);
  expect(mechanic).toMatchObject({ id: 'tho-may-2', names: { vi: 'Thợ máy', en: 'Mechanic' } });
  expect(mechanic?.skills.map(({ concept, weight }) => [concept, weight])).toEqual([
    ['sua-xe-may', 1],
    ['co-khi', 0.75],
    [undefined, 0.5],
  ]);
});
