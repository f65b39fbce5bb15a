import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { startPostgres } from '../test/support/postgres.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../test/support/program.ts';
import { percentiles } from './corpus.ts';

const runs = Number(process.env.BENCH_RUNS ?? '5');
const execute = promisify(execFile);

async function firstAnswer(program: Program): Promise<void> {
  const response = await fetch(`${program.url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'hoc ke toan buoi toi mien phi' }),
  });
  if (!response.ok) throw new Error(`The first message was answered ${response.status}`);
  await response.text();
}

/** Resident megabytes of a process, as the system counts them. */
function residentMegabytes(processId: number | undefined): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
  return Number(match?.[1] ?? 0) / 1000;
}

interface Start {
  readonly seconds: number;
  readonly megabytes: number;
}

async function start(dataDir: string, environment: Record<string, string> = {}): Promise<Start> {
  const started = performance.now();
  const program = await startProgram({ dataDir, environment: { LOG_LEVEL: 'silent', ...environment } });
  await firstAnswer(program);
  const seconds = (performance.now() - started) / 1000;
  const megabytes = residentMegabytes(program.process.pid);
  await program.stop();
  return { seconds, megabytes };
}

/** From the start of the process to its first answered message: empty directory, existing one, Postgres; beside bare Node. */
export async function run(): Promise<void> {
  const empty: Start[] = [];
  const existing: Start[] = [];
  const onPostgres: Start[] = [];
  const bare: Start[] = [];
  const postgres = await startPostgres();
  for (let round = 0; round < runs; round++) {
    const dataDir = await temporaryFolder();
    empty.push(await start(dataDir));
    existing.push(await start(dataDir));
    await removeFolder(dataDir);
    onPostgres.push(await start(dataDir, { DATABASE_URL: `${postgres.url}/postgres` }));
    const started = performance.now();
    await execute(process.execPath, ['--import', 'tsx', '-e', '0']);
    bare.push({ seconds: (performance.now() - started) / 1000, megabytes: 0 });
  }
  await postgres.stop();
  const rows = [
    ['empty DATA_DIR', empty],
    ['existing DATA_DIR', existing],
    ['Postgres', onPostgres],
    ['bare node with tsx', bare],
  ] as const;
  console.log('start               median s   worst s   MB after the first answer');
  for (const [name, starts] of rows) {
    const seconds = starts.map((each) => each.seconds);
    console.log(
      [
        name.padEnd(20),
        percentiles(seconds).p50.toFixed(2).padStart(7),
        Math.max(...seconds)
          .toFixed(2)
          .padStart(9),
        String(Math.round(percentiles(starts.map((each) => each.megabytes)).p50)).padStart(9),
      ].join(' '),
    );
  }
  const median = (starts: readonly Start[]): number => percentiles(starts.map((each) => each.seconds)).p50;
  console.log(
    JSON.stringify({
      bench: 'start',
      empty_s: median(empty),
      existing_s: median(existing),
      postgres_s: median(onPostgres),
      existing_ratio_to_bare_node: median(existing) / median(bare),
    }),
  );
}
