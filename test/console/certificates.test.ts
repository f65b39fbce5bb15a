import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { cityLessons, issueTrackCertificate, type Track, type TrackCertificate } from '../../src/learning/index.ts';
import { testApplication } from '../support/application.ts';
import { newLearners } from '../support/consenting.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const now = new Date('2026-11-24T03:00:00Z');
const lessons = await cityLessons();
const track = lessons.track('an-toan-tren-mang') as Track;

async function certificateIn(database: Database): Promise<TrackCertificate> {
  const [learnerId = 0] = await newLearners(database, 1);
  return issueTrackCertificate(database.db, { learnerId, track, name: 'Nguyễn Văn An', finishedAt: now, now });
}

describeDatabases('certificates in the console', ({ database: open }) => {
  it('are found by their code as it is read off a paper, without the name on them', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { code } = await certificateIn(database);
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const typed = `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
    const found = await viewer.get(`/console/certificates?code=${encodeURIComponent(typed)}`);
    expect(found.headers.get('location')).toBe(`/console/certificates/${code}`);
    const { text } = await viewer.follow(found);
    expect(text).toContain(track.title);
    expect(text).not.toContain('Nguyễn');
    // Looking is not withdrawing.
    expect(text).not.toContain('/withdraw');
    expect((await viewer.post(`/console/certificates/${code}/withdraw`, { reason: 'mistake' })).status).toBe(403);
    const none = await viewer.get('/console/certificates?code=BBBBBBBBBB');
    expect(none).toMatchObject({ status: 404, text: expect.stringContaining('Không có giấy chứng nhận') });
    expect((await viewer.get('/console/certificates/BBBBBBBBBB')).status).toBe(404);
    expect((await viewer.get(`/console/certificates/${code}?lang=en`)).text).toContain(track.english);
  });

  it('are withdrawn with a reason once it was confirmed, and the audit and the public page say so', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const { code, key } = await certificateIn(database);
    const editor = await addStaff(database, 'editor');
    const browser = await signIn(app, database, editor.id, time.now);
    const path = `/console/certificates/${code}`;
    const publicPage = async () => (await app.request(`/certificates/${code}`)).text();
    for (const reason of ['', 'because'])
      expect(await browser.post(`${path}/withdraw`, { reason, confirmed: 'yes' })).toMatchObject({
        status: 422,
        text: expect.stringContaining('Hãy chọn một lý do'),
      });
    const asked = await browser.post(`${path}/withdraw`, { reason: 'wrong_person' });
    expect(asked.text).toContain('name="reason" value="wrong_person"');
    expect(await publicPage()).toContain('Nguyễn Văn An');

    const done = await browser.post(`${path}/withdraw`, { reason: 'wrong_person', confirmed: 'yes' });
    expect((await browser.follow(done)).text).toContain('Đã thu hồi giấy chứng nhận');
    expect(await publicPage()).toContain('đơn vị vận hành đã thu hồi ngày 24/11/2026. Lý do: cấp sai người.');
    expect(await publicPage()).not.toContain('Nguyễn');
    const { rows } = await database.db.execute(sql`
      select staff_id::int, subject_id::int, detail from audit where action = 'learning.withdraw_certificate'`);
    expect(rows).toEqual([{ staff_id: editor.id, subject_id: key, detail: { reason: 'wrong_person' } }]);
    const boss = await signIn(app, database, (await addStaff(database, 'admin')).id, time.now);
    expect((await boss.get('/console/audit?area=learning')).text).toContain(`Giấy chứng nhận số ${key}`);

    // Twice is told, and changes nothing.
    const again = await browser.post(`${path}/withdraw`, { reason: 'mistake', confirmed: 'yes' });
    expect((await browser.follow(again)).text).toContain('đã thu hồi trước rồi');
    expect(await publicPage()).toContain('cấp sai người');
    const api = await app.request(`/api/v1/certificates/${code}`, {
      headers: { authorization: `Bearer ${editor.token}` },
    });
    expect(await api.json()).toMatchObject({ withdrawn_by: 'staff', withdrawn_reason: 'wrong_person' });
  });

  it('are withdrawn through the API with a reason, without one, and not for one that is none', async () => {
    const database = await open();
    const { app } = await testApplication(database);
    const { token } = await addStaff(database, 'admin');
    const withdraw = async (code: string, body: object) => {
      const headers = { authorization: `Bearer ${token}` };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return app.request(`/api/v1/certificates/${code}/withdraw`, init);
    };
    const [one, other] = [await certificateIn(database), await certificateIn(database)];
    expect((await withdraw(one.code, { reason: 'because' })).status).toBe(400);
    expect(await (await withdraw(one.code, { reason: 'asked' })).json()).toMatchObject({ withdrawn_reason: 'asked' });
    expect(await (await withdraw(other.code, {})).json()).toMatchObject({ withdrawn_reason: null });
    expect(await (await app.request(`/certificates/${other.code}`)).text()).not.toContain('Lý do');
  });
});
