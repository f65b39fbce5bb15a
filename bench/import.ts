import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder, temporaryFolder } from '../test/support/program.ts';
import { makeCorpus } from './corpus.ts';

const megabytes = Number(process.env.BENCH_MEGABYTES ?? '200');

/** Writes a CSV of about that size; each course has a syllabus of some kilobytes, as real exports do. */
async function writeCsv(file: string): Promise<number> {
  const out = createWriteStream(file);
  const corpus = makeCorpus(1000);
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  let [bytes, rows] = [0, 0];
  out.write('id,title,provider,description,topics\n');
  while (bytes < megabytes * 1e6) {
    const course = corpus[rows % corpus.length];
    if (course === undefined) break;
    const syllabus = `${course.description} `.repeat(12);
    const line = `bench-${rows},${quote(`${course.title} ${rows}`)},${quote(course.organisation)},${quote(syllabus)},${quote(course.topics.join(';'))}\n`;
    bytes += Buffer.byteLength(line);
    rows++;
    if (!out.write(line)) await new Promise<void>((go) => out.once('drain', go));
  }
  out.end();
  await finished(out);
  return rows;
}

interface Run {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs the import command to its end, looking at its memory every tenth of a second. */
function runImport(args: readonly string[], databaseUrl: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'commands/import', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      peak = Math.max(peak, Number(match?.[1] ?? 0) / 1000);
    } catch {
      // It has just ended.
    }
  }, 100);
  return new Promise((done, fail) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, peakMegabytes: peak });
      else fail(new Error(`The import ended with code ${code}`));
    });
  });
}

/** A large CSV into Postgres: seconds and the highest memory of the command, the first time and again unchanged. */
export async function run(): Promise<void> {
  const folder = await temporaryFolder();
  const file = join(folder, 'large.csv');
  const rows = await writeCsv(file);
  const size = (await stat(file)).size / 1e6;
  const postgres = await startPostgres();
  const url = `${postgres.url}/postgres`;
  const small = join(folder, 'small.csv');
  const out = createWriteStream(small);
  out.end('id,title,provider\nbench-small,Một khóa nhỏ,Trung tâm Thử\n');
  await finished(out);
  console.log(`${rows} rows, ${size.toFixed(0)} MB`);
  const results: [string, Run][] = [];
  for (const [name, args] of [
    ['one row', [small, '--kind', 'courses', '--source', 'small']],
    ['dry run', [file, '--kind', 'courses', '--dry-run']],
    ['first time', [file, '--kind', 'courses']],
    ['again, unchanged', [file, '--kind', 'courses']],
  ] as const) {
    const result = await runImport(args, url);
    results.push([name, result]);
    console.log(
      `${name.padEnd(18)} ${result.seconds.toFixed(1).padStart(6)} s  peak ${result.peakMegabytes.toFixed(0)} MB`,
    );
  }
  await postgres.stop();
  await removeFolder(folder);
  const peak = Math.max(...results.map(([, result]) => result.peakMegabytes));
  console.log(
    JSON.stringify({
      bench: 'import',
      rows,
      megabytes: size,
      first_s: results[2]?.[1].seconds,
      again_s: results[3]?.[1].seconds,
      peak_mb: peak,
      peak_ratio_to_one_row: peak / (results[0]?.[1].peakMegabytes ?? 1),
    }),
  );
}
