import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, hasAccents } from '../../src/text/index.ts';

describe('fold', () => {
  test.each([
    ['Kế toán', 'ke toan'],
    ['ĐƯỜNG Đặng Văn Bi', 'duong dang van bi'],
    ['Nguyễn Hoà', 'nguyen hoa'],
    ['IELTS 6.5', 'ielts 6.5'],
    ['', ''],
  ])('writes %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('gives composed and decomposed text the same form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('leaves no Vietnamese accent', () => {
    const letters = fc.constantFrom(...'ăâđêôơưĂÂĐÊÔƠƯáàảãạếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵ', 'a', ' ');
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        expect(fold(text)).toMatch(/^[a-z ]*$/);
        expect(hasAccents(fold(text))).toBe(false);
      }),
    );
  });
});

test('knows text with accents from text without', () => {
  expect(hasAccents('học')).toBe(true);
  expect(hasAccents('đi')).toBe(true);
  expect(hasAccents('hoc'.normalize('NFD'))).toBe(false);
  expect(hasAccents('résumé'.normalize('NFD'))).toBe(true);
  expect(hasAccents('日本')).toBe(false);
});
