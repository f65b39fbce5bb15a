import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { courseById } from '../../src/catalogue/index.ts';
import { tellReportNews } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { findAsks, listAsks, noteReport, settleOvertaken } from '../../src/freshness/index.ts';
import { addRelative, findOrCreatePerson } from '../../src/learners/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident } from '../support/resident.ts';
import { addStaff, staffApi } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const timezone = 'Asia/Ho_Chi_Minh';

describeDatabases('reports of residents', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    const course = await courseById(database.db, 'excel-co-ban');
    if (course === undefined) throw new Error('no course');
    const learner = async (name: string) => (await findOrCreatePerson(database.db, 'web', name)).learnerId;
    const reportOf = async (learnerId: number, reason = 'gone', at = application.time.now) =>
      database.transaction((tx) => noteReport(tx, { learnerId, courseKey: course.key, reason, at, timezone }));
    const state = async () => {
      const { isHidden, sunkUntil } = (await courseById(database.db, 'excel-co-ban')) ?? {};
      return isHidden === true ? 'hidden' : (sunkUntil ?? 'fine');
    };
    const { token } = await addStaff(database, 'editor');
    const decide = async (step: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await application.app.request(`/api/v1/courses/excel-co-ban/${step}`, { method: 'POST', headers });
      return answer.status;
    };
    return { database, application, course, learner, reportOf, state, decide, token };
  }

  it('count people: one twice is one, two sink it for thirty days, three hide it', async () => {
    const { learner, reportOf, state } = await scene();
    const [an, binh, chi] = [await learner('an'), await learner('binh'), await learner('chi')];
    await reportOf(an);
    await reportOf(an, 'price');
    expect(await state()).toBe('fine');
    await reportOf(binh, 'phone');
    expect(await state()).toBe('2026-12-24');
    await reportOf(chi, 'unreachable');
    expect(await state()).toBe('hidden');
  });

  it('count a person once who reports for a relative as well', async () => {
    const { database, learner, reportOf, state } = await scene();
    const { accountId, learnerId } = await findOrCreatePerson(database.db, 'web', 'an');
    const child = await database.transaction((tx) => addRelative(tx, accountId, { relation: 'child', name: 'Bé' }));
    await reportOf(learnerId);
    await reportOf(child?.id ?? 0);
    expect(await state()).toBe('fine');
    await reportOf(await learner('binh'));
    expect(await state()).toBe('2026-12-24');
  });

  it('count within thirty days only', async () => {
    const { learner, reportOf, state, application } = await scene();
    const days = (count: number) => new Date(application.time.now.getTime() + count * 86_400_000);
    await reportOf(await learner('an'), 'gone', days(0));
    await reportOf(await learner('binh'), 'gone', days(30));
    expect(await state()).toBe('fine');
    await reportOf(await learner('chi'), 'gone', days(31));
    expect(await state()).toBe('2027-01-23');
    await reportOf(await learner('dung'), 'gone', days(59));
    expect(await state()).toBe('hidden');
  });

  it('that come at the same moment all count', async () => {
    const { learner, reportOf, state } = await scene();
    const people = await Promise.all(['an', 'binh', 'chi'].map(learner));
    await Promise.all(people.map((each) => reportOf(each)));
    expect(await state()).toBe('hidden');
  });

  it.each([
    ['confirm', 'confirmed'],
    ['close', 'closed'],
    ['restore', 'restored'],
  ])('are cleared by %s, and begin anew after it', async (step, outcome) => {
    const { database, learner, reportOf, state, decide } = await scene();
    for (const name of ['an', 'binh', 'chi']) await reportOf(await learner(name));
    expect(await decide(step)).toBe(200);
    const { rows } = await database.db.execute<{ outcome: string }>(sql`select distinct outcome from course_report`);
    expect(rows).toEqual([{ outcome }]);
    if (step === 'close') return;
    expect(await state()).toBe('fine');
    await reportOf(await learner('an'));
    expect(await state()).toBe('fine');
    await reportOf(await learner('binh'));
    expect(await state()).toBe('2026-12-24');
  });

  it('count again when the decision is taken back', async () => {
    const { database, learner, reportOf, state, decide } = await scene();
    for (const name of ['an', 'binh', 'chi']) await reportOf(await learner(name));
    await decide('confirm');
    expect(await decide('undo')).toBe(200);
    expect(await state()).toBe('hidden');
    const { rows } = await database.db.execute(sql`select 1 from course_report where settled_at is not null`);
    expect(rows).toEqual([]);
  });

  it('are settled by an import that confirms the course on a later day', async () => {
    const { database, application, learner, reportOf, state } = await scene();
    await reportOf(await learner('an'));
    await reportOf(await learner('binh'));
    const now = application.time.now;
    expect(await settleOvertaken(database, { now, timezone })).toBe(0);
    await database.db.execute(sql`update course set confirmed_on = '2026-11-25' where public_id = 'excel-co-ban'`);
    expect(await settleOvertaken(database, { now, timezone })).toBe(2);
    expect(await settleOvertaken(database, { now, timezone })).toBe(0);
    expect(await state()).toBe('fine');
  });

  it('close their cases with the decision, but not what somebody wrote in words', async () => {
    const { application, decide, token } = await scene();
    const report = async (chat: string, words?: string) => {
      const person = resident(application, chat);
      await person.say('học excel cơ bản');
      await person.press('Xem chi tiết 1');
      await person.press('Báo thông tin sai');
      await person.press('Không liên lạc được');
      if (words === undefined) return;
      await person.press('Kể thêm');
      await person.say(words);
    };
    await report('an');
    await report('binh', 'gọi ba lần không ai nghe');
    await decide('confirm');
    const { cases } = await staffApi(application.app, token).list();
    expect(cases.map(({ status, closed_by, reasons }) => ({ status, closed_by, reasons }))).toEqual([
      { status: 'open', closed_by: null, reasons: ['unreachable'] },
      { status: 'closed', closed_by: 'settled', reasons: ['unreachable'] },
    ]);
  });
});

