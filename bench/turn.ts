import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder, runCommand, startProgram, temporaryFolder } from '../test/support/program.ts';
import { benchQueries, makeCorpus, percentiles } from './corpus.ts';

const courses = Number(process.env.BENCH_COURSES ?? '20000');
const turns = Number(process.env.BENCH_TURNS ?? '1000');
const idleSeconds = Number(process.env.BENCH_IDLE_SECONDS ?? '60');
const atOnce = 8;

function residentMegabytes(processId: number | undefined): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Math.round(Number(match?.[1] ?? 0) / 1000);
}

async function say(url: string, body: object): Promise<{ conversation: string }> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`A turn was answered ${response.status}`);
  return (await response.json()) as { conversation: string };
}

async function measure(name: string, dataDir: string, databaseUrl: string) {
  const environment = { DATABASE_URL: databaseUrl, RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent' };
  const csv = join(dataDir, 'corpus.csv');
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = makeCorpus(courses).map((c) =>
    [
      c.id,
      c.title,
      c.description ?? '',
      c.organisation,
      c.topics.join(';'),
      c.skills.join(';'),
      c.mode ?? '',
      c.priceVnd ?? '',
      c.schedule.join(';'),
      c.audience.join(';'),
    ]
      .map((cell) => quote(String(cell)))
      .join(','),
  );
  // The directory exists before anything is measured: what counts is a reopened one.
  const first = await startProgram({ dataDir, environment });
  await writeFile(
    csv,
    `id,title,description,provider,topics,skills,mode,price_vnd,schedule,audience\n${rows.join('\n')}\n`,
  );
  const imported = await runCommand('src/commands/import.ts', [csv, '--kind', 'courses'], {
    DATA_DIR: dataDir,
    ...environment,
  });
  if (imported.code !== 0) throw new Error(imported.stderr);
  await first.stop();

  const opening = performance.now();
  const program = await startProgram({ dataDir, environment });
  const startSeconds = (performance.now() - opening) / 1000;
  const times: number[] = [];
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      let conversation: string | undefined;
      for (let turn = next++; turn < turns; turn = next++) {
        const asked = performance.now();
        const text = benchQueries[turn % benchQueries.length];
        // Every tenth turn is a new person.
        const answer = await say(program.url, {
          text,
          ...(conversation !== undefined && turn % 10 !== 0 && { conversation }),
        });
        conversation = answer.conversation;
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const busy = residentMegabytes(program.process.pid);
  await wait(idleSeconds * 1000);
  const idle = residentMegabytes(program.process.pid);
  await program.stop();
  const result = {
    name,
    start_s: startSeconds,
    turns_per_s: turns / seconds,
    ...percentiles(times),
    busy_mb: busy,
    idle_mb: idle,
  };
  console.log(
    `${name.padEnd(10)} start ${startSeconds.toFixed(2)} s, ${result.turns_per_s.toFixed(0)} turns/s, p50 ${result.p50.toFixed(1)} ms, p95 ${result.p95.toFixed(1)} ms, ${busy} MB busy, ${idle} MB idle`,
  );
  return result;
}

/** Whole turns over HTTP with a large catalogue, and the memory that stays afterwards, on both databases. */
export async function run(): Promise<void> {
  console.log(`${courses} courses, ${turns} turns by ${atOnce} people at once, then ${idleSeconds} s of rest`);
  const dataDir = await temporaryFolder();
  const embedded = await measure('embedded', dataDir, '');
  await removeFolder(dataDir);
  const postgres = await startPostgres();
  const other = await temporaryFolder();
  const onPostgres = await measure('Postgres', other, `${postgres.url}/postgres`);
  await removeFolder(other);
  await postgres.stop();
  console.log(
    JSON.stringify({
      bench: 'turn',
      courses,
      turns,
      results: [embedded, onPostgres],
      ratio: embedded.turns_per_s / onPostgres.turns_per_s,
    }),
  );
}
