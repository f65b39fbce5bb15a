import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { courseById, ensureOrganisation } from '../../src/catalogue/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';
import { addLearner } from '../support/workshops.ts';

const courses = (reviewed = '') =>
  `title,provider,skills,id,reviewed_on
Kế toán cho hộ kinh doanh,Trung tâm Nắng Mai,kế toán,k1,${reviewed}
Cắt may căn bản,Trung tâm Nắng Mai,may mặc,m1,2026-10-01
Yoga buổi sáng,Nhà văn hóa Hoa Sen,yoga,y1,2025-11-23
`;

/** Accounting rises; a skill that nothing teaches rises more; yoga is asked for and falls. */
const demand = `month,skill,postings
${['05', '06', '07'].map((month) => `2026-${month},kế toán,20\n2026-${month},hàn tàu biển,10\n2026-${month},yoga,30`).join('\n')}
${['08', '09', '10'].map((month) => `2026-${month},kế toán,40\n2026-${month},hàn tàu biển,50\n2026-${month},yoga,20`).join('\n')}
`;

interface Asked {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describeDatabases('curriculum kept current', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    await importText(database, 'courses', courses(), { source: 'nắng' });
    await importText(database, 'demand', demand);
    await application.finder.refresh();
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Trung tâm Nắng Mai'));
    const elsewhere = await database.transaction((tx) => ensureOrganisation(tx, 'Nhà văn hóa Hoa Sen'));
    const editor = await addStaff(database, 'editor');
    const partner = await addStaff(database, 'partner', { organisationId });
    const other = await addStaff(database, 'partner', { email: 'khac@hoasen.example', organisationId: elsewhere });
    const asker =
      (token: string) =>
      async (method: string, path: string, body?: unknown): Promise<Asked> => {
        const response = await application.app.request(`/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${token}` },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      };
    const browser = (member: { id: number }) => signIn(application.app, database, member.id, application.time.now);
    return {
      database,
      application,
      editor,
      partner,
      browser,
      asStaff: asker(editor.token),
      asPartner: asker(partner.token),
      asOther: asker(other.token),
    };
  }

