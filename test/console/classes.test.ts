import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { type Cohort, cityLessons, joinCohort, nameMember, openCohort, type Track } from '../../src/learning/index.ts';
import { testApplication } from '../support/application.ts';
import { newLearners } from '../support/consenting.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const now = new Date('2026-11-24T03:00:00Z');
const lessons = await cityLessons();
const track = lessons.track('an-toan-tren-mang') as Track;

/** A class of named learners, the first of whom is a minor who has done three lessons and got an item wrong. */
async function classOf(database: Database, count: number, code = 'BBBBCCCC'): Promise<Cohort> {
  const [teacher = 0, ...learners] = await newLearners(database, count + 1);
  const told = { learnerId: teacher, name: 'Lớp cô Hoa', teacher: 'Cô Hoa', track: track.id, code, now };
  const cohort = (await openCohort(database.db, told)) as Cohort;
  for (const learnerId of learners) {
    await joinCohort(database.db, { cohort, learnerId, now });
    await nameMember(database.db, { cohortId: cohort.id, learnerId }, 'Bé An', now);
  }
  const [minor = 0] = learners;
  await database.db.execute(sql`
    insert into profile_fact (learner_id, kind, value, source, noted_at) values (${minor}, 'age_band', '"under_16"', 'chosen', ${now})`);
  for (const { id } of track.lessons.slice(0, 3))
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
      values (${minor}, ${id}, ${track.id}, 'read', '{}', ${now}, ${now}, ${now})`);
  await database.db.execute(sql`
    insert into attempt (learner_id, item, at, place, is_variant, outcome, answer, hint_level)
    values (${minor}, ${track.lessons[0]?.items[0]?.id}, ${now}, 'lesson', false, 'wrong', 'mật khẩu của em', 0)`);
  return cohort;
}

describeDatabases('classes in the console', ({ database: open }) => {
  it('are a list in numbers, and one of them how far each learner is, without a name or an answer', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const cohort = await classOf(database, 4);
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const all = await viewer.get('/console/classes');
    expect(all.text).toContain(`href="/console/classes/${cohort.id}"`);
    expect(all.text).toContain(track.title);
    const one = await viewer.get(`/console/classes/${cohort.id}`);
    expect(one.text).toContain('4 người học');
    expect(one.text).toContain('Trung bình 0,8/8 bài; 0 người học xong');
    expect(one.text).toContain('Học viên số 1');
    expect(one.text).toContain('<progress value="3" max="8" aria-label="3/8 bài">');
    expect(one.text).toContain('Xong 1–3 bài');
    for (const { text } of [all, one])
      for (const secret of ['Hoa', 'Bé An', 'mật khẩu của em', 'BBBB', 'cần giúp', 'học gần nhất'])
        expect(text).not.toContain(secret);
    const english = (await viewer.get(`/console/classes/${cohort.id}?lang=en`)).text;
    expect(english).toContain('Each learner');
    expect(english).toContain(track.english);
    for (const path of ['/console/classes/999', '/console/classes/x', '/console/classes/0'])
      expect((await viewer.get(path)).status, path).toBe(404);
  });

  it('show nothing of how far a class of two is', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const cohort = await classOf(database, 2);
    const browser = await signIn(app, database, (await addStaff(database, 'editor')).id, time.now);
    expect((await browser.get('/console/classes')).text).toContain('dưới 3 người');
    const { text } = await browser.get(`/console/classes/${cohort.id}`);
    expect(text).toContain('Lớp có dưới 3 người học');
    expect(text).not.toContain('<progress');
    expect(text).not.toContain('Học viên số');
  });

  it('tell of an item only once five have answered it, by number', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const cohort = await classOf(database, 6);
    const browser = await signIn(app, database, (await addStaff(database, 'admin')).id, time.now);
    const shown = async () => (await browser.get(`/console/classes/${cohort.id}`)).text;
    const item = track.lessons[0]?.items[0];
    expect(await shown()).not.toContain('Câu nhiều người nhầm');
    await database.db.execute(sql`
      insert into attempt (learner_id, item, at, place, is_variant, outcome, answer, hint_level)
      select learner_id, ${item?.id}, ${now}, 'lesson', false, 'right', 'không', 0 from cohort_member where number > 1`);
    expect(await shown()).toContain('1 trong 6 người');
  });
});
