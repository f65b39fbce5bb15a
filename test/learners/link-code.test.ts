import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashCode, newCode, readCode, shownCode } from '../../src/learners/index.ts';

describe('a linking code', () => {
  it('has eight of 32 signs that are not mistaken for each other: forty bits', () => {
    const codes = Array.from({ length: 400 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it('is read as it is shown, and as people copy it', () => {
    for (const code of Array.from({ length: 50 }, newCode)) {
      for (const typed of [
        shownCode(code),
        code.toLowerCase(),
        ` ${code.slice(0, 4)} ${code.slice(4)} `,
        shownCode(code).replace('-', '–'),
        shownCode(code).replaceAll('0', 'o').replaceAll('1', 'l'),
        [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''),
      ]) {
        expect(readCode(typed)).toBe(code);
      }
    }
  });

  it('is nothing else', () => {
    for (const text of ['', 'abc', 'ABCD-EFG', 'ABCD-EFGHJ', 'UUUU-UUUU', 'mẹ em 65 t', '😀😀😀😀😀😀😀😀']) {
      expect(readCode(text), text).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const code = readCode(text);
        expect(code === undefined || /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)).toBe(true);
      }),
    );
  });

  it('is kept under a hash that takes the secret to make', () => {
    expect(hashCode('one', 'ABCDEFGH')).not.toBe(hashCode('another', 'ABCDEFGH'));
    expect(hashCode('one', 'ABCDEFGH')).toBe(hashCode('one', 'ABCDEFGH'));
    expect(hashCode('one', 'ABCDEFGH')).toHaveLength(43);
  });
});
