import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { seeded } from '../../src/discovery/index.ts';
import { rollUpFigures } from '../../src/insights/index.ts';
import { wards } from '../../src/places/index.ts';
import { testApplication } from '../support/application.ts';
import { inventActivity, truthOf, writeActivity } from '../support/city-activity.ts';
import { cityCourses } from '../support/city-courses.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const history = new URL('../../content/history/sample.csv', import.meta.url);
const now = new Date('2026-11-24T03:00:00Z');
const endOfYesterday = new Date('2026-11-23T17:00:00Z');

describeDatabases('the pages of figures', (context) => {
  async function city() {
    const database = await context.database();
    const application = await testApplication(database);
    await importText(database, 'history', readFileSync(history, 'utf8'));
    const courses = await cityCourses(database);
    const activity = inventActivity({
      learners: 400,
      acts: 4000,
      days: 20,
      until: now,
      courses: courses.keys.length,
      random: seeded(3),
    });
    await writeActivity(database, activity, courses.keys);
    await rollUpFigures({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh', owner: 'test' });
    const truth = truthOf(activity, endOfYesterday, courses.isSample);
    const total = (figure: string) =>
      [...truth].reduce((sum, [key, people]) => (key.startsWith(`${figure} `) ? sum + people : sum), 0);
    const page = async (path: string) => {
      const response = await application.app.request(path);
      return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
    };
    return { ...application, database, truth, total, page };
  }

  it('go on by year from what the city reported, and say what they mean', async () => {
    const { page, total, app, database } = await city();
    const { text, status } = await page('/numbers');
    expect(status).toBe(200);
    const participants = total('participant');
    const shown = participants - (participants % 5);
    for (const words of ['10.000', '5.000', 'Tính đến hết ngày 23/11/2026', `<td>${shown}</td>`, 'Người tham gia là'])
      expect(text).toContain(words);
    expect(text).not.toContain('(mẫu)');
    for (const path of ['', '/unmet', '/reach', '/feedback'])
      expect((await page(`/numbers${path}`)).text).not.toContain('<script');
    expect((await page('/numbers?lang=en')).text).toContain('10,000');
    const file = await page('/numbers/years.csv');
    expect(file.type).toContain('text/csv');
    expect(file.text).toContain('2023,400,10000,imported,no\r\n');
    expect(file.text).toContain(`,${shown},counted,no\r\n`);
    const { token } = await addStaff(database, 'viewer');
    const answer = await app.request('/api/v1/insights/years', { headers: { authorization: `Bearer ${token}` } });
    const { years } = (await answer.json()) as { years: { year: number; participants: number; courses: number }[] };
    expect(years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2026]);
    const { rows } = await database.db.execute<{ online: number }>(sql`
      select count(*)::int as online from course where not sample and mode in ('online', 'hybrid')`);
    expect(years.at(-1)).toMatchObject({ participants: shown, courses: rows[0]?.online });
  });

  it('show every ward on a tile of its own and in the table, without small groups', async () => {
    const { page, truth } = await city();
    const { text } = await page('/numbers/reach?figure=active&year=2026');
    expect(text.match(/<a href="#w\d{5}"/g)).toHaveLength(168);
    const small = wards.filter(({ code }) => (truth.get(`active 2026  ${code}`) ?? 0) < 5);
    expect(small.length).toBeGreaterThan(50);
    for (const { code, fullName } of small)
      expect(text).toContain(`href="#w${code}"><title>${fullName}: dưới 5 người</title>`);
    const file = (await page('/numbers/reach.csv?year=2026')).text;
    for (const { code, fullName } of wards) {
      const people = ['learner all', 'active 2026', 'participant 2026', 'asked 2026', 'answered 2026'].map((key) => {
        const counted = truth.get(`${key}  ${code}`) ?? 0;
        return counted - (counted % 5);
      });
      expect(file).toContain(`${code},${fullName},2026,${people.join(',')}\r\n`);
    }
  });

  it('list what was wished for in vain, and what staff did about it until they take it back', async () => {
    const { page, truth, app, database, time } = await city();
    const inTheCity = [...truth].reduce(
      (sum, [key, people]) => (key.startsWith('unmet 2026-4 guitar ') ? sum + people : sum),
      0,
    );
    const shown = inTheCity - (inTheCity % 5);
    expect((await page('/numbers/unmet.csv')).text).toContain(`2026-4,guitar,guitar,,Toàn thành phố,${shown}\r\n`);
    const editor = await signIn(app, database, (await addStaff(database, 'editor')).id, time.now);
    const fields = { topic: 'guitar', kind: 'opened', note: 'Lớp <b>guitar</b> tối thứ 7 ở Nhà văn hóa' };
    expect((await editor.post('/console/insights/answers', { ...fields, topic: '<script>' })).status).toBe(422);
    expect((await editor.post('/console/insights/answers', { ...fields, note: ' ' })).status).toBe(422);
    expect((await editor.follow(await editor.post('/console/insights/answers', fields))).text).toContain('Đã ghi');
    const told = (await page('/numbers/unmet')).text;
    expect(told).toContain('Đã mở: Lớp &lt;b&gt;guitar&lt;/b&gt; tối thứ 7');
    expect(told).not.toContain('name="note"');
    const id = /answers\/(\d+)\/withdraw/.exec((await editor.get('/console/insights/unmet')).text)?.[1];
    expect((await editor.post(`/console/insights/answers/${id}/withdraw`)).status).toBe(303);
    expect((await editor.post(`/console/insights/answers/${id}/withdraw`)).status).toBe(404);
    expect((await page('/numbers/unmet')).text).not.toContain('tối thứ 7');
    const admin = await signIn(app, database, (await addStaff(database, 'admin')).id, time.now);
    expect((await admin.get('/console/audit?area=insights')).text).toContain('ghi việc đã làm cho một điều còn thiếu');
  });

  it('count who wrote to staff and who has an answer', async () => {
    const { page, truth } = await city();
    const file = (await page('/numbers/feedback.csv')).text;
    const step = (people = 0) => people - (people % 5);
    const heard = step(truth.get('heard 2026 feedback '));
    const within = ['1', '3', '7', 'more'].map((days) => step(truth.get(`settled 2026 feedback ${days}`)));
    expect(heard).toBeGreaterThan(0);
    expect(file).toMatch(new RegExp(`2026,feedback,${heard},\\d+,${within.join(',')}\r\n`));
    expect(file).not.toContain('danger');
    expect((await page('/numbers/feedback')).text).toMatch(/trong 1 ngày.*trong 3 ngày.*lâu hơn.*Góp ý về Bạn Học/s);
  });

  it('hold what is asked for in an address to what there is', async () => {
    const { page } = await city();
    for (const path of [
      '/numbers/unmet?quarter=%3Cb%3E&ward=x',
      '/numbers/reach?year=1&figure=<b>',
      '/numbers/feedback?year=x',
    ]) {
      const { status, text } = await page(path);
      expect(status).toBe(200);
      expect(text).not.toContain('<b>');
    }
  });

  it('are for staff of the city in the API', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const partner = await addStaff(database, 'partner');
    for (const part of ['years', 'unmet', 'reach', 'feedback']) {
      const path = `/api/v1/insights/${part}`;
      expect((await app.request(path)).status).toBe(401);
      const headers = { authorization: `Bearer ${partner.token}` };
      expect((await app.request(path, { headers })).status).toBe(403);
      const { token } = await addStaff(database, 'viewer', { email: `${part}@thanhpho.example` });
      expect((await app.request(path, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    }
  });
});
