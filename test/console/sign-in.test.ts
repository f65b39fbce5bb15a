import { expect, it, vi } from 'vitest';
import { deleteOld } from '../../src/retention.ts';
import { testApplication } from '../support/application.ts';
import { linkOf, openBrowser, signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const sessionCookie = 'ban-hoc-staff.session_token';

describeDatabases('signing in', ({ database: open }) => {
  it('takes a press on the page of a link; looking at the page, as chats do to show it, spends nothing', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'viewer');
    const link = await linkOf(database, id, time.now);
    const preview = openBrowser(app);
    for (const method of ['HEAD', 'GET', 'GET']) {
      const response = await app.request(link, { method, headers: { 'user-agent': 'TelegramBot (like TwitterBot)' } });
      expect(response.status, method).toBe(200);
      expect(response.headers.getSetCookie(), method).toEqual([]);
    }
    expect((await preview.get('/console')).status).toBe(303);
    const browser = openBrowser(app);
    expect((await browser.get(link)).text).toContain('<button type="submit">Đăng nhập</button>');
    const pressed = await browser.send(link, {}, { 'sec-fetch-site': 'same-origin' });
    expect(pressed).toMatchObject({ status: 303 });
    expect(pressed.headers.get('location')).toBe('/console');
    const cookie = pressed.headers.getSetCookie().find((each) => each.startsWith(sessionCookie)) ?? '';
    expect(cookie).toMatch(/; Max-Age=604800; Path=\/console; HttpOnly; SameSite=Lax$/);
    expect((await browser.get('/console')).text).toContain('Tổng quan');
    // Used: neither the page nor the button works again, for nobody.
    for (const again of [browser, preview]) {
      expect((await again.get(link)).status).toBe(404);
      expect((await again.send(link, {})).status).toBe(404);
    }
    expect(preview.cookies.has(sessionCookie)).toBe(false);
  });

  it('is refused with a link that expired, that a newer one replaced, of somebody who was removed, or that is none', async () => {
    const database = await open();
    const { app, time, advance } = await testApplication(database);
    const { id } = await addStaff(database, 'viewer');
    const browser = openBrowser(app);
    const tried = async (link: string) => [(await browser.get(link)).status, (await browser.send(link, {})).status];
    const old = await linkOf(database, id, time.now);
    const newer = await linkOf(database, id, time.now);
    expect(await tried(old)).toEqual([404, 404]);
    advance(30 * 60 - 1);
    expect((await browser.get(newer)).status).toBe(200);
    advance(1);
    expect(await tried(newer)).toEqual([404, 404]);
    for (const token of ['x', 'A'.repeat(43), '%00', "'"])
      expect(await tried(`/console/link/${token}`), token).toEqual([404, 404]);
    const admin = await addStaff(database, 'admin');
    const boss = await signIn(app, database, admin.id, time.now);
    const last = await linkOf(database, id, time.now);
    await boss.post(`/console/staff/${id}/remove`, { confirmed: 'yes' });
    expect(await tried(last)).toEqual([404, 404]);
  });

  it('gives a new session, whatever cookie was there before, and ends the one before', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'viewer');
    const browser = await signIn(app, database, id, time.now);
    const before = browser.cookies.get(sessionCookie) ?? '';
    await browser.send(await linkOf(database, id, time.now), {});
    expect(browser.cookies.get(sessionCookie)).not.toBe(before);
    const thief = openBrowser(app);
    thief.cookies.set(sessionCookie, before);
    expect((await thief.get('/console')).status).toBe(303);
    const planted = openBrowser(app);
    planted.cookies.set(sessionCookie, 'planted.value');
    await planted.send(await linkOf(database, id, time.now), {});
    expect(planted.cookies.get(sessionCookie)).not.toBe('planted.value');
  });

  it('lasts 12 hours without use and 7 days in all, through restarts and on every replica', async () => {
    const database = await open();
    const first = await testApplication(database);
    const second = await testApplication(database);
    const { id } = await addStaff(database, 'viewer');
    const browser = await signIn(first.app, database, id, first.time.now);
    const other = openBrowser(second.app);
    for (const [name, value] of browser.cookies) other.cookies.set(name, value);
    expect((await other.get('/console')).status).toBe(200);
    for (let hour = 0; hour < 7 * 24; hour += 11) {
      expect((await browser.get('/console')).status, `after ${hour} hours`).toBe(200);
      first.advance(11 * 3600);
    }
    expect((await browser.get('/console')).status).toBe(303);
    expect(await deleteOld(database, first.time.now)).toMatchObject({ sessions: 1 });
    const idle = await signIn(first.app, database, id, first.time.now);
    first.advance(12 * 3600 + 1);
    expect((await idle.get('/console')).status).toBe(303);
    const everywhere = await signIn(first.app, database, id, first.time.now);
    second.time.now = first.time.now;
    for (const [name, value] of everywhere.cookies) other.cookies.set(name, value);
    expect((await everywhere.post('/console/account/sign-out-everywhere')).status).toBe(303);
    expect((await other.get('/console')).status).toBe(303);
    const out = await signIn(first.app, database, id, first.time.now);
    const kept = out.cookies.get(sessionCookie) ?? '';
    await out.post('/console/sign-out');
    expect(out.cookies.has(sessionCookie)).toBe(false);
    out.cookies.set(sessionCookie, kept);
    expect((await out.get('/console')).status).toBe(303);
  });

  it('keeps cookies to https where people come by https', async () => {
    const database = await open();
    const { id } = await addStaff(database, 'viewer');
    const cookieOver = async (environment: Record<string, string>, headers: Record<string, string> = {}) => {
      const { app, time } = await testApplication(database, environment);
      const pressed = await app.request(await linkOf(database, id, time.now), { method: 'POST', headers });
      return pressed.headers.getSetCookie().find((each) => each.includes(sessionCookie)) ?? '';
    };
    const https = { 'x-forwarded-proto': 'https' };
    expect(await cookieOver({ PUBLIC_URL: 'https://hoc.example' })).toMatch(/^__Secure-.*; Secure/);
    expect(await cookieOver({ TRUST_PROXY: '1' }, https)).toMatch(/^__Secure-.*; Secure/);
    expect(await cookieOver({}, https)).not.toContain('Secure');
  });

  it('tells nobody whose e-mail is a member’s; colleagues with admin rights see who waits', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const admin = await addStaff(database, 'admin');
    await addStaff(database, 'editor', { email: 'lan@thanhpho.example' });
    const ask = async (email: string) => {
      const { status, text, headers } = await openBrowser(app).send('/console/sign-in/ask', { email });
      return { status, text, headers: [...headers] };
    };
    const unknown = await ask('ai@thanhpho.example');
    const boss = await signIn(app, database, admin.id, time.now);
    expect((await boss.get('/console/staff')).text).not.toContain('đang chờ đường dẫn');
    expect(await ask(' Lan@thanhpho.example')).toEqual(unknown);
    expect((await boss.get('/console/staff')).text).toContain('đang chờ đường dẫn');
    expect((await boss.get('/console')).text).toContain('Người chờ đường dẫn đăng nhập');
    expect((await openBrowser(app).send('/console/sign-in/ask', { email: 'lan' })).status).toBe(422);
  });

  it('is limited by address: asking, pressing links, trying setup tokens', async () => {
    const database = await open();
    const { app } = await testApplication(database, { TRUST_PROXY: '1' });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (const [path, fields, most] of [
      ['/console/sign-in/ask', { email: 'ai@thanhpho.example' }, 10],
      [`/console/link/${'A'.repeat(43)}`, {}, 30],
      ['/console/setup', { setup: 'x', email: 'ai@thanhpho.example' }, 10],
    ] as const) {
      const browser = openBrowser(app);
      const statuses: number[] = [];
      for (let tries = 0; tries < most; tries++)
        statuses.push((await browser.send(path, { ...fields }, from('192.0.2.1'))).status);
      expect(statuses, path).not.toContain(429);
      const refused = await browser.send(path, { ...fields }, from('192.0.2.1'));
      expect(refused.status, path).toBe(429);
      expect(Number(refused.headers.get('retry-after')), path).toBeGreaterThan(0);
      expect((await browser.send(path, { ...fields }, from('2001:db8::7'))).status, path).not.toBe(429);
    }
  });
});

