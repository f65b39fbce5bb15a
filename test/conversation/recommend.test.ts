import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { trainNightly } from '../../src/discovery/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { chatPerson } from '../support/chat-person.ts';
import { describeDatabases } from '../support/databases.ts';

/** Half past two in the city, when it trains. */
const night = new Date('2026-11-24T19:30:00Z');

/** Many who take the guitar course take the one on first aid too; those of sewing take baking, four of them cooking as well. */
async function liveThrough(database: Database, people: number): Promise<void> {
  await database.db.execute(sql`
    with made as (insert into account (created_at) select now() from generate_series(1, ${people}::int) returning id)
    insert into learner (account_id) select id from made`);
  await database.db.execute(sql`
    with numbered as (select id, row_number() over (order by id) as number from learner),
    taken (course, remainder, most, place) as (values
      ('guitar', 0, ${people}, 1), ('so-cuu', 0, ${people}, 2), ('cat-may', 1, ${people}, 1), ('lam-banh', 1, ${people}, 2), ('nau-an-gia-dinh', 1, 8, 3))
    insert into interaction (learner_id, course_id, kind, at)
    select numbered.id, course.id, 'enrolled', '2026-11-01'::timestamptz + place * interval '1 day'
    from numbered join taken on numbered.number % 2 = taken.remainder and numbered.number <= taken.most
    join course on course.public_id = taken.course order by numbered.id, place`);
}

async function train(application: TestApplication, database: Database, owner = 'a') {
  application.time.now = night;
  const counts = await trainNightly({
    database,
    clock: () => application.time.now,
    timezone: 'Asia/Ho_Chi_Minh',
    owner,
  });
  await application.finder.refresh();
  return counts;
}

describeDatabases('recommendation from what others took', (context) => {
  it('says whom it goes by, and never shows what was dismissed', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    await liveThrough(database, 140);
    const person = chatPerson(application, 'web', 'p');
    await person.say('học guitar');
    await person.say('lưu 1');
    expect(await train(application, database)).toMatchObject({ learners: 140, stored: 1 });
    const listed = async () => {
      await person.say('/goiy');
      const { rows } = await database.db.execute<{ course: string; propensity: number; list_id: string }>(sql`
        select course.public_id as course, propensity, list_id from interaction join course on course.id = course_id
        where kind = 'shown' and list_id = (select max(list_id) from interaction) order by interaction.id`);
      return rows;
    };
    const first = await listed();
    expect(first[0]).toMatchObject({ course: 'so-cuu', propensity: 1 });
    expect(await person.say('vì sao?')).toContain('người học cùng khóa');
    await database.db.execute(sql`
      insert into course_mark (learner_id, course_id, kind, marked_at)
      select (select max(learner_id) from interaction where kind = 'shown'), id, 'dismissed', now() from course where public_id = 'so-cuu'`);
    expect((await listed()).map(({ course }) => course)).not.toContain('so-cuu');
  }, 120_000);

  it('keeps nothing in the model that fewer than five people did, and names nobody', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    await liveThrough(database, 140);
    await train(application, database);
    const keys = async (id: string) => {
      const { rows } = await database.db.execute<{ id: string }>(sql`select id from course where public_id = ${id}`);
      return Number(rows[0]?.id);
    };
    const everything = { limit: 20, exclude: new Set<number>() };
    const [sewing, baking, cooking] = [await keys('cat-may'), await keys('lam-banh'), await keys('nau-an-gia-dinh')];
    expect(application.finder.companions([sewing], everything)).toEqual([{ key: baking, because: sewing, people: 70 }]);
    expect(application.finder.companions([cooking], everything)).toEqual([]);
    expect(application.finder.companions([sewing], { ...everything, exclude: new Set([baking]) })).toEqual([]);
  }, 120_000);

  it('trains once a night, at night, in one process, and not on fewer than a hundred learners', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    await liveThrough(database, 60);
    const options = { database, timezone: 'Asia/Ho_Chi_Minh' };
    expect(await trainNightly({ ...options, clock: () => application.time.now, owner: 'a' })).toEqual({});
    expect(await train(application, database)).toMatchObject({ learners: 60, stored: 0 });
    expect(await trainNightly({ ...options, clock: () => night, owner: 'b' })).toEqual({});
  }, 120_000);
});
