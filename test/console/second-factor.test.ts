import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { type Browser, linkOf, openBrowser, signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { totpCode } from '../support/totp.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A code that is not the right one now, before or after. */
function wrongCode(secret: string): string {
  const near = [-30_000, 0, 30_000].map((offset) => totpCode(secret, Date.now() + offset));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '';
}

/** The code that is shown next: taken already, and used by no step before. */
function nextCode(secret: string): string {
  return totpCode(secret, Date.now() + 30_000);
}

/** Sets the second factor up. */
async function setUpFactor(browser: Browser): Promise<{ readonly secret: string; readonly backupCodes: string[] }> {
  const begun = await browser.post('/console/account/second-factor');
  expect(begun.text).toContain('<svg class="qr"');
  const secret = (/<p class="code">([A-Z2-7 ]+)<\/p>/.exec(begun.text)?.[1] ?? '').replaceAll(' ', '');
  const confirmed = await browser.post('/console/account/second-factor/confirm', { code: totpCode(secret) });
  expect(confirmed.status).toBe(200);
  const codes = /<textarea[^>]*>([^<]+)<\/textarea>/.exec(confirmed.text)?.[1] ?? '';
  return { secret, backupCodes: codes.trim().split('\n') };
}

describeDatabases('the second factor', ({ database: open }) => {
  it('is asked for after the link once it is set up, and admins and approvers are reminded of it until then', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'approver');
    const browser = await signIn(app, database, id, time.now);
    expect((await browser.get('/console')).text).toContain('Hãy bật xác nhận hai bước');
    const before = new Map(browser.cookies);
    const { secret, backupCodes } = await setUpFactor(browser);
    expect(backupCodes).toHaveLength(10);
    expect((await browser.get('/console')).text).not.toContain('Hãy bật xác nhận hai bước');
    // The session that was there before the second factor is over.
    const old = openBrowser(app);
    for (const [name, value] of before) old.cookies.set(name, value);
    expect((await old.get('/console')).status).toBe(303);

    const again = openBrowser(app);
    const pressed = await again.send(await linkOf(database, id, time.now), {});
    expect(pressed.headers.get('location')).toBe('/console/sign-in/code');
    expect((await again.get('/console')).status).toBe(303);
    const refused = await again.send('/console/sign-in/code', { kind: 'app', code: wrongCode(secret) });
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('Mã chưa đúng') });
    const code = nextCode(secret);
    const entered = await again.send('/console/sign-in/code', {
      kind: 'app',
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(entered.headers.get('location')).toBe('/console');
    expect((await again.get('/console')).status).toBe(200);
    // Without having pressed a link there is nothing that a code could complete.
    const stranger = await openBrowser(app).send('/console/sign-in/code', { kind: 'app', code });
    expect(stranger.headers.get('location')).toBe('/console/sign-in');
  });

  it('takes each backup code once', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'editor');
    const { backupCodes } = await setUpFactor(await signIn(app, database, id, time.now));
    const enter = async (code: string) => {
      const browser = openBrowser(app);
      await browser.send(await linkOf(database, id, time.now), {});
      return (await browser.send('/console/sign-in/code', { kind: 'backup', code })).status;
    };
    const [first = '', second = ''] = backupCodes;
    expect(await enter(first)).toBe(303);
    expect(await enter(first)).toBe(422);
    expect(await enter(second)).toBe(303);
    expect(await enter('aaaaa-bbbbb')).toBe(422);
  });

  it('ends a sign-in after five wrong codes', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'editor');
    const { secret } = await setUpFactor(await signIn(app, database, id, time.now));
    const browser = openBrowser(app);
    await browser.send(await linkOf(database, id, time.now), {});
    const wrong = { kind: 'app', code: wrongCode(secret) };
    for (let tries = 0; tries < 5; tries++)
      expect((await browser.send('/console/sign-in/code', wrong)).status).toBe(422);
    const right = await browser.send('/console/sign-in/code', { kind: 'app', code: nextCode(secret) });
    expect(right.headers.get('location')).toBe('/console/sign-in');
    expect((await browser.get('/console')).status).toBe(303);
  });

  it('is switched off with a code, or by an administrator for whoever lost the phone', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const admin = await addStaff(database, 'admin');
    const { id } = await addStaff(database, 'editor');
    const browser = await signIn(app, database, id, time.now);
    const { secret } = await setUpFactor(browser);
    await browser.post('/console/account/second-factor/off', { code: wrongCode(secret) });
    expect((await browser.get('/console/account')).text).toContain('Xác nhận hai bước đang bật');
    await browser.post('/console/account/second-factor/off', { code: nextCode(secret) });
    expect((await browser.get('/console/account')).text).not.toContain('Xác nhận hai bước đang bật');
    const again = await setUpFactor(browser);
    expect((await browser.post('/console/account/backup-codes', { code: nextCode(again.secret) })).status).toBe(200);
    const boss = await signIn(app, database, admin.id, time.now);
    const asked = await boss.post(`/console/staff/${id}/second-factor`);
    expect(asked.text).toContain('name="confirmed"');
    expect((await boss.post(`/console/staff/${id}/second-factor`, { confirmed: 'yes' })).status).toBe(303);
    expect((await browser.get('/console')).status).toBe(303);
    const pressed = await browser.send(await linkOf(database, id, time.now), {});
    expect(pressed.headers.get('location')).toBe('/console');
    const audit = (await boss.get('/console/audit')).text;
    for (const done of [
      'bật xác nhận hai bước',
      'đổi mã dự phòng',
      'tắt xác nhận hai bước giúp người khác',
      'dùng đường dẫn đăng nhập',
    ])
      expect(audit).toContain(done);
  });

  it('takes each code of the app once, for whatever it is entered, also of two at once', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'editor');
    const { secret } = await setUpFactor(await signIn(app, database, id, time.now));
    const enter = async (code: string) => {
      const browser = openBrowser(app);
      await browser.send(await linkOf(database, id, time.now), {});
      return browser.send('/console/sign-in/code', { kind: 'app', code });
    };
    const code = nextCode(secret);
    expect((await enter(code)).headers.get('location')).toBe('/console');
    expect(await enter(code)).toMatchObject({ status: 422, text: expect.stringContaining('đã dùng rồi') });

    const other = await addStaff(database, 'viewer');
    const factor = await setUpFactor(await signIn(app, database, other.id, time.now));
    const browser = openBrowser(app);
    await browser.send(await linkOf(database, other.id, time.now), {});
    const twice = await Promise.all(
      [1, 2].map(() => browser.send('/console/sign-in/code', { kind: 'app', code: nextCode(factor.secret) })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('shows its secret to nobody once it is on', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'editor');
    const browser = await signIn(app, database, id, time.now);
    const { secret } = await setUpFactor(browser);
    for (const path of ['confirm', 'off', '']) {
      const { text } = await browser.post(`/console/account/second-factor${path && `/${path}`}`, {
        code: wrongCode(secret),
      });
      expect(text.replaceAll(' ', '')).not.toContain(secret);
    }
    const again = await browser.post('/console/account/second-factor/confirm', { code: nextCode(secret) });
    expect(again.text).not.toContain('<textarea');
  });

  it('locks its codes after ten wrong ones of somebody who is signed in, from wherever they come', async () => {
    const database = await open();
    const { app, time } = await testApplication(database, { TRUST_PROXY: '1' });
    const { id } = await addStaff(database, 'editor');
    const browser = await signIn(app, database, id, time.now);
    const { secret } = await setUpFactor(browser);
    const paths = ['/console/account/second-factor/off', '/console/account/backup-codes', '/console/sign-in/code'];
    const enter = (code: string, place: number) =>
      browser.post(paths[place % paths.length] ?? '', { code }, { 'x-forwarded-for': `203.0.113.${place}` });
    for (let tries = 0; tries < 10; tries++) expect((await enter(wrongCode(secret), tries)).status).not.toBe(429);
    expect((await enter(nextCode(secret), 12)).status).toBe(429);
    expect((await enter(nextCode(secret), 14)).status).toBe(429);
    expect((await browser.get('/console/account')).text).toContain('Xác nhận hai bước đang bật');
    const pressed = openBrowser(app);
    await pressed.send(await linkOf(database, id, time.now), {});
    expect((await pressed.send('/console/sign-in/code', { kind: 'app', code: nextCode(secret) })).status).toBe(429);
  });
});
