import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import {
  activeAgreements,
  agreementById,
  changeAgreement,
  createAgreement,
  moveAgreement,
  partnerFigures,
} from '../../src/partners/index.ts';
import { checkIn, register, registrationOfLearner } from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';
import { addLearners, addWorkshop, hoursLater, morning } from '../support/workshops.ts';

const by = { staffId: undefined, now: morning };
const today = '2026-11-24';
const timezone = 'Asia/Ho_Chi_Minh';
const words = {
  kind: 'scholarships',
  goal: 'Hai mươi suất học nghề',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  organisationGives: 'Học phí <b>trọn khóa</b>',
  cityGives: undefined,
} as const;

async function agree(database: Database, name: string): Promise<{ id: number; organisationId: number }> {
  return database.transaction(async (tx) => {
    const organisationId = await ensureOrganisation(tx, name);
    return { id: await createAgreement(tx, { organisationId, ...words }, by), organisationId };
  });
}

describeDatabases('agreements with partners', (context) => {
  it('go from draft to active to ended and never back, and are over after their last day', async () => {
    const database = await context.database();
    const { id, organisationId } = await agree(database, 'Quỹ Nắng Sớm');
    const { db } = database;
    expect(await moveAgreement(db, id, 'ended', by)).toBe(false);
    expect(await activeAgreements(db, { today })).toEqual([]);
    expect(await moveAgreement(db, id, 'active', by)).toBe(true);
    expect(await moveAgreement(db, id, 'active', by)).toBe(false);
    expect(await activeAgreements(db, { today })).toMatchObject([{ id, organisationId, status: 'active' }]);
    expect(await activeAgreements(db, { today: '2026-10-31' })).toEqual([]);
    expect(await activeAgreements(db, { today: '2026-12-01' })).toEqual([]);
    expect(await agreementById(db, id, '2026-12-01')).toMatchObject({ status: 'ended' });
    expect(await moveAgreement(db, id, 'ended', by)).toBe(true);
    expect(await changeAgreement(db, id, { ...words, goal: 'Khác' }, by)).toBe(false);
    const { rows } = await db.execute(sql`select action from audit order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['agreement.create', 'agreement.activate', 'agreement.end']);
  });

  it('have figures that are counted: what is open today, who came since it began, each once, nothing invented', async () => {
    const database = await context.database();
    const { organisationId } = await agree(database, 'Quỹ Nắng Sớm');
    const { db } = database;
    await importText(
      database,
      'courses',
      'title,provider,confirmed_on,id\nMột,Quỹ Nắng Sớm,2026-11-20,k1\nHai,Quỹ Nắng Sớm,2026-02-01,k2\nBa,Đơn vị khác,2026-11-20,k3\n',
    );
    await importText(
      database,
      'scholarships',
      'title,provider,deadline,seats,id\nA,Quỹ Nắng Sớm,2026-12-01,20,h1\nB,Quỹ Nắng Sớm,2026-11-01,9,h2\n',
    );
    const old = await addWorkshop(database, { organisationId, startsAt: new Date('2026-10-01T03:00:00Z') });
    const workshop = await addWorkshop(database, { organisationId });
    const people = await addLearners(database, 6);
    for (const learnerId of people) {
      await database.transaction((tx) => register(tx, { workshopKey: workshop.key, learnerId, now: morning }));
      const registration = await registrationOfLearner(db, workshop.key, learnerId);
      await database.transaction((tx) =>
        checkIn(
          tx,
          {
            requestId: String(learnerId),
            workshopKey: workshop.key,
            who: { registrationKey: registration?.key ?? 0 },
            at: hoursLater(1),
          },
          { staffId: undefined, now: hoursLater(2) },
        ),
      );
    }
    await db.execute(sql`
      insert into enrolment (learner_id, course_id, course_public_id, title, sample, status, source, created_at, noted_at)
      select ${people[0]}, id, public_id, title, false, 'registered', 'pressed', ${morning}, ${morning} from course where public_id = 'k1'`);
    const figures = await partnerFigures(db, organisationId, { today, since: '2026-11-01', timezone });
    expect(figures).toEqual({
      courses: 2,
      confirmed: 1,
      workshops: 1,
      attended: 6,
      scholarships: 1,
      scholarshipPlaces: 20,
      internships: 0,
      internshipPlaces: 0,
      placesGiven: 0,
      learners: 6,
    });
    expect((await partnerFigures(db, organisationId, { today, timezone })).workshops).toBe(2);
    expect(old.organisationId).toBe(organisationId);
  });

  it('are made and moved in the console, read by the partner, and shown on the public page, escaped', async () => {
    const database = await context.database();
    const { app, time } = await testApplication(database);
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Học viện Số Xanh'));
    const editor = await addStaff(database, 'editor');
    const browser = await signIn(app, database, editor.id, time.now);
    const form = {
      kind: words.kind,
      goal: words.goal,
      starts_on: words.startsOn,
      ends_on: words.endsOn,
      organisation_gives: words.organisationGives,
    };
    const unknown = await browser.post('/console/agreements', { ...form, organisation: 'Không có' });
    expect([unknown.status, unknown.text.includes('Không có đơn vị này')]).toEqual([422, true]);
    const backwards = await browser.post('/console/agreements', {
      ...form,
      organisation: 'Học viện Số Xanh',
      ends_on: '2026-01-01',
    });
    expect(backwards.status).toBe(422);
    const made = await browser.post('/console/agreements', { ...form, organisation: 'Học viện Số Xanh' });
    expect(made.status).toBe(303);
    const path = made.headers.get('location') ?? '';
    const hidden = await (await app.request(`/organisations/${organisationId}`)).text();
    expect(hidden).not.toContain(words.goal);
    expect((await browser.post(`${path}/activate`)).status).toBe(303);
    const page = await app.request(`/organisations/${organisationId}`);
    const shown = await page.text();
    expect(page.status).toBe(200);
    expect(shown).toContain(words.goal);
    expect(shown).toContain('Học phí &lt;b&gt;trọn khóa&lt;/b&gt;');
    expect(shown).toContain('từ 01/11/2026 đến 30/11/2026');
    expect(shown).toContain('/courses/ke-toan-online');
    expect(shown).toContain(`/?start=organisation_${organisationId}`);
    expect((await app.request('/organisations/khong-co')).status).toBe(404);

    const partner = await addStaff(database, 'partner', { organisationId });
    const own = await signIn(app, database, partner.id, time.now);
    expect((await own.get(path)).text).toContain('Khóa học đang mở');
    expect((await own.post(`${path}/end`)).status).toBe(403);
    const other = await agree(database, 'Đơn vị khác');
    expect((await own.get(`/console/agreements/${other.id}`)).status).toBe(404);
    expect((await own.get('/console/agreements')).text).not.toContain('Đơn vị khác');
  });

  it('are made, changed and ended over the API', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const { token } = await addStaff(database, 'editor');
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await app.request(`/api/v1/agreements${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as { id: number } };
    };
    const terms = { kind: 'places', goal: 'Năm chỗ thực tập', starts_on: '2026-11-01' };
    expect((await ask('POST', '', { ...terms, organisation: 'Không có' })).status).toBe(400);
    expect((await ask('POST', '', { ...terms, organisation: 'Học viện Số Xanh', ends_on: '2025-01-01' })).status).toBe(
      400,
    );
    const made = await ask('POST', '', { ...terms, organisation: 'Học viện Số Xanh' });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft', ends_on: null, figures: { workshops: 0 } } });
    const path = `/${made.body.id}`;
    expect(await ask('PUT', path, { ...terms, goal: 'Sáu chỗ' })).toMatchObject({
      status: 200,
      body: { goal: 'Sáu chỗ' },
    });
    expect(await ask('POST', `${path}/activate`)).toMatchObject({ status: 200, body: { status: 'active' } });
    expect((await ask('POST', `${path}/activate`)).status).toBe(409);
    expect(await ask('POST', `${path}/end`)).toMatchObject({ status: 200, body: { status: 'ended' } });
    expect((await ask('PUT', path, terms)).status).toBe(409);
    expect(await ask('GET', '')).toMatchObject({ body: { agreements: [{ id: made.body.id }] } });
  });
});
