import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { serve } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { type Application, createApplication } from './application.ts';
import { loadSampleData } from './catalogue/index.ts';
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
import { prepareTaxonomy } from './discovery/index.ts';
import { ContentRefused, cityLessons } from './learning/index.ts';
import { createTranslator } from './locales/index.ts';
import { type Runner, startRunner } from './runner.ts';
import { loadSampleWorkshops } from './workshops/index.ts';

const t = createTranslator('vi');

/** Exit codes: 1 something outside is in the way (port, database), 2 a setting is wrong. */
function fail(message: string, code: 1 | 2): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

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

/** Lessons with a mistake would mislead somebody one day: whoever starts the program is told of all of them now. */
async function lessonsOrExit(): Promise<void> {
  try {
    await cityLessons();
  } catch (error) {
    if (error instanceof ContentRefused) fail(error.message, 1);
    throw error;
  }
}

/** Starts listening and returns the address people can open. Exits naming PORT when the port is taken. */
function listen(application: Application, settings: Settings): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((done) => {
    const server = serve(
      { fetch: application.app.fetch, port: settings.port, hostname: settings.host },
      (info: AddressInfo) => {
        const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
        done({
          url: `http://${host}:${info.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              // Event streams never end by themselves.
              if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500).unref();
            }),
        });
      },
    );
    server.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'EADDRINUSE')
        fail(`PORT ${settings.port} đã có chương trình khác dùng. Hãy dừng nó, hoặc đặt PORT khác (0: tự chọn).`, 1);
      if (error.code === 'EACCES')
        fail(`PORT ${settings.port} không dùng được vì thiếu quyền. Hãy đặt PORT trên 1023.`, 1);
      fail(`HOST ${settings.host}, PORT ${settings.port}: ${error.message}`, 1);
    });
  });
}

/** A platform that cannot be reached right now is polled all the same, and named in the log and /readyz. */
function shownState(state: string): string {
  return state === 'unreachable' || state === 'starting' ? 'polling' : state;
}

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const logger = pino(
    { level: settings.logLevel, base: { pid: process.pid } },
    pino.destination({ dest: 2, sync: true }),
  );
  if (settings.roles.has('web')) await checkHostOrExit(settings.host);
  // The embedded database opens in a thread of its own: words are read beside it.
  const [database] = await Promise.all([openOrExit(settings, logger), prepareTaxonomy(), lessonsOrExit()]);
  const sample = await loadSampleData(database, { setting: settings.sampleData, clock: systemClock });
  if (sample.created > 0) logger.info({ courses: sample.created }, 'sample courses loaded');

  const { sampleData: setting, timezone } = settings;
  const invented = await loadSampleWorkshops(database, { setting, now: systemClock(), timezone });
  if (invented.created > 0) logger.info({ workshops: invented.created }, 'sample workshops loaded');

  let url = settings.publicUrl ?? '';
  const application = await createApplication({
    settings,
    database,
    clock: systemClock,
    random: Math.random,
    logger,
    owner: randomUUID(),
    address: () => url,
  });
  const server = settings.roles.has('web') ? await listen(application, settings) : undefined;
  if (server !== undefined && settings.publicUrl === undefined) url = server.url;
  // Before the jobs: on the built-in database a long one would keep the address waiting.
  const consoleAddress = await application.consoleAddress();
  let runner: Runner | undefined;
  const jobs = settings.roles.has('worker') ? [...application.webJobs, ...application.workerJobs] : application.webJobs;
  runner = startRunner(jobs, { logger, describeError, onCounts: application.onJobCounts });
  application.health.problems = () => runner?.problems() ?? {};
  if (server !== undefined) process.stdout.write(`chat ${url}\nconsole ${consoleAddress}\n`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server?.close();
    await application.conversations.idle();
    application.interrupt();
    await runner?.stop();
    await application.stop();
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const states = await application.platforms.start();
  for (const [channel, state] of Object.entries(states)) process.stdout.write(`${channel} ${shownState(state)}\n`);
  logger.info({ courses: application.finder.size, embedded: database.embedded }, 'ready');
}

await main();