describeDatabases('what became of a report', (context) => {
  /** Somebody reported a course, and it was closed an hour later. */
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    const person = resident(application, 'an');
    await person.say('học excel cơ bản');
    await person.press('Xem chi tiết 1');
    await person.press('Báo thông tin sai');
    await person.press('Lớp này không còn');
    application.advance(3600);
    const { token } = await addStaff(database, 'editor');
    const decide = (step: string) =>
      application.app.request(`/api/v1/courses/excel-co-ban/${step}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await decide('close')).status).toBe(200);
    return { database, application, person, decide };
  }
  const outbox = async (database: Database): Promise<string[]> => {
    const { rows } = await database.db.execute<{ text: string }>(
      sql`select message #>> '{text,0}' as text from delivery where turn_id is null order by id`,
    );
    return rows.map(({ text }) => text);
  };
  const tell = ({ conversationsOptions }: TestApplication) => tellReportNews(conversationsOptions);
  const told = expect.stringContaining('Khóa này không còn mở');

  it('is told once, after the minutes in which it is likeliest taken back', async () => {
    const { database, application } = await scene();
    expect(await tell(application)).toMatchObject({ due: 0 });
    application.advance(15 * 60);
    await Promise.all([tell(application), tell(application)]);
    expect(await tell(application)).toMatchObject({ due: 0 });
    expect(await outbox(database)).toEqual([told]);
  });

  it('is not told when it was taken back, and is when it was decided again', async () => {
    const { database, application, decide } = await scene();
    await decide('undo');
    application.advance(15 * 60);
    expect(await tell(application)).toMatchObject({ due: 0 });
    await decide('confirm');
    application.advance(15 * 60);
    expect(await tell(application)).toMatchObject({ told: 1 });
    expect(await outbox(database)).toEqual([expect.stringContaining('vẫn mở')]);
  });

  it('waits for the end of the quiet hours', async () => {
    const { database, application } = await scene();
    application.time.now = new Date('2026-11-24T15:00:00Z');
    expect(await tell(application)).toMatchObject({ due: 0, told: 0 });
    application.time.now = new Date('2026-11-25T00:30:00Z');
    expect(await tell(application)).toMatchObject({ told: 1 });
    expect(await outbox(database)).toEqual([told]);
  });

  it('is told by the next run when one was killed before it ended', async () => {
    const { database, application } = await scene();
    application.advance(15 * 60);
    const killed = {
      ...application.conversationsOptions,
      database: {
        ...database,
        transaction: (async (work: Parameters<Database['transaction']>[0]) =>
          database.transaction(async (...given) => {
            await work(...given);
            throw new Error('killed');
          })) as Database['transaction'],
      },
    };
    await expect(tellReportNews(killed)).rejects.toThrow('killed');
    expect(await outbox(database)).toEqual([]);
    expect(await tell(application)).toMatchObject({ due: 1, told: 1 });
    expect(await outbox(database)).toEqual([told]);
  });

  it('interrupts nobody, and is not told to whoever cannot or does not want to be written to', async () => {
    const { database, application, person } = await scene();
    application.advance(15 * 60);
    await person.say('học guitar');
    expect(await tell(application)).toMatchObject({ waiting: 1 });
    application.advance(15 * 60);
    await database.db.execute(sql`update identity set unreachable_since = now()`);
    expect(await tell(application)).toMatchObject({ unreachable: 1 });
    await database.db.execute(sql`update identity set unreachable_since = null`);
    await person.say('/dung');
    application.advance(15 * 60);
    expect(await tell(application)).toMatchObject({ due: 0 });
    expect(await outbox(database)).toEqual([]);
  });

  it('is not told to somebody who has asked to be erased', async () => {
    const { database, application } = await scene();
    application.advance(15 * 60);
    await database.db.execute(sql`update account set erase_at = now()`);
    expect(await tell(application)).toMatchObject({ due: 0 });
  });
});

describeDatabases('organisations to ask', (context) => {
  it('are those with courses that nobody confirmed for 150 days; none that is closed, over or invented', async () => {
    const database = await context.database();
    await testApplication(database);
    const find = () => findAsks(database.db, { now: new Date('2026-11-24T03:00:00Z'), today: '2026-11-24' });
    const names = async () => {
      const asks = await listAsks(database.db, { now: new Date('2026-11-24T03:00:00Z'), limit: 50 });
      return asks.map(({ organisation, courses, oldestOn }) => [organisation.name, courses, oldestOn]);
    };
    await database.db.execute(sql`update course set confirmed_on = '2026-06-27'`);
    expect(await find()).toEqual({ organisations: 0, left: 0 });
    await database.db.execute(sql`
      update course set confirmed_on = '2026-06-26' where public_id in ('cat-may', 'ke-toan-toi', 'ke-toan-ho', 'guitar')`);
    await database.db.execute(sql`update course set closed_at = now() where public_id = 'ke-toan-ho'`);
    await database.db.execute(sql`update course set sample = true where public_id = 'guitar'`);
    expect(await find()).toEqual({ organisations: 1, left: 0 });
    expect(await names()).toEqual([['Trung tâm Học Nghề Ban Mai', 2, '2026-06-26']]);
    expect(await find()).toEqual({ organisations: 1, left: 0 });
    await database.db.execute(sql`update course set confirmed_on = '2026-11-24'`);
    expect(await find()).toEqual({ organisations: 0, left: 1 });
    expect(await names()).toEqual([]);
  });
});
