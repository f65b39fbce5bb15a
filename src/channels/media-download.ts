import { type MediaFile, mostMediaBytes } from '../message/index.ts';

/** For one file, from the request to its last byte. */
const downloadMilliseconds = 15_000;

/**
 * Reads a file that a person sent. Stops at the most that is read, and follows no redirect: an address that leads elsewhere may lead into
 * our own network. Throws what the network threw and for a server's fault, to be tried again; the address, which may hold a bot's token, stands in no error.
 */
export async function downloadMedia(address: URL, signal: AbortSignal): Promise<MediaFile> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(downloadMilliseconds)]);
  const response = await fetch(address, { redirect: 'error', signal: within });
  const { body, status, headers } = response;
  if (status !== 200 || body === null) {
    await body?.cancel();
    if (status >= 500 || status === 429) throw new Error(`A file could not be fetched: HTTP ${status}`);
    return { kind: 'gone' };
  }
  // Leaving the loop early cancels the rest.
  const pieces: Uint8Array[] = [];
  let length = Number(headers.get('content-length') ?? 0) > mostMediaBytes ? Number.POSITIVE_INFINITY : 0;
  for await (const piece of body) {
    length += piece.byteLength;
    if (length > mostMediaBytes) return { kind: 'too_big' };
    pieces.push(piece);
  }
  return length === 0 ? { kind: 'gone' } : { kind: 'fetched', bytes: Buffer.concat(pieces) };
}
