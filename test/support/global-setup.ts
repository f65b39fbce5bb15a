import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { migrate, openDatabase } from '../../src/database/index.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's Postgres, without a database's name. It has a database `migrated` to copy. */
    postgresUrl: string;
    /** A directory with a migrated embedded database that nobody has open, to copy. */
    migratedDirectory: string;
  }
}

async function migrateOnce(settings: { databaseUrl: string | undefined; dataDir: string }): Promise<void> {
  const database = await openDatabase({ ...settings, poolSize: 1 });
  await migrate(database);
  await database.close();
}

/** One Postgres for the whole run, and one migrated database of each kind; each test file copies what it needs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bh-migrated-'));
  const postgres = await startPostgres();
  const admin = await openDatabase({ databaseUrl: `${postgres.url}/postgres`, dataDir: '', poolSize: 1 });
  await admin.db.execute(sql.raw('create database migrated'));
  await admin.close();
  await Promise.all([
    migrateOnce({ databaseUrl: `${postgres.url}/migrated`, dataDir: '' }),
    migrateOnce({ databaseUrl: undefined, dataDir: folder }),
  ]);
  project.provide('postgresUrl', postgres.url);
  project.provide('migratedDirectory', folder);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
