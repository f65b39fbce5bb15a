import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import { DirectoryInUse, databaseSocketPath, takeDirectory } from '../../src/database/directory-lock.ts';
import { openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';
import { startHolder } from '../support/holder-process.ts';

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
    // What the dead process leaves, and what would be "address in use" for the next one.
    expect((await stat(join(dataDir, '.s.PGSQL.5432'))).isSocket()).toBe(true);
    expect((await stat(join(dataDir, '.guard'))).isSocket()).toBe(true);
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

it('lets exactly one of many in where a process was killed while it opened', async () => {
  for (let round = 0; round < 30; round++) {
    const dataDir = await folder();
    const gone = { processId: process.pid, startedAt: 'another-boot:1', socketFolder: '' };
    await writeFile(join(dataDir, 'opening.lock'), JSON.stringify(gone));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeDirectory(dataDir)));
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost.filter((reason) => !(reason instanceof DirectoryInUse))).toEqual([]);
    await won[0]?.release();
  }
});

it('passes over lock files that a power cut left empty', async () => {
  const dataDir = await folder();
  await writeFile(join(dataDir, 'opening.lock'), '');
  await writeFile(join(dataDir, 'holder.json'), '');
  const lock = await takeDirectory(dataDir);
  await expect(takeDirectory(dataDir)).rejects.toThrow(DirectoryInUse);
  await lock.release();
});

it('leaves no file of the lock behind', async () => {
  const dataDir = await folder();
  const lock = await takeDirectory(dataDir);
  await expect(takeDirectory(dataDir)).rejects.toThrow(DirectoryInUse);
  await lock.release();
  expect(await readdir(dataDir)).toEqual([]);
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

it('keeps the directory to its owner, a new one and one that others could enter', async () => {
  const parent = await folder();
  await mkdir(join(parent, 'open'), { mode: 0o755 });
  for (const name of ['new', 'open']) {
    const lock = await takeDirectory(join(parent, name));
    expect((await stat(join(parent, name))).mode & 0o777, name).toBe(0o700);
    await lock.release();
  }
});

it('works where the path is too long for a socket, with sockets that only the owner reaches', async () => {
  const dataDir = join(await folder(), 'a'.repeat(60), 'b'.repeat(60));
  const database = await open(dataDir);
  await expect(open(dataDir)).rejects.toThrow('already open');
  const { socketFolder } = JSON.parse(await readFile(join(dataDir, 'holder.json'), 'utf8')) as { socketFolder: string };
  expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
  const command = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
  expect((await command.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  await command.close();
  await database.close();
  await expect(stat(socketFolder)).rejects.toThrow('ENOENT');
});

it('finds a short folder for its sockets where the temporary one is too long as well', async () => {
  const long = join(await folder(), 'c'.repeat(60), 'd'.repeat(60));
  await mkdir(long, { recursive: true });
  vi.stubEnv('TMPDIR', long);
  const lock = await takeDirectory(join(long, 'data'));
  vi.unstubAllEnvs();
  expect(Buffer.byteLength(databaseSocketPath(lock.socketFolder))).toBeLessThanOrEqual(107);
  await expect(takeDirectory(join(long, 'data'))).rejects.toThrow(DirectoryInUse);
  await lock.release();
});
