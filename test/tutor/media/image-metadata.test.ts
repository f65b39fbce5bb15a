import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { imageOf } from '../../../src/tutor/image.ts';
import { withoutMetadata } from '../../../src/tutor/image-metadata.ts';
import { decodePng } from '../../support/decoded-png.ts';
import { photoNotes, photoWith } from '../../support/jpeg.ts';

function cleaned(bytes: Buffer): Buffer | undefined {
  const image = imageOf(bytes);
  if (image === undefined) throw new Error('No picture.');
  const clean = withoutMetadata(image);
  return clean && Buffer.from(clean.bytes);
}

/** A chunk of a PNG; who reads it in these tests checks no sum of a chunk that is taken out. */
function pngChunk(name: string, content: string): Buffer {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name + content, 4, 'latin1');
  return chunk;
}

function webpChunk(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), size, content, Buffer.alloc(content.length % 2)]);
}

function webp(...chunks: Buffer[]): Buffer {
  const all = Buffer.concat(chunks);
  const head = Buffer.from('RIFF0000WEBP', 'latin1');
  head.writeUInt32LE(all.length + 4, 4);
  return Buffer.concat([head, all]);
}

describe('a picture without what it says of itself', () => {
  it('of a telephone keeps only what draws it', () => {
    expect(photoWith(true).includes('GPS')).toBe(true);
    expect(cleaned(photoWith(true))).toEqual(photoWith(false));
    expect(cleaned(photoWith(false))).toEqual(photoWith(false));
  });

  it('as PNG looks the same to an independent reader', () => {
    const picture = new PNG({ width: 3, height: 2 });
    picture.data.fill(77);
    const plain = PNG.sync.write(picture);
    const at = plain.length - 12;
    const noted = Buffer.concat([
      plain.subarray(0, at),
      pngChunk('tEXt', `Comment\0${photoNotes}`),
      pngChunk('eXIf', photoNotes),
      plain.subarray(at),
    ]);
    expect(cleaned(noted)?.includes('GPS')).toBe(false);
    expect(decodePng(cleaned(noted) as Buffer)).toEqual(decodePng(plain));
  });

  it('as WebP promises no notes any more, and its length is right', () => {
    const drawing = webpChunk('VP8 ', Buffer.alloc(7, 3));
    const canvas = (flags: number) => webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
    const noted = webp(
      canvas(0x1c),
      drawing,
      webpChunk('EXIF', Buffer.from(photoNotes)),
      webpChunk('XMP ', Buffer.from('x')),
    );
    expect(cleaned(noted)).toEqual(webp(canvas(0x10), drawing));
  });

  it.each([
    ['cut off', photoWith(true).subarray(0, 60)],
    ['with a part that ends before it begins', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xda])],
    ['of noise', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50, 7)])],
  ])('is not sent %s', (_, bytes) => {
    expect(cleaned(bytes)).toBeUndefined();
  });
});
