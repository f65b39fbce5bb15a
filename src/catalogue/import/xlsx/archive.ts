import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { FileRefused } from '../problem.ts';

/** What all parts of a workbook may take unpacked. The archive's own figures are checked against what really comes out. */
const largestUnpacked = 50 * 1024 * 1024;

/** A workbook has some dozens of parts; thousands are somebody's attack. */
const mostParts = 5000;

/** The end record (22 bytes) with the longest comment. */
const longestEnd = 22 + 65_535;

const damaged = 'Tệp Excel bị hỏng hoặc bị cắt cụt. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi nhập lại.';

interface Part {
  readonly isPacked: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly checksum: number;
  readonly offset: number;
}

/** The parts of a workbook, which is a ZIP archive, read as UTF-8 text. */
export interface Archive {
  has(name: string): boolean;
  /**
   * A part's text, a piece at a time. Throws `FileRefused` when it is damaged, or unpacks to more than it said.
   * @param progress gets the packed bytes read so far
   */
  read(name: string, progress?: { bytes: number }): AsyncGenerator<string>;
  close(): Promise<void>;
}

/**
 * Opens a ZIP archive by its central directory. Nothing is unpacked that the directory says is larger than 50 MB in all,
 * and no part yields more bytes than the directory says, so a small file cannot fill memory or disk. Throws `FileRefused`.
 */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file, 'r');
  try {
    const parts = await readDirectory(handle);
    let total = 0;
    for (const part of parts.values()) total += part.bytes;
    if (total > largestUnpacked) {
      throw new FileRefused('Tệp Excel giải nén ra quá 50 MB. Hãy chia nhỏ, hoặc lưu lại dạng “CSV UTF-8”.');
    }
    return {
      has: (name) => parts.has(name),
      read(name, progress) {
        const part = parts.get(name);
        if (part === undefined) throw new FileRefused(damaged);
        return textOf(handle, part, progress);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (position < 0 || length < 0 || length > largestUnpacked) throw new FileRefused(damaged);
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  if (bytesRead < length) throw new FileRefused(damaged);
  return bytes;
}

/** Where the central directory begins, its length and number of entries. */
async function findDirectory(handle: FileHandle): Promise<{ offset: number; length: number; count: number }> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > tail.length) throw new FileRefused(damaged);
  const [count, length, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count !== 0xffff && length !== 0xffffffff && offset !== 0xffffffff) return { count, length, offset };
  // The large form, which some programs write for small files as well: a locator of 20 bytes before the end record.
  if (end < 20 || tail.readUInt32LE(end - 20) !== 0x07064b50) throw new FileRefused(damaged);
  const large = await bytesAt(handle, Number(tail.readBigUInt64LE(end - 12)), 56);
  if (large.readUInt32LE(0) !== 0x06064b50) throw new FileRefused(damaged);
  return {
    count: Number(large.readBigUInt64LE(32)),
    length: Number(large.readBigUInt64LE(40)),
    offset: Number(large.readBigUInt64LE(48)),
  };
}

async function readDirectory(handle: FileHandle): Promise<Map<string, Part>> {
  const { offset, length, count } = await findDirectory(handle);
  if (count > mostParts) throw new FileRefused('Tệp Excel có quá nhiều phần bên trong. Hãy lưu lại dạng “CSV UTF-8”.');
  const directory = await bytesAt(handle, offset, length);
  const parts = new Map<string, Part>();
  let at = 0;
  for (let each = 0; each < count; each++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new FileRefused(damaged);
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const next = extraEnd + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new FileRefused(damaged);
    if ((flags & 1) !== 0) throw new FileRefused('Tệp Excel đặt mật khẩu. Hãy bỏ mật khẩu rồi nhập lại.');
    if (method !== 0 && method !== 8) throw new FileRefused(damaged);
    const [bytes, packedBytes, headerOffset] = largeFields(directory.subarray(nameEnd, extraEnd), [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]);
    const name = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    if (parts.has(name)) throw new FileRefused(damaged);
    parts.set(name, {
      isPacked: method === 8,
      packedBytes,
      bytes,
      checksum: directory.readUInt32LE(at + 16),
      offset: headerOffset,
    });
    at = next;
  }
  return parts;
}

/** Sizes and offset; those that do not fit 32 bits stand, in this order, in the extra field 1. */
function largeFields(extra: Buffer, fields: readonly [number, number, number]): [number, number, number] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let position = at + 4;
      const take = (field: number): number => {
        if (field !== 0xffffffff) return field;
        if (position + 8 > Math.min(extra.length, at + 4 + length)) throw new FileRefused(damaged);
        position += 8;
        return Number(extra.readBigUInt64LE(position - 8));
      };
      return [take(fields[0]), take(fields[1]), take(fields[2])];
    }
    at += 4 + length;
  }
  return [...fields];
}

async function* textOf(handle: FileHandle, part: Part, progress = { bytes: 0 }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const header = await bytesAt(handle, part.offset, 30);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new FileRefused(damaged);
  const start = part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let [unpacked, checksum] = [0, 0];
  try {
    for await (const bytes of unpackedBytes(handle, part, start, progress)) {
      unpacked += bytes.length;
      if (unpacked > part.bytes) throw new FileRefused(damaged);
      checksum = crc32(bytes, checksum);
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // What zlib and the decoder say of bytes that are none of theirs.
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TypeError || code?.startsWith('Z_') === true) throw new FileRefused(damaged);
    throw error;
  }
  if (unpacked !== part.bytes || checksum !== part.checksum) throw new FileRefused(damaged);
}

async function* packedBytes(
  handle: FileHandle,
  start: number,
  length: number,
  progress: { bytes: number },
): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const piece = await bytesAt(handle, start + at, Math.min(64 * 1024, length - at));
    at += piece.length;
    progress.bytes += piece.length;
    yield piece;
  }
}

async function* unpackedBytes(
  handle: FileHandle,
  part: Part,
  start: number,
  progress: { bytes: number },
): AsyncGenerator<Buffer> {
  const packed = packedBytes(handle, start, part.packedBytes, progress);
  if (!part.isPacked) {
    yield* packed;
    return;
  }
  const inflate: Readable = pipeline(packed, createInflateRaw({ chunkSize: 64 * 1024 }), () => {
    // The error, if any, comes out of the iteration below.
  });
  for await (const bytes of inflate) yield bytes as Buffer;
}
