import type { IncomingMessage } from 'node:http';
import { readMultipart } from '../scripted-server/multipart.ts';
import { isObject, type Payload } from './payload.ts';
import { violation } from './platform-error.ts';

const largestBodyBytes = 1024 * 1024;

/** Where a request goes: `/bot<TOKEN>/<method>`. `undefined` for any other path. */
export function readPath(url: string): { token: string; method: string; query: URLSearchParams } | undefined {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const found = /^\/bot([^/]+)\/([^/]+)$/.exec(pathname);
  if (found === null) return undefined;
  const [, token = '', method = ''] = found;
  return { token: decodeURIComponent(token), method, query: searchParams };
}

/** Reads the whole body; fails when the other side hangs up first. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= largestBodyBytes) chunks.push(bytes);
  }
  if (size > largestBodyBytes) throw violation('the body is too large');
  return Buffer.concat(chunks);
}

/** The parameters of a call, from its query and its body: JSON, form or multipart, as its content type tells. */
export function readPayload(query: URLSearchParams, contentType: string, body: Buffer): Payload {
  const fromQuery = Object.fromEntries(query);
  if (body.length === 0) return fromQuery;
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'application/json') return { ...fromQuery, ...parseJson(body) };
  if (kind === 'application/x-www-form-urlencoded') {
    return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  if (kind === 'multipart/form-data') {
    const values = new Map<string, string>();
    const files = new Map();
    readMultipart(contentType, body, values, files);
    if (files.size > 0) throw violation('files cannot be uploaded');
    return { ...fromQuery, ...Object.fromEntries(values) };
  }
  throw violation(`unsupported content type "${contentType}"`);
}

function parseJson(body: Buffer): Payload {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw violation('the body is no JSON in UTF-8');
  }
  if (!isObject(parsed)) throw violation('the body must be a JSON object');
  return parsed;
}
