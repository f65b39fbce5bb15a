import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Database, sqlState } from '../../src/database/index.ts';
import { describeAllDatabases } from '../support/databases.ts';

async function names(database: Database): Promise<unknown[]> {
  const { rows } = await database.db.execute(sql`select name from secret order by name`);
  return rows.map((row) => row.name);
}

const insert = (name: string) => sql`insert into secret (name, value) values (${name}, 'v') returning name`;

describeAllDatabases('the last statements of a transaction', (context) => {
  it('are committed in order, and their rows come back', async () => {
    const database = await context.database();
    const rows = await database.transaction(async (tx, commitWith) => {
      await tx.execute(insert('a'));
      return commitWith([insert('b'), sql`select count(*)::int as count from secret`]);
    });
    expect(rows).toEqual([[{ name: 'b' }], [{ count: 2 }]]);
    expect(await names(database)).toEqual(['a', 'b']);
  });

  it('all fail with the first that fails, and nothing is kept', async () => {
    const database = await context.database();
    const failing = database.transaction(async (tx, commitWith) => {
      await tx.execute(insert('a'));
      return commitWith([insert('b'), insert('a'), insert('c')]);
    });
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe('23505');
    expect(await names(database)).toEqual([]);
  });

  it('end it: what comes after them in the same work uses the pool', async () => {
    const database = await context.database();
    const found = await database.transaction(async (_tx, commitWith) => {
      await commitWith([insert('a')]);
      return names(database);
    });
    expect(found).toEqual(['a']);
  });

  it('do not hide a statement that failed before and was passed over', async () => {
    const database = await context.database();
    const passedOver = (commitBy: 'itself' | 'us') =>
      database.transaction(async (tx, commitWith) => {
        await tx.execute(sql`select 1 / 0`).catch(() => undefined);
        if (commitBy === 'us') await commitWith([]);
      });
    await expect(passedOver('itself')).rejects.toThrow('rolled back');
    await expect(passedOver('us')).rejects.toThrow('rolled back');
    expect(await names(database)).toEqual([]);
  });
});
