import { expect, it } from 'vitest';
import { encodePng } from '../../src/picture/png.ts';
import { decodePng } from '../support/decoded-png.ts';

/** Pixels of a picture from a function of their place. */
function pixelsOf(width: number, height: number, colourAt: (x: number, y: number) => number): Buffer {
  const pixels = Buffer.alloc(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    pixels.writeUInt32BE((colourAt(pixel % width, Math.floor(pixel / width)) * 256 + 255) >>> 0, 4 * pixel);
  }
  return pixels;
}

it.each([
  ['one colour', 1],
  ['as many as fit half a byte', 16],
  ['one more', 17],
  ['as many as it keeps', 32],
])('keeps every pixel of %s, of an odd width too', async (_, colours) => {
  const pixels = pixelsOf(33, 7, (x, y) => (((x + y) % colours) * 0x07_0b_0d) % 0xff_ff_ff);
  const decoded = decodePng(await encodePng(pixels, 33, 7));
  expect([decoded.width, decoded.height]).toEqual([33, 7]);
  expect(decoded.pixels.equals(pixels)).toBe(true);
});

it('draws rare colours as the nearest frequent one', async () => {
  const pixels = pixelsOf(100, 100, (x, y) => (y === 0 ? 0xff_ff_f0 + (x % 15) : (y % 32) * 0x08_08_08));
  const { pixels: decoded } = decodePng(await encodePng(pixels, 100, 100));
  for (let x = 0; x < 100; x++) expect(decoded.readUInt32BE(4 * x) >>> 8).toBe(0xf8_f8_f8);
});
