import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import {
  acceptInvitation,
  accountsOfCohort,
  type Cohort,
  cityLessons,
  cohortById,
  cohortCounts,
  cohortOfInvitation,
  cohortOfTeacher,
  cohortsOfTeacher,
  deleteEndedTeachings,
  deleteOldInvitations,
  endTeaching,
  inviteTeacher,
  joinCohort,
  learningPersonalData,
  mostTeachers,
  openCohort,
  takeBackTeachingEnd,
} from '../../src/learning/index.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';

const now = new Date('2026-11-24T03:00:00Z');
const after = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const track = (await cityLessons()).tracks[0]?.id ?? '';

async function accountOf(database: Database, learnerId: number): Promise<number> {
  const { rows } = await database.db.execute<{ account_id: string }>(
    sql`select account_id from learner where id = ${learnerId}`,
  );
  return Number(rows[0]?.account_id);
}

/** A class, who opened it, and others who are nobody in it yet. */
async function classAnd(database: Database, others: number) {
  const [opener = 0, ...rest] = await newLearners(database, others + 1);
  const told = { learnerId: opener, name: 'Lớp cô Hoa', teacher: 'Cô Hoa', track, code: 'BBBBCCCC', now };
  return { cohort: (await openCohort(database.db, told)) as Cohort, opener, others: rest };
}

async function bringIn(database: Database, cohortId: number, learnerId: number, name: string, code = 'GGGGHHHH') {
  await inviteTeacher(database.db, { cohortId, code, expiresAt: after(3) });
  return database.transaction((tx) => acceptInvitation(tx, { code, learnerId, name, now }));
}

const namesIn = async (database: Database, id: number) =>
  (await cohortById(database.db, id))?.teachers.map(({ name }) => name);

