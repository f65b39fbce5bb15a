import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { consoleRoutes } from '../../src/console/routes.ts';
import { testApplication } from '../support/application.ts';
import { applyMany, offersOfTwo, takenSeats } from '../support/applications.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('applications over the API and in the console', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    const { app } = application;
    const offers = await offersOfTwo(database, 2);
    const ids: Record<string, number> = {};
    for (const [id, offer] of Object.entries(offers)) [ids[id] = 0] = await applyMany(database, offer, 1);
    const ask = async (token: string, method: string, path: string, body?: unknown) => {
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown>, raw: '' };
    };
    const partner = await addStaff(database, 'partner', { organisationId: offers['hb-a']?.organisationId ?? 0 });
    const homeless = await addStaff(database, 'partner', { email: 'khong-don-vi@thanhpho.example' });
    const editor = await addStaff(database, 'editor');
    return { ...application, database, offers, ids, ask, partner, homeless, editor };
  }

  it('lists, shows and decides; a state that does not allow it is 409', async () => {
    const { ask, editor, ids, offers, database } = await scene();
    const { body } = await ask(editor.token, 'GET', '/applications?limit=3');
    expect(body.applications).toHaveLength(3);
    expect(body).toMatchObject({ counts: { waiting: 4, accepted: 0 }, next_before: ids['hb-b'] });
    expect(JSON.stringify(body)).not.toMatch(/Người|Lý do|0912/);
    const one = `/applications/${ids['hb-a']}`;
    expect(await ask(editor.token, 'GET', one)).toMatchObject({
      body: {
        kind: 'scholarship',
        status: 'waiting',
        phone: '0912000000',
        offer: { id: 'hb-a', seats_left: 2, amount_vnd: 1_000_000 },
      },
    });
    expect((await ask(editor.token, 'POST', `${one}/accept`, {})).status).toBe(400);
    expect((await ask(editor.token, 'POST', `${one}/accept`, { text: ' ' })).status).toBe(400);
    expect(await ask(editor.token, 'POST', `${one}/ask`, { text: 'Bạn ở đâu?' })).toMatchObject({
      status: 200,
      body: { status: 'asked' },
    });
    expect(await ask(editor.token, 'POST', `${one}/ask`, { text: 'Rồi sao?' })).toMatchObject({
      status: 409,
      body: { error: { code: 'asked_before' } },
    });
    expect(await ask(editor.token, 'POST', `${one}/accept`, { text: 'Mời bạn.' })).toMatchObject({
      body: { status: 'accepted', decision: 'Mời bạn.', offer: { seats_left: 1 } },
    });
    expect(await ask(editor.token, 'POST', `${one}/refuse`, { text: 'Thôi.' })).toMatchObject({
      status: 409,
      body: { error: { code: 'wrong_state' } },
    });
    if (offers['hb-a'] === undefined) throw new Error('No such offer.');
    expect(await takenSeats(database, offers['hb-a'])).toBe(1);
    const filtered = await ask(editor.token, 'GET', '/applications?status=waiting&kind=internship');
    expect(filtered.body.applications).toHaveLength(2);
    expect((await ask(editor.token, 'GET', '/applications?status=lost')).status).toBe(400);
  });

  it('never shows a partner anything of another organisation, nor lets it change that, over every route', async () => {
    const { app, ask, partner, homeless, ids, database, time } = await scene();
    const sentence = (route: string) => ({ text: 'Mời bạn.', ...(route.endsWith('/rate') ? { rating: 5 } : {}) });
    const foreign = /hb-b|tt-b|Học bổng B|Thực tập B|Quỹ B/;
    const api = Object.keys(staffRoutes).filter((route) => route.includes('/applications'));
    const pages = Object.keys(consoleRoutes).filter((route) => route.includes('/applications'));
    expect(api.length).toBeGreaterThanOrEqual(5);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    const state = async () => (await database.db.execute('select * from application order by id')).rows;
    const before = await state();
    for (const [member, others] of [
      [partner, ['hb-b', 'tt-b']],
      [homeless, ['hb-a', 'tt-a', 'hb-b', 'tt-b']],
    ] as const) {
      for (const other of others) {
        for (const route of api) {
          const [method = '', path = ''] = route.split(' ');
          const to = path.replace('/api/v1', '').replace(':id', String(ids[other]));
          const { status, body } = await ask(member.token, method, to, method === 'GET' ? undefined : sentence(route));
          expect(JSON.stringify(body), route).not.toMatch(foreign);
          expect(status, route).toBe(path.includes(':id') ? 404 : 200);
        }
        const browser = await signIn(app, database, member.id, time.now);
        for (const route of pages) {
          const [method = '', path = ''] = route.split(' ');
          const to = path.replace(':id', String(ids[other]));
          const { status, text } =
            method === 'GET' ? await browser.get(to) : await browser.post(to, { text: 'Mời bạn.', rating: '5' });
          expect(text, route).not.toMatch(foreign);
          expect(status, route).toBe(path.includes(':id') ? 404 : 200);
        }
      }
    }
    expect(await state()).toEqual(before);
    const own = await ask(partner.token, 'GET', '/applications');
    expect((own.body.applications as { offer: { id: string } }[]).map(({ offer }) => offer.id).sort()).toEqual([
      'hb-a',
      'tt-a',
    ]);
    expect(own.body.counts).toMatchObject({ waiting: 2 });
    expect((await ask(homeless.token, 'GET', '/applications')).body).toMatchObject({
      applications: [],
      counts: { waiting: 0 },
    });
    for (const filter of ['?before=999999', '?status=waiting&limit=1', '?kind=scholarship']) {
      expect(JSON.stringify((await ask(partner.token, 'GET', `/applications${filter}`)).body)).not.toMatch(foreign);
      expect(
        (await (await signIn(app, database, partner.id, time.now)).get(`/console/applications${filter}`)).text,
      ).not.toMatch(foreign);
    }
  });

  it('are decided about in the console, each step with a sentence', async () => {
    const { app, database, partner, ids, time } = await scene();
    const browser = await signIn(app, database, partner.id, time.now);
    expect((await browser.get('/console')).text).toContain('Đơn chờ xét');
    const list = await browser.get('/console/applications?status=waiting');
    expect(list.text).toContain('2 đơn chờ xét');
    expect(list.text).not.toContain('Lý do riêng');
    const path = `/console/applications/${ids['hb-a']}`;
    const { text } = await browser.get(path);
    for (const part of ['Lý do riêng scholarship', '0912000000', 'còn 2/2', 'Điều kiện chưa rõ: độ tuổi', 'Hỏi thêm'])
      expect(text).toContain(part);
    expect((await browser.post(`${path}/accept`, { text: '' })).status).toBe(422);
    const asked = await browser.follow(await browser.post(`${path}/ask`, { text: '<b>Bạn ở đâu?</b>' }));
    expect(asked.text).toContain('Đã gửi câu hỏi');
    expect(asked.text).toContain('&lt;b&gt;Bạn ở đâu?&lt;/b&gt;');
    expect(asked.text).not.toContain(`formaction="${path}/ask"`);
    const accepted = await browser.follow(await browser.post(`${path}/accept`, { text: 'Mời bạn.' }));
    for (const part of ['Đã nhận đơn và trừ một suất', 'còn 1/2', 'đã trao 1.000.000đ, còn 1.000.000đ'])
      expect(accepted.text).toContain(part);
    expect((await browser.post(`${path}/refuse`, { text: 'Thôi.' })).status).toBe(409);
    const admin = await addStaff(database, 'admin');
    const audit = await (await signIn(app, database, admin.id, time.now)).get('/console/audit?area=application');
    for (const part of ['hỏi thêm về một đơn', 'nhận một đơn', 'xem một đơn']) expect(audit.text).toContain(part);
  });

  it('after an internship take what the organisation says, and keep from it what the intern said', async () => {
    const { app, ask, database, partner, editor, ids, time } = await scene();
    const path = `/console/applications/${ids['tt-a']}`;
    await ask(partner.token, 'POST', `/applications/${ids['tt-a']}/accept`, { text: 'Mời bạn.' });
    const early = await ask(partner.token, 'POST', `/applications/${ids['tt-a']}/rate`, { text: 'Tốt.', rating: 5 });
    expect(early).toMatchObject({ status: 409, body: { error: { code: 'not_over' } } });
    await database.db.execute(sql`update internship set ends_on = '2026-11-20' where public_id = 'tt-a'`);
    await database.db.execute(
      sql`update application set learner_rating = 2, learner_comment = 'Việc nặng quá.' where id = ${ids['tt-a']}`,
    );
    const browser = await signIn(app, database, partner.id, time.now);
    const { text } = await browser.get(path);
    expect(text).toContain(`action="${path}/rate"`);
    expect(text).not.toContain('Việc nặng quá.');
    expect((await browser.post(`${path}/rate`, { text: 'Chăm chỉ.', rating: '6' })).status).toBe(422);
    const rated = await browser.follow(await browser.post(`${path}/rate`, { text: 'Chăm chỉ.', rating: '4' }));
    expect(rated.text).toContain('4 sao · Chăm chỉ.');
    expect((await browser.post(`${path}/rate`, { text: 'Lần nữa.', rating: '4' })).status).toBe(409);
    const one = `/applications/${ids['tt-a']}`;
    const of_organisation = { rating: 4, text: 'Chăm chỉ.' };
    expect((await ask(partner.token, 'GET', one)).body.feedback).toEqual({ of_intern: null, of_organisation });
    expect((await ask(editor.token, 'GET', one)).body.feedback).toEqual({
      of_intern: { rating: 2, text: 'Việc nặng quá.' },
      of_organisation,
    });
    expect((await (await signIn(app, database, editor.id, time.now)).get(path)).text).toContain('Việc nặng quá.');
  });
});
