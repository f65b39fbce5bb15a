import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fetchFeed } from '../../src/imports/index.ts';
import { type FileServer, startFileServer } from '../support/file-server.ts';

let server: FileServer;
let folder: string;
beforeEach(async () => {
  server = await startFileServer();
  folder = await mkdtemp(join(tmpdir(), 'bh-feed-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const usual = { mostBytes: 1000, milliseconds: 5000, allowsLoopback: true };

function fetchAt(
  url: string,
  {
    limits = {},
    etag,
    lastModified,
    signal = new AbortController().signal,
  }: {
    limits?: Partial<typeof usual>;
    etag?: string;
    lastModified?: string;
    signal?: AbortSignal;
  } = {},
) {
  return fetchFeed(url, { etag, lastModified, folder, signal, limits: { ...usual, ...limits } });
}

const csv = 'id,title,provider\na,A,B\n';

it('saves the file with what the server says of it, and asks only for a newer one', async () => {
  server.answer('/courses', (request, response) => {
    if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
    response
      .writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        etag: '"1"',
        'last-modified': 'Mon, 02 Nov 2026 00:00:00 GMT',
      })
      .end(csv);
  });
  const first = await fetchAt(`${server.url}/courses`);
  expect(first).toMatchObject({
    kind: 'file',
    bytes: csv.length,
    etag: '"1"',
    lastModified: 'Mon, 02 Nov 2026 00:00:00 GMT',
  });
  const file = first.kind === 'file' ? first.file : '';
  expect(file).toMatch(/\.csv$/);
  expect(await readFile(file, 'utf8')).toBe(csv);
  const lastModified = 'Mon, 02 Nov 2026 00:00:00 GMT';
  expect(await fetchAt(`${server.url}/courses`, { etag: '"1"', lastModified })).toEqual({ kind: 'unchanged' });
  expect(server.asked[1]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': lastModified });
  expect(server.asked[0]?.headers).not.toHaveProperty('if-none-match');
});

it.each([
  ['http://127.0.0.1/x.csv', 'https://'],
  ['ftp://example.org/x.csv', 'https://'],
  ['https://127.0.0.1/x.csv', 'mạng nội bộ'],
  ['https://2130706433/x.csv', 'mạng nội bộ'],
  ['https://0x7f.1/x.csv', 'mạng nội bộ'],
  ['https://[::1]/x.csv', 'mạng nội bộ'],
  ['https://[::ffff:169.254.169.254]/x.csv', 'mạng nội bộ'],
  ['https://192.168.1.10/x.csv', 'mạng nội bộ'],
  ['https://localhost/x.csv', 'mạng nội bộ'],
  ['https://someone:secret@example.org/x.csv', 'mật khẩu'],
])('refuses %s without a trial', async (url, why) => {
  await expect(fetchAt(url, { limits: { allowsLoopback: false } })).rejects.toThrow(why);
});

it.each([
  'http://10.0.0.1/x.csv',
  'https://[::ffff:10.0.0.1]/x.csv',
  'https://169.254.169.254/latest',
  'file:///etc/passwd',
])('follows no redirect to %s', async (location) => {
  server.answer('/x.csv', (_, response) => response.writeHead(302, { location }).end());
  await expect(fetchAt(`${server.url}/x.csv`)).rejects.toThrow(/chuyển hướng/);
});

it('follows a few redirects, and not for ever', async () => {
  server.answer('/a.csv', (_, response) => response.writeHead(307, { location: '/b' }).end());
  server.answer('/b', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(csv),
  );
  expect(await fetchAt(`${server.url}/a.csv`)).toMatchObject({ kind: 'file', bytes: csv.length });
  server.answer('/round', (_, response) => response.writeHead(302, { location: '/round' }).end());
  await expect(fetchAt(`${server.url}/round`)).rejects.toThrow('quá 5 lần');
});

it('stops at the largest file, told or not', async () => {
  server.answer('/told.csv', (_, response) =>
    response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)),
  );
  server.answer('/streamed.csv', (_, response) => {
    response.writeHead(200);
    for (let piece = 0; piece < 5; piece++) response.write('x'.repeat(1000));
    response.end();
  });
  for (const path of ['told', 'streamed'])
    await expect(fetchAt(`${server.url}/${path}.csv`)).rejects.toThrow('lớn quá');
});

it('stops after its time, and when it is broken off', async () => {
  server.answer('/slow.csv', (_, response) => void response.writeHead(200).write('id,'));
  await expect(fetchAt(`${server.url}/slow.csv`, { limits: { milliseconds: 200 } })).rejects.toThrow('Không tải xong');
  const stopping = new AbortController();
  const fetching = fetchAt(`${server.url}/slow.csv`.replace('slow', 'slow'), { signal: stopping.signal });
  stopping.abort(new Error('stopped'));
  await expect(fetching).rejects.toThrow('stopped');
});

it('says what the server did wrong', async () => {
  server.answer('/page', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'));
  server.answer('/zip.csv', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'));
  await expect(fetchAt(`${server.url}/none.csv`)).rejects.toThrow('HTTP 404');
  await expect(fetchAt(`${server.url}/page`)).rejects.toThrow('text/html');
  await expect(fetchAt(`${server.url}/zip.csv`)).rejects.toThrow('nén');
  await server.close();
  await expect(fetchAt(`${server.url}/none.csv`)).rejects.toThrow('ECONNREFUSED');
});
