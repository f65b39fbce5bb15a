import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import {
  type Cohort,
  cityLessons,
  closeCohort,
  cohortByCode,
  cohortOfTeacher,
  cohortProgress,
  cohortsOfTeacher,
  deleteEndedMemberships,
  endMembership,
  isOpen,
  joinCohort,
  learningPersonalData,
  memberByNumber,
  membershipsOf,
  mostOpenCohorts,
  nameMember,
  newCohortCode,
  openCohort,
  readCohortCode,
  reopenCohort,
  setCohortEnd,
  shownCohortCode,
  type Track,
  takeBackEnding,
} from '../../src/learning/index.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';

const now = new Date('2026-11-24T03:00:00Z');
const timezone = 'Asia/Ho_Chi_Minh';
const after = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const lessons = await cityLessons();
const track = lessons.track('an-toan-tren-mang') as Track;

async function accountOf(database: Database, learnerId: number): Promise<number> {
  const { rows } = await database.db.execute<{ account_id: string }>(
    sql`select account_id from learner where id = ${learnerId}`,
  );
  return Number(rows[0]?.account_id);
}

function open(database: Database, learnerId: number, code: string): Promise<Cohort | undefined> {
  return openCohort(database.db, { learnerId, name: 'Tổ 5', teacher: 'Cô Hoa', track: track.id, code, now });
}

/** A class of a teacher and so many learners in it. */
async function classOf(database: Database, count: number) {
  const [teacher = 0, ...learners] = await newLearners(database, count + 1);
  const cohort = (await open(database, teacher, 'BBBBCCCC')) as Cohort;
  for (const learnerId of learners) await joinCohort(database.db, { cohort, learnerId, now });
  return { cohort, teacher, accountId: await accountOf(database, teacher), learners };
}

async function finishLesson(database: Database, learnerId: number, position: number, at: Date): Promise<void> {
  await database.db.execute(sql`
    insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
    values (${learnerId}, ${track.lessons[position]?.id}, ${track.id}, 'read', '{}', ${at}, ${at}, ${at})`);
}

async function attempt(
  database: Database,
  learnerId: number,
  outcome: string,
  at: Date,
  place = 'lesson',
): Promise<void> {
  await database.db.execute(sql`
    insert into attempt (learner_id, item, at, place, is_variant, outcome, answer, hint_level)
    values (${learnerId}, ${track.lessons[0]?.items[0]?.id}, ${at}, ${place}, false, ${outcome}, 'mật khẩu của tôi', 0)`);
}

describe('the code of a class', () => {
  it('is read back however it is typed, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (chances) => {
        let at = 0;
        const code = newCohortCode((below) => (chances[at++] ?? 0) % below);
        expect(code).toMatch(/^[BCDGHKLMNPQRTVX]{8}$/);
        for (const typed of [
          code,
          shownCohortCode(code),
          shownCohortCode(code).toLowerCase(),
          code.split('').join(' '),
        ])
          expect(readCohortCode(typed)).toBe(code);
        expect(readCohortCode(code.slice(1))).toBeUndefined();
        expect(readCohortCode(`${code.slice(1)}A`)).toBeUndefined();
      }),
    );
    expect(readCohortCode('ĐĐĐĐ–bbbb')).toBe('DDDDBBBB');
    expect(readCohortCode('')).toBeUndefined();
  });
});

