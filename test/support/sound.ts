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
