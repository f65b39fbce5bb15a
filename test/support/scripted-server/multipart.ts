import { ApiError } from './api-error.ts';

/** A file that came with a multipart body. */
export interface UploadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Splits a multipart/form-data body into its fields and files. */
export function readMultipart(
  contentType: string,
  body: Buffer,
  values: Map<string, string>,
  files: Map<string, UploadedFile>,
): void {
  const found = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw new ApiError(400, 'Bad Request: multipart body without a boundary', true);
  // With a line break before the first delimiter as before all others, one search finds each of them.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let at = whole.indexOf(delimiter);
  if (at === -1) throw new ApiError(400, 'Bad Request: multipart body does not start with its boundary', true);
  for (;;) {
    const start = at + delimiter.length;
    if (whole.subarray(start, start + 2).toString('latin1') === '--') return;
    const next = whole.indexOf(delimiter, start);
    if (next === -1) throw new ApiError(400, 'Bad Request: multipart body ends without its closing boundary', true);
    readPart(whole.subarray(start, next), values, files);
    at = next;
  }
}

function readPart(part: Buffer, values: Map<string, string>, files: Map<string, UploadedFile>): void {
  const headEnd = part.indexOf('\r\n\r\n');
  if (headEnd === -1) throw new ApiError(400, 'Bad Request: multipart part without headers', true);
  const head = part.subarray(0, headEnd).toString('utf8');
  const content = part.subarray(headEnd + 4);
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? '';
  const name = readField(disposition, 'name');
  if (name === undefined) throw new ApiError(400, 'Bad Request: multipart part without a name', true);
  const fileName = readField(disposition, 'filename');
  if (fileName === undefined) {
    values.set(name, content.toString('utf8'));
    return;
  }
  const contentType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
  files.set(name, { fileName, contentType, content: Buffer.from(content) });
}

/** Also without quotes: grammY writes file names so, whatever is in them. */
function readField(disposition: string, field: 'name' | 'filename'): string | undefined {
  const unquoted = field === 'name' ? '[^;"]+' : '[^"].*';
  const found = new RegExp(`[;\\s]${field}=(?:"([^"]*)"|(${unquoted}))`, 'i').exec(disposition);
  return found?.[1] ?? found?.[2]?.trim();
}
