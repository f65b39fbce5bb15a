import { expect, it } from 'vitest';
import { askedOffers } from '../../../src/discovery/index.ts';

it.each([
  ['học bổng cho giáo viên', 'scholarship', [], 'cho giáo viên'],
  ['hoc bong ke toan', 'scholarship', [], 'ke toan'],
  ['có chỗ thực tập kế toán nào không', 'internship', [], 'có kế toán nào không'],
  ['thư viện có máy tính ở Thủ Đức', 'place', ['library', 'computers'], 'ở Thủ Đức'],
  ['wifi miễn phí quận 1', 'place', ['wifi'], 'quận 1'],
  ['mượn máy tính', 'place', ['lending'], ''],
  ['phong may gan day', 'place', ['computers'], 'gan day'],
  ['free wifi in Thu Duc', 'place', ['wifi'], 'in Thu Duc'],
  ['library with computers', 'place', ['library', 'computers'], ''],
] as const)('“%s” names a kind', (said, kind, needs, rest) => {
  expect(askedOffers(said)).toEqual({ kind, needs, rest, isWeak: false });
});

it.each([
  'muốn học tin học',
  'muốn máy tính chạy nhanh hơn',
  'ngành thư viện',
  'thư viện python',
  'sửa wifi',
  'viết báo cáo thực tập',
])('“%s” names none', (said) => {
  expect(askedOffers(said)).toBeUndefined();
});

it('takes “chỗ học” for a place only as long as no subject is named', () => {
  expect(askedOffers('chỗ học ở Gò Vấp')).toMatchObject({ kind: 'place', isWeak: true });
});
