import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { notePlaceReport, placeById, reportedPlaces } from '../../src/access/index.ts';
import { testApplication } from '../support/application.ts';
import { chatPerson } from '../support/chat-person.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const rows = [
  'name,kind,ward,address,opening_hours,confirmed_on,id',
  'Thư viện Mây,library,Phường Gò Vấp,1 đường Nắng,Mo-Su 08:00-20:00,2026-10-10,may',
  'Phòng máy Đàn,computer_room,Phường Gò Vấp,2 đường Lá,,2026-10-10,dan',
].join('\n');

describeDatabases('what is wrong with a place', (context) => {
  async function reported() {
    const database = await context.database();
    await importText(database, 'places', rows);
    const application = await testApplication(database);
    const people = [chatPerson(application, 'web', 'a'), chatPerson(application, 'web', 'b')];
    for (const person of people) await person.say('xin chào');
    const { rows: learners } = await database.db.execute<{ id: string }>(sql`select id from learner order by id`);
    const place = await placeById(database.db, 'may');
    for (const [at, { id }] of learners.entries()) {
      await notePlaceReport(database.db, {
        learnerId: Number(id),
        placeKey: place?.key ?? 0,
        reason: at === 0 ? 'hours' : 'other',
        words: at === 0 ? '<b>17h</b> đóng' : undefined,
        at: application.time.now,
      });
    }
    return { database, ...application };
  }

  it('is listed for staff without who said so, and settled once by what they do', async () => {
    const { database, app, time } = await reported();
    expect(await reportedPlaces(database.db, { limit: 10 })).toMatchObject([
      { people: 2, reasons: ['hours', 'other'], words: ['<b>17h</b> đóng'] },
    ]);
    const editor = await addStaff(database, 'editor');
    const key = (await placeById(database.db, 'may'))?.key;
    const browser = await signIn(app, database, editor.id, time.now);
    const { text } = await browser.get(`/console/places/${key}`);
    expect(text).toContain('&lt;b&gt;17h&lt;/b&gt; đóng');
    const fields = {
      address: '1 đường Nắng',
      opening_hours: 'T2-T6',
      phone: '',
      wifi: 'yes',
      wheelchair: '',
      lends: 'yes',
    };
    expect((await browser.post(`/console/places/${key}`, { ...fields, organisation: '' })).status).toBe(422);
    expect(
      (await browser.post(`/console/places/${key}`, { ...fields, organisation: 'Không có', opening_hours: '' })).status,
    ).toBe(422);
    const saved = await browser.post(`/console/places/${key}`, {
      ...fields,
      organisation: '',
      opening_hours: 'Mo-Su 08:00-17:00',
    });
    expect((await browser.follow(saved)).text).toContain('Người báo sẽ được nhắn: 2');
    expect(await placeById(database.db, 'may')).toMatchObject({
      openingHours: 'Mo-Su 08:00-17:00',
      wifi: true,
      lends: true,
      confirmedOn: '2026-11-24',
    });
    expect(await reportedPlaces(database.db, { limit: 10 })).toEqual([]);
    // The same file again takes nothing of it back.
    await importText(database, 'places', rows);
    expect((await placeById(database.db, 'may'))?.openingHours).toBe('Mo-Su 08:00-17:00');
  });

  it('is for the city’s editors: others are refused, a partner sees its own places only', async () => {
    const { database, app, finder } = await reported();
    const { rows: made } = await database.db.execute<{ id: string }>(
      sql`insert into organisation (name) values ('Nhà Sách Sen') returning id`,
    );
    const organisationId = Number(made[0]?.id);
    const as = async (role: 'admin' | 'viewer' | 'partner') => {
      const { token } = await addStaff(database, role, role === 'partner' ? { organisationId } : {});
      return (method: string, path: string, body?: unknown) =>
        app.request(`/api/v1/${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
    };
    const [admin, viewer, partner] = [await as('admin'), await as('viewer'), await as('partner')];
    expect((await app.request('/api/v1/place-reports')).status).toBe(401);
    expect((await partner('GET', 'place-reports')).status).toBe(403);
    expect((await viewer('PATCH', 'places/may', { phone: '028 0000 1111' })).status).toBe(403);
    expect(await (await viewer('GET', 'place-reports')).json()).toMatchObject({ places: [{ id: 'may', people: 2 }] });
    expect((await admin('PATCH', 'places/may', { opening_hours: 'T2' })).status).toBe(400);
    expect((await admin('PATCH', 'places/may', { organisation: 999_999 })).status).toBe(400);
    expect((await admin('PATCH', 'places/none', { phone: '1900' })).status).toBe(404);
    const changed = await admin('PATCH', 'places/may', { phone: '028 0000 1111', organisation: organisationId });
    expect(await changed.json()).toEqual({ id: 'may', settled: 2 });
    expect(await placeById(database.db, 'may')).toMatchObject({ address: '1 đường Nắng', phone: '028 0000 1111' });
    expect((await admin('POST', 'places/dan/close')).status).toBe(200);
    await finder.refresh();
    expect(finder.places.size).toBe(1);
    expect((await admin('POST', 'places/dan/reopen')).status).toBe(200);
    await finder.refresh();
    expect(finder.places.size).toBe(2);
  });
});
