/** A voice message as Telegram hands it out, as far as its frame goes: a first and a last page of Ogg, and the number of samples. */
export function oggVoice(seconds = 3, bytes = 400): Buffer {
  const page = (samples: number): Buffer => {
    const head = Buffer.alloc(27);
    head.write('OggS', 0, 'latin1');
    head.writeBigInt64LE(BigInt(Math.round(samples)), 6);
    return head;
  };
  return Buffer.concat([page(0), Buffer.from('OpusHead'), Buffer.alloc(bytes, 7), page(seconds * 48_000)]);
}

/** A voice message as Zalo hands it out: frames of AAC, 16 kHz, mono, as far as their headers go. */
export function aacVoice(seconds = 3, frameBytes = 40): Buffer {
  const length = frameBytes + 7;
  const header = Buffer.from([
    0xff,
    0xf1,
    0x60,
    0x40 | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ]);
  const count = Math.ceil((seconds * 16_000) / 1024);
  return Buffer.concat(Array.from({ length: count }, (_, at) => [header, Buffer.alloc(frameBytes, at % 256)]).flat());
}
