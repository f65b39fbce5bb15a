import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../test/support/postgres.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../test/support/program.ts';
import { benchQueries, makeCorpus, percentiles } from './corpus.ts';
import { writeCsv } from './corpus-file.ts';

const size = Number(process.env.BENCH_COURSES ?? '100000');
/** Between two messages of the one who writes meanwhile. */
const pauseMilliseconds = 150;

interface Measured {
  readonly name: string;
  /** From the start of the command to its end, and to its last course being found by the running program. */
  readonly importSeconds: number;
  readonly foundSeconds: number;
  /** From the change of one course by a later import to its being found: the command, and what is behind it. */
  readonly oneSeconds: number;
  readonly oneFoundSeconds: number;
  readonly quiet: { readonly p50: number; readonly p95: number };
  readonly meanwhile: { readonly p50: number; readonly p95: number; readonly worst: number; readonly turns: number };
}

function importFile(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'commands/import', file, '--kind', 'courses', '--source', 'bench'],
    {
      env: { ...process.env, DATABASE_URL: '', ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return new Promise((done, fail) => {
    child.once('exit', (code) => {
      if (code === 0) done((performance.now() - started) / 1000);
      else fail(new Error(`The import ended with code ${code}`));
    });
  });
}

async function say(url: string, conversation: string | undefined, text: string): Promise<string> {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(conversation !== undefined && { conversation }), text }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { conversation: string }).conversation;
}

async function finds(url: string, title: string, id: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/courses?q=${encodeURIComponent(title)}&limit=10`);
  const { courses } = (await response.json()) as { courses: readonly { id: string }[] };
  return courses.some((course) => course.id === id);
}

async function untilFound(url: string, title: string, id: string, from: number): Promise<number> {
  while (!(await finds(url, title, id))) await wait(50);
  return (performance.now() - from) / 1000;
}

async function turns(url: string, until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  let conversation: string | undefined;
  for (let number = 0; !until(); number++) {
    const from = performance.now();
    conversation = await say(url, conversation, benchQueries[number % benchQueries.length] ?? '');
    times.push(performance.now() - from);
    await wait(pauseMilliseconds);
  }
  return times;
}

async function measure(name: string, environment: Readonly<Record<string, string>>): Promise<Measured> {
  const dataDir = await temporaryFolder();
  const files = await temporaryFolder();
  const [all, one] = [join(files, 'all.csv'), join(files, 'one.csv')];
  const corpus = makeCorpus(size);
  const [last, first] = [corpus.at(-1), corpus[0]];
  if (last === undefined || first === undefined) throw new Error('No courses.');
  const marked = { ...last, title: 'Nuôi đà điểu zyxwvut cho người mới' };
  const renamed = { ...first, title: 'Thuần hóa lạc đà qwzjkx trong một tuần' };
  await writeCsv(all, [...corpus.slice(0, -1), marked]);
  await writeCsv(one, [renamed]);
  const own = { ...environment, DATA_DIR: dataDir };
  const program: Program = await startProgram({
    dataDir,
    environment: { ...environment, SAMPLE_DATA: 'no', RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'warn' },
  });
  try {
    const warm = await turns(program.url, counted(60));
    const from = performance.now();
    let isFound = false;
    const meanwhile = turns(program.url, () => isFound);
    const importSeconds = await importFile(all, own);
    const foundSeconds = await untilFound(program.url, marked.title, last.id, from);
    isFound = true;
    const times = await meanwhile;
    // The whole index stands; one course changes.
    const changed = performance.now();
    const oneSeconds = await importFile(one, own);
    const oneFoundSeconds = await untilFound(program.url, renamed.title, first.id, changed);
    return {
      name,
      importSeconds,
      foundSeconds,
      oneSeconds,
      oneFoundSeconds,
      quiet: percentiles(warm.slice(20)),
      meanwhile: { ...percentiles(times), worst: Math.max(...times), turns: times.length },
    };
  } finally {
    await program.stop();
    await removeFolder(dataDir);
    await removeFolder(files);
  }
}

function counted(most: number): () => boolean {
  let count = 0;
  return () => ++count > most;
}

/** An import of many courses into a running program: how long until they are all found, and what the chat feels of it, on both databases. */
export async function run(): Promise<void> {
  const measured: Measured[] = [];
  const postgres = await startPostgres();
  try {
    measured.push(await measure('Postgres', { DATABASE_URL: `${postgres.url}/postgres` }));
  } finally {
    await postgres.stop();
  }
  measured.push(await measure('embedded', {}));
  console.log(`${size} courses`);
  console.table(
    Object.fromEntries(
      measured.map((one) => [
        one.name,
        {
          'import s': one.importSeconds.toFixed(1),
          'all found s': one.foundSeconds.toFixed(1),
          'one more: import s': one.oneSeconds.toFixed(1),
          'one more: found s': one.oneFoundSeconds.toFixed(1),
          'turns before p50/p95 ms': `${one.quiet.p50.toFixed(0)}/${one.quiet.p95.toFixed(0)}`,
          'meanwhile p50/p95/worst ms': `${one.meanwhile.p50.toFixed(0)}/${one.meanwhile.p95.toFixed(0)}/${one.meanwhile.worst.toFixed(0)}`,
          turns: one.meanwhile.turns,
        },
      ]),
    ),
  );
  console.log(JSON.stringify({ bench: 'catalogue', courses: size, results: measured }));
}
