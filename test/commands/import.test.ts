import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';
import { removeFolder, runCommand, startProgram, temporaryFolder } from '../support/program.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  runCommand('commands/import', args, { DATA_DIR: join(folder, 'data'), ...environment });

function lastLine(stdout: string): unknown {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

it.each<[string, string[], Record<string, string>]>([
  ['an unknown kind', ['a.csv', '--kind', 'songs', '--json'], {}],
  ['an unknown option', ['a.csv', '--json', '--colour'], {}],
  ['an empty source', ['a.csv', '--kind', 'courses', '--source', '', '--json'], {}],
  ['a wrong setting', ['a.csv', '--kind', 'courses', '--json'], { PORT: 'x' }],
  ['a DATA_DIR that is none', ['a.csv', '--kind', 'courses', '--json'], { DATA_DIR: '/dev/null/x' }],
])('prints the JSON line with exit code 2 for %s', async (_name, args, environment) => {
  const { code, stdout, stderr } = await run(args, environment);
  expect(code).toBe(2);
  const problem = stderr.trim();
  expect(lastLine(stdout)).toEqual({
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    errors: [{ row: 0, column: '', problem }],
  });
});

it('refuses an empty source in words', async () => {
  const { code, stderr } = await run(['a.csv', '--kind', 'courses', '--source', '']);
  expect(code).toBe(2);
  expect(stderr).toContain('--source');
});

it('says what is committed when the server is killed, and the same command completes it', async () => {
  const dataDir = join(folder, 'data');
  const path = join(folder, 'many.csv');
  const rows = Array.from({ length: 8000 }, (_, n) => `m${n},Khóa ${n},Đơn vị ${n % 7}`);
  await writeFile(path, `id,title,provider\n${rows.join('\n')}\n`);
  const server = await startProgram({ dataDir, environment: { SAMPLE_DATA: 'no', LOG_LEVEL: 'fatal' } });
  const watching = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
  const running = run([path, '--kind', 'courses', '--json']);
  for (let count = 0; count < 1000; ) {
    const { rows: counted } = await watching.db.execute<{ count: number }>(
      sql`select count(*)::int as count from course`,
    );
    count = counted[0]?.count ?? 0;
  }
  await server.kill9();
  const { code, stdout, stderr } = await running;
  await watching.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(/Đã ghi chắc chắn: thêm \d+.*Chạy lại đúng lệnh này/s);
  const said = lastLine(stdout) as { read: number; created: number; errors: unknown[] };
  expect(said).toMatchObject({ read: 8000, errors: [{ problem: expect.stringContaining('Chạy lại') }] });
  expect(said.created).toBeGreaterThanOrEqual(500);
  const again = lastLine((await run([path, '--kind', 'courses', '--json'])).stdout) as typeof said;
  expect(again.created).toBeLessThanOrEqual(8000 - said.created);
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const { rows: counted } = await database.db.execute(sql`select count(*)::int as count from course`);
  expect(counted).toEqual([{ count: 8000 }]);
  await database.close();
});
