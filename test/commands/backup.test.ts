import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogueVersion } from '../../src/catalogue/index.ts';
import { backUp, type Database, migrate, openDatabase } from '../../src/database/index.ts';
import { removeFolder, runCommand, temporaryFolder } from '../support/program.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder, 'data');
});
afterEach(() => removeFolder(folder));

const run = (command: 'backup' | 'restore' | 'import', ...args: string[]) =>
  runCommand(`commands/${command}`, args, { DATA_DIR: dataDir });

async function openServer(): Promise<Database> {
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  await migrate(database);
  return database;
}

it('refuses to back up a folder that holds no database, and makes none', async () => {
  const target = join(folder, 'state.gz');
  const missing = await run('backup', target);
  expect(missing.stderr).toMatch(/^DATA_DIR: .* không có cơ sở dữ liệu nào. Hãy đặt DATA_DIR/);
  expect(missing.code).toBe(2);
  await mkdir(dataDir);
  expect((await run('backup', target)).code).toBe(2);
  expect(await readdir(folder)).toEqual(['data']);
  expect(await readdir(dataDir)).toEqual([]);
});

it('overwrites a file only with --force', async () => {
  await (await openServer()).close();
  const target = join(folder, 'photo.jpg');
  await writeFile(target, 'a picture');
  const refused = await run('backup', target);
  expect(refused.stderr).toContain('--force');
  expect(refused.code).toBe(1);
  expect(await readFile(target, 'utf8')).toBe('a picture');
  expect((await run('backup', target, '--force')).code).toBe(0);
  expect((await run('restore', target)).code).toBe(0);
  expect((await stat(join(dataDir, 'backups'))).mode & 0o777).toBe(0o700);
});

it('says in Vietnamese who has the folder and what is wrong with a file', async () => {
  const { stderr, code } = await run('restore', join(folder, 'none.gz'));
  expect(stderr).toMatch(/^Không có tệp .*none\.gz\. Hãy kiểm tra lại đường dẫn\.$/m);
  expect(code).toBe(1);
  const server = await openServer();
  const { stderr: words } = await runCommand('main', [], { DATA_DIR: dataDir, PORT: '0' });
  expect(words).toMatch(new RegExp(`^DATA_DIR: ${dataDir} đang được tiến trình ${process.pid} mở\\. Hãy dừng`));
  await server.close();
});

it('restores beside a server so that its index is rebuilt, though the versions meet', async () => {
  const server = await openServer();
  const csv = join(folder, 'a.csv');
  await writeFile(csv, 'id,title,provider\n1,A,P\n');
  const target = join(folder, 'state.gz');
  await backUp(server, target);
  expect((await run('import', csv, '--kind', 'courses')).code).toBe(0);
  // The restored version is 0, so one more is what the server knows already.
  const known = await catalogueVersion(server.db);
  expect(known).toBe(1);
  expect((await run('restore', target)).code).toBe(0);
  expect(await catalogueVersion(server.db)).toBe(2);
  await server.close();
});
