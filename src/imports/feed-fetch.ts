import { type LookupAddress, type LookupOptions, lookup as lookUp } from 'node:dns';
import { open } from 'node:fs/promises';
import { isIP } from 'node:net';
import { extname, join } from 'node:path';
import { Agent, request } from 'undici';
import { FileRefused } from '../catalogue/index.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** What is known of a file since it was fetched last. */
export interface Validators {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

export type Fetched =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'file'; readonly file: string; readonly bytes: number } & Validators);

export interface FetchOptions extends Validators {
  /** Where the file is put. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly limits: FetchLimits;
}

export interface FetchLimits {
  readonly mostBytes: number;
  /** From the first look-up to the last byte, over all redirects. */
  readonly milliseconds: number;
  /** Lets http and https lead to this very machine: for trials and tests. */
  readonly allowsLoopback: boolean;
}

const mostRedirects = 5;

/** The endings of files that can be read, by what a server calls them. */
const endings: Readonly<Record<string, string>> = {
  'text/csv': '.csv',
  'application/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'application/jsonl': '.jsonl',
  'application/x-ndjson': '.jsonl',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

/** Why an address may not be fetched, or undefined. Names are looked at again when they are resolved. */
export function addressProblem(url: URL, allowsLoopback: boolean): string | undefined {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowsLoopback))
    return 'địa chỉ phải bắt đầu bằng https://';
  if (url.username !== '' || url.password !== '') return 'địa chỉ không được chứa tên hay mật khẩu';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host, allowsLoopback)) return 'địa chỉ dẫn vào mạng nội bộ';
  return undefined;
}

function mayReach(address: string, allowsLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowsLoopback && isLoopbackAddress(address));
}

class PrivateAddress extends Error {}

/**
 * Connects to addresses of the open network only. The very addresses that are connected to are looked at, so a name that leads elsewhere the
 * second time it is resolved gains nothing; one private address among several refuses the name.
 */
function guardedAgent(allowsLoopback: boolean): Agent {
  return new Agent({
    connect: {
      lookup(host: string, options: LookupOptions, done) {
        lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
          if (error !== null) return done(error, '', 0);
          const bad = found.find(({ address }) => !mayReach(address, allowsLoopback));
          const [first] = found;
          if (bad !== undefined || first === undefined) return done(new PrivateAddress(host), '', 0);
          if (options.all === true) done(null, found);
          else done(null, first.address, first.family);
        });
      },
    },
  });
}

/**
 * Fetches the file of an address, unless it is as it was. Redirects are followed by hand, each looked at like the first address.
 * @throws FileRefused in words that name no other address than the given one
 */
export async function fetchFeed(address: string, options: FetchOptions): Promise<Fetched> {
  const { limits, signal } = options;
  const agent = guardedAgent(limits.allowsLoopback);
  const timeout = AbortSignal.timeout(limits.milliseconds);
  try {
    return await follow(new URL(address), options, agent, AbortSignal.any([signal, timeout]));
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) throw new FileRefused(`Không tải xong trong ${Math.round(limits.milliseconds / 1000)} giây.`);
    if (causes(error).some((each) => each instanceof PrivateAddress))
      throw new FileRefused('Địa chỉ này dẫn vào mạng nội bộ nên không được tải.');
    throw new FileRefused(`Không kết nối được tới địa chỉ này (${codeOf(error)}).`);
  } finally {
    await agent.destroy();
  }
}

async function follow(first: URL, options: FetchOptions, agent: Agent, signal: AbortSignal): Promise<Fetched> {
  const { etag, lastModified, limits } = options;
  let url = first;
  for (let hops = 0; ; hops++) {
    const problem = addressProblem(url, limits.allowsLoopback);
    if (problem !== undefined)
      throw new FileRefused(hops === 0 ? `Không tải: ${problem}.` : `Không tải: bị chuyển hướng, ${problem}.`);
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: '*/*',
        'accept-encoding': 'identity',
        'user-agent': 'BanHoc-import/1',
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
      },
    });
    const location = textOf(headers.location);
    if (statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
      await body.dump({ limit: 64 * 1024, signal }).catch(() => undefined);
      if (location === undefined || !URL.canParse(location, url))
        throw new FileRefused('Không tải: chuyển hướng không rõ đi đâu.');
      if (hops === mostRedirects) throw new FileRefused(`Không tải: bị chuyển hướng quá ${mostRedirects} lần.`);
      url = new URL(location, url);
      continue;
    }
    if (statusCode === 304) {
      await body.dump({ limit: 64 * 1024, signal }).catch(() => undefined);
      return { kind: 'unchanged' };
    }
    if (statusCode !== 200) throw new FileRefused(`Nơi giữ tệp trả lời HTTP ${statusCode}.`);
    const encoding = textOf(headers['content-encoding']) ?? 'identity';
    if (encoding !== 'identity') throw new FileRefused('Nơi giữ tệp nén tệp dù không được yêu cầu.');
    const file = join(options.folder, `feed${endingOf(first, url, textOf(headers['content-type']))}`);
    const bytes = await save(body, file, limits.mostBytes, Number(textOf(headers['content-length']) ?? 0));
    return { kind: 'file', file, bytes, etag: textOf(headers.etag), lastModified: textOf(headers['last-modified']) };
  }
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** The address's ending where it is one that can be read, else by what the server calls the file. */
function endingOf(first: URL, last: URL, type: string | undefined): string {
  const known = new Set([...Object.values(endings), '.ndjson']);
  for (const { pathname } of [first, last]) {
    const ending = extname(pathname).toLowerCase();
    if (known.has(ending)) return ending;
  }
  const ending = endings[(type ?? '').split(';')[0]?.trim().toLowerCase() ?? ''];
  if (ending !== undefined) return ending;
  throw new FileRefused(`Không rõ loại tệp “${type ?? ''}”. Địa chỉ cần dẫn tới tệp CSV, Excel .xlsx hoặc JSON.`);
}

async function save(body: AsyncIterable<Uint8Array>, file: string, mostBytes: number, told: number): Promise<number> {
  const tooLarge = () => new FileRefused(`Tệp lớn quá ${Math.floor(mostBytes / 1024 / 1024)} MB.`);
  if (told > mostBytes) throw tooLarge();
  const handle = await open(file, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const piece of body) {
      bytes += piece.byteLength;
      if (bytes > mostBytes) throw tooLarge();
      await handle.write(piece);
    }
  } finally {
    await handle.close();
  }
  return bytes;
}

/** An error with what caused it; connecting to several addresses fails with one error of them all. */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const inner = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  return [error, ...inner.flatMap(causes)];
}

function codeOf(error: unknown): string {
  for (const each of causes(error))
    if (each instanceof Error && 'code' in each && typeof each.code === 'string') return each.code;
  return error instanceof Error ? error.name : 'lỗi';
}
