import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openDatabase } from '../../src/database/index.ts';
import { createPostgresDatabase, describeAllDatabases } from '../support/databases.ts';

describe('migrations', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bh-migrations-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are applied once when several processes start together', async () => {
    const { databaseUrl, drop } = await createPostgresDatabase();
    const databases = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ databaseUrl, dataDir: '', poolSize: 1 })),
    );
    const applied = await Promise.all(databases.map((database) => migrate(database)));
    expect(applied.filter((result) => result.applied.length > 0)).toHaveLength(1);
    for (const database of databases) await database.close();
    await drop();
  });

  it('stop the start when an applied file was edited, when the database is newer, and leave nothing of a failed one', async () => {
    const { databaseUrl, drop } = await createPostgresDatabase();
    const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 1 });
    await writeFile(join(folder, '0001_a.sql'), 'create table a (n int);');
    expect(await migrate(database, folder)).toEqual({ applied: ['0001_a.sql'] });
    expect(await migrate(database, folder)).toEqual({ applied: [] });
    await writeFile(join(folder, '0002_b.sql'), 'create table b (n int); create table a (n int);');
    await expect(migrate(database, folder)).rejects.toThrow();
    expect((await database.db.execute(sql`select to_regclass('b') as b`)).rows).toEqual([{ b: null }]);
    await rm(join(folder, '0002_b.sql'));
    await writeFile(join(folder, '0001_a.sql'), 'create table a (n bigint);');
    await expect(migrate(database, folder)).rejects.toThrow('was changed after it was applied');
    await rm(join(folder, '0001_a.sql'));
    await expect(migrate(database, folder)).rejects.toThrow('start the newer version');
    await database.close();
    await drop();
  });
});

describeAllDatabases('schema', (context) => {
  it('of every module is what the migrations make', async () => {
    const database = await context.database();
    const { rows } = await database.db.execute<{ table_name: string; column_name: string; is_nullable: string }>(sql`
      select table_name, column_name, is_nullable from information_schema.columns where table_schema = current_schema()`);
    const made = rows
      .map((row) => `${row.table_name}.${row.column_name} ${row.is_nullable === 'YES' ? 'null' : 'not null'}`)
      .sort();
    const source = new URL('../../src/', import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('schema.ts'),
    );
    const declared: string[] = [];
    for (const file of files) {
      const module = (await import(new URL(file, source).href)) as Record<string, unknown>;
      for (const table of Object.values(module)) {
        if (!is(table, PgTable)) continue;
        for (const column of Object.values(getTableColumns(table))) {
          declared.push(`${getTableName(table)}.${column.name} ${column.notNull ? 'not null' : 'null'}`);
        }
      }
    }
    expect(declared.sort()).toEqual(made);
  });

  it('needs no extension beyond two, and promises nothing unique on a partitioned table', async () => {
    const database = await context.database();
    const { rows: extensions } = await database.db.execute(sql`
      select extname from pg_extension where extname not in ('plpgsql', 'unaccent', 'pg_trgm')`);
    expect(extensions).toEqual([]);
    // There a unique key holds within one partition only.
    const { rows: promises } = await database.db.execute(sql`
      select indexrelid::regclass::text as name from pg_index join pg_class on pg_class.oid = indrelid
      where relkind = 'p' and indisunique and not indisprimary`);
    expect(promises).toEqual([]);
  });
});
