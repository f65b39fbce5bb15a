import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('courses to confirm in the console', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    await database.db.execute(sql`update course set confirmed_on = '2026-06-01' where public_id <> 'guitar'`);
    const { rows } = await database.db.execute<{ key: string; organisation: string }>(
      sql`select id as key, organisation_id as organisation from course where public_id = 'sua-xe-may'`,
    );
    await application.workerJobs.find(({ name }) => name === 'organisations to ask')?.run();
    const { app, time } = application;
    const as = async (role: 'editor' | 'viewer' | 'partner' | 'admin') => {
      const organisationId = Number(rows[0]?.organisation);
      const member = await addStaff(database, role, role === 'partner' ? { organisationId } : {});
      return signIn(app, database, member.id, time.now);
    };
    return { ...application, database, key: rows[0]?.key ?? '', organisation: rows[0]?.organisation ?? '', as };
  }

  it('are listed with their organisations, filtered, and taken along as a file', async () => {
    const { as } = await scene();
    const viewer = await as('viewer');
    const { text } = await viewer.get('/console/stale');
    expect(text).toContain('Sửa xe máy từ đầu');
    expect(text).not.toContain('Guitar đệm hát');
    expect(text).toContain('01/06/2026 (176 ngày)');
    expect(text).not.toContain('action="/console/stale');
    expect((await viewer.get('/console/stale?state=all')).text).toContain('Guitar đệm hát');
    expect((await viewer.get('/console/stale?state=closed')).text).toContain('Không có khóa nào');
    expect((await viewer.get('/console/stale?state=%3Cb%3E&trang=-1&organisation=x')).status).toBe(200);
    const file = await viewer.get('/console/stale.csv?state=all');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain('guitar,Guitar đệm hát cho người mới');
    expect((await viewer.get('/console')).text).toContain('href="/console/stale?state=unconfirmed"');
  });

  it('are confirmed, closed, shown again and taken back by editors', async () => {
    const { as, key } = await scene();
    const editor = await as('editor');
    const step = async (name: string, fields: Record<string, string> = {}) =>
      (await editor.follow(await editor.post(`/console/stale/${key}/${name}`, fields))).text;
    expect(await step('confirm')).toContain('Đã ghi: khóa còn mở.');
    expect(await step('close', { back: '?state=closed' })).toContain('Đã đóng khóa');
    expect((await editor.get('/console/stale?state=closed')).text).toContain('Sửa xe máy từ đầu');
    expect(await step('restore')).toContain('Đã cho khóa hiện lại');
    expect(await step('undo')).toContain('Đã hoàn tác');
    const led = await editor.post(`/console/stale/${key}/confirm`, { back: '//nguoi-la.example' });
    expect(led.headers.get('location')).toBe('/console/stale');
    for (const none of ['999999', 'x']) expect((await editor.post(`/console/stale/${none}/close`)).status).toBe(404);
    const admin = await as('admin');
    expect((await admin.get('/console/audit?area=freshness')).text).toContain('ghi một khóa đã đóng');
  });

  it('show a message to copy with a link that works, and withdraw it', async () => {
    const { as, app, organisation } = await scene();
    const editor = await as('editor');
    const { status, text } = await editor.post('/console/stale/links', { organisation });
    expect(status).toBe(200);
    expect(text).toContain('Kính gửi Trung tâm Học Nghề Ban Mai');
    const path = /\/xac-nhan\/[\w-]{43}/.exec(text)?.[0] ?? '';
    expect((await app.request(path)).status).toBe(200);
    expect((await editor.get('/console/stale')).text).not.toContain('/xac-nhan/');
    const revoked = await editor.follow(await editor.post(`/console/stale/links/${organisation}/revoke`));
    expect(revoked.text).toContain('Đã thu hồi 1 liên kết');
    expect((await app.request(path)).status).toBe(404);
    expect((await editor.post('/console/stale/links', { organisation: '999999' })).status).toBe(404);
  });

  it('of a partner are its own', async () => {
    const { as, key, database } = await scene();
    const partner = await as('partner');
    const { text } = await partner.get('/console/stale?state=all&organisation=1');
    expect(text).toContain('Sửa xe máy từ đầu');
    expect(text).not.toContain('Excel cơ bản');
    expect((await partner.post(`/console/stale/${key}/confirm`)).status).toBe(303);
    const { rows } = await database.db.execute<{ key: string }>(
      sql`select id as key from course where public_id = 'excel-co-ban'`,
    );
    expect((await partner.post(`/console/stale/${rows[0]?.key}/close`)).status).toBe(404);
    expect((await partner.post(`/console/stale/${key}/restore`)).status).toBe(403);
  });
});
