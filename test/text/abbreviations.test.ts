import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expansionsOf, fromTelex, isStopWord, tokens } from '../../src/text/index.ts';

describe('expansionsOf', () => {
  test.each([
    ['ko', 'không'],
    ['thvp', 'tin học văn phòng'],
    ['mkt', 'marketing'],
    ['tanh', 'tiếng anh'],
    ['cntt', 'công nghệ thông tin'],
    ['nvsp', 'nghiệp vụ sư phạm'],
    ['hkd', 'hộ kinh doanh'],
    ['mún', 'muốn'],
    ['zô', 'vào'],
    ['tóan', 'toán'],
    ['nyc', 'người yêu cũ'],
    ['nvqs', 'nghĩa vụ quân sự'],
    ['ptrọ', 'phòng trọ'],
  ])('writes out %s', (short, meaning) => {
    expect(expansionsOf(short)[0]).toBe(meaning);
  });

  test('hands back every meaning of an ambiguous form', () => {
    expect(expansionsOf('ck')).toEqual(expect.arrayContaining(['chứng khoán', 'chuyển khoản']));
  });

  test.each([
    ['kt', ['kế toán', 'kiểm tra']],
    ['ks', ['khách sạn', 'kỹ sư']],
    ['sp', ['sản phẩm', 'sư phạm']],
    ['cn', ['chủ nhật', 'công nghệ', 'công nghiệp']],
    ['gv', ['giáo viên', 'gò vấp']],
    ['bv', ['bệnh viện', 'bảo vệ']],
  ])('puts the usual meaning of %s first', (short, meanings) => {
    expect(expansionsOf(short)[0]).toBe(meanings[0]);
    expect(expansionsOf(short)).toEqual(expect.arrayContaining(meanings));
  });

  test.each([
    ['sửa ml', 'sửa máy lạnh'],
    ['tk nt', 'thiết kế nội thất'],
    ['ms word', 'microsoft word'],
    ['nv pv', 'nhân viên phục vụ'],
    ['q gv', 'quận gò vấp'],
    ['sữa xe', 'sửa xe'],
    ['tuổi r', 'tuổi rồi'],
    ['quên mk', 'quên mật khẩu'],
    ['làm bv', 'làm bảo vệ'],
    ['mẹ ck', 'mẹ chồng'],
  ])('the neighbour settles what "%s" means', (short, meaning) => {
    expect(expansionsOf(short)).toEqual([meaning]);
  });

  test.each(['r', 'c', 'face', 'lap', 'mun', 'rui', 'ms', 'ml'])('leaves "%s" alone, a word of its own', (word) => {
    expect(expansionsOf(word)).toEqual([]);
  });

  test('reads a short form with đ', () => {
    expect(expansionsOf('đt')).toContain('điện thoại');
  });

  test.each(['constructor', 'toString', '__proto__', 'excel', ''])('knows nothing of "%s"', (word) => {
    expect(expansionsOf(word)).toEqual([]);
  });
});

describe('fromTelex', () => {
  test.each([
    ['tieengs', 'tiếng'],
    ['hocj', 'học'],
    ['dduwowcj', 'được'],
    ['ddieenj', 'điện'],
    ['nghieepj', 'nghiệp'],
    ['hoaf', 'hòa'],
    ['nguwowif', 'người'],
  ])('reads %s as %s', (keys, word) => {
    expect(fromTelex(keys)).toBe(word);
  });

  test.each(['excel', 'python', 'quy', 'a', '123'])('leaves %s alone', (word) => {
    expect(fromTelex(word)).toBeUndefined();
  });

  test('takes any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void fromTelex(text)));
  });
});

describe('isStopWord', () => {
  const isStop = (word: string): boolean => tokens(word).every(isStopWord);

  test.each(['mình', 'muon', 'học', 'khoá', 'ở', 'nhe', 'please', 'course'])('%s says nothing', (word) => {
    expect(isStop(word)).toBe(true);
  });

  test.each(['c', 'r', '4', 'java', 'toán', 'may', 'yoga'])('%s may be a topic', (word) => {
    expect(isStop(word)).toBe(false);
  });

  test('a word typed with accents is only itself', () => {
    expect(isStop('ve')).toBe(true);
    expect(isStop('về')).toBe(true);
    expect(isStop('vẽ')).toBe(false);
    expect(isStop('tối')).toBe(false);
    expect(isStop('trống')).toBe(false);
  });
});
