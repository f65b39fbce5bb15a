import { createServer } from 'node:net';
import { type Logger, pino } from 'pino';
import { isSettingError, loadEnvironment, readSettings, type Settings } from './config.ts';
import {
  clearLeases,
  type Database,
  DirectoryInUse,
  describeError,
  migrate,
  openDatabase,
  systemClock,
} from './database/index.ts';
import { fail } from './fail.ts';
import { createTranslator } from './locales/index.ts';

const t = createTranslator('vi');

function settingsOrExit(): Settings {
  try {
    return readSettings(loadEnvironment());
  } catch (error) {
    if (isSettingError(error)) fail(error.message, 2);
    throw error;
  }
}

/** Exits naming HOST when it is no address of this machine: found in a millisecond, before a database is made. */
function checkHostOrExit(host: string): Promise<void> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: Error & { code?: string }) =>
      fail(`HOST đang là “${host}”, phải là một địa chỉ của máy này, ví dụ 127.0.0.1 hoặc 0.0.0.0 (${error.code}).`, 2),
    );
    probe.listen(0, host, () => probe.close(() => done()));
  });
}

async function openOrExit(settings: Settings, logger: Logger): Promise<Database> {
  try {
    const database = await openDatabase(settings, (error) => {
      // Nothing can be answered without it; a supervisor starts us again, and no committed row is lost.
      logger.fatal({ problem: error.message }, 'the embedded database died');
      process.exit(1);
    });
    const { applied } = await migrate(database);
    if (applied.length > 0) logger.info({ applied }, 'migrations applied');
    // The opener of an embedded directory is alone in it: whoever held a lease there is dead.
    if (database.embedded) await clearLeases(database.db);
    return database;
  } catch (error) {
    if (isSettingError(error)) fail(error.message, 2);
    if (error instanceof DirectoryInUse) fail(t('backup-data-dir-in-use', error.facts), 1);
    fail(describeError(error), 1);
  }
}

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const logger = pino(
    { level: settings.logLevel, base: { pid: process.pid } },
    pino.destination({ dest: 2, sync: true }),
  );
  if (settings.roles.has('web')) await checkHostOrExit(settings.host);
  // The embedded database opens in a thread of its own, which takes as long as loading the program: so it is begun first.
  const opening = openOrExit(settings, logger);
  const { serveCity } = await import('./serve-city.ts');
  await serveCity({ settings, logger, opening, clock: systemClock });
}

await main();
