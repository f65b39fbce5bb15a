import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const header = 'id,title,provider,price_vnd,starts_on\n';

describeDatabases('what imports changed, for staff', (context) => {
  async function scene() {
    const database = await context.database();
    const { app, time } = await testApplication(database);
    const source = { source: 'truong' };
    const first = await importText(database, 'courses', `${header}a,Đan lát,Đơn vị,500000,2026-12-01\n`, source);
    const second = await importText(
      database,
      'courses',
      `${header}a,Đan lát,Đơn vị,1600000,2026-12-08\nb,<b>=Gốm</b>,Đơn vị,0,\n`,
      source,
    );
    const editor = await addStaff(database, 'editor');
    const ask = async (token: string, path: string) => {
      const response = await app.request(`/api/v1/imports${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: response.status, text: await response.text() };
    };
    return { app, database, time, editor, ask, first: first.report ?? 0, second: second.report ?? 0 };
  }

  it('is shown in words, searched and downloaded in the console', async () => {
    const { app, database, time, editor, first, second } = await scene();
    const browser = await signIn(app, database, editor.id, time.now);
    expect((await browser.get('/console/imports')).text).toContain(`href="/console/import-reports/${second}"`);
    const list = (await browser.get('/console/import-reports')).text;
    expect(list.indexOf(`/console/import-reports/${second}"`)).toBeGreaterThan(0);
    expect(list.indexOf(`/console/import-reports/${first}"`)).toBeGreaterThan(
      list.indexOf(`import-reports/${second}"`),
    );
    const path = `/console/import-reports/${second}`;
    const shown = (await browser.get(path)).text;
    expect(shown).toContain('<dd>500.000 đ → 1.600.000 đ</dd>');
    expect(shown).toMatch(/<dt>Khai giảng<\/dt><dd>0?1\/12\/2026 → 0?8\/12\/2026<\/dd>/);
    expect(shown).toContain('&lt;b&gt;=Gốm');
    expect(shown).toContain('không kết luận khóa nào không còn đăng');
    const added = (await browser.get(`${path}?change=added&words=g%E1%BB%91m`)).text;
    expect(added).toContain('Gốm');
    expect(added).not.toContain('Đan lát');
    expect((await browser.get(`${path}?change=relisted`)).text).toContain('Không có thay đổi nào như vậy');
    const file = await browser.get(`${path}/changes.csv`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain('changed,a,Đan lát,price_vnd,500000,1600000\r\n');
    for (const wrong of ['/999999', '/x', '/999999/changes.csv'])
      expect((await browser.get(`/console/import-reports${wrong}`)).status).toBe(404);
  });

  it('is read over the API by editors and admins, page by page', async () => {
    const { database, editor, ask, first, second } = await scene();
    expect(JSON.parse((await ask(editor.token, '?limit=2')).text)).toMatchObject({
      imports: [
        { id: second, source: 'truong', added: 1, changed: 1, missing: null, unchanged: 0, more: 0 },
        { id: first, added: 1 },
      ],
      next_before: first,
    });
    const page = JSON.parse((await ask(editor.token, `/${second}/changes?limit=1`)).text);
    expect(page.changes).toEqual([
      {
        change: 'changed',
        id: 'a',
        title: 'Đan lát',
        fields: [
          { field: 'price_vnd', from: '500000', to: '1600000' },
          { field: 'starts_on', from: '2026-12-01', to: '2026-12-08' },
        ],
      },
    ]);
    const rest = JSON.parse((await ask(editor.token, `/${second}/changes?limit=5&after=${page.next_after}`)).text);
    expect(rest).toMatchObject({ changes: [{ change: 'added', id: 'b' }], next_after: null });
    expect((await ask(editor.token, `/${second}/changes.csv`)).text).toContain('added,b,');
    expect((await ask(editor.token, `/${second}/changes?change=else`)).status).toBe(400);
    expect((await ask(editor.token, '/999999/changes')).status).toBe(404);
    expect((await ask('none', '')).status).toBe(401);
    for (const role of ['viewer', 'approver'] as const) {
      const { token } = await addStaff(database, role);
      for (const path of ['', `/${second}/changes`, `/${second}/changes.csv`])
        expect((await ask(token, path)).status).toBe(403);
    }
  });
});
