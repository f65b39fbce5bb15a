import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakLines } from '../../src/picture/lines.ts';

/** As on a typewriter: every unit is one wide. */
const typewriter = { widthOf: (text: string) => text.length };

it.each([
  ['một hai ba bốn', ['một hai ba', 'bốn']],
  ['một', ['một']],
  ['', []],
  ['  một   hai  ', ['một hai']],
  ['ngoằnngoèongoằnngoèo', ['ngoằnngoèo', 'ngoằnngoèo']],
  ['một ngoằnngoèongoằn', ['một', 'ngoằnngoèo', 'ngoằn']],
])('breaks %j at spaces, inside a word only where it must', (text, lines) => {
  expect(breakLines(text, { ...typewriter, width: 10, mostLines: 3 })).toEqual({ lines, isCut: false });
});

it('cuts what is too long with an ellipsis, not after a comma', () => {
  const cut = (text: string) => breakLines(text, { ...typewriter, width: 10, mostLines: 2 });
  expect(cut('một hai ba, bốn năm, sáu')).toEqual({ lines: ['một hai', 'ba, bốn n…'], isCut: true });
  expect(cut('một hai ba, bốn năm, '.repeat(3)).lines).toEqual(['một hai', 'ba, bốn n…']);
  expect(cut('mười hai mười ba, mười bốn').lines).toEqual(['mười hai', 'mười ba…']);
});

it('keeps the mark behind a title that is cut, and one that just fits', () => {
  const marked = (text: string) => breakLines(text, { ...typewriter, width: 10, mostLines: 2, mark: '(mẫu)' });
  expect(marked('một').lines).toEqual(['một (mẫu)']);
  expect(marked('một hai ba').lines).toEqual(['một hai ba', '(mẫu)']);
  expect(marked('một hai ba bốn năm sáu')).toEqual({ lines: ['một hai ba', 'bốn… (mẫu)'], isCut: true });
});

it('balances lines without making more of them', () => {
  const text = 'Quét mã để xem khóa này và hỏi thêm Bạn Học';
  const lines = breakLines(text, { ...typewriter, width: 36, mostLines: 4, isBalanced: true }).lines;
  expect(lines).toEqual(['Quét mã để xem khóa này', 'và hỏi thêm Bạn Học']);
});

it('never goes beyond width or lines, and loses nothing it does not say', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }).filter((text) => !/\s/.test(text));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 12, max: 30 }), (words, width) => {
      const { lines, isCut } = breakLines(words.join(' '), { widthOf: widthInGraphemes, width, mostLines: 3 });
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(widthInGraphemes(line)).toBeLessThanOrEqual(width);
      if (!isCut) expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
function widthInGraphemes(text: string): number {
  return [...graphemes.segment(text)].length;
}