describeDatabases('running a class together', (context) => {
  it('begins with a code that is good once, for a few days, and never the code of a class', async () => {
    const database = await context.database();
    const { cohort, others } = await classAnd(database, 2);
    const [one = 0, two = 0] = others;
    const invite = (code: string) => inviteTeacher(database.db, { cohortId: cohort.id, code, expiresAt: after(3) });
    expect(await invite('BBBBCCCC')).toBe(false);
    expect(await invite('GGGGHHHH')).toBe(true);
    // A new one voids the one before.
    expect(await invite('KKKKLLLL')).toBe(true);
    expect(await cohortOfInvitation(database.db, 'GGGGHHHH', now)).toBeUndefined();
    expect(await cohortOfInvitation(database.db, 'KKKKLLLL', after(3))).toBeUndefined();
    const accept = (learnerId: number) =>
      database.transaction((tx) => acceptInvitation(tx, { code: 'KKKKLLLL', learnerId, name: 'Thầy Nam', now }));
    // Of two who take it at once one gets it.
    expect((await Promise.all([accept(one), accept(two)])).sort()).toEqual(['accepted', 'gone']);
    expect(await namesIn(database, cohort.id)).toEqual(['Cô Hoa', 'Thầy Nam']);
    await invite('GGGGHHHH');
    expect(await deleteOldInvitations(database.db, now, 10)).toEqual({ deleted: 0 });
    expect(await deleteOldInvitations(database.db, after(3), 10)).toEqual({ deleted: 1 });
  });

  it('gives each the class with all rights, and its figures count it once', async () => {
    const database = await context.database();
    const { cohort, others } = await classAnd(database, 3);
    const [one = 0, learner = 0, stranger = 0] = others;
    await joinCohort(database.db, { cohort, learnerId: learner, now });
    await bringIn(database, cohort.id, one, 'Thầy Nam');
    expect(await bringIn(database, cohort.id, one, 'Thầy Nam')).toBe('already');
    expect(await cohortOfTeacher(database.db, await accountOf(database, one), cohort.id)).toMatchObject({ members: 1 });
    expect(await cohortsOfTeacher(database.db, await accountOf(database, stranger))).toEqual([]);
    const page = { today: '2026-11-24', limit: 10, before: 1e9 };
    expect(await cohortCounts(database.db, page)).toMatchObject([{ id: cohort.id, learners: 1, isOpen: true }]);
    // Who runs a class and learns in it is told as one who runs it.
    await joinCohort(database.db, { cohort, learnerId: one, now });
    const accounts = await accountsOfCohort(database.db, cohort.id);
    expect(accounts.teachers).toHaveLength(2);
    expect(accounts.learners).toEqual([await accountOf(database, learner)]);
  });

  it('has a most', async () => {
    const database = await context.database();
    const { cohort, others } = await classAnd(database, mostTeachers);
    const codes = ['GGGGHHHH', 'KKKKLLLL', 'MMMMNNNN', 'PPPPQQQQ', 'RRRRTTTT'];
    const outcomes = [];
    for (const [position, learnerId] of others.entries())
      outcomes.push(await bringIn(database, cohort.id, learnerId, `Thầy ${position}`, codes[position]));
    expect(outcomes).toEqual([...Array.from({ length: mostTeachers - 1 }, () => 'accepted'), 'full']);
  });

  it('ends and is taken back the way it ended, and the last one stays', async () => {
    const database = await context.database();
    const { cohort, opener, others } = await classAnd(database, 1);
    const [other = 0] = others;
    const place = (learnerId: number) => ({ cohortId: cohort.id, learnerId });
    expect(await endTeaching(database.db, place(opener), 'left', now)).toBe(false);
    await bringIn(database, cohort.id, other, 'Thầy Nam');
    // An invitation of who left is void.
    await inviteTeacher(database.db, { cohortId: cohort.id, code: 'KKKKLLLL', expiresAt: after(3) });
    expect(await endTeaching(database.db, place(opener), 'left', now)).toBe(true);
    expect(await cohortOfInvitation(database.db, 'KKKKLLLL', now)).toBeUndefined();
    expect(await cohortsOfTeacher(database.db, await accountOf(database, opener))).toEqual([]);
    expect(await namesIn(database, cohort.id)).toEqual(['Thầy Nam']);
    expect(await takeBackTeachingEnd(database.db, place(opener), 'removed', now)).toBe(false);
    expect(await takeBackTeachingEnd(database.db, place(opener), 'left', now)).toBe(true);
    expect(await namesIn(database, cohort.id)).toEqual(['Cô Hoa', 'Thầy Nam']);
    // Two who leave at once do not leave it alone.
    const both = await Promise.all(
      [opener, other].map((each) => database.transaction((tx) => endTeaching(tx, place(each), 'left', after(1)))),
    );
    expect([...both].sort()).toEqual([false, true]);
    expect(await deleteEndedTeachings(database.db, after(1), 10)).toEqual({ deleted: 0 });
    expect(await deleteEndedTeachings(database.db, after(2), 10)).toEqual({ deleted: 1 });
  });

  it('goes on when one of them is erased; the name of the class goes with who opened it', async () => {
    const database = await context.database();
    const { cohort, opener, others } = await classAnd(database, 2);
    const [one = 0, two = 0] = others;
    await bringIn(database, cohort.id, one, 'Thầy Nam');
    await bringIn(database, cohort.id, two, 'Cô Lan', 'KKKKLLLL');
    await database.transaction((tx) => learningPersonalData.eraseLearner(tx, one));
    expect(await cohortById(database.db, cohort.id)).toMatchObject({ name: 'Lớp cô Hoa' });
    expect(await namesIn(database, cohort.id)).toEqual(['Cô Hoa', 'Cô Lan']);
    await database.transaction((tx) => learningPersonalData.eraseLearner(tx, opener));
    expect(await cohortById(database.db, cohort.id)).toMatchObject({ name: undefined });
    expect(await namesIn(database, cohort.id)).toEqual(['Cô Lan']);
  });
});
