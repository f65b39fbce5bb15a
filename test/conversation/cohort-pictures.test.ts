import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createPictures } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import {
  type Cohort,
  cityLessons,
  citySelfAssessments,
  closeCohort,
  joinCohort,
  nameMember,
  openCohort,
  progressGroups,
  type Track,
} from '../../src/learning/index.ts';
import type { Picture } from '../../src/message/index.ts';
import { testApplication } from '../support/application.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';
import { decodePng } from '../support/decoded-png.ts';
import { resident, textOf } from '../support/resident.ts';

const now = new Date('2026-11-24T03:00:00Z');
const lessons = await cityLessons();
const track = lessons.track('an-toan-tren-mang') as Track;

function picturesIn(database: Database, isPublic = true) {
  return createPictures({
    db: database.db,
    clock: () => now,
    secret: 'a secret of the test',
    shareCourse: () => undefined,
    certificatePage: (code) => `https://banhoc.example/certificates/${code}`,
    joinClass: (code) => ({
      web: isPublic ? `https://banhoc.example/?start=class_${code}` : undefined,
      telegram: undefined,
    }),
    selfAssessments: citySelfAssessments(),
    lessons,
    timezone: 'Asia/Ho_Chi_Minh',
  });
}

async function classOf(database: Database, count: number) {
  const [teacher = 0, ...learners] = await newLearners(database, count + 1);
  const told = { learnerId: teacher, name: 'Tổ dân phố 5', teacher: 'Cô Hoa', track: track.id, code: 'BBBBCCCC', now };
  const cohort = (await openCohort(database.db, told)) as Cohort;
  for (const learnerId of learners) await joinCohort(database.db, { cohort, learnerId, now });
  return { cohort, teacher, learners };
}

async function finish(database: Database, learnerId: number, count: number): Promise<void> {
  for (const { id } of track.lessons.slice(0, count))
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
      values (${learnerId}, ${id}, ${track.id}, 'read', '{}', ${now}, ${now}, ${now})`);
}

it('puts every learner of a class into one group, and tells nothing of a small one', () => {
  const done = (...counts: number[]) => counts.map((each) => ({ done: each }));
  expect(progressGroups(done(0, 8), 8)).toBeUndefined();
  expect(progressGroups(done(0, 1, 3, 4, 7, 8, 0), 8)).toEqual([
    { from: 0, to: 0, learners: 2 },
    { from: 1, to: 3, learners: 2 },
    { from: 4, to: 7, learners: 2 },
    { from: 8, to: 8, learners: 1 },
  ]);
  for (let count = 1; count <= 12; count++) {
    const members = Array.from({ length: count + 3 }, (_, position) => ({ done: position }));
    const groups = progressGroups(members, count) ?? [];
    expect(groups.reduce((sum, { learners }) => sum + learners, 0)).toBe(members.length);
  }
});

describeDatabases('pictures of a class', (context) => {
  it('invite into it with a code that leads there, within 40 KB, as long as it goes on', async () => {
    const database = await context.database();
    const { cohort, teacher } = await classOf(database, 0);
    const { draw, token, read } = picturesIn(database);
    for (const locale of ['vi', 'en'] as const) {
      const picture: Picture = { kind: 'cohort_card', cohortId: cohort.id, locale };
      expect(read(token(picture))).toEqual(picture);
      const drawn = await draw(picture);
      expect(drawn?.name).toBe('ban-hoc-lop-BBBBCCCC.png');
      expect(drawn?.content.length).toBeLessThanOrEqual(40_000);
      expect(decodePng(drawn?.content ?? Buffer.alloc(0)).qr).toBe('https://banhoc.example/?start=class_BBBBCCCC');
    }
    const card: Picture = { kind: 'cohort_card', cohortId: cohort.id, locale: 'vi' };
    const without = await picturesIn(database, false).draw(card);
    expect(decodePng(without?.content ?? Buffer.alloc(0)).qr).toBeUndefined();
    const { rows } = await database.db.execute<{ account_id: string }>(
      sql`select account_id from learner where id = ${teacher}`,
    );
    await closeCohort(database.db, Number(rows[0]?.account_id), cohort.id, now);
    expect(await draw(card)).toBeUndefined();
  });

  it('show how many are how far to who runs it, the same whatever anybody is called', async () => {
    const database = await context.database();
    const { cohort, teacher, learners } = await classOf(database, 4);
    const [one = 0, two = 0] = learners;
    const { draw, token, read } = picturesIn(database);
    const picture: Picture = { kind: 'cohort_progress', cohortId: cohort.id, teacherId: teacher, locale: 'vi' };
    expect(read(token(picture))).toEqual(picture);
    const before = await draw(picture);
    expect(before?.content.length).toBeLessThanOrEqual(40_000);
    await nameMember(database.db, { cohortId: cohort.id, learnerId: one }, 'Nguyễn Văn An', now);
    expect((await draw(picture))?.content.equals(before?.content ?? Buffer.alloc(0))).toBe(true);
    await finish(database, two, 4);
    expect((await draw(picture))?.content.equals(before?.content ?? Buffer.alloc(0))).toBe(false);
    expect(await draw({ ...picture, teacherId: one })).toBeUndefined();
    expect(await draw({ ...picture, cohortId: 999 })).toBeUndefined();
  });

  it('come with the table of a class of three and more, and not of a smaller one', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const teacher = resident(application, 'co-hoa');
    await teacher.say('mở lớp');
    await teacher.say('Tổ dân phố 5');
    await teacher.press(track.title);
    const opened = textOf(await teacher.say('Cô Hoa'));
    const code = /[A-Z]{4}-[A-Z]{4}/.exec(opened)?.[0] ?? '';
    const shown = async () => {
      await teacher.say('/lop');
      return teacher.press('Xem Tổ dân phố 5');
    };
    for (const name of ['a', 'b', 'c']) {
      expect((await shown())[0]?.media).toBeUndefined();
      const learner = resident(application, name);
      await learner.say(`/lop ${code}`);
      await learner.press('Đồng ý, vào lớp');
    }
    const [message] = await shown();
    expect(message?.media?.picture).toMatchObject({ kind: 'cohort_progress', locale: 'vi' });
    expect(message?.media?.alt).toContain('Chưa xong bài nào: 3 người; Xong 1–3 bài: 0 người');
    const drawn = message?.media && (await picturesIn(database).draw(message.media.picture));
    expect(decodePng(drawn?.content ?? Buffer.alloc(0)).width).toBeGreaterThan(500);
  });
});
