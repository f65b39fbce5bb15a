/** A picture as an endpoint takes it. */
export interface Image {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
}

/** Recognises a picture by how it begins; undefined for what is none that an endpoint takes. */
export function imageOf(bytes: Uint8Array): Image | undefined {
  const begins = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (begins.startsWith('\xff\xd8\xff')) return { bytes, type: 'image/jpeg' };
  if (begins.startsWith('\x89PNG\r\n')) return { bytes, type: 'image/png' };
  if (begins.startsWith('RIFF') && begins.endsWith('WEBP')) return { bytes, type: 'image/webp' };
  return undefined;
}