describeDatabases('a class', (context) => {
  it('is seen and changed by the account that runs it alone', async () => {
    const database = await context.database();
    const { cohort, accountId, learners } = await classOf(database, 1);
    const stranger = await accountOf(database, learners[0] ?? 0);
    expect(await cohortOfTeacher(database.db, accountId, cohort.id)).toMatchObject({ code: 'BBBBCCCC', members: 1 });
    expect(await cohortOfTeacher(database.db, stranger, cohort.id)).toBeUndefined();
    expect(await cohortsOfTeacher(database.db, stranger)).toEqual([]);
    expect(await closeCohort(database.db, stranger, cohort.id, now)).toBe(false);
    expect(await reopenCohort(database.db, stranger, cohort.id)).toBe(false);
    expect(await setCohortEnd(database.db, stranger, cohort.id, '2026-12-01')).toBe(false);
    expect(await setCohortEnd(database.db, accountId, cohort.id, '2026-12-01')).toBe(true);
    const ending = (await cohortByCode(database.db, 'BBBBCCCC')) as Cohort;
    expect([isOpen(ending, '2026-12-01'), isOpen(ending, '2026-12-02')]).toEqual([true, false]);
    await closeCohort(database.db, accountId, cohort.id, now);
    expect(isOpen((await cohortByCode(database.db, 'BBBBCCCC')) as Cohort, '2026-11-24')).toBe(false);
    await reopenCohort(database.db, accountId, cohort.id);
    expect(isOpen((await cohortByCode(database.db, 'BBBBCCCC')) as Cohort, '2027-11-24')).toBe(true);
  });

  it('is opened with a code nobody else has, and not without end', async () => {
    const database = await context.database();
    const [one = 0, other = 0] = await newLearners(database, 2);
    expect(await open(database, one, 'BBBBBBBB')).toBeDefined();
    expect(await open(database, other, 'BBBBBBBB')).toBeUndefined();
    for (let count = 1; count < mostOpenCohorts; count++) await open(database, one, `CCCC${String(count)}`);
    expect(await open(database, one, 'DDDDDDDD')).toBeUndefined();
    await closeCohort(
      database.db,
      await accountOf(database, one),
      (await cohortsOfTeacher(database.db, await accountOf(database, one)))[0]?.id ?? 0,
      now,
    );
    expect(await open(database, one, 'DDDDDDDD')).toBeDefined();
  });

  it('is joined once, left and come back to under the same number, and not after a removal', async () => {
    const database = await context.database();
    const { cohort, learners } = await classOf(database, 2);
    const [one = 0, two = 0] = learners;
    const place = { cohortId: cohort.id, learnerId: one };
    expect(await joinCohort(database.db, { cohort, learnerId: one, now })).toEqual({ kind: 'already', number: 1 });
    const { rows } = await database.db.execute(sql`select learner_id from track_enrolment where track = ${track.id}`);
    expect(rows).toHaveLength(2);
    await nameMember(database.db, place, 'Lan', now);
    expect(await endMembership(database.db, place, 'left', now)).toBe(true);
    expect(await endMembership(database.db, place, 'left', now)).toBe(false);
    expect(await nameMember(database.db, place, 'Lan', now)).toBe(false);
    expect(await takeBackEnding(database.db, place, 'removed', now)).toBe(false);
    expect(await takeBackEnding(database.db, place, 'left', now)).toBe(true);
    expect(await membershipsOf(database.db, await accountOf(database, one))).toMatchObject([
      { number: 1, name: 'Lan' },
    ]);
    // Whoever leaves and comes by the code agrees anew: the name is not shown again without being given again.
    await endMembership(database.db, place, 'left', now);
    expect(await joinCohort(database.db, { cohort, learnerId: one, now: after(1) })).toEqual({
      kind: 'joined',
      number: 1,
    });
    expect(await membershipsOf(database.db, await accountOf(database, one))).toMatchObject([
      { number: 1, name: undefined },
    ]);
    const other = { cohortId: cohort.id, learnerId: two };
    await endMembership(database.db, other, 'removed', now);
    expect(await joinCohort(database.db, { cohort, learnerId: two, now })).toEqual({ kind: 'removed' });
    expect(await takeBackEnding(database.db, other, 'left', now)).toBe(false);
    expect(await takeBackEnding(database.db, other, 'removed', now)).toBe(true);
    expect(await memberByNumber(database.db, cohort.id, 2)).toMatchObject({ learnerId: two });
  });

  it('gives two who join at once numbers of their own', async () => {
    const database = await context.database();
    const { cohort } = await classOf(database, 0);
    const learners = await newLearners(database, 6);
    await Promise.all(
      learners.map((learnerId) => database.transaction((tx) => joinCohort(tx, { cohort, learnerId, now }))),
    );
    const { rows } = await database.db.execute<{ number: number }>(
      sql`select number from cohort_member where cohort_id = ${cohort.id} order by number`,
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tells lessons done, the last day and who may need a hand, and of a child the lessons alone', async () => {
    const database = await context.database();
    const { cohort, learners } = await classOf(database, 4);
    const [one = 0, two = 0, three = 0, four = 0] = learners;
    await nameMember(database.db, { cohortId: cohort.id, learnerId: one }, 'Lan', now);
    await finishLesson(database, one, 0, after(1));
    await finishLesson(database, one, 1, after(9));
    await database.db.execute(sql`update track_enrolment set placed_after = 3 where learner_id = ${two}`);
    await finishLesson(database, two, 3, after(2));
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at)
      values (${three}, ${track.lessons[0]?.id}, ${track.id}, 'read', '{}', ${after(6)}, ${after(6)})`);
    await database.db.execute(sql`
      insert into profile_fact (learner_id, kind, value, source, noted_at) values (${four}, 'age_band', '"under_16"', 'chosen', ${now})`);
    const view = { now: after(10), timezone };
    const progress = await cohortProgress(database.db, cohort, track, view);
    expect(progress.members).toEqual([
      { number: 1, name: 'Lan', done: 2, lastActive: after(9), need: undefined },
      { number: 2, name: undefined, done: 4, lastActive: after(2), need: 'quiet' },
      { number: 3, name: undefined, done: 0, lastActive: after(6), need: 'within_lesson' },
      { number: 4, name: undefined, done: 0, lastActive: undefined, need: undefined },
    ]);
    expect(progress.average).toBe(1.5);
    await endMembership(database.db, { cohortId: cohort.id, learnerId: one }, 'left', after(10));
    await endMembership(database.db, { cohortId: cohort.id, learnerId: two }, 'removed', after(10));
    const small = await cohortProgress(database.db, cohort, track, view);
    expect(small.members.map(({ number }) => number)).toEqual([3, 4]);
    expect(small.average).toBeUndefined();
  });

  it('shows how it stood when it ended, whatever is learnt afterwards', async () => {
    const database = await context.database();
    const { cohort, accountId, learners } = await classOf(database, 1);
    const [one = 0] = learners;
    await finishLesson(database, one, 0, after(1));
    await closeCohort(database.db, accountId, cohort.id, after(2));
    await finishLesson(database, one, 1, after(3));
    const seen = async () =>
      (await cohortProgress(database.db, cohort, track, { now: after(20), timezone })).members.map(
        ({ done, lastActive, need }) => ({ done, lastActive, need }),
      );
    expect(await seen()).toEqual([{ done: 1, lastActive: after(1), need: undefined }]);
    await reopenCohort(database.db, accountId, cohort.id);
    await setCohortEnd(database.db, accountId, cohort.id, '2026-11-25');
    expect(await seen()).toEqual([{ done: 1, lastActive: after(1), need: undefined }]);
    // The last day is the city's: what is done before its midnight counts.
    await setCohortEnd(database.db, accountId, cohort.id, '2026-11-27');
    expect(await seen()).toMatchObject([{ done: 2 }]);
  });

  it('counts the hardest items of five or more, without the questions before lessons and without an answer', async () => {
    const database = await context.database();
    const { cohort, learners } = await classOf(database, 6);
    const hard = async () => (await cohortProgress(database.db, cohort, track, { now: after(5), timezone })).hardItems;
    for (const learnerId of learners) await attempt(database, learnerId, 'wrong', after(1), 'before');
    for (const learnerId of learners.slice(0, 4)) await attempt(database, learnerId, 'wrong', after(2));
    expect(await hard()).toEqual([]);
    await attempt(database, learners[4] ?? 0, 'wrong', after(2));
    const item = track.lessons[0]?.items[0]?.id;
    // All of them: a number would tell of each.
    expect(await hard()).toEqual([{ item, answered: 5, missed: undefined }]);
    await attempt(database, learners[5] ?? 0, 'right', after(2));
    // A later right answer does not take the first one back.
    await attempt(database, learners[0] ?? 0, 'right', after(3));
    expect(await hard()).toEqual([{ item, answered: 6, missed: 5 }]);
    expect(JSON.stringify(await hard())).not.toContain('mật khẩu của tôi');
    await endMembership(database.db, { cohortId: cohort.id, learnerId: learners[0] ?? 0 }, 'left', after(4));
    await endMembership(database.db, { cohortId: cohort.id, learnerId: learners[5] ?? 0 }, 'left', after(4));
    expect(await hard()).toEqual([]);
  });

  it('is over without its teacher, keeps no name of theirs, and its learners keep their place', async () => {
    const database = await context.database();
    const { cohort, teacher, accountId, learners } = await classOf(database, 1);
    await database.transaction((tx) => learningPersonalData.eraseLearner(tx, teacher));
    const left = (await cohortByCode(database.db, cohort.code)) as Cohort;
    expect(left).toMatchObject({ name: undefined, teachers: [], members: 1 });
    expect(isOpen(left, '2026-11-24')).toBe(false);
    expect(await cohortOfTeacher(database.db, accountId, cohort.id)).toBeUndefined();
    expect(await membershipsOf(database.db, await accountOf(database, learners[0] ?? 0))).toHaveLength(1);
    await database.transaction((tx) => learningPersonalData.eraseLearner(tx, learners[0] ?? 0));
    expect(await cohortByCode(database.db, cohort.code)).toMatchObject({ members: 0 });
  });

  it('goes with its teacher into a joined account, and back', async () => {
    const database = await context.database();
    const { cohort, teacher, learners } = await classOf(database, 1);
    const [keeper = 0] = await newLearners(database, 1);
    const [learner = 0] = learners;
    await joinCohort(database.db, { cohort, learnerId: keeper, now });
    const moved = await database.transaction((tx) => learningPersonalData.mergeLearners(tx, teacher, keeper));
    const keeperAccount = await accountOf(database, keeper);
    expect(await cohortsOfTeacher(database.db, keeperAccount)).toMatchObject([{ id: cohort.id, members: 2 }]);
    await database.transaction((tx) => learningPersonalData.unmergeLearners(tx, moved, teacher, keeper));
    expect(await cohortsOfTeacher(database.db, keeperAccount)).toEqual([]);
    // Two learners of one class become one: the newer place stays, and parting brings both back.
    await nameMember(database.db, { cohortId: cohort.id, learnerId: learner }, 'Lan', after(1));
    const joined = await database.transaction((tx) => learningPersonalData.mergeLearners(tx, learner, keeper));
    expect(await membershipsOf(database.db, keeperAccount)).toMatchObject([{ name: 'Lan', number: 1 }]);
    await database.transaction((tx) => learningPersonalData.unmergeLearners(tx, joined, learner, keeper));
    expect(await membershipsOf(database.db, keeperAccount)).toMatchObject([{ name: undefined, number: 2 }]);
    expect(await membershipsOf(database.db, await accountOf(database, learner))).toMatchObject([{ name: 'Lan' }]);
  });

  it('forgets who left after a while', async () => {
    const database = await context.database();
    const { cohort, learners } = await classOf(database, 3);
    const [one = 0, two = 0] = learners;
    await endMembership(database.db, { cohortId: cohort.id, learnerId: one }, 'left', now);
    await endMembership(database.db, { cohortId: cohort.id, learnerId: two }, 'removed', after(2));
    expect(await deleteEndedMemberships(database.db, after(1), 10)).toEqual({ deleted: 1 });
    expect(await memberByNumber(database.db, cohort.id, 1)).toBeUndefined();
    expect(await memberByNumber(database.db, cohort.id, 2)).toBeDefined();
  });
});
