import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/database/index.ts';

export type DatabaseKind = 'embedded' | 'postgres' | 'postgres with one connection';

export interface DatabaseContext {
  readonly kind: DatabaseKind;
  /** A migrated database with nothing in it; emptied again after the test. It may have served files before. */
  database(): Promise<Database>;
}

const kinds: readonly DatabaseKind[] = ['embedded', 'postgres', 'postgres with one connection'];

/** The kinds asked for by TEST_DATABASES (a part of a name), all when it is unset. */
const isWanted = (kind: DatabaseKind): boolean => kind.includes(process.env.TEST_DATABASES ?? '');

interface Opened {
  readonly database: Database;
  /** What it consists of, as it was when it was new. */
  readonly form: string;
  /** The statement that makes it new again. */
  readonly emptying: string;
  remove(): Promise<void>;
}

async function openKind(kind: DatabaseKind): Promise<Opened> {
  if (kind === 'embedded') {
    // Among what the run removes at its end: a kept one is never closed.
    const dataDir = await mkdtemp(join(inject('migratedDirectory'), 'used-'));
    await copyMigratedDirectory(dataDir);
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    return asNew(database, () => rm(dataDir, { recursive: true, force: true }));
  }
  const { databaseUrl, drop } = await createPostgresDatabase('template migrated');
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: kind === 'postgres' ? 8 : 1 });
  return asNew(database, drop);
}

async function asNew(database: Database, remove: () => Promise<void>): Promise<Opened> {
  return {
    database,
    form: await formOf(database),
    emptying: emptyingOf(await migratedRows(database), await migratedCounters(database)),
    remove: async () => {
      await database.close();
      await remove();
    },
  };
}

/**
 * Tables, columns, indexes, rules, triggers and functions of a database, its size in steps of 16 MB, and whether the planner knows
 * anything about its rows.
 */
async function formOf(database: Database): Promise<string> {
  const { rows } = await database.db.execute<{ form: string }>(sql`
    with ours as (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
    relation as (select oid, relname, relnamespace from pg_class where relnamespace in (select oid from ours)),
    part as (
      select 'relation ' || oid || ' ' || relname as name from relation
      union all select 'column ' || attrelid || ' ' || attname || ' ' || atttypid || ' ' || attnotnull from pg_attribute
        where attrelid in (select oid from relation)
      union all select 'constraint ' || oid || ' ' || conname from pg_constraint where connamespace in (select oid from ours)
      union all select 'trigger ' || oid || ' ' || tgenabled::text from pg_trigger where tgrelid in (select oid from relation)
      union all select 'function ' || oid || ' ' || md5(coalesce(prosrc, '')) from pg_proc where pronamespace in (select oid from ours)
      union all select 'known rows of ' || tablename from pg_stats where schemaname = current_schema() and tablename <> 'migration')
    select md5(string_agg(name, ',' order by name)) || ' ' || pg_database_size(current_database()) / 16777216 as form from part`);
  return rows[0]?.form ?? '';
}

/** What files before this one left, emptied, in the same worker: opening one takes 0.4 s on Postgres and 1.5 s embedded. */
const kept = new Map<DatabaseKind, Opened>();

/** One that a file before left, or a new one. */
async function take(kind: DatabaseKind): Promise<Opened> {
  const left = kept.get(kind);
  kept.delete(kind);
  return left ?? openKind(kind);
}

/** Keeps it for the next file if that cannot tell it from a new one. */
async function giveBack(kind: DatabaseKind, opened: Opened): Promise<void> {
  if ((await formOf(opened.database)) === opened.form) kept.set(kind, opened);
  else await opened.remove();
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
 * Makes a database what its migrations made it, by emptying what holds something: truncating all tables makes new files for each of them,
 * which takes 0.2 s on Postgres and 0.5 s embedded after every test, this 10 and 40 ms. Numbers start anew; references are not looked at
 * meanwhile.
 */
function emptyingOf(migrated: readonly MigratedRows[], counters: readonly MigratedCounter[]): string {
  const fillings = [
    ...migrated.map(
      ({ table, rows }) => `insert into ${table} overriding system value
      select * from json_populate_recordset(null::${table}, $rows$${rows}$rows$);`,
    ),
    ...counters.map(({ name, last }) => `perform setval('${name}', ${last});`),
  ];
  return `do $$
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
      ${fillings.join('\n')}
    end $$`;
}

/** What migrations put into a table. */
interface MigratedRows {
  readonly table: string;
  /** As a JSON array. */
  readonly rows: string;
}

/** A sequence of which migrations took numbers. */
interface MigratedCounter {
  readonly name: string;
  readonly last: string;
}

async function migratedCounters({ db }: Database): Promise<readonly MigratedCounter[]> {
  const { rows } = await db.execute<{ name: string; last: string }>(sql`
    select format('%I.%I', schemaname, sequencename) as name, last_value as last from pg_sequences where last_value is not null`);
  return rows;
}

async function migratedRows({ db }: Database): Promise<readonly MigratedRows[]> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`
    select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'migration'`);
  const { rows } = await db.execute<{ table: string; rows: string | null }>(
    sql.raw(
      tables
        .map(({ name }) => `select '${name}' as table, json_agg(t)::text as rows from ${name} as t`)
        .join(' union all '),
    ),
  );
  return rows.flatMap(({ table, rows: held }) => (held === null ? [] : [{ table, rows: held }]));
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
    union all select 'prepared statement ' || name from pg_prepared_statements where name not like 'often %' -- of the owner, who lets go of them when it connects anew
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

/** The same on one kind only; skipped where that is not asked for. */
export function describeDatabase(kind: DatabaseKind, name: string, tests: (context: DatabaseContext) => void): void {
  describe.skipIf(!isWanted(kind))(`${name} on ${kind}`, () => testOn(kind, tests));
}

function describeKinds(on: readonly DatabaseKind[], name: string, tests: (context: DatabaseContext) => void): void {
  describe.each(on.filter(isWanted))(`${name} on %s`, (kind) => testOn(kind, tests));
}

function testOn(kind: DatabaseKind, tests: (context: DatabaseContext) => void): void {
  let opened: Opened | undefined;
  let hasFailed = false;
  beforeAll(async () => {
    opened = await take(kind);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') hasFailed = true;
    if (opened === undefined) return;
    await opened.database.db.execute(sql.raw(opened.emptying));
    await assertCleanSession(opened.database);
  });
  afterAll(async () => {
    // What a failed test began may still be running.
    if (hasFailed) await opened?.remove();
    else if (opened !== undefined) await giveBack(kind, opened);
  });
  tests({
    kind,
    database: async () => {
      if (opened === undefined) throw new Error('The database is not open yet.');
      return opened.database;
    },
  });
}
