import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/database/index.ts';
import { freePort, startPostgres } from '../test/support/postgres.ts';
import { type Program, removeFolder, runCommand, startProgram, temporaryFolder } from '../test/support/program.ts';
import { makeCorpus } from './corpus.ts';
import { cpuByPart, type PartOfTurn } from './cpu-profile.ts';
import { residentMegabytes } from './cpu-time.ts';
import { peerTable } from './peer-bots/peer-settings.ts';
import { type LoadFigures, type PlatformLoad, startPlatformLoad } from './platform-load.ts';

const courses = Number(process.env.BENCH_COURSES ?? '20000');
const turns = Number(process.env.BENCH_TURNS ?? '2000');
const idleSeconds = Number(process.env.BENCH_IDLE_SECONDS ?? '60');
const secret = 'bench-secret';

interface Measured extends LoadFigures {
  readonly name: string;
  /** Messages of people who write for the first time, a second. */
  readonly newPerSecond?: number;
  readonly halfLoad: LoadFigures;
  readonly startSeconds?: number;
  readonly busyMegabytes: number;
  readonly idleMegabytes?: number;
}

/** Fills a database with the corpus by the import command, so that what is measured is a reopened one. */
async function fill(dataDir: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = makeCorpus(courses).map((course) =>
    [
      course.id,
      course.title,
      course.description ?? '',
      course.organisation,
      course.topics.join(';'),
      course.skills.join(';'),
      course.mode ?? '',
      course.priceVnd ?? '',
      course.schedule.join(';'),
      course.audience.join(';'),
    ]
      .map((cell) => quote(String(cell)))
      .join(','),
  );
  const csv = join(dataDir, 'corpus.csv');
  const head = 'id,title,description,provider,topics,skills,mode,price_vnd,schedule,audience';
  await writeFile(csv, `${head}\n${rows.join('\n')}\n`);
  const imported = await runCommand('commands/import', [csv, '--kind', 'courses'], {
    DATA_DIR: dataDir,
    ...environment,
  });
  if (imported.code !== 0) throw new Error(imported.stderr);
}

/** Saturates a bot, then gives it half of what it managed, at random moments. */
async function load(platform: PlatformLoad): Promise<LoadFigures & { readonly halfLoad: LoadFigures }> {
  const full = await platform.saturate(turns);
  const halfLoad = await platform.steadily(turns / 2, full.perSecond / 2);
  return { ...full, halfLoad };
}

async function environmentOf(platform: PlatformLoad, databaseUrl: string): Promise<Record<string, string>> {
  const port = await freePort();
  return {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_BOT_TOKEN: platform.token,
    TELEGRAM_API_ROOT: platform.url,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_MESSAGES_PER_SECOND: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  };
}

/** Where a turn's processor time goes in the program, in milliseconds a turn. */
async function profile(databaseUrl: string): Promise<PartOfTurn[]> {
  const folder = await temporaryFolder();
  const dataDir = await temporaryFolder();
  const platform = await startPlatformLoad();
  const environment = await environmentOf(platform, databaseUrl);
  await fill(dataDir, environment);
  const nodeArguments = ['--cpu-prof', '--cpu-prof-dir', folder];
  const program = await startProgram({ dataDir, environment, nodeArguments });
  await platform.saturate(platform.people);
  const microseconds = (): number => Number(process.hrtime.bigint() / 1000n);
  const from = microseconds();
  await platform.saturate(turns);
  const to = microseconds();
  await program.stop();
  await platform.close();
  const found = await cpuByPart(folder, { from, to });
  await removeFolder(folder);
  await removeFolder(dataDir);
  return found.map(({ part, milliseconds }) => ({ part, milliseconds: milliseconds / turns }));
}

