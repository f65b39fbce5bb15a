import { readFile } from 'node:fs/promises';
import { renderAsync } from '@resvg/resvg-js';
import { expect, it } from 'vitest';
import { fontFiles, loadFont, widthOf } from '../../src/picture/font.ts';
import { textLine } from '../../src/picture/svg.ts';
import { readAdvances } from '../../src/picture/true-type.ts';

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
/** Every letter that Vietnamese is written with, the marks composed. */
const vietnamese = [...'aăâeêioôơuưy']
  .flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
  .concat([...'bcdđghklmnpqrstvx']);

it('knows every letter of Vietnamese in both weights, and none of other scripts', async () => {
  const font = await loadFont();
  for (const letter of [...vietnamese, ...vietnamese.map((each) => each.toUpperCase()), ...'0123456789₫·…–“”']) {
    for (const weight of ['regular', 'bold'] as const) {
      expect(font[weight](letter.codePointAt(0) ?? 0), `${letter} ${weight}`).toBeGreaterThan(0);
    }
  }
  for (const other of ['日', 'ش', 'ก', '😀', '𝐊', '\uffff'])
    expect(font.bold(other.codePointAt(0) ?? 0)).toBeUndefined();
});

it.each(['regular', 'bold'] as const)('measures %s lines as they are drawn', async (weight) => {
  const font = await loadFont();
  const style = { size: 50, weight, colour: '#000' };
  for (const text of [
    'ỮỮỮỮỮỮỮỮỮỮ',
    'HAVATAR Tự Vượt Ty fi ffH',
    'Học nghề ở Phường Bình Thạnh, ộểữ ẰẰẰH',
    vietnamese.join(''),
  ]) {
    const width = Math.ceil(widthOf(text, font[weight], style.size)) + 40;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="100">${textLine(text, { x: 20, y: 60 }, style)}</svg>`;
    const image = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: [...fontFiles] } });
    const { first, last } = inkColumns(image.pixels, image.width);
    // Ink stands a little inside the advances, or a hair outside.
    expect(first, text).toBeGreaterThan(16);
    expect(last, text).toBeLessThan(width - 16);
    expect(last - first, text).toBeGreaterThan(width - 40 - 14);
  }
});

function inkColumns(pixels: Buffer, width: number): { first: number; last: number } {
  let [first, last] = [width, 0];
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    if ((pixels[4 * pixel + 3] ?? 0) < 64) continue;
    first = Math.min(first, pixel % width);
    last = Math.max(last, pixel % width);
  }
  return { first, last };
}

it('refuses a file that is no font', async () => {
  const [file = ''] = fontFiles;
  const whole = await readFile(file);
  expect(() => readAdvances(Buffer.alloc(64))).toThrow('no table');
  expect(() => readAdvances(whole.subarray(0, 40))).toThrow();
});
