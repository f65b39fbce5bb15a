import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { receiveUpload } from '../../src/imports/index.ts';
import { testApplication } from '../support/application.ts';
import { type Browser, type Shown, signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { sheetOf } from '../support/workbook.ts';

vi.setConfig({ testTimeout: 120_000 });

const header = 'id,title,provider,price_vnd,màu';
const good = `${header}\nx1,Khóa A,Đơn vị 1,0,đỏ\nx2,Khóa B,Đơn vị 1,500000,\n`;
const oneBad = `${good}x3,<img src=x onerror=alert(1)>,Đơn vị 1,=cmd,\n`;

async function setUp(database: Database) {
  const application = await testApplication(database);
  const editor = await addStaff(database, 'editor');
  const browser = await signIn(application.app, database, editor.id, application.time.now);
  const job = application.workerJobs.find(({ name }) => name === 'imports');
  if (job === undefined) throw new Error('There is no job.');
  return { ...application, editor, browser, work: () => job.run() };
}

type SetUp = Awaited<ReturnType<typeof setUp>>;

async function send(
  { app }: Pick<SetUp, 'app'>,
  browser: Browser,
  content: string | Uint8Array,
  { name = 'khoa.csv', token, kind = 'courses' }: { name?: string; token?: string; kind?: string } = {},
): Promise<Shown> {
  const form = new FormData();
  form.append('csrf', token ?? (await browser.token()));
  form.append('kind', kind);
  form.append('source', 'thu');
  form.append('file', new File([content as BlobPart], name));
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await app.request('/console/imports', { method: 'POST', body: form, headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function countUploads(database: Database): Promise<{ uploads: number; pieces: number }> {
  const { rows } = await database.db.execute<{ uploads: number; pieces: number }>(sql`
    select (select count(*)::int from import_upload) as uploads, (select count(*)::int from import_upload_piece) as pieces`);
  return rows[0] ?? { uploads: -1, pieces: -1 };
}

describeDatabases('importing in the console', ({ database: open }) => {
  it('shows first what a file would do, imports at a press, and twice changes nothing', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work } = given;
    const sent = await send(given, browser, good);
    expect(sent.status).toBe(303);
    const path = sent.headers.get('location') ?? '';
    expect((await browser.get(path)).text).toContain(`sse-connect="${path}/events"`);
    expect(await work()).toMatchObject({ checked: 1 });
    const preview = (await browser.get(path)).text;
    expect(preview).toContain('Đọc 2 dòng');
    expect(preview).toContain('Nhập 2 dòng');
    expect(preview).toMatch(/<dt>Mới<\/dt><dd>2<\/dd>/);
    expect(preview).toMatch(/màu<\/td><td><span class="quiet">bỏ qua/);
    expect(preview).toContain('Khóa A');
    const { rows: before } = await database.db.execute(sql`select 1 from course where public_id = 'x1'`);
    expect(before).toEqual([]);
    for (let press = 0; press < 2; press++)
      expect((await browser.post(`${path}/start`, { skip: 'no' })).headers.get('location')).toBe(path);
    expect(await work()).toMatchObject({ imported: 1 });
    expect(await work()).toMatchObject({ imported: 0 });
    expect((await browser.get(path)).text).toContain('Đã nhập xong');
    const { rows: events } = await database.db.execute(
      sql`select action from audit where action like 'import.%' order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(['import.upload', 'import.start', 'import.done']);
    expect(await countUploads(database)).toEqual({ uploads: 1, pieces: 0 });
    const list = (await browser.get('/console/imports')).text;
    expect(list).toContain('editor@thanhpho.example');
    expect(list).toContain('khoa.csv');
    // The same file once more: all is there already.
    const again = (await send(given, browser, good)).headers.get('location') ?? '';
    await work();
    expect((await browser.get(again)).text).toMatch(/<dt>Giữ nguyên<\/dt><dd>2<\/dd>/);
  });

  it('offers a blank file of each kind and an example that can be imported as it is', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work } = given;
    const list = (await browser.get('/console/imports')).text;
    const links = [...list.matchAll(/href="(\/console\/import-templates\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      const file = await browser.get(link);
      expect(file.status, link).toBe(200);
      expect(file.headers.get('content-disposition')).toContain('.csv"');
    }
    const blank = await browser.get('/console/import-templates/places');
    expect(blank.text.trim()).toBe(
      'name,kind,ward,address,latitude,longitude,opening_hours,equipment,wifi,wheelchair,phone,confirmed_on,id',
    );
    const example = (await browser.get('/console/import-templates/places/example')).text;
    const path = (await send(given, browser, example, { kind: 'places' })).headers.get('location') ?? '';
    await work();
    expect((await browser.get(path)).text).toMatch(/<dt>Mới<\/dt><dd>60<\/dd>/);
    for (const wrong of ['songs', 'songs/example', 'workshops/example', 'constructor', '__proto__/example'])
      expect((await browser.get(`/console/import-templates/${wrong}`)).status, wrong).toBe(404);
  });

  it('shows bad rows inert, as a file too, and imports the others only when asked to', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work } = given;
    const path = (await send(given, browser, oneBad, { name: '../../"><b>x.csv' })).headers.get('location') ?? '';
    await work();
    const shown = await browser.get(path);
    expect(shown.text).not.toContain('"><b>');
    expect(shown.text).not.toContain('<img');
    expect(shown.text).toMatch(/<td>4<\/td><td>price_vnd<\/td><td>=cmd<\/td>/);
    expect(shown.text).toContain('Bỏ qua 1 dòng sai, nhập 2 dòng');
    const file = await browser.get(`${path}/errors.csv`);
    expect(file.text).toContain("4,price_vnd,'=cmd,");
    await browser.post(`${path}/start`, { skip: 'yes' });
    expect(await work()).toMatchObject({ imported: 1 });
    expect((await browser.get(path)).text).toMatch(/<dt>Bỏ qua<\/dt><dd>1<\/dd>/);
  });

  it('reads workbooks, and refuses what cannot be used in words', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work } = given;
    const bytes = await sheetOf([
      ['Mã', 'Tên khóa học', 'Đơn vị', 'Học phí'],
      ['w1', 'Khóa W', 'Đơn vị 1', 'nhiều'],
    ]);
    const path = (await send(given, browser, bytes, { name: 'Khóa học.XLSX' })).headers.get('location') ?? '';
    await work();
    expect((await browser.get(path)).text).toContain('<td>2</td><td>D (Học phí)</td><td>nhiều</td>');
    const refused = (await send(given, browser, 'PK nothing', { name: 'a.xlsx' })).headers.get('location') ?? '';
    expect(await work()).toMatchObject({ refused: 1 });
    expect((await browser.get(refused)).text).toContain('không phải tệp Excel');
    expect((await browser.post(`${refused}/start`, { skip: 'yes' })).status).toBe(303);
    expect(await work()).toMatchObject({ imported: 0 });
  });

  it('takes nothing without a token, too large, empty, or of an unknown kind, and keeps none of it', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, app } = given;
    expect((await send(given, browser, good, { token: 'x'.repeat(43) })).status).toBe(403);
    const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const tooLarge = await app.request('/console/imports', {
      method: 'POST',
      body: '--b--',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=b', 'content-length': '60000000' },
    });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.text()).toContain('50 MB');
    async function* endless() {
      for (;;) yield new Uint8Array(8 * 1024 * 1024);
    }
    const upload = {
      by: given.editor.id,
      kind: 'courses',
      fileName: 'a.csv',
      source: 'a',
      sheet: undefined,
      organisationId: undefined,
    };
    expect(await receiveUpload(database, { ...upload, content: endless() }, given.time.now)).toEqual({
      problem: 'too-large',
    });
    expect((await send(given, browser, '')).status).toBe(422);
    expect((await send(given, browser, good, { kind: 'songs' })).status).toBe(422);
    const broken = await app.request('/console/imports', {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nabc',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    });
    expect(broken.status).toBe(400);
    expect(await countUploads(database)).toEqual({ uploads: 0, pieces: 0 });
  });

  it('belongs to who sent it, goes an hour after its last use, and can be discarded', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work, app, time } = given;
    const other = await addStaff(database, 'admin');
    const stranger = await signIn(app, database, other.id, time.now);
    const path = (await send(given, browser, good)).headers.get('location') ?? '';
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${path}/discard`)).headers.get('location')).toBe('/console/imports');
    expect(await countUploads(database)).toMatchObject({ uploads: 1 });
    await browser.post(`${path}/discard`);
    expect(await countUploads(database)).toEqual({ uploads: 0, pieces: 0 });
    await send(given, browser, good);
    await work();
    given.advance(59 * 60);
    expect(await work()).toMatchObject({ expired: 0 });
    given.advance(2 * 60);
    expect(await work()).toMatchObject({ expired: 1 });
    expect(await countUploads(database)).toEqual({ uploads: 0, pieces: 0 });
  });

  it('goes on with what a dead process left, and runs one import of a kind at a time', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work, advance } = given;
    const paths: string[] = [];
    for (const content of [good, good.replaceAll('x', 'y')]) {
      paths.push((await send(given, browser, content)).headers.get('location') ?? '');
      await work();
    }
    for (const path of paths) await browser.post(`${path}/start`, { skip: 'no' });
    // A process that took the first one and died.
    await database.db.execute(sql`
      update import_upload set worker = 'dead', worker_until = ${new Date(given.time.now.getTime() + 15_000)}
      where id = (select min(id) from import_upload)`);
    expect(await work()).toMatchObject({ imported: 0 });
    advance(16);
    expect(await work()).toMatchObject({ imported: 1 });
    expect((await browser.get(paths[0] ?? '')).text).toContain('Đã nhập xong');
    expect(await work()).toMatchObject({ imported: 1 });
    expect((await browser.get(paths[1] ?? '')).text).toContain('Đã nhập xong');
  });

  it('streams progress and the outcome as events, then ends', async () => {
    const database = await open();
    const given = await setUp(database);
    const { browser, work } = given;
    const path = (await send(given, browser, good)).headers.get('location') ?? '';
    const watching = browser.get(`${path}/events`);
    await work();
    const { text, headers } = await watching;
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(text).toContain('event: state');
    expect(text).toContain('Nhập 2 dòng');
    expect(text).toMatch(/event: end\ndata: -\n\n$/);
  });

  it('leaves no file on the disk', async () => {
    const database = await open();
    const given = await setUp(database);
    await send(given, given.browser, good);
    await given.work();
    const left = (await readdir(tmpdir())).filter((name) => name.startsWith('ban-hoc-import-'));
    expect(left).toEqual([]);
  });
});
