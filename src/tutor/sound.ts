import { frameSamples, readAdts } from './adts.ts';
import { m4aOf } from './m4a.ts';

/** A voice message as an endpoint takes it. */
export interface Sound {
  readonly bytes: Uint8Array;
  /** Endpoints tell the kind by the name's ending. */
  readonly name: string;
  readonly type: string;
  /** How long it is by its own account, where its kind tells. */
  readonly seconds: number | undefined;
}

/** Recognises what a platform hands out for a voice message by how it begins; undefined for what is no sound that an endpoint takes. */
export function soundOf(bytes: Uint8Array): Sound | undefined {
  const begins = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (begins.startsWith('OggS')) return { bytes, name: 'voice.ogg', type: 'audio/ogg', seconds: secondsOfOgg(bytes) };
  if (begins.slice(4, 8) === 'ftyp') return { bytes, name: 'voice.m4a', type: 'audio/mp4', seconds: undefined };
  if (begins.startsWith('ID3')) return { bytes, name: 'voice.mp3', type: 'audio/mpeg', seconds: undefined };
  const stream = readAdts(bytes);
  if (stream === undefined) return undefined;
  const seconds = (stream.frames.length * frameSamples) / stream.rate;
  return { bytes: m4aOf(stream), name: 'voice.m4a', type: 'audio/mp4', seconds };
}

/** Opus counts 48,000 samples a second, whatever it was recorded with; the last page says how many there were (RFC 7845, 4). */
const opusRate = 48_000;

function secondsOfOgg(bytes: Uint8Array): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = buffer.lastIndexOf('OggS');
  if (last + 14 > buffer.length) return undefined;
  const samples = Number(buffer.readBigInt64LE(last + 6));
  return samples > 0 ? samples / opusRate : undefined;
}
