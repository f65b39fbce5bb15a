import type { Image } from './image.ts';

/**
 * A picture without what it says of itself: where and when it was taken, with which telephone, a small copy of what was cut away. Only the
 * parts that draw it stay; how it is turned goes as well. Undefined when its parts cannot be told: it is broken.
 * Formats: JPEG (ITU T.81, B.1.1), PNG (RFC 2083, 3.2), WebP (Google's container specification).
 */
export function withoutMetadata(image: Image): Image | undefined {
  const bytes = Buffer.from(image.bytes.buffer, image.bytes.byteOffset, image.bytes.byteLength);
  const kept = { 'image/jpeg': jpegParts, 'image/png': pngParts, 'image/webp': webpParts }[image.type](bytes);
  return kept && { type: image.type, bytes: Buffer.concat(kept) };
}

type Parts = readonly Uint8Array[] | undefined;

const startOfScan = 0xda;
/** APP0 says what the file is, APP14 how its colours are written; APP1 to APP13 and APP15 are notes (Exif, XMP, Photoshop), and so is COM. */
const isNote = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;

function jpegParts(bytes: Buffer): Parts {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    // Markers may be filled up with FF.
    if (marker === 0xff) {
      at++;
      continue;
    }
    // From the scan on everything draws.
    if (marker === startOfScan) return [...kept, bytes.subarray(at)];
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return undefined;
    if (!isNote(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

const pngSignature = 8;
/** Chunks that draw: all critical ones, and those of colour and transparency. */
const drawingChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD']);

function pngParts(bytes: Buffer): Parts {
  const kept: Buffer[] = [bytes.subarray(0, pngSignature)];
  for (let at = pngSignature; at + 12 <= bytes.length; ) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    if (drawingChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return kept;
    at = end;
  }
  return undefined;
}

const riffHeader = 12;
const notes = new Set(['EXIF', 'XMP ']);
/** Flags of VP8X that promise such chunks. */
const exifFlag = 0x08;
const xmpFlag = 0x04;

function webpParts(bytes: Buffer): Parts {
  const kept: Buffer[] = [];
  let at = riffHeader;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    // The last one may lack its padding.
    if (at + 8 + size > bytes.length) return undefined;
    const part = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X' && part.length > 8) part[8] = (part[8] ?? 0) & ~(exifFlag | xmpFlag);
    if (!notes.has(name)) kept.push(part);
    at = end;
  }
  if (kept.length === 0) return undefined;
  const header = Buffer.from(bytes.subarray(0, riffHeader));
  header.writeUInt32LE(
    kept.reduce((sum, part) => sum + part.length, 4),
    4,
  );
  return [header, ...kept];
}
