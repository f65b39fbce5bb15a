import { describe, expect, test } from 'vitest';
import { distanceKm, findWard, nearestWards, wardByCode } from '../../src/places/index.ts';
import { wards } from '../../src/places/wards.ts';

test('the city has 168 wards, communes and one special zone', () => {
  expect(wards).toHaveLength(168);
  expect(wards.filter((ward) => ward.fullName.startsWith('Phường '))).toHaveLength(113);
  expect(wardByCode('26732')?.fullName).toBe('Đặc khu Côn Đảo');
  expect(wardByCode('00000')).toBeUndefined();
});

describe('findWard', () => {
  test.each([
    ['26743', '26743'],
    ['Bến Thành', '26743'],
    ['Phường Bến Thành', '26743'],
    ['phuong ben thanh', '26743'],
    ['P. Bến Thành', '26743'],
    ['Phường Bến Thành, TP.HCM', '26743'],
    ['  BẾN THÀNH ', '26743'],
    ['Hòa Bình', '27211'],
    ['Hoà Bình', '27211'],
    ['hoa binh', '27211'],
    ['Côn Đảo', '26732'],
    ['Thạnh An', '27676'],
    ['Xã Thanh An', '25807'],
  ])('reads %s', (cell, code) => {
    expect(findWard(cell)).toMatchObject({ kind: 'found', ward: { code } });
  });

  test.each(['Thanh An', 'xa thanh an'])('names both candidates of "%s", which lost its accents', (cell) => {
    const search = findWard(cell);
    expect(search.kind).toBe('ambiguous');
    expect(search.kind === 'ambiguous' ? search.candidates.map((ward) => ward.code).sort() : []).toEqual([
      '25807',
      '27676',
    ]);
  });

  test.each(['', 'Hà Nội', '99999', 'Quận 3', 'phường'])('does not know "%s"', (cell) => {
    expect(findWard(cell)).toEqual({ kind: 'unknown' });
  });

  test('finds every ward by its code, its name and its full name in either tone placement', () => {
    for (const ward of wards) {
      for (const cell of [ward.code, ward.fullName, ward.fullName.normalize('NFD'), ward.fullName.toUpperCase()]) {
        expect(findWard(cell)).toEqual({ kind: 'found', ward });
      }
    }
  });
});

describe('distance', () => {
  test('is zero to itself, the same both ways, and right between neighbours', () => {
    expect(distanceKm('26743', '26743')).toBe(0);
    expect(distanceKm('26743', '27676')).toBeCloseTo(distanceKm('27676', '26743') ?? -1, 9);
    expect(distanceKm('26743', '26740')).toBeLessThan(3);
    expect(distanceKm('26743', '26732')).toBeGreaterThan(200);
  });

  test('is unknown for an unknown code', () => {
    expect(distanceKm('26743', 'x')).toBeUndefined();
    expect(nearestWards('x', 3)).toEqual([]);
  });

  test('puts the ward itself first among the nearest', () => {
    const nearest = nearestWards('26743', 4);
    expect(nearest).toHaveLength(4);
    expect(nearest[0]).toBe('26743');
    expect(nearest).toContain('26740');
  });
});
