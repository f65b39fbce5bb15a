import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitOpening, splitWords, withoutDoubled } from '../../src/discovery/joined-words.ts';

const known = new Set(['cap', 'cut', 'capcut', 'dung', 'clip', 'nau', 'an', 'ngon', 'na', 'u']);
const isKnown = (word: string): boolean => known.has(word);

it('cuts what was typed without spaces into the fewest known words', () => {
  expect(splitWords('capcutdungclip', isKnown)).toEqual(['capcut', 'dung', 'clip']);
  expect(splitWords('nauanngon', isKnown)).toEqual(['nau', 'an', 'ngon']);
});

it('leaves alone what does not come apart, is short or is no word of letters', () => {
  expect(splitWords('capcutx', isKnown)).toBeUndefined();
  expect(splitWords('capcut', isKnown)).toBeUndefined();
  expect(splitWords('capcut2024', isKnown)).toBeUndefined();
});

it('loses no letter', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 6 }), (words) => {
      const pieces = splitWords(words.join(''), isKnown);
      if (pieces !== undefined) expect(pieces.join('')).toBe(words.join(''));
    }),
  );
});

it('cuts off what is said before what is learnt', () => {
  expect(splitOpening('hocnau', isKnown)).toBe('hoc nau');
  expect(splitOpening('hocxyz', isKnown)).toBeUndefined();
  expect(splitOpening('nauan', isKnown)).toBeUndefined();
});

it('takes out letters that were typed twice, as few as make a word', () => {
  expect(withoutDoubled('clipp', isKnown)).toBe('clip');
  expect(withoutDoubled('nnấuu', isKnown)).toBe('nấu');
  expect(withoutDoubled('caáp', isKnown)).toBe('cáp');
  expect(withoutDoubled('xxyy', isKnown)).toBeUndefined();
});
