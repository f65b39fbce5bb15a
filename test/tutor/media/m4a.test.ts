import { expect, it } from 'vitest';
import { readAdts } from '../../../src/tutor/adts.ts';
import { m4aOf } from '../../../src/tutor/m4a.ts';
import { soundOf } from '../../../src/tutor/sound.ts';
import { aacVoice, oggVoice } from '../../support/sound.ts';

/** The boxes of a file, one below the other: `moov/trak`, with where their content lies. */
function boxesOf(file: Buffer, from = 0, to = file.length, path = ''): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = from; at < to; ) {
    const length = file.readUInt32BE(at);
    const name = path + file.toString('latin1', at + 4, at + 8);
    if (length < 8 || at + length > to) throw new Error(`${name} has no length`);
    found.set(name, file.subarray(at + 8, at + length));
    if (/(?:moov|trak|mdia|minf|stbl|dinf)$/.test(name))
      for (const [inner, content] of boxesOf(file, at + 8, at + length, `${name}/`)) found.set(inner, content);
    at += length;
  }
  return found;
}

it('puts the frames of a voice message into a file, unchanged and where its tables say', () => {
  const stream = readAdts(aacVoice(3));
  expect(stream).toMatchObject({ objectType: 2, rateIndex: 8, rate: 16_000, channels: 1 });
  const frames = stream?.frames ?? [];
  expect(frames).toHaveLength(47);
  const file = m4aOf(stream!);
  const boxes = boxesOf(file);
  const table = 'moov/trak/mdia/minf/stbl';
  expect([...boxes.keys()].filter((name) => !name.includes('/'))).toEqual(['ftyp', 'moov', 'mdat']);
  expect(boxes.get('mdat')).toEqual(Buffer.concat(frames));
  const offset = boxes.get(`${table}/stco`)?.readUInt32BE(8) ?? 0;
  expect(file.subarray(offset, offset + 40)).toEqual(Buffer.from(frames[0]!));
  const sizes = boxes.get(`${table}/stsz`)!;
  expect([sizes.readUInt32BE(8), sizes.readUInt32BE(12), sizes.length]).toEqual([47, 40, 12 + 4 * 47]);
  const head = boxes.get('moov/trak/mdia/mdhd')!;
  expect([head.readUInt32BE(12), head.readUInt32BE(16)]).toEqual([16_000, 47 * 1024]);
  // AAC LC, 16 kHz, mono.
  expect(boxes.get(`${table}/stsd`)?.includes(Buffer.from([5, 2, 0x14, 0x08]))).toBe(true);
});

it('stops at what is no whole frame of the same kind, and takes nothing else for sound', () => {
  const whole = aacVoice(1);
  expect(readAdts(whole.subarray(0, whole.length - 5))?.frames).toHaveLength(15);
  expect(readAdts(Buffer.concat([whole, Buffer.from('garbage')]))?.frames).toHaveLength(16);
  expect(readAdts(Buffer.from([0xff, 0xf1, 0x60]))).toBeUndefined();
  for (const no of [Buffer.alloc(0), Buffer.alloc(100), Buffer.alloc(100, 0xff), Buffer.from('<html></html>')])
    expect(soundOf(no)).toBeUndefined();
});

it('tells how long a message is by its own account', () => {
  expect(soundOf(aacVoice(30))?.seconds).toBeCloseTo(30, 1);
  expect(soundOf(oggVoice(30))).toMatchObject({ seconds: 30, name: 'voice.ogg' });
  expect(soundOf(Buffer.from('OggS'))?.seconds).toBeUndefined();
});
