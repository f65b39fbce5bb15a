import { expect, it } from 'vitest';
import { outsidePlace } from '../../src/places/index.ts';

it.each([
  ['học Excel ở Hà Nội', 'Hà Nội'],
  ['lop ve o da nang', 'Đà Nẵng'],
  ['cooking class in Can Tho', 'Cần Thơ'],
  ['em ở Cà Mau mới lên, kiếm nghề', undefined],
  ['từ Bến Tre lên học làm tóc', undefined],
  ['tiếng Anh ở Gò Vấp', undefined],
  ['bún bò Huế', undefined],
  ['', undefined],
])('the place outside the city in "%s" is %s', (text, place) => {
  expect(outsidePlace(text)).toBe(place);
});
