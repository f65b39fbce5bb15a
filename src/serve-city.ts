import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { type Application, createApplication } from './application.ts';
import { loadSampleData } from './catalogue/index.ts';
import type { Settings } from './config.ts';
import { type Clock, type Database, describeError } from './database/index.ts';
import { prepareTaxonomy } from './discovery/index.ts';
import { fail } from './fail.ts';
import { cityKinds, loadSamples } from './imports/index.ts';
import { ContentRefused, cityLessons } from './learning/index.ts';
import { allowedFromOf } from './outreach/index.ts';
import { type Runner, startRunner } from './runner.ts';
import { loadSampleWorkshops } from './workshops/index.ts';

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

/** What is opened before this module is loaded. */
export interface Opened {
  readonly settings: Settings;
  readonly logger: Logger;
  /** The database, migrated. It opens while the program is loaded and its words are read. */
  readonly opening: Promise<Database>;
  readonly clock: Clock;
}

/** Starts the program: samples into an empty catalogue, the server, its jobs, the platforms. Prints where it is reached. */
export async function serveCity({ settings, logger, opening, clock }: Opened): Promise<void> {
  const [database] = await Promise.all([opening, prepareTaxonomy(), lessonsOrExit()]);
  const sample = await loadSampleData(database, { setting: settings.sampleData, clock });
  if (sample.created > 0) logger.info({ courses: sample.created }, 'sample courses loaded');

  const { sampleData: setting, timezone } = settings;
  const invented = await loadSampleWorkshops(database, { setting, now: clock(), timezone });
  if (invented.created > 0) logger.info({ workshops: invented.created }, 'sample workshops loaded');

  const kinds = cityKinds({ timezone, allowedFrom: allowedFromOf(settings.quietHours, timezone) });
  const samples = await loadSamples({ database, kinds, setting, clock, timezone });
  if (Object.keys(samples).length > 0) logger.info(samples, 'sample rows loaded');

  let url = settings.publicUrl ?? '';
  const application = await createApplication({
    settings,
    database,
    clock,
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
