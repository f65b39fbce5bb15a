import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** Colours of the palette; rarer ones are drawn as the nearest of these. At 16 the edges of small letters begin to be rough. */
const paletteSizes = [32, 16] as const;

/** What a picture should take at most: on a slow mobile line that is a second. */
const wantedBytes = 40_000;

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Packs opaque pixels into a PNG with a palette (PNG specification, colour type 3): a drawn card has few colours, and so it
 * takes 30 KB where four bytes a pixel take 100. A picture that is larger than wanted is packed again with fewer colours.
 *
 * @param pixels red, green, blue and alpha of each pixel, row by row; alpha is ignored
 */
export async function encodePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const counts = countColours(pixels);
  let packed: Buffer = Buffer.alloc(0);
  for (const size of paletteSizes) {
    packed = await pack(pixels, width, height, paletteOf(counts, size));
    if (packed.length <= wantedBytes) break;
  }
  return packed;
}

interface Palette {
  readonly colours: readonly number[];
  /** For every colour of the picture the position of the one that stands for it. */
  readonly indexOf: ReadonlyMap<number, number>;
}

async function pack(pixels: Buffer, width: number, height: number, { colours, indexOf }: Palette): Promise<Buffer> {
  const perByte = colours.length <= 16 ? 2 : 1;
  const rowBytes = 1 + Math.ceil(width / perByte);
  const rows = Buffer.alloc(rowBytes * height);
  let last = -1;
  let index = 0;
  for (let row = 0; row < height; row++) {
    // The first byte of a row is its filter: none serves a palette best.
    const start = row * rowBytes + 1;
    for (let column = 0; column < width; column++) {
      const colour = pixels.readUInt32BE(4 * (row * width + column)) >>> 8;
      if (colour !== last) {
        last = colour;
        index = indexOf.get(colour) ?? 0;
      }
      if (perByte === 1) rows[start + column] = index;
      else rows[start + (column >> 1)] = (rows[start + (column >> 1)] ?? 0) | (column % 2 === 0 ? index << 4 : index);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8 / perByte, 8);
  header.writeUInt8(3, 9);
  const entries = Buffer.alloc(3 * colours.length);
  for (const [position, colour] of colours.entries()) entries.writeUIntBE(colour, 3 * position, 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    // Level 9 takes three times as long for one per cent less.
    chunk('IDAT', await deflated(rows, { level: 8 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function countColours(pixels: Buffer): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let offset = 0; offset < pixels.length; ) {
    const colour = pixels.readUInt32BE(offset) >>> 8;
    const start = offset;
    do offset += 4;
    while (offset < pixels.length && pixels.readUInt32BE(offset) >>> 8 === colour);
    counts.set(colour, (counts.get(colour) ?? 0) + (offset - start));
  }
  return counts;
}

/** The most frequent colours; equally frequent ones by value, so that the same picture has the same palette. */
function paletteOf(counts: ReadonlyMap<number, number>, size: number): Palette {
  const colours = [...counts]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a - b)
    .slice(0, size)
    .map(([colour]) => colour);
  return { colours, indexOf: new Map([...counts.keys()].map((colour) => [colour, nearest(colours, colour)])) };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [position, other] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2,
      0,
    );
    if (distance >= least) continue;
    least = distance;
    best = position;
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
