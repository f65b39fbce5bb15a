import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { askLoan, placeById, stockOf } from '../../src/access/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const rows = [
  'name,kind,ward,confirmed_on,id',
  'Điểm mượn Sen,device_lending,Phường Thủ Đức,2026-11-10,sen',
  'Điểm mượn Súng,device_lending,Phường Gò Vấp,2026-11-10,sung',
].join('\n');

describeDatabases('lending devices by API and console', (context) => {
  it('lets the owning organisation keep its stock and hand out, and nobody else read who borrows', async () => {
    const database = await context.database();
    await importText(database, 'places', rows);
    const { app, time } = await testApplication(database);
    const { rows: made } = await database.db.execute<{ id: string }>(
      sql`insert into organisation (name) values ('Nhà Sen') returning id`,
    );
    const organisationId = Number(made[0]?.id);
    await database.db.execute(sql`update place set organisation_id = ${organisationId} where public_id = 'sen'`);
    const partner = await addStaff(database, 'partner', { organisationId });
    const viewer = await addStaff(database, 'viewer');
    const asking = (token: string) => (method: string, path: string, body?: unknown) =>
      app.request(`/api/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const own = asking(partner.token);
    const stock = { device: 'laptop', total: 1, loan_days: 7 };
    expect((await app.request('/api/v1/places/sen/loans')).status).toBe(401);
    expect((await asking(viewer.token)('GET', 'places/sen/loans')).status).toBe(403);
    expect((await own('PUT', 'places/sung/stock', stock)).status).toBe(404);
    expect((await own('PUT', 'places/sen/stock', { ...stock, total: -1 })).status).toBe(400);
    expect(await (await own('PUT', 'places/sen/stock', stock)).json()).toEqual({ device: 'laptop', total: 1 });

    const placeKey = (await placeById(database.db, 'sen'))?.key ?? 0;
    const [{ key: stockKey = 0 } = {}] = await stockOf(database.db, { placeKey });
    for (const [serial, name] of ['<i>An</i>', 'Bình'].entries()) {
      const { learnerId } = await findOrCreatePerson(database.db, 'web', `nguoi-${serial}`);
      const wish = { learnerId, stockKey, name, phone: '0900000000', consentText: 'x', consentVersion: '1' };
      const moment = { now: new Date(time.now.getTime() + serial), allowedFrom: (at: Date) => at };
      await database.transaction((tx) => askLoan(tx, wish, moment));
    }
    const { loans } = await (await own('GET', 'places/sen/loans')).json();
    expect(loans).toMatchObject([
      { state: 'offered', name: '<i>An</i>', phone: '0900000000' },
      { state: 'waiting', position: 1 },
    ]);
    const [first, second] = loans.map(({ id }: { id: number }) => id);
    expect((await own('POST', `loans/${second}/hand-out`)).status).toBe(409);
    expect(await (await own('POST', `loans/${first}/hand-out`)).json()).toMatchObject({ due_on: '2026-12-01' });
    expect((await own('PUT', 'places/sen/stock', { ...stock, total: 0 })).status).toBe(409);

    const browser = await signIn(app, database, partner.id, time.now);
    const { text } = await browser.get(`/console/places/${placeKey}/loans`);
    expect(text).toContain('&lt;i&gt;An&lt;/i&gt;');
    const other = (await placeById(database.db, 'sung'))?.key;
    expect((await browser.get(`/console/places/${other}/loans`)).status).toBe(404);
    expect(
      (await browser.post(`/console/places/${placeKey}/stock`, { device: 'laptop', total: 'x', loan_days: '7' }))
        .status,
    ).toBe(422);
    const back = await browser.follow(await browser.post(`/console/loans/${first}/return`));
    expect(back.text).toContain('Đã ghi là nhận lại máy');
    expect(back.text).toContain('giữ máy, chờ đến lấy');
  });
});
