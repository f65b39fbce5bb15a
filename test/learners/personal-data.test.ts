import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import type { Database } from '../../src/database/index.ts';
import { eraseLearnerData, exportLearnerData } from '../../src/learners/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

/**
 * Every table that holds something of a learner: by a foreign key that leads, over any number of tables, to learner or
 * account, or by a column named like one. Written against the database, not against our lists.
 */
async function tablesOfLearners(database: Database): Promise<string[]> {
  const { rows } = await database.db.execute<{ table_name: string }>(sql`
    with recursive reference as (
      select child.relname::text collate "default" as child, parent.relname::text collate "default" as parent from pg_constraint
      join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
      where contype = 'f'),
    personal (table_name) as (
      select unnest(array['account', 'learner'])
      union select child from reference join personal on parent = table_name)
    select table_name from personal
    union select table_name::text collate "default" from information_schema.columns
      where table_schema = current_schema() and column_name in ('learner_id', 'account_id', 'conversation_id')
    order by table_name`);
  return rows.map((row) => row.table_name);
}

async function countRows(database: Database, table: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}`);
  return Number(rows[0]?.count);
}

describeDatabases('personal data', (context) => {
  it('has an owner for every table that refers to a learner', async () => {
    const database = await context.database();
    const owned = personalDataOwners.flatMap((owner) => owner.tables).sort();
    expect(owned).toEqual(await tablesOfLearners(database));
  });

  it('exports rows of every table and erases all of them, and only those of the one learner', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    for (const chat of ['a', 'b']) {
      const say = (text: string, key: string) =>
        conversations.takeTurn({
          channel: 'web',
          updateKey: `${chat}${key}`,
          chat,
          person: chat,
          receivedAt: new Date(),
          content: { kind: 'text', text },
        });
      await say('học guitar', '1');
      await say('lưu 1', '2');
      await say('em ở Thủ Đức, chỉ rảnh buổi tối', '3');
    }
    const tables = await tablesOfLearners(database);
    const before = await Promise.all(tables.map((table) => countRows(database, table)));
    expect(
      before.every((count) => count > 0),
      `each of ${tables} has rows: ${before}`,
    ).toBe(true);
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner order by id`);
    const [learnerId] = rows.map((row) => Number(row.id));
    if (learnerId === undefined) throw new Error('no learner');

    const exported = await database.transaction((tx) => exportLearnerData(tx, personalDataOwners, learnerId));
    expect(Object.keys(exported).sort()).toEqual(tables);
    for (const [table, entries] of Object.entries(exported)) expect(entries.length, table).toBeGreaterThan(0);
    expect(JSON.stringify(exported)).toContain('học guitar');

    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, learnerId));
    for (const [position, table] of tables.entries()) {
      expect(await countRows(database, table), `${table}: the other learner's half stays`).toBe(
        (before[position] ?? 0) / 2,
      );
    }
  });

  it('merges two learners without losing or doubling what both have', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    for (const chat of ['a', 'b']) {
      for (const [key, text] of [
        ['1', 'học guitar'],
        ['2', 'lưu 1'],
      ] as const) {
        await conversations.takeTurn({
          channel: 'web',
          updateKey: `${chat}${key}`,
          chat,
          person: chat,
          receivedAt: new Date(),
          content: { kind: 'text', text },
        });
      }
    }
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner order by id`);
    const [into, from] = rows.map((row) => Number(row.id));
    if (into === undefined || from === undefined) throw new Error('two learners');
    await database.transaction(async (tx) => {
      for (const owner of [...personalDataOwners].reverse()) await owner.mergeLearners(tx, from, into);
    });
    const exported = await database.transaction((tx) => exportLearnerData(tx, personalDataOwners, into));
    expect(exported.wish).toHaveLength(2);
    expect(exported.course_mark).toHaveLength(1);
    expect(exported.identity).toHaveLength(2);
    expect(exported.conversation).toHaveLength(2);
    expect(await countRows(database, 'learner')).toBe(1);
    expect(await countRows(database, 'account')).toBe(1);
  });
});