describeDatabases('the first administrator', ({ database: open }) => {
  it('is whoever holds the token that the start prints; looking at the page spends nothing, then the token is void', async () => {
    const database = await open();
    const { app, consoleAddress } = await testApplication(database);
    const address = await consoleAddress();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:3000\/console\?setup=[A-Za-z0-9_-]{43}$/);
    const [, token = ''] = address.split('setup=');
    const browser = openBrowser(app);
    for (let looks = 0; looks < 2; looks++)
      expect((await browser.get(`/console?setup=${token}`)).text).toContain('Tạo người quản trị đầu tiên');
    expect((await browser.get('/console?setup=wrong')).status).toBe(403);
    const person = { email: 'An@ThanhPho.example', name: 'Cô An' };
    expect((await browser.send('/console/setup', { ...person, setup: 'wrong' })).status).toBe(403);
    expect((await browser.send('/console/setup', { ...person, email: 'an', setup: token })).status).toBe(422);
    expect(
      (await browser.send('/console/setup', { ...person, setup: token }, { origin: 'https://ke-gian.example' })).status,
    ).toBe(403);
    const both = await Promise.all([
      browser.send('/console/setup', { ...person, setup: token }),
      openBrowser(app).send('/console/setup', { email: 'binh@thanhpho.example', name: '', setup: token }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403]);
    const winner = both[0].status === 303 ? browser : undefined;
    if (winner !== undefined) expect((await winner.get('/console/staff')).text).toContain('an@thanhpho.example');
    expect(await consoleAddress()).toBe('http://127.0.0.1:3000/console');
    expect((await browser.get(`/console?setup=${token}`)).status).toBe(403);
    expect(
      (await browser.send('/console/setup', { ...person, email: 'x@thanhpho.example', setup: token })).status,
    ).toBe(403);
  });

  it('counts who looks whether a setup token is right like who enters one', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const stranger = openBrowser(app);
    const guess = async () => (await stranger.get('/console?setup=wrong')).status;
    const statuses = await Promise.all(Array.from({ length: 12 }, guess));
    expect(statuses).toContain(429);
    expect(statuses).toContain(403);
    // Once there is an administrator there is nothing to guess, and nothing is loaded to count it.
    await signIn(app, database, (await addStaff(database, 'admin')).id, time.now);
    expect(await guess()).toBe(403);
  });

  it('may be let in with a token of one’s own, once', async () => {
    const database = await open();
    const given = 'ma-cai-dat-cua-thanh-pho';
    const { app, consoleAddress } = await testApplication(database, { SETUP_TOKEN: given });
    expect(await consoleAddress()).toBe(`http://127.0.0.1:3000/console?setup=${given}`);
    const browser = openBrowser(app);
    expect(
      (await browser.send('/console/setup', { email: 'an@thanhpho.example', name: '', setup: given })).status,
    ).toBe(303);
    expect((await browser.get('/console')).status).toBe(200);
    expect(await consoleAddress()).toBe('http://127.0.0.1:3000/console');
  });
});
