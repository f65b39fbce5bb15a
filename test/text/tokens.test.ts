import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedPhrase, isMostlyAccented, tokens } from '../../src/text/index.ts';

const folded = (text: string): string[] => tokens(text).map((token) => token.folded);
const accented = (text: string): string[] => tokens(text).map((token) => token.accented);

describe('tokens', () => {
  test.each([
    ['C++, C# và .NET', ['c++', 'c#', 'va', '.net']],
    ['Node.js hay ASP.NET?', ['node.js', 'hay', 'asp.net']],
    ['JLPT N5, HSK 4, tiếng Anh B2', ['jlpt', 'n5', 'hsk', '4', 'tieng', 'anh', 'b2']],
    ['IELTS 6.5 hoặc 6,5', ['ielts', '6.5', 'hoac', '6.5']],
    ['in 3D', ['in', '3d']],
    ['1.500.000đ', ['1500000', 'd']],
    ['2,5tr 1tr5 500k', ['2.5tr', '1tr5', '500k']],
    ['lớp 1,2,3', ['lop', '1', '2', '3']],
    ["don't, women's", ['dont', 'women']],
    ['TP.HCM t.anh q.3', ['tp', 'hcm', 't', 'anh', 'q', '3']],
    ['<b>🙂</b> \u0000', ['b', 'b']],
    ['', []],
  ])('cuts %s', (text, expected) => {
    expect(folded(text)).toEqual(expected);
  });

  test('keeps what was written beside its two forms', () => {
    expect(tokens('Kế IELTS')).toEqual([
      { folded: 'ke', accented: 'kế', written: 'Kế', hasAccents: true },
      { folded: 'ielts', accented: 'ielts', written: 'IELTS', hasAccents: false },
    ]);
  });

  test.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['toà', 'tòa'],
    ['kĩ', 'kỹ'],
    ['lí', 'lý'],
    ['mĩ', 'mỹ'],
    ['bác sỹ', 'bác sĩ'],
  ])('reads %s as %s', (one, other) => {
    expect(accented(one)).toEqual(accented(other));
  });

  test.each([['quý'], ['mì'], ['hoàn'], ['toán'], ['lì'], ['khuyến']])('leaves %s alone', (word) => {
    expect(accented(word)).toEqual([word]);
  });

  test('gives composed and decomposed text the same tokens', () => {
    const text = 'Khoá học điều dưỡng ở Hoà Bình';
    expect(accented(text.normalize('NFD'))).toEqual(accented(text));
  });

  test('finds in its own phrase the same phrase', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const phrase = foldedPhrase(text);
        expect(foldedPhrase(phrase)).toBe(phrase);
      }),
    );
  });
});

test('tells a message with accents from one with a stray accent', () => {
  expect(isMostlyAccented(tokens('học nấu ăn'))).toBe(true);
  expect(isMostlyAccented(tokens('hoc nấu an cuoi tuan'))).toBe(false);
  expect(isMostlyAccented([])).toBe(false);
});
