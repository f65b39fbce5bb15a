/** A form that is not what multipart/form-data looks like. */
export class MalformedForm extends Error {}

/** One field of a form as it arrives. Its content must be read before the next one is asked for. */
export interface FormPart {
  readonly name: string;
  /** Of a file; empty where nothing was chosen. */
  readonly fileName: string | undefined;
  readonly content: AsyncGenerator<Uint8Array>;
}

const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');
const longestHead = 8 * 1024;

/** The boundary that a content type names, or undefined for another type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const given = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? '');
  return given?.[1] ?? given?.[2];
}

/** Reads a multipart form as a stream: a file of any size takes no more memory than its pieces. Throws `MalformedForm`. */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line before it.
  let buffer: Buffer = Buffer.from(lineEnd);

  async function pull(): Promise<void> {
    const { done, value } = await source.next();
    if (done === true) throw new MalformedForm('The form ends too early.');
    buffer = Buffer.concat([buffer, value]);
  }

  /** What stands before a mark, which is taken as well. */
  async function* until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = buffer.indexOf(mark);
      if (at >= 0) {
        const last = buffer.subarray(0, at);
        buffer = buffer.subarray(at + mark.length);
        if (last.length > 0) yield last;
        return;
      }
      const sure = buffer.length - mark.length + 1;
      if (sure > 0) {
        const piece = buffer.subarray(0, sure);
        buffer = buffer.subarray(sure);
        yield piece;
      }
      await pull();
    }
  }

  async function textUntil(mark: Buffer, longest: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of until(mark)) {
      length += piece.length;
      if (length > longest) throw new MalformedForm('A head is too long.');
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  await textUntil(delimiter, longestHead);
  for (;;) {
    while (buffer.length < 2) await pull();
    const mark = buffer.subarray(0, 2);
    if (mark.toString('latin1') === '--') return;
    if (!mark.equals(lineEnd)) throw new MalformedForm('A boundary is not followed by a line.');
    const head = await textUntil(headEnd, longestHead);
    const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? '';
    const name = /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1];
    if (name === undefined) throw new MalformedForm('A field has no name.');
    const content = until(delimiter);
    yield { name, fileName: /(?:^|[;\s])filename="([^"]*)"/i.exec(disposition)?.[1]?.replaceAll('%22', '"'), content };
    // Whoever did not want it all: the rest is passed over.
    for await (const _ of content);
  }
}