async function measureOurs(name: string, databaseUrl: string): Promise<Measured> {
  const dataDir = await temporaryFolder();
  const platform = await startPlatformLoad();
  const environment = await environmentOf(platform, databaseUrl);
  await fill(dataDir, environment);
  const opening = performance.now();
  const program: Program = await startProgram({ dataDir, environment });
  const startSeconds = (performance.now() - opening) / 1000;
  const first = await platform.saturate(platform.people);
  const loaded = await load(platform);
  const busyMegabytes = residentMegabytes(program.process.pid);
  await wait(idleSeconds * 1000);
  const idleMegabytes = residentMegabytes(program.process.pid);
  await program.stop();
  if (program.stderr() !== '') console.log(program.stderr().slice(0, 2000));
  await platform.close();
  await removeFolder(dataDir);
  return { name, ...loaded, newPerSecond: first.perSecond, startSeconds, busyMegabytes, idleMegabytes };
}

async function measurePeer(name: string, file: string, databaseUrl: string): Promise<Measured> {
  const platform = await startPlatformLoad();
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const settings = { token: platform.token, apiRoot: platform.url, databaseUrl, secret, publicUrl, port };
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, PEER_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((done, fail) => {
    child.stdout.once('data', () => done());
    child.once('exit', (code) => fail(new Error(`${name} ended with code ${code}`)));
  });
  await platform.saturate(platform.people);
  const loaded = await load(platform);
  const busyMegabytes = residentMegabytes(child.pid);
  child.kill('SIGTERM');
  await platform.close();
  return { name, ...loaded, busyMegabytes };
}

function print(measured: Measured): void {
  const { halfLoad } = measured;
  const figure = (value: number | undefined, digits = 0): string => value?.toFixed(digits) ?? '–';
  console.log(
    [
      measured.name.padEnd(30),
      figure(measured.perSecond).padStart(7),
      figure(measured.newPerSecond).padStart(7),
      figure(measured.p50).padStart(7),
      figure(measured.p95).padStart(7),
      figure(halfLoad.perSecond).padStart(7),
      figure(halfLoad.p50, 1).padStart(7),
      figure(halfLoad.p95, 1).padStart(7),
      figure(measured.startSeconds, 2).padStart(7),
      figure(measured.busyMegabytes).padStart(7),
      figure(measured.idleMegabytes).padStart(7),
    ].join(' '),
  );
}

/**
 * Whole turns through the platform with a large catalogue: from a person's message on the scripted Telegram by webhook
 * to the answer's arrival there, on both databases, beside bare bots of Telegraf and grammY that insert one row and send
 * one message; and the memory that stays afterwards.
 */
export async function run(): Promise<void> {
  console.log(
    `${courses} courses; ${turns} messages with 40 unanswered at a time, then ${turns / 2} at half that rate`,
  );
  const half = 'half/s  p50 ms  p95 ms';
  console.log(`${''.padEnd(30)} turns/s   new/s  p50 ms  p95 ms  ${half} start s MB busy MB idle`);
  const results: Measured[] = [];
  const note = (measured: Measured): void => {
    results.push(measured);
    print(measured);
  };
  note(await measureOurs('embedded', ''));
  const postgres = await startPostgres();
  const url = (name: string): string => `${postgres.url}/${name}`;
  const database = await openDatabase({ databaseUrl: url('postgres'), dataDir: '', poolSize: 1 });
  for (const name of ['ours', 'profiled']) await database.db.execute(`create database ${name}`);
  note(await measureOurs('Postgres', url('ours')));
  const parts = await profile(url('profiled'));
  await database.db.execute(peerTable);
  await database.close();
  note(await measurePeer('Telegraf, one insert, one send', './peer-bots/telegraf.ts', url('postgres')));
  note(await measurePeer('grammY, one insert, one send', './peer-bots/grammy.ts', url('postgres')));
  await postgres.stop();
  console.log('\nWhere a turn goes in the program on Postgres (main thread, sampled, which costs a third by itself)');
  for (const { part, milliseconds } of parts) console.log(`${milliseconds.toFixed(2).padStart(6)} ms  ${part}`);
  const [embedded, onPostgres, telegraf, grammy] = results.map((result) => result.perSecond);
  console.log(
    JSON.stringify({
      bench: 'turn',
      courses,
      turns,
      results,
      parts,
      ratio_to_telegraf: (onPostgres ?? 0) / (telegraf ?? 1),
      ratio_to_grammy: (onPostgres ?? 0) / (grammy ?? 1),
      ratio_embedded_to_postgres: (embedded ?? 0) / (onPostgres ?? 1),
    }),
  );
}
