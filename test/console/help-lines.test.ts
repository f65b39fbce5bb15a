import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const written = {
  number: '1800 599 920',
  concerns: 'violence',
  name_vi: 'đường dây thử',
  name_en: 'test line',
  note_vi: 'miễn phí',
  note_en: 'free',
  hours_vi: '',
  hours_en: '',
};

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

describeDatabases('help lines in the console', ({ database: open }) => {
  it('show the very answers that people in danger get, in both languages', async () => {
    const database = await open();
    const application = await testApplication(database);
    const { app, time } = application;
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const { text } = await viewer.get('/console/help-lines');
    expect(text).not.toContain('/verify');
    for (const said of ['em không muốn sống nữa', 'chồng đánh em hoài', 'I want to kill myself'])
      expect(unescaped(text), said).toContain(textOf(await resident(application, said).say(said)));
    expect((await viewer.get('/console/help-lines/new')).status).toBe(403);
    expect((await viewer.post('/console/help-lines', written)).status).toBe(403);
    expect((await viewer.get('/console')).text).not.toContain('Đường dây cần gọi thử');
  });

  it('are added, shown, rung, changed and moved by editors, and all of it is noted', async () => {
    const database = await open();
    const application = await testApplication(database);
    const { app, time } = application;
    const editor = await signIn(app, database, (await addStaff(database, 'editor')).id, time.now);
    expect((await editor.get('/console')).text).toMatch(/Đường dây cần gọi thử[\s\S]{0,80}3/);
    const bad = await editor.post('/console/help-lines', {
      ...written,
      number: 'gọi 12',
      name_vi: ' ',
      note_vi: 'a'.repeat(121),
    });
    expect(bad.status).toBe(422);
    for (const problem of ['Hãy ghi 3 đến 15 chữ số', 'Hãy ghi tên đường dây', 'Dài quá'])
      expect(bad.text).toContain(problem);
    expect(bad.text).toContain('value="gọi 12"');
    const step = async (path: string, fields = {}) =>
      editor.follow(await editor.post(`/console/help-lines${path}`, fields));
    expect((await step('', written)).text).toContain('còn đang ẩn');
    expect((await editor.post('/console/help-lines', written)).text).toContain('Số này đã có trong danh sách');
    expect((await step('/6/show')).text).toContain('Số này đang hiện');
    const text = async () => textOf(await resident(application, String(Math.random())).say('chồng đánh em hoài'));
    expect(await text()).toContain('• 1800 599 920 – đường dây thử, miễn phí');
    expect((await step('/6/verify')).text).toContain('Gọi thử lần cuối ngày 24/11/2026.');
    expect((await step('/6', { ...written, number: '1800 599 921', name_vi: '<b>thử</b>' })).text).toContain(
      'Hãy gọi thử số này',
    );
    expect((await editor.get('/console/help-lines')).text).toContain('1800 599 921 – &lt;b&gt;thử&lt;/b&gt;');
    for (let n = 0; n < 5; n++) await step('/6/up');
    expect(await text()).toMatch(/gọi:\n• 1800 599 921/);
    application.advance(181 * 86_400);
    expect((await editor.get('/console/help-lines/6')).status).toBe(303);
    const later = await signIn(app, database, (await addStaff(database, 'admin')).id, application.time.now);
    for (const way of ['/99/show', '/99/hide', '/99/up', '/99/verify', '/x/down', '/99'])
      expect((await later.post(`/console/help-lines${way}`, written)).status, way).toBe(404);
    expect((await later.get('/console/help-lines/99')).status).toBe(404);
    await later.post('/console/help-lines/1/verify');
    await database.db.execute(sql`update help_line set verified_on = verified_on - 181 where id = 1`);
    expect((await later.get('/console/help-lines')).text).toContain('đã lâu rồi. Hãy gọi lại.');
    const audit = (await later.get('/console/audit?area=tutor')).text;
    for (const did of ['thêm một', 'cho hiện một', 'ghi là đã gọi thử một', 'sửa một'])
      expect(audit, did).toContain(`${did} đường dây trợ giúp`);
    expect(audit).toContain('number: 1800 599 921');
  });

  it('are hidden at once, but for the last of a danger, after a warning of what stands in', async () => {
    const database = await open();
    const application = await testApplication(database);
    const editor = await signIn(
      application.app,
      database,
      (await addStaff(database, 'editor')).id,
      application.time.now,
    );
    const hide = (id: number, fields = {}) => editor.post(`/console/help-lines/${id}/hide`, fields);
    expect([(await hide(2)).status, (await hide(3)).status]).toEqual([303, 303]);
    const asked = await hide(1);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('là số cuối cùng còn hiện');
    expect((await editor.get('/console/help-lines')).text).not.toContain('Không có số nào đang hiện');
    const hidden = await editor.follow(await hide(1, { confirmed: 'yes' }));
    expect(hidden.text).toContain('Đã ẩn. Muốn hiện lại');
    expect(hidden.text).toContain('Không có số nào đang hiện cho: muốn chết, tự làm hại mình, bị đánh đập, xâm hại');
    expect(hidden.text).toContain('113 – công an');
    await editor.post('/console/help-lines/4/show');
    expect((await editor.get('/console/help-lines')).text).toContain('hiện cho: bị đánh đập, xâm hại.');
  });
});
