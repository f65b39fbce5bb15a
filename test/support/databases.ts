import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/database/index.ts';

export type DatabaseKind = 'embedded' | 'postgres' | 'postgres with one connection';

export interface DatabaseContext {
  readonly kind: DatabaseKind;
  /** A migrated database with nothing in it; emptied again after the test. */
  database(): Promise<Database>;
}

const kinds: readonly DatabaseKind[] = ['embedded', 'postgres', 'postgres with one connection'];

/** The kinds asked for by TEST_DATABASES (a part of a name), all when it is unset. */
const isWanted = (kind: DatabaseKind): boolean => kind.includes(process.env.TEST_DATABASES ?? '');

async function openKind(kind: DatabaseKind): Promise<{ database: Database; remove: () => Promise<void> }> {
  if (kind === 'embedded') {
    const dataDir = await mkdtemp(join(tmpdir(), 'bh-'));
    await copyMigratedDirectory(dataDir);
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    return { database, remove: () => rm(dataDir, { recursive: true, force: true }) };
  }
  const { databaseUrl, drop } = await createPostgresDatabase('template migrated');
  const poolSize = kind === 'postgres' ? 8 : 1;
  return { database: await openDatabase({ databaseUrl, dataDir: '', poolSize }), remove: drop };
}

/** Puts a migrated embedded database, with nothing in it, into a directory. */
export async function copyMigratedDirectory(dataDir: string): Promise<void> {
  await cp(join(inject('migratedDirectory'), 'pg'), join(dataDir, 'pg'), { recursive: true, force: false });
}

let serial = 0;

/** A database of its own on the test run's Postgres, empty unless `options` (as in `create database`) name `template migrated`. */
export async function createPostgresDatabase(
  options = '',
): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const base = inject('postgresUrl');
  const name = `test_${process.pid}_${Date.now().toString(36)}_${serial++}`;
  const admin = await openDatabase({ databaseUrl: `${base}/postgres`, dataDir: '', poolSize: 1 });
  await admin.db.execute(sql.raw(`create database ${name} ${options}`));
  return {
    databaseUrl: `${base}/${name}`,
    drop: async () => {
      await admin.db.execute(sql.raw(`drop database if exists ${name} with (force)`));
      await admin.close();
    },
  };
}

/**
 * Empties what holds something: truncating all tables makes new files for each of them, which takes 0.2 s on Postgres
 * and 0.5 s embedded after every test, this 10 and 40 ms. Numbers start anew; references are not looked at meanwhile.
 */
const emptying = `do $$
  declare
    one record;
    has_rows boolean;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for one in select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'migration'
    loop
      execute 'select exists (select 1 from ' || one.name || ')' into has_rows;
      if has_rows then execute 'delete from ' || one.name; end if;
    end loop;
    for one in select format('%I.%I', schemaname, sequencename) as name from pg_sequences where last_value is not null
    loop
      execute 'alter sequence ' || one.name || ' restart';
    end loop;
    insert into catalogue_version (version) values (0);
  end $$`;

async function empty(database: Database): Promise<void> {
  await database.db.execute(sql.raw(emptying));
}

/**
 * Fails when something outlived its transaction in the session. All clients of the embedded database share one
 * session, also those of other processes: a setting, lock, table or statement left there reaches the next of them.
 */
async function assertCleanSession(database: Database): Promise<void> {
  const { rows } = await database.db.execute<{ left_behind: string }>(sql`
    select 'setting ' || name as left_behind from pg_settings
      where source = 'session' and name not like 'transaction\\_%' -- these end with their transaction by themselves
    union all select 'advisory lock ' || objid from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
    union all select 'temporary table ' || relname from pg_class where relpersistence = 't' and relkind = 'r'
    union all select 'prepared statement ' || name from pg_prepared_statements where name <> ''
    union all select 'listening on ' || channel from pg_listening_channels() as channel`);
  if (rows.length > 0) {
    throw new Error(`Left behind in the session: ${rows.map((row) => row.left_behind).join(', ')}`);
  }
}

/**
 * Runs the same tests on the embedded database and on real Postgres. The embedded one has a single connection, so what waits for a second
 * while it holds the first is found there.
 */
export function describeDatabases(name: string, tests: (context: DatabaseContext) => void): void {
  describeKinds(['embedded', 'postgres'], name, tests);
}

/** The same on real Postgres through one connection as well: for the modules that hold connections, locks and leases themselves. */
export function describeAllDatabases(name: string, tests: (context: DatabaseContext) => void): void {
  describeKinds(kinds, name, tests);
}

function describeKinds(on: readonly DatabaseKind[], name: string, tests: (context: DatabaseContext) => void): void {
  describe.each(on.filter(isWanted))(`${name} on %s`, (kind) => {
    let opened: { database: Database; remove: () => Promise<void> } | undefined;
    beforeAll(async () => {
      opened = await openKind(kind);
    });
    afterEach(async () => {
      if (opened === undefined) return;
      await empty(opened.database);
      await assertCleanSession(opened.database);
    });
    afterAll(async () => {
      await opened?.database.close();
      await opened?.remove();
    });
    tests({
      kind,
      database: async () => {
        if (opened === undefined) throw new Error('The database is not open yet.');
        return opened.database;
      },
    });
  });
}
