/** AAC as Zalo hands out voice messages: frames one after the other, each with a header of its own (ISO/IEC 13818-7, ADTS). */
export interface AdtsStream {
  /** As in MPEG-4: 2 is AAC LC. */
  readonly objectType: number;
  /** The index of the rate in the standard's table. */
  readonly rateIndex: number;
  /** Samples a second. */
  readonly rate: number;
  readonly channels: number;
  /** The frames without their headers. */
  readonly frames: readonly Uint8Array[];
}

const rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];
/** Samples in a frame. */
export const frameSamples = 1024;

/**
 * Reads ADTS up to the first thing that is no whole frame like the first; undefined where it does not begin with one. Frames of several
 * blocks, which no phone records, are not read.
 */
export function readAdts(bytes: Uint8Array): AdtsStream | undefined {
  const first = headerAt(bytes, 0);
  if (first === undefined) return undefined;
  const frames: Uint8Array[] = [];
  let at = 0;
  for (let header: Header | undefined = first; header !== undefined; header = headerAt(bytes, at)) {
    if (header.kind !== first.kind || at + header.length > bytes.length) break;
    frames.push(bytes.subarray(at + header.headerLength, at + header.length));
    at += header.length;
  }
  const { objectType, rateIndex, rate, channels } = first;
  return frames.length === 0 ? undefined : { objectType, rateIndex, rate, channels, frames };
}

interface Header {
  /** What is the same in all frames of a stream. */
  readonly kind: string;
  readonly objectType: number;
  readonly rateIndex: number;
  readonly rate: number;
  readonly channels: number;
  readonly headerLength: number;
  /** Of header and frame, in bytes. */
  readonly length: number;
}

function headerAt(bytes: Uint8Array, at: number): Header | undefined {
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6] = bytes.subarray(at, at + 7);
  // Twelve bits of ones, any MPEG version, layer 0.
  if (b6 === undefined || b0 !== 0xff || (b1 & 0xf6) !== 0xf0) return undefined;
  const headerLength = (b1 & 1) === 1 ? 7 : 9;
  const objectType = (b2 >> 6) + 1;
  const rateIndex = (b2 >> 2) & 0xf;
  const rate = rates[rateIndex];
  const channels = ((b2 & 1) << 2) | (b3 >> 6);
  const length = ((b3 & 3) << 11) | (b4 << 3) | (b5 >> 5);
  const hasOneBlock = (b6 & 3) === 0;
  if (rate === undefined || channels === 0 || length <= headerLength || !hasOneBlock) return undefined;
  return {
    kind: [objectType, rateIndex, channels].join(),
    objectType,
    rateIndex,
    rate,
    channels,
    headerLength,
    length,
  };
}
