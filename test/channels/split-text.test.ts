import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/channels/split-text.ts';

/** Texts as people and catalogues write them: words, breaks, emoji of several units, decomposed accents. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('học ', 'kế toán. ', 'lớp\n', '\n\n', '  ', '… ', 'đường! ') },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧‍👦', 'e\u0302\u0301', '🇻🇳', 'ễ'.normalize('NFD'), '👍🏽') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyLimit = fc.integer({ min: 8, max: 60 });

function partsOf(text: string, limit: number): string[] {
  return splitText(text, limit).map(({ start, end }) => text.slice(start, end));
}

describe('any text', () => {
  it('comes in parts within the limit, in order, none overlapping', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        let last = 0;
        for (const { start, end } of splitText(text, limit)) {
          expect(end - start).toBeLessThanOrEqual(limit);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThanOrEqual(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        expect(partsOf(text, limit).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never cut inside a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        fc.pre(text.isWellFormed());
        for (const part of partsOf(text, limit)) expect(part.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never cut before a combining mark that has its letter within reach', () => {
    const letters = fc.array(fc.constantFrom('a', 'e\u0302\u0301', 'o\u031b\u0301', 'đ', 'u\u0309'), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(letters, anyLimit, (pieces, limit) => {
        for (const part of partsOf(pieces.join(''), limit)) expect(part).not.toMatch(/^\p{M}/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no empty part, unless there is nothing else', () => {
    fc.assert(
      fc.property(anyText, anyLimit, (text, limit) => {
        const parts = partsOf(text, limit);
        expect(parts.length).toBeGreaterThan(0);
        if (text.trim() !== '') for (const part of parts) expect(part.trim()).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the cut', () => {
  it('leaves a text within the limit whole', () => {
    expect(partsOf('a'.repeat(10), 10)).toEqual(['a'.repeat(10)]);
    expect(partsOf('', 10)).toEqual(['']);
  });

  it('falls at a paragraph rather than a line, a line rather than a sentence, a sentence rather than a space', () => {
    expect(partsOf('một hai\n\nba bốn\nnăm', 16)).toEqual(['một hai', 'ba bốn\nnăm']);
    expect(partsOf('một hai\nba. bốn năm', 16)).toEqual(['một hai', 'ba. bốn năm']);
    expect(partsOf('một hai. ba bốn năm', 16)).toEqual(['một hai.', 'ba bốn năm']);
    expect(partsOf('một hai ba bốn năm', 16)).toEqual(['một hai ba bốn', 'năm']);
  });

  it('takes no boundary that would leave a part of less than a third', () => {
    expect(partsOf('a\n\nmột hai ba bốn năm', 18)).toEqual(['a\n\nmột hai ba bốn', 'năm']);
  });

  it('cuts a word that is longer than the limit', () => {
    expect(partsOf('a'.repeat(25), 10)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  });

  it('keeps an emoji of several units together', () => {
    expect(partsOf('aaaaaaa😀b', 8)).toEqual(['aaaaaaa', '😀b']);
    for (const part of partsOf(`${'a'.repeat(6)}👨‍👩‍👧`, 10)) expect(part).not.toMatch(/^\u200d/u);
  });

  it('counts the limits of the platforms: 4096 stay one part, one more makes two', () => {
    expect(splitText('ễ'.repeat(4096), 4096)).toHaveLength(1);
    expect(splitText('ễ'.repeat(4097), 4096)).toHaveLength(2);
  });
});
