import { expect, it } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import { scholarshipById, scholarshipsByKeys } from '../../src/opportunities/index.ts';
import { approveProposal, proposalById, workshopById } from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

const file = 'title,provider,deadline,seats,id\nSuất học nghề,Quỹ Nắng Sớm,2026-12-31,5,h1\n';

describeDatabases('a partner keeps its own offers', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    await importText(database, 'scholarships', file);
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Quỹ Nắng Sớm'));
    const member = await addStaff(database, 'partner', { organisationId });
    const browser = await signIn(application.app, database, member.id, application.time.now);
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await application.app.request(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${member.token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    return { database, application, browser, ask, organisationId };
  }

  it('hides one with a press, which no file undoes, and shows it again', async () => {
    const { database, browser } = await scene();
    const scholarship = await scholarshipById(database.db, 'h1');
    const key = scholarship?.key ?? 0;
    expect((await browser.post('/console/offers/scholarships/h1/hide')).status).toBe(303);
    expect(await scholarshipsByKeys(database.db, [key])).toEqual([]);
    await importText(database, 'scholarships', file.replace(',5,', ',6,'));
    expect(await scholarshipsByKeys(database.db, [key])).toEqual([]);
    expect((await browser.get('/console/offers?kind=scholarships')).text).toContain('đang ẩn');
    expect((await browser.post('/console/offers/scholarships/h1/show')).status).toBe(303);
    expect(await scholarshipsByKeys(database.db, [key])).toMatchObject([{ seats: 6 }]);
  });

  it('edits one by the rules of a file, keeps what was written wrong in the form, and finds the change in the search', async () => {
    const { database, application, browser, ask } = await scene();
    const wrong = await browser.post('/console/offers/scholarships/h1/edit', {
      title: '',
      deadline: 'mai',
      seats: '7',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="mai"');
    const form = { title: 'Suất học may', description: '', deadline: '31/01/2027', seats: '7' };
    expect((await browser.post('/console/offers/scholarships/h1/edit', form)).status).toBe(303);
    expect(await scholarshipById(database.db, 'h1')).toMatchObject({
      title: 'Suất học may',
      deadline: '2027-01-31',
      seats: 7,
    });
    // The file says what it said before: the change stays.
    expect(await importText(database, 'scholarships', file)).toMatchObject({ unchanged: 1 });
    expect(await scholarshipById(database.db, 'h1')).toMatchObject({ seats: 7 });
    await application.finder.refresh();
    expect(
      await ask('PATCH', '/offers/scholarships/h1', { seats: null, url: 'https://quy.example.org' }),
    ).toMatchObject({
      status: 200,
      body: { id: 'h1', hidden: false, fields: { seats: null, url: 'https://quy.example.org/' } },
    });
    for (const body of [{ title: null }, { seats: -1 }, { organisation_id: 1 }, { url: 'javascript:alert(1)' }])
      expect((await ask('PATCH', '/offers/scholarships/h1', body)).status, JSON.stringify(body)).toBe(400);
  });

  it('closes and confirms courses through the desk that keeps the way back', async () => {
    const { database, application, ask } = await scene();
    await importText(database, 'courses', 'title,provider,confirmed_on,id\nMay,Quỹ Nắng Sớm,2026-01-01,m1\n');
    expect(await ask('POST', '/offers/courses/m1/hide')).toMatchObject({ status: 200, body: { hidden: true } });
    expect(await ask('POST', '/courses/m1/undo')).toMatchObject({ status: 200 });
    expect(await ask('POST', '/offers/courses/m1/confirm')).toMatchObject({ body: { confirmed_on: '2026-11-24' } });
    expect(await ask('PATCH', '/offers/courses/m1', { title: 'Cắt may', price_vnd: 0 })).toMatchObject({ status: 200 });
    await application.finder.refresh();
    const found = await (await application.app.request('/api/v1/courses?q=c%E1%BA%AFt%20may')).json();
    expect(JSON.stringify(found)).toContain('"m1"');
  });

  it('proposes a workshop, which somebody else must approve as it was read, and once', async () => {
    const { database, application, browser, organisationId } = await scene();
    const form = { title: 'Sửa máy may', day: '2026-12-12', starts: '08:00', ends: '09:00', place: 'Xưởng Nắng Sớm' };
    expect((await browser.post('/console/proposals', { ...form, title: '' })).status).toBe(422);
    const sent = await browser.post('/console/proposals', form);
    const path = sent.headers.get('location') ?? '';
    const id = Number(path.split('/').at(-1));
    const approver = await addStaff(database, 'approver');
    const desk = await signIn(application.app, database, approver.id, application.time.now);
    expect((await desk.get('/console')).text).toContain('Đề xuất hội thảo');
    expect((await desk.post(`${path}/return`, { note: 'Ghi rõ phòng' })).status).toBe(303);
    expect((await browser.get(path)).text).toContain('Ghi rõ phòng');
    expect((await browser.post(`${path}/edit`, { ...form, place: 'Xưởng Nắng Sớm, phòng 2' })).status).toBe(303);
    const read = (await proposalById(database.db, id))?.updatedAt.toISOString() ?? '';
    application.advance(60);
    await browser.post(`${path}/edit`, { ...form, place: 'Xưởng Nắng Sớm, phòng 3' });
    await desk.post(`${path}/approve`, { read });
    expect(await proposalById(database.db, id)).toMatchObject({ state: 'submitted' });
    const by = { staffId: approver.id, now: application.time.now };
    const outcomes = await Promise.all([1, 2].map(() => database.transaction((tx) => approveProposal(tx, id, by))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['approved', 'wrong_state']);
    const made = await proposalById(database.db, id);
    expect(await workshopById(database.db, made?.workshopId ?? '')).toMatchObject({
      title: 'Sửa máy may',
      place: 'Xưởng Nắng Sớm, phòng 3',
      organisationId,
    });
    expect((await browser.post(`${path}/withdraw`)).status).toBe(303);
    expect(await proposalById(database.db, id)).toMatchObject({ state: 'approved' });
  });
});
