import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabaseForCommand } from '../../src/database/index.ts';
import { removeFolder, runCommand, startProgram, temporaryFolder } from '../support/program.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder, 'data');
});
afterEach(() => removeFolder(folder));

const run = (...args: string[]) => runCommand('commands/staff', args, { DATA_DIR: dataDir, SAMPLE_DATA: 'no' });

/** Each command is a process of its own, some seconds on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

const lastLine = (stdout: string): string => stdout.trimEnd().split('\n').at(-1) ?? '';

it('adds, gives tokens and lists on an empty folder', async () => {
  const added = await run('add', ' Lan@ThanhPho.Example ', '--role', 'editor', '--name', 'Cô Lan');
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(lastLine(added.stdout)).toMatch(/^http:\/\/127\.0\.0\.1:3000\/console\/link\/[A-Za-z0-9_-]{43}$/);
  const token = await run('token', 'LAN@thanhpho.example');
  expect(token.code).toBe(0);
  expect(lastLine(token.stdout)).toMatch(/^banhoc_[A-Za-z0-9_-]{43}$/);
  const link = await runCommand('commands/staff', ['link', 'lan@thanhpho.example'], {
    DATA_DIR: dataDir,
    PUBLIC_URL: 'https://hoc.example',
  });
  expect(lastLine(link.stdout)).toMatch(/^https:\/\/hoc\.example\/console\/link\/[A-Za-z0-9_-]{43}$/);
  const listed = await run('list');
  expect(lastLine(listed.stdout)).toMatch(/^lan@thanhpho\.example {2}editor {3}–\s+Cô Lan\s+1\s+\d{4}-\d\d-\d\d$/);
});

it('removes a member, whose e-mail can be added again', async () => {
  await run('add', 'lan@thanhpho.example', '--role', 'editor');
  expect(await run('remove', 'Lan@thanhpho.example')).toMatchObject({ code: 0 });
  expect((await run('list')).stdout).toContain('Chưa có ai');
  expect((await run('add', 'lan@thanhpho.example', '--role', 'viewer')).code).toBe(0);
});

it('works beside a running server, where a token is valid at once and ends with its member', async () => {
  const server = await startProgram({ dataDir, environment: { SAMPLE_DATA: 'yes', LOG_LEVEL: 'fatal' } });
  const statusWith = async (token: string) =>
    (await fetch(`${server.url}/api/v1/inbox`, { headers: { authorization: `Bearer ${token}` } })).status;
  try {
    expect((await run('add', 'minh@thanhpho.example', '--role', 'admin')).code).toBe(0);
    const token = lastLine((await run('token', 'minh@thanhpho.example')).stdout);
    expect(await statusWith(token)).toBe(200);
    expect(await run('revoke', 'minh@thanhpho.example')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1'),
    });
    expect(await statusWith(token)).toBe(401);
    const again = lastLine((await run('token', 'minh@thanhpho.example')).stdout);
    expect(await statusWith(again)).toBe(200);
    const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir });
    const { rows } = await database.db.execute<{ id: string; name: string }>(
      sql`select id, name from organisation order by id limit 1`,
    );
    await database.close();
    const [organisation] = rows;
    for (const [email, given] of [
      ['p1@donvi.example', organisation?.id ?? ''],
      ['p2@donvi.example', organisation?.name ?? ''],
    ] as const)
      expect((await run('add', email, '--role', 'partner', '--organisation', given)).code, given).toBe(0);
    expect((await run('list')).stdout.match(new RegExp(organisation?.name ?? '', 'g'))).toHaveLength(2);
    expect((await run('remove', 'minh@thanhpho.example')).code).toBe(0);
    expect(await statusWith(again)).toBe(401);
  } finally {
    await server.stop();
  }
});

it('refuses what cannot be done, with exit code 1 and a remedy', async () => {
  await run('add', 'lan@thanhpho.example', '--role', 'editor');
  expect(await run('add', 'LAN@thanhpho.example', '--role', 'admin')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/lan@thanhpho\.example đã có rồi.*npm run staff -- remove/),
  });
  const unknown = {
    code: 1,
    stderr: expect.stringMatching(/Không có ai với email khong@thanhpho\.example.*npm run staff -- list/),
  };
  expect(await run('token', 'khong@thanhpho.example')).toMatchObject(unknown);
  expect(await run('remove', 'khong@thanhpho.example')).toMatchObject(unknown);
  expect(await run('add', 'p@donvi.example', '--role', 'partner', '--organisation', '999')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Không có đơn vị “999”'),
  });
});

it.each([
  ['nothing at all', [], 'Cách dùng'],
  ['no e-mail', ['token'], 'Cách dùng'],
  ['something that is no e-mail', ['token', 'lan'], '“lan” không phải địa chỉ email'],
  ['no role', ['add', 'a@b.example'], 'admin, editor, approver, viewer, partner'],
  ['an unknown role', ['add', 'a@b.example', '--role', 'boss'], '“boss”'],
  ['a partner of nobody', ['add', 'a@b.example', '--role', 'partner'], '--organisation'],
  ['an editor of an organisation', ['add', 'a@b.example', '--role', 'editor', '--organisation', '1'], 'partner'],
  ['a name of two lines', ['add', 'a@b.example', '--role', 'editor', '--name', 'a\nb'], '--name'],
  ['an option of another command', ['token', 'a@b.example', '--role', 'editor'], 'Cách dùng'],
])('says how it is used, with exit code 2, for %s', async (_name, args, words) => {
  const { code, stdout, stderr } = await run(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});
