import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { catalogueVersion } from '../../src/catalogue/index.ts';
import { makeConfirmLink, revokeConfirmLinks } from '../../src/freshness/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('the page by which an organisation confirms its courses', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    const { id: staffId } = await addStaff(database, 'editor');
    await database.db.execute(sql`update course set confirmed_on = '2026-03-05'`);
    await database.db.execute(sql`update course set confirmed_on = '2026-02-04' where public_id = 'sua-xe-may'`);
    const { rows } = await database.db.execute<{ id: string; key: string; organisation: string }>(sql`
      select public_id as id, id as key, organisation_id as organisation from course`);
    const row = (id: string) => rows.find((each) => each.id === id);
    const organisationId = Number(row('ke-toan-toi')?.organisation);
    const token = await database.transaction((tx) =>
      makeConfirmLink(tx, organisationId, staffId, application.time.now),
    );
    const path = `/xac-nhan/${token}`;
    const get = async (query = '') => {
      const response = await application.app.request(`${path}${query}`);
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    const post = async (fields: Record<string, string>, to = path) => {
      const body = new URLSearchParams(fields);
      const response = await application.app.request(to, { method: 'POST', body });
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    const key = (id: string) => row(id)?.key ?? '';
    const state = async (id: string) => {
      const { rows: found } = await database.db.execute<{ on: string; closed: boolean; starts: string }>(sql`
        select confirmed_on::text as on, closed_at is not null as closed, starts_on::text as starts from course where public_id = ${id}`);
      return found[0];
    };
    return { ...application, database, staffId, organisationId, path, get, post, key, state, token };
  }

  it('lists its courses, the longest unconfirmed first, and nobody else’s; opening it changes nothing', async () => {
    const { get, database } = await scene();
    const before = await catalogueVersion(database.db);
    const { status, text, headers } = await get();
    expect(status).toBe(200);
    const titles = [...text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(titles[0]).toBe('Sửa xe máy từ đầu');
    expect(titles).toContain('Kế toán cho người mới bắt đầu');
    expect(titles).not.toContain('Excel cơ bản cho người đi làm');
    expect(text).toContain('Xác nhận gần nhất: 04/02/2026');
    for (const [name, value] of [
      ['cache-control', 'no-store'],
      ['x-robots-tag', 'noindex'],
      ['referrer-policy', 'same-origin'],
      ['x-frame-options', 'DENY'],
    ])
      expect(headers.get(name ?? '')).toBe(value);
    const { rows } = await database.db.execute(sql`select 1 from course_act`);
    expect([rows, await catalogueVersion(database.db)]).toEqual([[], before]);
  });

  it('confirms, closes and gives new dates by a press each, and takes each back', async () => {
    const { get, post, key, state } = await scene();
    const course = key('sua-xe-may');
    const confirmed = await post({ act: 'confirm', course });
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`#c${course}`),
    ]);
    expect(await state('sua-xe-may')).toMatchObject({ on: '2026-11-24', closed: false });
    expect((await get()).text).toContain('Đã ghi: còn mở (lúc 10:00)');
    await post({ act: 'undo', course });
    expect(await state('sua-xe-may')).toMatchObject({ on: '2026-02-04' });
    await post({ act: 'close', course });
    expect(await state('sua-xe-may')).toMatchObject({ closed: true });
    await post({ act: 'dates', course, starts_on: '2026-12-05', ends_on: '' });
    expect(await state('sua-xe-may')).toMatchObject({ closed: false, on: '2026-11-24', starts: '2026-12-05' });
  });

  it('keeps a course in its place after a press, so that one goes on where one was', async () => {
    const { get, post, key } = await scene();
    const titles = async () => [...(await get()).text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, title]) => title);
    const before = await titles();
    for (const act of ['confirm', 'close']) {
      await post({ act, course: key('sua-xe-may') });
      expect(await titles()).toEqual(before);
    }
  });

  it('says beside the course what is wrong with its dates', async () => {
    const { post, key } = await scene();
    const course = key('sua-xe-may');
    const wrong = await post({ act: 'dates', course, starts_on: '2026-12-05', ends_on: '2026-12-01' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Ngày kết thúc đứng trước')]);
    const over = await post({ act: 'dates', course, starts_on: '2026-01-05', ends_on: '2026-02-01' });
    expect([over.status, over.text]).toEqual([422, expect.stringContaining('đã kết thúc')]);
  });

  it('asks before it confirms all, does it once, and takes it back', async () => {
    const { get, post, database, state } = await scene();
    const asked = await post({ act: 'all' });
    expect([asked.status, asked.text]).toEqual([200, expect.stringMatching(/có \d+ khóa đang mở/)]);
    expect(await state('cat-may')).toMatchObject({ on: '2026-03-05' });
    expect((await post({ act: 'all', sure: 'yes' })).status).toBe(303);
    const version = await catalogueVersion(database.db);
    await post({ act: 'all', sure: 'yes' });
    expect(await catalogueVersion(database.db)).toBe(version);
    expect(await state('cat-may')).toMatchObject({ on: '2026-11-24' });
    expect(await state('excel-co-ban')).toMatchObject({ on: '2026-03-05' });
    expect((await get()).text).toContain('Hoàn tác “Tất cả còn mở”');
    await post({ act: 'undo-all' });
    expect(await state('cat-may')).toMatchObject({ on: '2026-03-05' });
    const { rows } = await database.db.execute(sql`
      select action, subject_kind as kind, staff_id as by, detail ? 'link' as link from audit where action ~ '^freshness' order by id`);
    expect(rows).toEqual([
      { action: 'freshness.link', kind: 'organisation', by: expect.any(String), link: true },
      { action: 'freshness.confirmed', kind: 'organisation', by: null, link: true },
      { action: 'freshness.undone', kind: 'organisation', by: null, link: true },
    ]);
  });

  it('does nothing for courses of others, nor back what staff decided', async () => {
    const { app, post, key, state, database } = await scene();
    const excel = key('excel-co-ban');
    for (const act of ['confirm', 'close', 'undo']) expect((await post({ act, course: excel })).status).toBe(422);
    expect(await state('excel-co-ban')).toMatchObject({ on: '2026-03-05', closed: false });
    const { token } = await addStaff(database, 'admin');
    const headers = { authorization: `Bearer ${token}` };
    await app.request('/api/v1/courses/sua-xe-may/close', { method: 'POST', headers });
    expect((await post({ act: 'undo', course: key('sua-xe-may') })).status).toBe(422);
    expect(await state('sua-xe-may')).toMatchObject({ closed: true });
  });

  it('is gone after thirty days, when it was revoked, and for any other token', async () => {
    const { app, get, post, key, advance, path, database, organisationId, staffId, time, state, token } = await scene();
    for (const wrong of ['x', 'a'.repeat(43), `${path.slice(10, -1)}%00`])
      expect((await app.request(`/xac-nhan/${wrong}`)).status).toBe(404);
    advance(30 * 86_400 - 1);
    expect((await get()).status).toBe(200);
    advance(2);
    expect((await get()).status).toBe(404);
    expect((await post({ act: 'close', course: key('sua-xe-may') })).status).toBe(404);
    expect(await state('sua-xe-may')).toMatchObject({ closed: false });
    const fresh = await database.transaction((tx) => makeConfirmLink(tx, organisationId, staffId, time.now));
    expect((await app.request(`/xac-nhan/${fresh}`)).status).toBe(200);
    expect(await database.transaction((tx) => revokeConfirmLinks(tx, organisationId, staffId, time.now))).toBe(1);
    expect((await app.request(`/xac-nhan/${fresh}`)).status).toBe(404);
    const { rows } = await database.db.execute<{ all: string }>(sql`
      select string_agg(confirm_link::text, ' ') as all from confirm_link`);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('answers nonsense kindly, and a wrong method with those there are', async () => {
    const { app, post, path } = await scene();
    for (const fields of [
      {},
      { act: 'x' },
      { act: 'confirm', course: '1 or 1' },
      { act: 'dates', course: '1', starts_on: 'mai' },
    ])
      expect((await post(fields as Record<string, string>)).status).toBe(422);
    expect((await app.request(path, { method: 'POST', body: 'x'.repeat(20_000) })).status).toBe(413);
    const wrong = await app.request(path, { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('speaks English to whoever asks', async () => {
    const { get } = await scene();
    expect((await get('?lang=en')).text).toContain('Still open');
  });
});
