import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import type { Database } from '../../src/database/index.ts';
import { seeded } from '../../src/discovery/index.ts';
import { deleteOldMembers, forgetUnmet, rollUpFigures } from '../../src/insights/index.ts';
import { eraseLearnerData, mergeLearnerData } from '../../src/learners/personal-data.ts';
import { inventActivity, truthOf, writeActivity } from '../support/city-activity.ts';
import { cityCourses } from '../support/city-courses.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';
/** Half past midnight and a bit in the city: yesterday can be counted. */
const morning = new Date('2026-11-23T17:45:00Z');
const endOfYesterday = new Date('2026-11-23T17:00:00Z');

/** Every cell that is stored, by "figure period topic cell". */
async function storedFigures(database: Database): Promise<Map<string, number>> {
  const { rows } = await database.db.execute<{ key: string; people: number }>(sql`
    select concat_ws(' ', figure, period, topic, cell) as key, people from figure_cell`);
  return new Map(rows.map(({ key, people }) => [key, people]));
}

const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort());

describeDatabases('the daily count of figures', (context) => {
  async function city(options: { readonly learners: number; readonly acts: number; readonly days: number }) {
    const database = await context.database();
    const courses = await cityCourses(database);
    const activity = inventActivity({ ...options, until: morning, courses: courses.keys.length, random: seeded(7) });
    const learners = await writeActivity(database, activity, courses.keys);
    const count = (now = morning, mostDays?: number) =>
      rollUpFigures({
        database,
        clock: () => now,
        timezone,
        owner: 'test',
        ...(mostDays === undefined ? {} : { mostDays }),
      });
    return { database, activity, learners, isSample: courses.isSample, count };
  }

  it('equals a count one by one, over two years, and counts nothing twice', async () => {
    const { database, activity, isSample, count } = await city({ learners: 300, acts: 6000, days: 340 });
    const truth = truthOf(activity, endOfYesterday, isSample);
    const { days } = await count();
    expect(days).toBe(340);
    expect(sorted(await storedFigures(database))).toEqual(sorted(truth));
    expect(await count()).toEqual({ days: 0, people: 0 });
    expect(sorted(await storedFigures(database))).toEqual(sorted(truth));
  });

  it('goes on where it stopped, whichever process counts, and two at once count once', async () => {
    const { database, activity, isSample, count } = await city({ learners: 100, acts: 1500, days: 40 });
    for (let run = 0; run < 3; run++) await count(morning, 7);
    const other = (owner: string) => rollUpFigures({ database, clock: () => morning, timezone, owner });
    await Promise.all([other('one'), other('two')]);
    await other('one');
    expect(sorted(await storedFigures(database))).toEqual(sorted(truthOf(activity, endOfYesterday, isSample)));
  });

  it('waits until a day is over', async () => {
    const { database, count } = await city({ learners: 30, acts: 300, days: 3 });
    const lastDay = async () => {
      const { rows } = await database.db.execute<{ day: string }>(sql`select max(day)::text as day from figure_day`);
      return rows[0]?.day;
    };
    await count(new Date('2026-11-23T17:29:00Z'));
    expect(await lastDay()).toBe('2026-11-22');
    await count(new Date('2026-11-23T17:30:00Z'));
    expect(await lastDay()).toBe('2026-11-23');
  });

  it('keeps its numbers when learners are erased or joined, and when closed years lose their members', async () => {
    const { database, learners, count } = await city({ learners: 60, acts: 900, days: 340 });
    await count();
    const before = sorted(await storedFigures(database));
    const [erased = 0, from = 0, into = 0] = learners;
    await database.transaction((tx) => mergeLearnerData(tx, personalDataOwners, from, into));
    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, erased));
    const { rows } = await database.db.execute(
      sql`select 1 from figure_member where learner_id in (${erased}, ${from})`,
    );
    expect(rows).toEqual([]);
    const forgotten = learners[3] ?? 0;
    await forgetUnmet(database.db, forgotten);
    const left = await database.db.execute(
      sql`select 1 from figure_member where learner_id = ${forgotten} and figure = 'unmet'`,
    );
    expect(left.rows).toEqual([]);
    const years = async () => {
      const found = await database.db.execute<{ year: string }>(
        sql`select distinct left(period, 4) as year from figure_member order by 1`,
      );
      return found.rows.map(({ year }) => year);
    };
    expect(await years()).toEqual(['2025', '2026', 'all']);
    await deleteOldMembers(database.db, new Date('2026-01-01T00:00:00Z'), 10_000);
    expect(await years()).toEqual(['2026', 'all']);
    expect(sorted(await storedFigures(database))).toEqual(before);
    expect((await count(new Date('2026-11-26T17:45:00Z'))).days).toBe(3);
  });
});
