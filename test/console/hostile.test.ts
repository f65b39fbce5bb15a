import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('what is sent to the console by hand', ({ database: open }) => {
  it('breaks no page', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { id } = await addStaff(database, 'admin');
    const browser = await signIn(app, database, id, time.now);
    for (const path of [
      '/console/broadcasts?q=%00',
      '/console/audit?from=0000-01-01',
      '/console/audit.csv?from=0000-01-01&to=9999-12-31',
      '/console/workshops?q=%00',
      '/console/inbox?before=%00',
    ])
      expect((await browser.get(path)).status, path).toBe(200);
    const written = { title: 'Lớp mới', text: 'Mai có lớp.', to: 'all' };
    const wrong: readonly Record<string, string>[] = [
      { to: 'some', other_topics: 'a\u0000b' },
      { to: 'some', other_wards: 'a\u0000b' },
      { link_label_0: 'Xem', link_url_0: 'https://a.example/\u0000' },
      { link_label_0: 'Xem', link_url_0: 'https://a.example/\r\nx' },
      { not_before: '0001-01-01T00:00' },
    ];
    for (const fields of wrong) {
      expect(
        (await browser.post('/console/broadcasts', { ...written, ...fields })).status,
        JSON.stringify(fields),
      ).toBe(422);
      const looking = Object.fromEntries([...Object.entries({ ...written, ...fields }), ['then', 'look']]);
      const look = await browser.post('/console/broadcasts', looking);
      expect(look.status, JSON.stringify(fields)).toBe(200);
      const estimate = await browser.post('/console/broadcasts/estimate', { ...written, ...fields });
      expect(estimate.status, JSON.stringify(fields)).toBe(200);
    }
    const workshop = { title: '\u200b', day: '2026-12-05', starts: '08:00', ends: '09:00', place: 'Nhà văn hóa' };
    expect((await browser.post('/console/new-workshop', workshop)).status).toBe(422);
    const online = { ...workshop, title: 'Lớp', online_url: 'https://thanhpho.example@ke-gian.example' };
    expect((await browser.post('/console/new-workshop', online)).status).toBe(422);
  });
});
