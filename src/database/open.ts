import { connect, type Database, describeError } from './client.ts';
import { openEmbedded, openEmbeddedForCommand } from './embedded.ts';

export interface DatabaseSettings {
  /** Postgres ≥ 15; undefined means the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Connections of this process to an external Postgres; the embedded one always has one. */
  readonly poolSize?: number;
}

/** Oldest Postgres whose features the statements use. */
const oldestServerVersion = 150_000;

async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const database = connect({ embedded: false, pool: { connectionString: url, max: poolSize } });
  try {
    const { rows } = await database.db.execute<{ server_version_num: string }>('show server_version_num');
    const version = Number(rows[0]?.server_version_num);
    if (!(version >= oldestServerVersion)) {
      throw new Error(`DATABASE_URL points to Postgres ${version}; version 15 or newer is needed.`);
    }
    return database;
  } catch (error) {
    await database.close();
    throw new Error(`The database of DATABASE_URL cannot be used: ${describeError(error)}`, { cause: error });
  }
}

/** Opens the database for the server: as the one owner of `dataDir`, or on Postgres. Not yet migrated. */
export function openDatabase(settings: DatabaseSettings, onDeath?: (error: Error) => void): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl, settings.poolSize ?? 10);
  return openEmbedded(settings.dataDir, onDeath);
}

/** Opens the database for a command, which may run beside a server. Not yet migrated. */
export function openDatabaseForCommand(settings: DatabaseSettings): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl, settings.poolSize ?? 2);
  return openEmbeddedForCommand(settings.dataDir);
}
