import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { type Application, createApplication } from '../../src/application.ts';
import { importFile } from '../../src/catalogue/index.ts';
import { readSettings } from '../../src/config.ts';
import type { Database } from '../../src/database/index.ts';

const catalogueFile = fileURLToPath(new URL('../dialogues/catalogue.csv', import.meta.url));

/** The whole program over a test database and the dialogues' catalogue, at a time that stands still until moved. */
export interface TestApplication extends Application {
  readonly time: { now: Date };
  advance(seconds: number): void;
}

export async function testApplication(
  database: Database,
  environment: Record<string, string> = {},
  logger: Logger = pino({ level: 'silent' }),
): Promise<TestApplication> {
  const time = { now: new Date('2026-11-24T03:00:00Z') };
  await importFile(database, { file: catalogueFile, kind: 'courses', source: 'dialogues', clock: () => time.now });
  const settings = readSettings({ RATE_LIMIT_PER_MINUTE: '0', ...environment });
  const application = await createApplication({
    settings,
    database,
    clock: () => time.now,
    random: () => 0.5,
    logger,
    owner: 'test',
    address: () => settings.publicUrl ?? 'http://127.0.0.1:3000',
  });
  return {
    ...application,
    time,
    advance: (seconds) => {
      time.now = new Date(time.now.getTime() + seconds * 1000);
    },
  };
}
