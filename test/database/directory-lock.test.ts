import { AsyncResource } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { migrate, openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';

const holderScript = fileURLToPath(new URL('../support/holder.ts', import.meta.url));
const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'bh-'));
  folders.push(made);
  return made;
}

afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

const open = (dataDir: string) => openDatabase({ databaseUrl: undefined, dataDir });

/** A process that opens the directory and inserts numbers, printing each one that is committed. */
function startHolder(dataDir: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', holderScript, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let wake = (): void => {};
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    wake();
  });
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const committed = () =>
    output
      .split('\n')
      .filter((line) => /^\d+$/.test(line))
      .map(Number);
  return {
    exited,
    output: () => output,
    committed,
    /** Resolves once so many numbers are committed. */
    async reached(count: number): Promise<void> {
      while (committed().length < count) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
    },
    async kill9() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

it('refuses a second opener in words, in this process and in another', async () => {
  const dataDir = await folder();
  const first = await open(dataDir);
  await expect(open(dataDir)).rejects.toThrow(/already open in process \d+\. Stop that process first/);
  const other = startHolder(dataDir);
  await other.exited;
  expect(other.output()).toContain('already open');
  await first.close();
  const again = await open(dataDir);
  await again.close();
});

it('loses no committed row when its process is killed, time after time, and opens again at once', async () => {
  const dataDir = await folder();
  const promised: number[] = [];
  for (const count of [1, 7, 23]) {
    const holder = startHolder(dataDir);
    await holder.reached(count);
    await holder.kill9();
    promised.push(...holder.committed());
  }
  const database = await open(dataDir);
  const { rows } = await database.db.execute<{ n: number }>(sql`select n from kept order by n`);
  const kept = new Set(rows.map((row) => row.n));
  expect(promised.length).toBeGreaterThanOrEqual(31);
  expect(promised.filter((n) => !kept.has(n))).toEqual([]);
  await database.close();
});

it('lets exactly one of several openers in', async () => {
  const dataDir = await folder();
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => open(dataDir)));
  const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(won).toHaveLength(1);
  await won[0]?.close();
});

it('passes over the lock of a process that is gone, though its id lives on in another', async () => {
  const dataDir = await folder();
  await mkdir(dataDir, { recursive: true });
  const gone = { processId: process.pid, startedAt: 'another-boot:1', socketFolder: dataDir };
  await writeFile(join(dataDir, 'opening.lock'), JSON.stringify(gone));
  await writeFile(join(dataDir, 'holder.json'), JSON.stringify(gone));
  await writeFile(join(dataDir, '.s.PGSQL.5432'), '');
  const database = await open(dataDir);
  await database.close();
});

it('keeps the directory to its owner', async () => {
  const dataDir = join(await folder(), 'new');
  const database = await open(dataDir);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  await database.close();
});

it('works where the path is too long for a socket', async () => {
  const dataDir = join(await folder(), 'a'.repeat(60), 'b'.repeat(60));
  const database = await open(dataDir);
  await expect(open(dataDir)).rejects.toThrow('already open');
  const command = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
  expect((await command.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  await command.close();
  await database.close();
});

it('lets a command share a running server’s database and wait for its transactions', async () => {
  const dataDir = await folder();
  const server = await open(dataDir);
  await migrate(server);
  const command = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
  const order: string[] = [];
  let waiting: Promise<unknown> | undefined;
  // Bound outside: inside the server's transaction this process may not touch any pool.
  const askCommand = AsyncResource.bind(async () => {
    await command.db.execute(sql`select 1`);
  });
  await server.transaction(async (tx) => {
    await tx.execute(sql`insert into secret (name, value) values ('a', 'b')`);
    waiting = askCommand().then(() => order.push('command'));
    await tx.execute(sql`select 1`);
    order.push('server');
  });
  await waiting;
  expect(order).toEqual(['server', 'command']);
  expect((await command.db.execute(sql`select name from secret`)).rows).toEqual([{ name: 'a' }]);
  await command.close();
  await server.close();
});

it('rolls back the open transaction of a command that dies', async () => {
  const dataDir = await folder();
  const server = await open(dataDir);
  await migrate(server);
  const dying = spawn(process.execPath, ['--import', 'tsx', holderScript, dataDir, 'die-inside-transaction'], {
    stdio: 'ignore',
  });
  await new Promise<void>((done) => dying.once('exit', () => done()));
  expect((await server.db.execute(sql`select name from secret where name = 'half'`)).rows).toEqual([]);
  await server.close();
});
