import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { openBrowser, signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { handOver, resident } from '../support/resident.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('pages of the console', ({ database: open }) => {
  it('take a form from our own pages with the token of the session, and from nowhere else', async () => {
    const database = await open();
    const { app, time } = await testApplication(database, { PUBLIC_URL: 'https://hoc.example' });
    const { id } = await addStaff(database, 'viewer');
    const other = await addStaff(database, 'viewer', { email: 'khac@thanhpho.example' });
    const browser = await signIn(app, database, id, time.now);
    const csrf = await browser.token();
    const foreign = await (await signIn(app, database, other.id, time.now)).token();
    const rename = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.send('/console/account/name', { name: 'Lan', ...fields }, headers).then(({ status }) => status);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://ke-gian.example' },
      { origin: 'null' },
    ] as Record<string, string>[])
      expect(await rename({ csrf }, headers), JSON.stringify(headers)).toBe(403);
    expect(await rename({})).toBe(403);
    expect(await rename({ csrf: foreign })).toBe(403);
    expect(await rename({ csrf: `${csrf}x` })).toBe(403);
    expect((await browser.get('/console/account')).text).not.toContain('value="Lan"');
    const asJson = await app.request('/console/account/name', {
      method: 'POST',
      headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '), 'content-type': 'text/plain' },
      body: `{"csrf":"${csrf}"}`,
    });
    expect(asJson.status).toBe(400);
    expect(await rename({ csrf }, { 'sec-fetch-site': 'same-origin' })).toBe(303);
    // A proxy may ask with another host than people use; a script of ours sends the token as a header.
    expect(await rename({ csrf }, { origin: 'https://hoc.example' })).toBe(303);
    expect(await rename({}, { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' })).toBe(303);
    expect((await browser.get('/console/account')).text).toContain('value="Lan"');
  });

  it('load nothing but our own files, are kept by no cache and stand in no frame', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'admin');
    const browser = await signIn(app, database, id, time.now);
    const { headers, text } = await browser.get('/console/staff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(text).not.toMatch(/<script>|<style| style=| onclick=/);
    const files = [...text.matchAll(/(?:href|src)="(\/console\/tep\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(files).toHaveLength(5);
    for (const path of files) {
      const file = await openBrowser(app).get(path);
      expect(file.headers.get('cache-control'), path).toBe('public, max-age=31536000, immutable');
      const packed = await app.request(path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(packed.headers.get('content-encoding'), path).toBe('gzip');
    }
    const stale = await app.request('/console/tep/older/pico.css');
    expect(stale.headers.get('cache-control')).toBe('no-cache');
    expect((await app.request('/console/tep/x/package.json')).status).toBe(404);
  });

  it('speak Vietnamese, and English from the press that asks for it on', async () => {
    const { app } = await testApplication(await open());
    const browser = openBrowser(app);
    expect((await browser.get('/console/sign-in')).text).toContain('<html lang="vi">');
    expect((await browser.get('/console/sign-in?lang=en')).text).toContain('<html lang="en">');
    expect((await browser.get('/console/sign-in')).text).toContain('Ask for a new link');
    expect((await browser.get('/console/sign-in?lang=vi')).text).toContain('Xin đường dẫn mới');
  });

  it('show what people wrote as text, also in the audit’s file', async () => {
    const database = await open();
    const application = await testApplication(database);
    const { app, time } = application;
    const evil = '<script>alert(1)</script>"><img src=x>';
    const admin = await addStaff(database, 'admin', { displayName: 'Sếp' });
    await addStaff(database, 'editor', { email: 'lan@thanhpho.example', displayName: evil });
    await handOver(resident(application, 'a'), `hỏi ${evil}`);
    const boss = await signIn(app, database, admin.id, time.now);
    for (const path of ['/console/staff', '/console/staff/2', '/console/inbox/1', '/console/account']) {
      const { text, status } = await boss.get(path);
      expect(status, path).toBe(200);
      expect(text, path).not.toContain('<script>alert');
      expect(text, path).not.toContain('<img src=x');
    }
    expect((await boss.get('/console/inbox/1')).text).toContain('&lt;script&gt;alert(1)');
    const file = await boss.get('/console/audit.csv?area=staff');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.text).toContain('lan@thanhpho.example');
  });

  it('let an administrator add, change and remove members, and never leave nobody in charge', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'admin');
    const boss = await signIn(app, database, id, time.now);
    const added = await boss.post('/console/staff', { email: 'Lan@thanhpho.example', role: 'editor', name: 'Cô Lan' });
    const link = /value="(http[^"]+\/console\/link\/[^"]+)"/.exec(added.text)?.[1] ?? '';
    const lan = openBrowser(app);
    expect((await lan.send(new URL(link).pathname, {})).status).toBe(303);
    expect((await lan.get('/console/staff')).status).toBe(403);
    const twice = await boss.post('/console/staff', { email: 'lan@thanhpho.example', role: 'viewer', name: '' });
    expect(twice).toMatchObject({ status: 422, text: expect.stringContaining('Email này đã có người dùng') });
    for (const fields of [
      { email: 'an', role: 'viewer', name: '' },
      { email: 'an@thanhpho.example', role: 'king', name: '' },
      { email: 'an@thanhpho.example', role: 'partner', name: '', organisation: 'Không Có' },
      { email: 'an@thanhpho.example', role: 'viewer', name: 'hai\ndòng' },
    ] as Record<string, string>[])
      expect((await boss.post('/console/staff', fields)).status, JSON.stringify(fields)).toBe(422);

    // The only administrator: not demoted, not removed, by nobody.
    expect((await boss.post(`/console/staff/${id}/role`, { role: 'viewer', confirmed: 'yes' })).status).toBe(422);
    expect((await boss.post(`/console/staff/${id}/remove`, { confirmed: 'yes' })).status).toBe(409);
    expect((await boss.post('/console/staff/2/role', { role: 'admin' })).status).toBe(303);
    // A new role is valid from the next request on.
    expect((await lan.get('/console/staff')).status).toBe(200);
    const both = await Promise.all([
      boss.post('/console/staff/2/remove', { confirmed: 'yes' }),
      lan.post(`/console/staff/${id}/remove`, { confirmed: 'yes' }),
    ]);
    const done = both.filter(({ headers }) => headers.get('location') === '/console/staff');
    expect(done).toHaveLength(1);
  });

  it('give and end API tokens, and ask before what cannot be undone', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'admin');
    const boss = await signIn(app, database, id, time.now);
    const made = await boss.post(`/console/staff/${id}/token`);
    const token = /value="(banhoc_[^"]+)"/.exec(made.text)?.[1] ?? '';
    const statusWith = async () =>
      (await app.request('/api/v1/inbox', { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await statusWith()).toBe(200);
    expect((await boss.post(`/console/staff/${id}/revoke`)).text).toContain('name="confirmed"');
    expect(await statusWith()).toBe(200);
    await boss.post(`/console/staff/${id}/revoke`, { confirmed: 'yes' });
    expect(await statusWith()).toBe(401);
    const audit = (await boss.get('/console/audit')).text;
    expect(audit).toContain('hủy mã API');
    expect(audit).not.toContain(token);
    expect((await boss.get('/console/audit?from=2026-11-24&to=2026-11-24')).text).toContain('hủy mã API');
    expect((await boss.get('/console/audit?from=2026-11-25')).text).toContain('Không có dòng nào');
    expect((await boss.get('/console/audit?from=x&by=y&area=z&before=-1')).status).toBe(200);
  });

  it('answer a resident: taken, answered once, given back, closed', async () => {
    const database = await open();
    const application = await testApplication(database);
    const { app, time } = application;
    const person = resident(application, 'a');
    await handOver(person, 'lớp may ở đâu');
    const lan = await signIn(
      app,
      database,
      (await addStaff(database, 'editor', { displayName: 'Cô Lan' })).id,
      time.now,
    );
    const minh = await addStaff(database, 'editor', { email: 'minh@thanhpho.example' });
    const other = await signIn(app, database, minh.id, time.now);
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    expect((await lan.get('/console')).text).toContain('Mục chờ người nhận');
    expect((await lan.get('/console/inbox?status=open&kind=hand_over')).text).toContain('Mục 1');
    expect((await viewer.get('/console/inbox/1')).text).not.toContain('/console/inbox/1/claim');
    expect((await lan.follow(await lan.post('/console/inbox/1/claim'))).text).toContain('Bạn đã nhận mục này');
    expect((await other.follow(await other.post('/console/inbox/1/claim'))).text).toContain('Đồng nghiệp đã nhận');
    const kept = await other.post('/console/inbox/1/answer', { text: 'Ở Gò Vấp ạ' });
    expect(kept).toMatchObject({ status: 409, text: expect.stringContaining('Cô Lan đang giải quyết') });
    expect((await lan.post('/console/inbox/1/answer', { text: ' \u202E ' })).status).toBe(422);
    const answered = await lan.post('/console/inbox/1/answer', { text: 'Ở Gò Vấp ạ', after: 'stay' });
    expect((await lan.follow(answered)).text).toContain('Đã gửi câu trả lời');
    await lan.post('/console/inbox/1/answer', { text: 'Ở Gò Vấp ạ', after: 'stay' });
    const said = (await lan.get('/console/inbox/1/messages', { 'hx-request': 'true' })).text;
    expect(said.match(/Ở Gò Vấp ạ/g)).toHaveLength(1);
    expect(said).toContain('Cô Lan');
    expect(said).not.toContain('<html');
    expect((await lan.post('/console/inbox/1/close')).text).toContain('name="confirmed"');
    expect((await lan.follow(await lan.post('/console/inbox/1/close', { confirmed: 'yes' }))).text).toContain(
      'Đã đóng',
    );
    expect((await lan.get('/console/inbox/1')).text).not.toContain('<textarea');
    expect((await lan.get('/console/inbox/99')).status).toBe(404);
  });
});
