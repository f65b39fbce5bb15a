import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { courseById } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { type FileServer, startFileServer } from '../support/file-server.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: FileServer;
beforeEach(async () => {
  server = await startFileServer();
});
afterEach(() => server.close());

async function setUp(database: Database, environment = { IMPORT_FEEDS_LOOPBACK: 'yes' }) {
  const application = await testApplication(database, environment);
  const editor = await addStaff(database, 'editor');
  const browser = await signIn(application.app, database, editor.id, application.time.now);
  const job = application.workerJobs.find(({ name }) => name === 'import feeds');
  if (job === undefined) throw new Error('There is no job.');
  const ask = (method: string, path: string, body?: unknown) =>
    application.app.request(`/api/v1/import-feeds${path}`, {
      method,
      headers: { authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { ...application, editor, browser, ask, work: () => job.run() };
}

const good = 'id,title,provider\nf1,Khóa F1,Đơn vị F\nf2,Khóa F2,Đơn vị F\n';

describeDatabases('daily imports in the console and the API', ({ database: open }) => {
  it('are added by a form, fetched, shown with their trouble, paused, changed and removed', async () => {
    const database = await open();
    const { browser, work } = await setUp(database);
    server.answer('/f.csv', (_, response) => response.writeHead(200).end(good));
    const form = {
      kind: 'courses',
      url: `${server.url}/f.csv`,
      source: '<b>sở</b>',
      hour: '4',
      marks_missing: 'yes',
      skips_bad: 'no',
    };
    const wrong = await browser.post('/console/feeds', { ...form, url: 'https://10.0.0.1/f.csv', hour: 'sáng' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('từ 0 đến 23');
    const inside = await browser.post('/console/feeds', { ...form, url: 'https://10.0.0.1/f.csv' });
    expect(inside.status).toBe(422);
    expect(inside.text).toContain('mạng nội bộ');
    expect(inside.text).toContain('value="https://10.0.0.1/f.csv"');
    const path = (await browser.post('/console/feeds', form)).headers.get('location') ?? '';
    expect(path).toMatch(/^\/console\/feeds\/\d+$/);
    expect((await browser.get(path)).text).toContain('trong ít giây nữa');
    expect(await work()).toMatchObject({ imported: 1 });
    expect(await courseById(database.db, 'f2')).toMatchObject({ title: 'Khóa F2' });
    const shown = (await browser.get(path)).text;
    expect(shown).toContain('đọc 2 dòng, mới 2');
    const list = (await browser.get('/console/feeds')).text;
    expect(list).toContain('&lt;b&gt;sở');
    expect(list).not.toContain('<b>sở');
    server.answer('/f.csv', (_, response) => response.writeHead(200).end(`${good}f3,,Đơn vị F\n`));
    await browser.post(`${path}/sync`);
    expect(await work()).toMatchObject({ refused: 1 });
    expect((await browser.get(path)).text).toMatch(/<td>4<\/td><td>title<\/td>/);
    expect((await browser.get('/console')).text).toContain('Nhập tự động gặp trục trặc');
    await browser.post(path, { ...form, skips_bad: 'yes' });
    expect(await work()).toMatchObject({ imported: 1 });
    expect((await browser.get('/console')).text).not.toContain('Nhập tự động gặp trục trặc');
    await browser.post(`${path}/pause`);
    expect((await browser.get(path)).text).toContain('Đang tạm dừng');
    expect((await browser.post(`${path}/remove`)).status).toBe(200);
    expect((await browser.post(`${path}/remove`, { confirmed: 'yes' })).headers.get('location')).toBe('/console/feeds');
    expect((await browser.get(path)).status).toBe(404);
    expect(await courseById(database.db, 'f1')).toBeDefined();
  });

  it('are the same in the API', async () => {
    const database = await open();
    const { ask, work } = await setUp(database);
    server.answer('/f.csv', (_, response) => response.writeHead(200).end(good));
    const feed = { kind: 'courses', url: `${server.url}/f.csv`, source: 'so', hour: 4 };
    const made = await ask('POST', '', feed);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: number };
    expect(await work()).toMatchObject({ imported: 1 });
    const read = (await (await ask('GET', `/${id}`)).json()) as object;
    expect(read).toMatchObject({
      ...feed,
      marks_missing: true,
      skips_bad: false,
      outcome: 'imported',
      result: { read: 2, created: 2, missing: 0 },
      next_at: '2026-11-24T21:00:00.000Z',
    });
    expect((await ask('POST', '', feed)).status).toBe(400);
    expect((await ask('POST', '', { ...feed, hour: 25 })).status).toBe(400);
    const changed = await ask('PATCH', `/${id}`, { hour: 5, mapping: { title: { from: 'title' } } });
    expect(await changed.json()).toMatchObject({ hour: 5, mapping: { title: { from: 'title' } }, url: feed.url });
    expect(await (await ask('POST', `/${id}/pause`)).json()).toMatchObject({ paused: true });
    expect(await (await ask('POST', `/${id}/resume`)).json()).toMatchObject({ paused: false });
    expect((await ask('POST', `/${id}/sync`)).status).toBe(200);
    expect(await (await ask('POST', `/${id}/remove`)).json()).toEqual({ removed: true });
    expect((await ask('GET', `/${id}`)).status).toBe(404);
    expect(await (await ask('GET', '')).json()).toEqual({ import_feeds: [] });
  });

  it('lead to this machine only in a trial', async () => {
    const database = await open();
    const { ask } = await setUp(database, { IMPORT_FEEDS_LOOPBACK: 'no' });
    const refused = await ask('POST', '', { kind: 'courses', url: `${server.url}/f.csv`, source: 'so', hour: 4 });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('https://');
    const named = await ask('POST', '', { kind: 'courses', url: 'https://localhost/f.csv', source: 'so', hour: 4 });
    expect(named.status).toBe(201);
  });
});
