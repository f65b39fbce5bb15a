import { type AdtsStream, frameSamples } from './adts.ts';

/**
 * The same sound in an MPEG-4 file (ISO/IEC 14496-12 and -14), which speech services take where they refuse bare frames. Nothing is encoded
 * anew: one track, one chunk, its tables before the sound.
 */
export function m4aOf(stream: AdtsStream): Buffer {
  const type = box('ftyp', text('M4A '), u32(0), text('M4A '), text('mp42'), text('isom'));
  // The length of the tables does not depend on the number in them.
  const offset = type.length + movie(stream, 0).length + boxHead;
  return Buffer.concat([type, movie(stream, offset), box('mdat', ...stream.frames)]);
}

const boxHead = 8;

function movie(stream: AdtsStream, offset: number): Buffer {
  const { rate, frames } = stream;
  const duration = frames.length * frameSamples;
  const times = [u32(0), u32(0)];
  const matrix = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));
  const fullVolume = Buffer.concat([u16(0x100), u16(0)]);
  return box(
    'moov',
    full('mvhd', 0, ...times, u32(rate), u32(duration), u32(0x10000), fullVolume, zeros(8), matrix, zeros(24), u32(2)),
    box(
      'trak',
      full('tkhd', 7, ...times, u32(1), u32(0), u32(duration), zeros(8), zeros(4), fullVolume, matrix, zeros(8)),
      box(
        'mdia',
        full('mdhd', 0, ...times, u32(rate), u32(duration), u16(undetermined), u16(0)),
        full('hdlr', 0, u32(0), text('soun'), zeros(12), zeros(1)),
        box(
          'minf',
          full('smhd', 0, zeros(4)),
          box('dinf', full('dref', 0, u32(1), full('url ', 1))),
          sampleTable(stream, offset),
        ),
      ),
    ),
  );
}

/** The language "und", five bits a letter. */
const undetermined = 0x55c4;

function sampleTable({ objectType, rateIndex, rate, channels, frames }: AdtsStream, offset: number): Buffer {
  // AudioSpecificConfig: five bits, four bits, four bits, three of nought.
  const config = u16((objectType << 11) | (rateIndex << 7) | (channels << 3));
  const decoder = descriptor(4, Buffer.from([0x40, 0x15]), zeros(11), descriptor(5, config));
  const elementary = full('esds', 0, descriptor(3, u16(1), zeros(1), decoder, descriptor(6, Buffer.from([2]))));
  const sampleBits = 16;
  const entry = box(
    'mp4a',
    ...[zeros(6), u16(1), zeros(8), u16(channels), u16(sampleBits), zeros(4), u32(rate * 0x10000), elementary],
  );
  return box(
    'stbl',
    full('stsd', 0, u32(1), entry),
    full('stts', 0, u32(1), u32(frames.length), u32(frameSamples)),
    full('stsc', 0, u32(1), u32(1), u32(frames.length), u32(1)),
    full('stsz', 0, u32(0), u32(frames.length), ...frames.map(({ length }) => u32(length))),
    full('stco', 0, u32(1), u32(offset)),
  );
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, boxHead);
  return Buffer.concat([u32(length), text(type), ...parts]);
}

/** A box of version 0 with flags. */
function full(type: string, flags: number, ...parts: readonly Uint8Array[]): Buffer {
  return box(type, u32(flags), ...parts);
}

function descriptor(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

const zeros = (count: number): Buffer => Buffer.alloc(count);
const text = (letters: string): Buffer => Buffer.from(letters, 'latin1');
