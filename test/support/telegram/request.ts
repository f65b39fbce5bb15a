import type { IncomingMessage } from 'node:http';
import { ApiError } from '../scripted-server/api-error.ts';
import type { UploadedFile } from '../scripted-server/multipart.ts';
import { readMultipart } from '../scripted-server/multipart.ts';
import { isObject, type Parameters } from './parameters.ts';
import { violation } from './refusals.ts';

/** Uploads may have 50 MB; a little more for what is around them. */
const largestBodyBytes = 51 * 1024 * 1024;

/** Parameters that are objects; forms carry them as JSON text. */
const objectParameters = new Set([
  'allowed_updates',
  'commands',
  'correct_option_ids',
  'entities',
  'caption_entities',
  'link_preview_options',
  'message_ids',
  'options',
  'reaction',
  'reply_markup',
  'reply_parameters',
  'scope',
]);

/** Where a request goes: `/bot<TOKEN>/<method>`. `undefined` for any other path. */
export function readPath(url: string): { token: string; method: string; query: URLSearchParams } | undefined {
  const found = /^\/bot([^/?]+)\/([^/?]+)\/?(?:\?(.*))?$/.exec(url);
  if (found === null) return undefined;
  const [, token = '', method = '', query = ''] = found;
  return { token: token.replace(/%3a/i, ':'), method, query: new URLSearchParams(query) };
}

/** Reads the whole body; fails when the other side hangs up first. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBodyBytes) throw violation('Request Entity Too Large', 413);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The parameters of a call, and the same as a test wants to look at them: objects as such, files by name and size. */
export interface ReadCall {
  readonly parameters: Parameters;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Reads query and body; the body's kind is told by its content type, as the platform does. */
export function readCall(query: URLSearchParams, contentType: string, body: Buffer): ReadCall {
  const values = new Map<string, string>(query);
  const files = new Map<string, UploadedFile>();
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (body.length > 0 && kind === 'application/json') {
    const parsed = parseJsonBody(body);
    for (const [name, value] of Object.entries(parsed)) {
      if (value === null || value === undefined) continue;
      values.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return { parameters: { values, files }, payload: { ...toPayload(new Map(query)), ...parsed } };
  }
  if (body.length > 0) readForm(kind, contentType, body, values, files);
  for (const value of values.values()) requireWhole(value);
  const payload = toPayload(values);
  for (const [name, file] of files) {
    payload[name] = { fileName: file.fileName, contentType: file.contentType, bytes: file.content.length };
  }
  return { parameters: { values, files }, payload };
}

function readForm(
  kind: string | undefined,
  contentType: string,
  body: Buffer,
  values: Map<string, string>,
  files: Map<string, UploadedFile>,
): void {
  if (kind === 'multipart/form-data') {
    readMultipart(contentType, body, values, files);
  } else if (kind === 'application/x-www-form-urlencoded') {
    for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value);
  } else {
    throw violation(`unsupported content type "${contentType}"`);
  }
}

function parseJsonBody(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), (_key, value: unknown) => {
      return typeof value === 'string' ? requireWhole(value) : value;
    });
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw violation("can't parse request body as JSON");
  }
  if (!isObject(parsed)) throw violation('request body must be a JSON object');
  return { ...parsed };
}

/** Half a surrogate pair is what cutting a text at a number of units leaves. */
function requireWhole(value: string): string {
  if (!value.isWellFormed()) throw violation('strings must be encoded in UTF-8');
  return value;
}

function toPayload(values: ReadonlyMap<string, string>): Record<string, unknown> {
  const entries = [...values].map(([name, value]) => [name, objectParameters.has(name) ? parsedOr(value) : value]);
  return Object.fromEntries(entries);
}

function parsedOr(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
