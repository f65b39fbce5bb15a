import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { loadEnvironment, readSettings } from '../../src/config.ts';
import { clearLeases, migrate, openDatabase } from '../../src/database/index.ts';
import { serveCity } from '../../src/serve-city.ts';

/** The program as it is, by a clock that is so many milliseconds ahead as the file CLOCK_AHEAD says whenever it is asked. */
async function main(file: string): Promise<void> {
  const settings = readSettings(loadEnvironment());
  const open = async () => {
    const database = await openDatabase(settings);
    await migrate(database);
    if (database.embedded) await clearLeases(database.db);
    return database;
  };
  const logger = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: true }));
  const clock = () => new Date(Date.now() + Number(readFileSync(file, 'utf8')));
  await serveCity({ settings, logger, opening: open(), clock });
}

await main(process.env.CLOCK_AHEAD ?? '');
