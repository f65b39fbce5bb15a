import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { courseById } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { markCourse, marksOnCourse, noteOnMark } from '../../src/discovery/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import {
  type EnrolmentStatus,
  enrol,
  enrolmentStatus,
  enrolmentsByYear,
  enrolmentsOf,
  rateCourse,
  takeBackEnrolment,
} from '../../src/learning/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';

async function learners(database: Database, count: number): Promise<number[]> {
  const people: number[] = [];
  for (let n = 0; n < count; n++) people.push((await findOrCreatePerson(database.db, 'web', `p${n}`)).learnerId);
  return people;
}

describeDatabases('enrolments', (context) => {
  async function prepared(count = 1) {
    const database = await context.database();
    await testApplication(database);
    const people = await learners(database, count);
    const [learnerId] = people;
    if (learnerId === undefined) throw new Error('a learner');
    const note = async (courseId: string, status: EnrolmentStatus, at = '2026-11-24T03:00:00Z', by = learnerId) => {
      const course = await courseById(database.db, courseId);
      if (course === undefined) throw new Error(courseId);
      const before = await enrol(database.db, {
        learnerId: by,
        course,
        status,
        source: 'pressed',
        at: new Date(at),
      });
      return { key: course.key, before };
    };
    return { database, learnerId, people, note };
  }

  it('keep the time of each status and say what was before', async () => {
    const { database, learnerId, note } = await prepared();
    expect((await note('guitar', 'registered')).before).toBeUndefined();
    expect((await note('guitar', 'learning', '2026-11-30T03:00:00Z')).before).toBe('registered');
    const { rows } = await database.db.execute(sql`
      select registered_at is not null as registered, learning_at is not null as learning, finished_at from enrolment`);
    expect(rows).toEqual([{ registered: true, learning: true, finished_at: null }]);
    expect(await enrolmentsOf(database.db, learnerId)).toMatchObject([
      { status: 'learning', since: new Date('2026-11-30T03:00:00Z') },
    ]);
  });

  it('are taken back to what was before, but not over a newer word', async () => {
    const { database, learnerId, note } = await prepared();
    const { key } = await note('guitar', 'registered');
    await note('guitar', 'learning');
    const undo = (status: EnrolmentStatus, before?: EnrolmentStatus) =>
      takeBackEnrolment(database.db, { learnerId, courseKey: key, status, before });
    expect(await undo('registered')).toBe(false);
    expect(await undo('learning', 'registered')).toBe(true);
    expect(await enrolmentStatus(database.db, learnerId, key)).toBe('registered');
    expect(await undo('registered')).toBe(true);
    expect(await enrolmentStatus(database.db, learnerId, key)).toBeUndefined();
  });

  it('are rated only when finished', async () => {
    const { database, learnerId, note } = await prepared();
    const { key } = await note('guitar', 'learning');
    expect(await rateCourse(database.db, learnerId, key, 5)).toBe(false);
    await note('guitar', 'finished');
    expect(await rateCourse(database.db, learnerId, key, 4)).toBe(true);
    expect(await enrolmentsOf(database.db, learnerId)).toMatchObject([{ rating: 4 }]);
  });

  it('count by the city’s year, each person and course once, without sample courses', async () => {
    const { database, people, note } = await prepared(2);
    const [first, second] = people;
    // Half past five in the afternoon of the last day in London is the new year in the city.
    await note('guitar', 'registered', '2026-12-31T16:00:00Z', first);
    await note('excel-co-ban', 'learning', '2026-12-31T17:30:00Z', first);
    await note('guitar', 'registered', '2027-01-01T03:00:00Z', second);
    await database.db.execute(sql`update course set sample = true where public_id = 'lam-banh'`);
    await note('lam-banh', 'registered', '2027-02-01T03:00:00Z', second);
    expect(await enrolmentsByYear(database.db, timezone)).toEqual([
      { year: 2026, courses: 1, participants: 1 },
      { year: 2027, courses: 2, participants: 2 },
    ]);
  });

  it('stay in the figures when their course leaves the catalogue', async () => {
    const { database, learnerId, note } = await prepared();
    await note('guitar', 'registered');
    await database.db.execute(sql`delete from course where public_id = 'guitar'`);
    expect(await enrolmentsByYear(database.db, timezone)).toEqual([{ year: 2026, courses: 1, participants: 1 }]);
    expect(await enrolmentsOf(database.db, learnerId)).toMatchObject([
      { courseKey: undefined, title: 'Guitar đệm hát cho người mới' },
    ]);
  });

  it('leave what staff should know on the mark when a course is opened again', async () => {
    const { database, learnerId, note } = await prepared();
    const { key } = await note('guitar', 'registered');
    const opened = { learnerId, courseKey: key, kind: 'opened', at: new Date() } as const;
    await markCourse(database.db, opened);
    await noteOnMark(database.db, learnerId, key, 'opened', 'not_registered:price');
    await markCourse(database.db, opened);
    expect(await marksOnCourse(database.db, learnerId, key)).toEqual(new Set(['opened']));
    const { rows } = await database.db.execute(sql`select detail from course_mark where kind = 'opened'`);
    expect(rows).toEqual([{ detail: 'not_registered:price' }]);
  });
});
