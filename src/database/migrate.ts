import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Database, Queryable } from './client.ts';

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number that no other program locks; replicas that start together take turns on it. */
const migrationLock = 7_236_401;

interface Migration {
  readonly name: string;
  readonly statements: string;
  readonly sha256: string;
}

/** The migrations of a folder, in the order of their names. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const statements = await readFile(join(folder, name), 'utf8');
      return { name, statements, sha256: createHash('sha256').update(statements).digest('hex') };
    }),
  );
}

/**
 * Applies what is due, all in one transaction under a lock, so that replicas that start together apply each migration
 * once. Drizzle's own migrator takes no lock and does not notice an edited file, hence these lines.
 * Throws when an applied file was changed or the database is newer than the code.
 */
export async function migrate(database: Database, folder?: string): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
    await tx.execute(sql`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const known = await appliedMigrations(tx);
    const unknownName = [...known.keys()].find((name) => !migrations.some((migration) => migration.name === name));
    if (unknownName !== undefined) {
      throw new Error(
        `The database has migration ${unknownName}, which this version does not know: start the newer version.`,
      );
    }
    const applied: string[] = [];
    for (const migration of migrations) {
      const recorded = known.get(migration.name);
      if (recorded === migration.sha256) continue;
      if (recorded !== undefined) {
        throw new Error(`Migration ${migration.name} was changed after it was applied: add a new file instead.`);
      }
      await tx.execute(sql.raw(migration.statements));
      await tx.execute(sql`insert into migration (name, sha256) values (${migration.name}, ${migration.sha256})`);
      applied.push(migration.name);
    }
    return { applied };
  });
}

/** Names and hashes of what the database has. */
export async function appliedMigrations(db: Queryable): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ name: string; sha256: string }>(sql`select name, sha256 from migration`);
  return new Map(rows.map((row) => [row.name, row.sha256]));
}