  it('lists what nobody reviewed for twelve months, the most wanted first, and what nothing teaches', async () => {
    const { asStaff, database, application } = await scene();
    await database.db.execute(
      sql`update course set reviewed_on = '2026-11-01' where public_id not in ('k1', 'm1', 'y1')`,
    );
    const { status, body } = await asStaff('GET', '/curriculum');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      total: 2,
      courses: [
        {
          id: 'k1',
          reviewed_on: null,
          openings: 120,
          rising: [{ recent: 120, before: 60, growth: 1.92 }],
          request: null,
        },
        { id: 'y1', reviewed_on: '2025-11-23', openings: 60, rising: [], enrolled: 0 },
      ],
      untaught: [{ name: 'hàn tàu biển', recent: 150, before: 30 }],
    });
    const tracks = body.tracks as { reviewed_on: string; stale: boolean; skills: unknown[] }[];
    expect(tracks.length).toBeGreaterThan(0);
    expect(tracks.every(({ stale }) => !stale)).toBe(true);
    // A year on the lessons are as old as the courses.
    application.advance(400 * 86_400);
    const later = (await asStaff('GET', '/curriculum')).body.tracks as { stale: boolean }[];
    expect(later.every(({ stale }) => stale)).toBe(true);
    // Reviewed twelve months ago to the day is not older than twelve months.
    application.time.now = new Date('2026-11-23T03:00:00Z');
    expect((await asStaff('GET', '/curriculum')).body).toMatchObject({ total: 1 });
  });

  it('leaves out what is over or closed, and counts enrolments from five people on', async () => {
    const { asStaff, database } = await scene();
    await database.db.execute(sql`update course set closed_at = now() where public_id not in ('k1', 'y1')`);
    let people = 0;
    const enrol = async () => {
      const learnerId = await addLearner(database, `người ${++people}`);
      await database.db.execute(sql`
        insert into enrolment (learner_id, course_id, course_public_id, title, sample, status, source, created_at, noted_at)
        select ${learnerId}, id, public_id, title, false, 'registered', 'pressed', now(), now() from course where public_id = 'y1'`);
    };
    for (let each = 0; each < 4; each++) await enrol();
    expect((await asStaff('GET', '/curriculum')).body).toMatchObject({
      total: 2,
      courses: [
        { id: 'k1', enrolled: 0 },
        { id: 'y1', enrolled: null },
      ],
    });
    await enrol();
    expect((await asStaff('GET', '/curriculum')).body).toMatchObject({
      courses: [{ id: 'k1' }, { id: 'y1', enrolled: 5 }],
    });
    await database.db.execute(sql`update course set closed_at = now() where public_id = 'k1'`);
    const { body } = await asStaff('GET', '/curriculum');
    expect(body).toMatchObject({ total: 1, courses: [{ id: 'y1' }] });
    // What only a closed course teaches nothing teaches.
    expect((body.untaught as { name: string }[]).map(({ name }) => name)).toHaveLength(2);
  });

  it('is asked for in the console, answered by the organisation, seen and closed by staff', async () => {
    const { browser, editor, partner, database } = await scene();
    const staff = await browser(editor);
    const list = await staff.get('/console/curriculum');
    expect(list.text).toContain('Kế toán cho hộ kinh doanh');
    expect(list.text).toContain('hàn tàu biển');
    expect(list.text).toContain('/console/curriculum-requests/new?course=k1');
    expect((await staff.get('/console/curriculum.csv')).text).toContain('k1,Kế toán cho hộ kinh doanh,');
    const form = await staff.get('/console/curriculum-requests/new?course=k1');
    expect(form.text).toContain('120 tin tuyển dụng');
    const ask = { course: 'k1', what: 'Thêm hóa đơn điện tử', why: 'Đang lên', wanted_by: '2026-12-31' };
    expect((await staff.post('/console/curriculum-requests', { ...ask, what: '' })).status).toBe(422);
    const past = await staff.post('/console/curriculum-requests', { ...ask, wanted_by: '2026-11-23' });
    expect(past.status).toBe(422);
    expect(past.text).toContain('Thêm hóa đơn điện tử');
    const sent = await staff.post('/console/curriculum-requests', ask);
    const path = sent.headers.get('location') ?? '';
    expect((await staff.get('/console/curriculum')).text).toContain(`href="${path}"`);

    const desk = await browser(partner);
    expect((await desk.get('/console')).text).toContain('Đề nghị cập nhật chờ trả lời');
    expect((await desk.get('/console/curriculum-requests')).text).toContain(path);
    expect((await desk.get(path)).text).toContain('Thêm hóa đơn điện tử');
    for (const wrong of [
      { answer: 'accepted' },
      { answer: 'accepted', planned_on: '2026-11-01' },
      { answer: 'declined' },
      { answer: 'x' },
    ])
      expect((await desk.post(`${path}/answer`, wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect((await desk.post(`${path}/answer`, { answer: 'accepted', planned_on: '2026-12-20' })).status).toBe(303);
    expect((await staff.get(path)).text).toContain('dự kiến xong ngày 20/12/2026');
    expect((await desk.post(`${path}/answer`, { answer: 'done' })).status).toBe(303);
    expect(await courseById(database.db, 'k1')).toMatchObject({ reviewedOn: '2026-11-24' });
    expect((await staff.get('/console/curriculum')).text).not.toContain('Kế toán cho hộ kinh doanh');
    expect((await staff.get('/console')).text).toContain('Đề nghị cập nhật đã có trả lời');
    expect((await desk.post(`${path}/close`)).status).toBe(403);
    expect((await staff.post(`${path}/close`)).status).toBe(303);
    expect((await desk.post(`${path}/answer`, { answer: 'declined', note: 'Thôi' })).status).toBe(303);
    expect((await desk.get(path)).text).toContain('đã đóng');
    expect((await staff.post(`${path}/reopen`)).status).toBe(303);
    expect((await staff.get(path)).text).toContain('đã làm xong');
  });

  it('takes the same way over the API, and every step back', async () => {
    const { asStaff, asPartner, asOther, database } = await scene();
    expect((await asStaff('POST', '/curriculum-requests', { course: 'không có', what: 'x' })).status).toBe(404);
    for (const [body, status] of [
      [{ course: 'a\u0000b', what: 'x' }, 404],
      [{ course: '\ud800', what: 'x' }, 404],
      [{ course: 'm1', what: '\u0000' }, 400],
      [{ course: 'm1', what: 'x'.repeat(2001) }, 400],
      [{ course: 'm1', what: 'x', wanted_by: '2026-11-23' }, 400],
      [{ course: 'm1', what: 'x', wanted_by: '2026-02-30' }, 400],
      [{ course: 'm1', what: 'x', organisation: 1 }, 400],
    ] as const)
      expect((await asStaff('POST', '/curriculum-requests', body)).status, JSON.stringify(body)).toBe(status);
    expect((await asPartner('POST', '/curriculum-requests', { course: 'k1', what: 'x' })).status).toBe(403);
    expect((await asPartner('GET', '/curriculum')).status).toBe(403);
    const made = await asStaff('POST', '/curriculum-requests', { course: 'm1', what: 'Thêm phần may máy công nghiệp' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        state: 'open',
        course: { id: 'm1', reviewed_on: '2026-10-01' },
        why: expect.stringContaining('01/10/2026'),
      },
    });
    const path = `/curriculum-requests/${made.body.id}`;
    const reviewed = async () => (await courseById(database.db, 'm1'))?.reviewedOn;

    expect((await asOther('GET', path)).status).toBe(404);
    expect((await asOther('POST', `${path}/answer`, { answer: 'done' })).status).toBe(404);
    expect((await asOther('GET', '/curriculum-requests')).body).toEqual({ requests: [] });
    expect((await asPartner('POST', `${path}/answer`, { answer: 'declined' })).status).toBe(400);
    expect(await asStaff('POST', `${path}/close`)).toMatchObject({ status: 409 });
    expect(await asPartner('POST', `${path}/answer`, { answer: 'declined', note: 'Chưa có máy' })).toMatchObject({
      status: 200,
      body: { state: 'declined', note: 'Chưa có máy' },
    });
    expect(await asStaff('POST', `${path}/withdraw`)).toMatchObject({ status: 409 });
    expect(await asPartner('POST', `${path}/answer`, { answer: 'done' })).toMatchObject({
      body: { state: 'done', note: null },
    });
    expect(await reviewed()).toBe('2026-11-24');
    expect(await asPartner('POST', `${path}/take-back`)).toMatchObject({ body: { state: 'open', answer: null } });
    expect(await reviewed()).toBe('2026-10-01');
    expect(await asPartner('POST', `${path}/take-back`)).toMatchObject({ status: 409 });
    expect(await asStaff('POST', `${path}/withdraw`)).toMatchObject({ body: { state: 'withdrawn' } });
    expect(await asPartner('POST', `${path}/answer`, { answer: 'done' })).toMatchObject({ status: 409 });
    expect(await reviewed()).toBe('2026-10-01');
    expect(await asStaff('POST', `${path}/reopen`)).toMatchObject({ body: { state: 'open' } });
  });

  it('keeps a review that was noted after the answer, and does not touch a course of somebody else', async () => {
    const { asStaff, asPartner, database, application } = await scene();
    const made = await asStaff('POST', '/curriculum-requests', { course: 'k1', what: 'Cập nhật' });
    const path = `/curriculum-requests/${made.body.id}`;
    await asPartner('POST', `${path}/answer`, { answer: 'done' });
    application.advance(2 * 86_400);
    expect(await asPartner('PATCH', '/offers/courses/k1', { reviewed_on: '26/11/2026' })).toMatchObject({
      status: 200,
    });
    await asPartner('POST', `${path}/take-back`);
    expect(await courseById(database.db, 'k1')).toMatchObject({ reviewedOn: '2026-11-26' });
    await importText(
      database,
      'courses',
      courses().replace('kinh doanh,Trung tâm Nắng Mai', 'kinh doanh,Nhà văn hóa Hoa Sen'),
      {
        source: 'nắng',
      },
    );
    application.advance(86_400);
    expect(await asPartner('POST', `${path}/answer`, { answer: 'done' })).toMatchObject({ status: 200 });
    expect(await courseById(database.db, 'k1')).toMatchObject({ reviewedOn: '2026-11-26' });
  });

  it('shows the day of review where it is known, and nothing where it is not', async () => {
    const { application, database, asPartner } = await scene();
    const page = async (id: string) => (await application.app.request(`/courses/${id}`)).text();
    expect((await page('m1')).split('Nội dung xem lại ngày 01/10/2026')).toHaveLength(2);
    expect(await page('k1')).not.toContain('xem lại');
    expect(await asPartner('PATCH', '/offers/courses/k1', { reviewed_on: '2026-11-25' })).toMatchObject({
      status: 400,
    });
    expect(await asPartner('PATCH', '/offers/courses/k1', { reviewed_on: '2026-11-24' })).toMatchObject({
      status: 200,
    });
    expect(await page('k1')).toContain('Nội dung xem lại ngày 24/11/2026');
    await application.finder.refresh();
    const found = await (await application.app.request('/api/v1/courses?q=k%E1%BA%BF%20to%C3%A1n')).json();
    expect(JSON.stringify(found)).toContain('"reviewed_on":"2026-11-24"');
    // A file that says less, or an older day, does not take it away.
    await importText(database, 'courses', courses('2026-03-01'), { source: 'nắng' });
    expect(await courseById(database.db, 'k1')).toMatchObject({ reviewedOn: '2026-11-24' });
    const wrong = await importText(database, 'courses', courses('2027-03-01'), { source: 'nắng' });
    expect(wrong.problems).toMatchObject([{ row: 2, column: 'reviewed_on' }]);
  });
});
