import { describe, expect, test } from 'vitest';
import { recognisePlaces, wardByCode } from '../../src/places/index.ts';
import { tokens } from '../../src/text/index.ts';

const labels = (text: string): string[] => recognisePlaces(tokens(text)).map((place) => place.label);
const wardNames = (text: string): (string | undefined)[] =>
  recognisePlaces(tokens(text)).flatMap((place) => place.wards.map((code) => wardByCode(code)?.name));

describe('former districts', () => {
  test.each([
    ['học may ở quận 3', 'Quận 3 (cũ)'],
    ['q3', 'Quận 3 (cũ)'],
    ['q.3', 'Quận 3 (cũ)'],
    ['quan 12', 'Quận 12 (cũ)'],
    ['near district 7', 'Quận 7 (cũ)'],
    ['binh thanh', 'Bình Thạnh (cũ)'],
    ['q.bthanh', 'Bình Thạnh (cũ)'],
    ['ở Gò Vấp', 'Gò Vấp (cũ)'],
    ['thu duc', 'Thủ Đức (cũ)'],
    ['quận Thủ Đức', 'Quận Thủ Đức (cũ)'],
    ['Quận 2', 'Quận 2 (cũ)'],
    ['q9', 'Quận 9 (cũ)'],
    ['dĩ an', 'Dĩ An (cũ)'],
    ['Bình Dương', 'Bình Dương (cũ)'],
    ['vung tau', 'Vũng Tàu (cũ)'],
    ['o nha be', 'Nhà Bè (cũ)'],
  ])('%s means %s', (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test('are the units that came out of them', () => {
    expect(wardNames('quận 3').sort()).toEqual(['Bàn Cờ', 'Nhiêu Lộc', 'Xuân Hoà'].sort());
    expect(wardNames('quận 2').sort()).toEqual(['An Khánh', 'Bình Trưng', 'Cát Lái'].sort());
  });

  test('two of them are both meant', () => {
    expect(labels('quận 1 hoặc quận 3')).toEqual(['Quận 1 (cũ)', 'Quận 3 (cũ)']);
  });
});

describe('wards', () => {
  test.each([
    ['phường Bình Dương', 'Phường Bình Dương'],
    ['phường thủ đức', 'Phường Thủ Đức'],
    ['gần Phú Lợi', 'Phường Phú Lợi'],
    ['o phu loi', 'Phường Phú Lợi'],
    ['xã Thạnh An', 'Xã Thạnh An'],
  ])('%s is the present %s', (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test('a numbered ward needs its district', () => {
    expect(labels('phường 13 quận 4')).toEqual(['Phường 13, Quận 4 (cũ)']);
    expect(wardNames('p13 q4')).toEqual(['Xóm Chiếu']);
    expect(labels('phường 13')).toEqual([]);
  });

  test('a former ward is known by its name', () => {
    expect(labels('ở Thảo Điền')).toEqual(['Thảo Điền (cũ)']);
  });
});

describe('what is no place', () => {
  test.each([
    'trung tâm tin học',
    'phu loi',
    'tan my',
    'hoa binh',
    'hòa bình thế giới',
    'con dao',
    'nha be',
    'cho lon',
    'lớp 5',
    'learn in english',
    'hà nội',
  ])('"%s" names none', (text) => {
    expect(labels(text)).toEqual([]);
  });
});

test('"ở trung tâm" with nothing behind it is the middle of the city', () => {
  expect(labels('lớp yoga ở trung tâm')).toEqual(['trung tâm thành phố']);
  expect(labels('ở trung tâm tin học')).toEqual([]);
});

test('the whole city is no condition', () => {
  expect(recognisePlaces(tokens('kế toán tphcm'))).toMatchObject([{ wards: [], start: 2, end: 3 }]);
});

test('takes the words that lead to a place with it', () => {
  expect(recognisePlaces(tokens('học may ở quận 3 buổi tối'))).toMatchObject([{ start: 2, end: 5 }]);
});

test('a former ward that went to two is told from a district, from one that went to one, and from wards of one name', () => {
  const isDivided = (text: string) => recognisePlaces(tokens(text)).map((place) => place.isDivided === true);
  expect(isDivided('lớp ở Linh Đông')).toEqual([true]);
  expect(isDivided('phường 15 gò vấp')).toEqual([true]);
  expect(isDivided('ở Thảo Điền')).toEqual([false]);
  expect(isDivided('ở Thủ Đức')).toEqual([false]);
  // Also the name of a present ward: that one is meant.
  expect(isDivided('ở phường Tân Tạo')).toEqual([false]);
});
