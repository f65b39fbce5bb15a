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

/** Hides the password of an address in what is said about it. */
function withoutPassword(text: string, url: string): string {
  const written = URL.canParse(url) ? new URL(url).password : '';
  if (written === '') return text;
  let plain = written;
  try {
    plain = decodeURIComponent(written);
  } catch {
    // Not percent-encoded: it is as written.
  }
  return text.replaceAll(written, '…').replaceAll(plain, '…');
}

async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const database = connect({ embedded: false, prepares: true, pool: { connectionString: url, max: poolSize } });
  try {
    const { rows } = await database.db.execute<{ server_version_num: string }>('show server_version_num');
    const version = Number(rows[0]?.server_version_num);
    if (!(version >= oldestServerVersion)) {
      throw new Error(`đây là Postgres ${version}, cần bản 15 trở lên`);
    }
    return database;
  } catch (error) {
    await database.close();
    // Without the cause: whoever describes an error goes down to its cause, and would lose the setting's name.
    throw new Error(
      `DATABASE_URL: không dùng được cơ sở dữ liệu này (${withoutPassword(describeError(error), url).trim()}). ` +
        'Hãy kiểm tra địa chỉ, cổng, tên, mật khẩu, và máy chủ Postgres có đang chạy không.',
    );
  }
}

/** Opens the database for the server: as the one owner of `dataDir`, or on Postgres. Not yet migrated. */
export function openDatabase(settings: DatabaseSettings, onDeath?: (error: Error) => void): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl, settings.poolSize ?? 10);
  return openEmbedded(settings.dataDir, onDeath);
}

/**
 * Opens the database for a command, which may run beside a server. Not yet migrated. With `mustExist` an embedded
 * database that is not there is refused instead of made.
 */
export function openDatabaseForCommand(
  settings: DatabaseSettings,
  options: { readonly mustExist: boolean } = { mustExist: false },
): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl, settings.poolSize ?? 2);
  return openEmbeddedForCommand(settings.dataDir, options);
}
