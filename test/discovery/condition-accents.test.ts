import { expect, it } from 'vitest';
import { understand } from '../../src/discovery/understand.ts';

it.each([
  ['hát tân cổ giao duyên', undefined],
  ['lớp cho cô giáo', ['teachers']],
  ['lop cho co giao', ['teachers']],
  ['yoga cho bà bầu', undefined],
  ['lớp cho bà ngoại', ['seniors']],
  ['tranh sơn dầu', undefined],
  ['a class for my son', ['children']],
])('"%s" is for %s', (text, audience) => {
  expect(understand(text).facets.audience?.value).toEqual(audience);
});

it.each([
  ['ai dạy chụp ảnh', 'tri tue nhan tao', false],
  ['shop ế, không ai mua', 'tri tue nhan tao', false],
  ['học AI', 'tri tue nhan tao', true],
  ['ứng dụng ai trong văn phòng', 'tri tue nhan tao', true],
  ['người ta chỉ tui học may', 'tieng anh', false],
  ['hoc ta gtiep', 'tieng anh', true],
])('"%s" means %s: %s', (text, term, isMeant) => {
  expect(understand(text).terms.some((each) => each.text === term)).toBe(isMeant);
});
