import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSettingError, readSettings, SettingError } from '../src/config.ts';
import { openDatabase } from '../src/database/index.ts';
import { removeFolder, runCommand, temporaryFolder } from './support/program.ts';

it('needs no setting at all', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: undefined,
    sampleData: 'auto',
    rateLimitPerMinute: 300,
    timezone: 'Asia/Ho_Chi_Minh',
    quietHours: { from: 1290, until: 420 },
    announcementsPerDay: 2,
  });
});

it('takes empty quiet hours for none, and given ones as they are', () => {
  expect(readSettings({ QUIET_HOURS: '' }).quietHours).toBeUndefined();
  expect(readSettings({ QUIET_HOURS: ' ' }).quietHours).toBeUndefined();
  expect(readSettings({ QUIET_HOURS: '22:00-6:15' }).quietHours).toEqual({ from: 1320, until: 375 });
  expect(readSettings({ QUIET_HOURS: '12:00 – 13:30' }).quietHours).toEqual({ from: 720, until: 810 });
});

it('takes an empty value for none', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toMatchObject({
    port: 3000,
    publicUrl: undefined,
  });
});

it.each([
  ['PORT', '70000'],
  ['PORT', 'abc'],
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_URL', 'postgres://'],
  ['DATABASE_URL', 'postgres:///name'],
  ['DATABASE_URL', 'postgres://host:99999/name'],
  ['SAMPLE_DATA', 'maybe'],
  ['PUBLIC_URL', 'http://hoc.example.org'],
  ['PUBLIC_URL', 'hoc.example.org'],
  ['TRUST_PROXY', '-1'],
  ['RATE_LIMIT_PER_MINUTE', '1.5'],
  ['CITY_TIMEZONE', 'Mars/Base'],
  ['LOG_LEVEL', 'loud'],
  ['QUIET_HOURS', '21:30'],
  ['QUIET_HOURS', '24:00-07:00'],
  ['QUIET_HOURS', '07:00-07:00'],
  ['ANNOUNCEMENTS_PER_DAY', 'two'],
  ['ROLES', 'cook'],
  ['ROLES', 'web,web'],
])('names a wrong %s (%s) and says what it should be', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(SettingError);
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} .*phải là`));
});

it('names every wrong setting at once and repeats no password', () => {
  try {
    readSettings({ PORT: 'x', DATABASE_URL: 'mysql://root:hunter2@db' });
    expect.unreachable();
  } catch (error) {
    expect(String(error)).toContain('PORT');
    expect(String(error)).toContain('DATABASE_URL');
    expect(String(error)).not.toContain('hunter2');
  }
});

it('accepts plain http for addresses of this machine, for trials', () => {
  expect(readSettings({ PUBLIC_URL: 'http://127.0.0.1:3000/' }).publicUrl).toBe('http://127.0.0.1:3000');
});

it.each(['postgres://host/name', 'postgresql://u:p%23@[::1]:5433/name', 'postgres:///name?host=/var/run/postgresql'])(
  'takes the database address %s',
  (databaseUrl) => {
    expect(readSettings({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
  },
);

it('moderates only where a model is named for it, at the place and with the key of the tutor unless it has its own', () => {
  const tutor = { OPENAI_API_KEY: 'k1', OPENAI_BASE_URL: 'https://ai.example.org/v1/' };
  expect(readSettings(tutor).model?.moderation).toBeUndefined();
  expect(readSettings({ OPENAI_MODERATION_MODEL: 'm' }).model).toBeUndefined();
  expect(readSettings({ ...tutor, OPENAI_MODERATION_MODEL: 'm' }).model?.moderation).toEqual({
    model: 'm',
    baseUrl: 'https://ai.example.org/v1',
    apiKey: 'k1',
  });
  const own = { OPENAI_MODERATION_BASE_URL: 'https://mod.example.org/v1', OPENAI_MODERATION_API_KEY: 'k2' };
  expect(readSettings({ ...tutor, ...own, OPENAI_MODERATION_MODEL: 'm' }).model?.moderation).toEqual({
    model: 'm',
    baseUrl: 'https://mod.example.org/v1',
    apiKey: 'k2',
  });
  // The tutor's key is sent nowhere else.
  const keyless = {
    ...tutor,
    OPENAI_MODERATION_MODEL: 'm',
    OPENAI_MODERATION_BASE_URL: own.OPENAI_MODERATION_BASE_URL,
  };
  expect(() => readSettings(keyless)).toThrow(/OPENAI_MODERATION_API_KEY: .* cần khóa riêng/);
  const wrong = { OPENAI_MODERATION_BASE_URL: 'http://mod.example.org', OPENAI_MODERATION_API_KEY: 'hunter 2' };
  expect(() => readSettings(wrong)).toThrow(/OPENAI_MODERATION_BASE_URL.*\n.*OPENAI_MODERATION_API_KEY phải/);
  expect(() => readSettings(wrong)).not.toThrow(/hunter/);
});

it('takes the roles in any order', () => {
  expect([...readSettings({ ROLES: ' worker , web' }).roles].sort()).toEqual(['web', 'worker']);
  expect([...readSettings({ ROLES: 'worker' }).roles]).toEqual(['worker']);
});

describe('a start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
  });
  afterAll(() => removeFolder(folder));

  const start = (environment: Record<string, string>) =>
    runCommand('main', [], { PORT: '0', DATA_DIR: join(folder, 'data'), ...environment });

  it.each(['/proc/nope', '/proc/nope/deeper', '/sys/x', '/dev/null/x', 'FOLDER/file', 'FOLDER/file/x'])(
    'finds at once that DATA_DIR %s is no folder to write to',
    async (path) => {
      const dataDir = path.replace('FOLDER', folder);
      const opening = openDatabase({ databaseUrl: undefined, dataDir });
      await expect(opening).rejects.toThrow(/^DATA_DIR: .* Hãy đặt DATA_DIR là một thư mục ghi được/);
      await expect(opening).rejects.toSatisfy(isSettingError);
    },
    5000,
  );

  it('ends with exit code 2 naming DATA_DIR', async () => {
    const { code, stderr } = await start({ DATA_DIR: '/proc/nope' });
    expect(stderr).toMatch(/^DATA_DIR: \/proc\/nope/);
    expect(code).toBe(2);
  });

  it('ends with exit code 1 and no password when nobody answers at DATABASE_URL', async () => {
    const { code, stderr } = await start({ DATABASE_URL: 'postgres://root:hunter2@127.0.0.1:1/name' });
    expect(stderr).toMatch(/^DATABASE_URL: .*ECONNREFUSED.* Hãy kiểm tra/);
    expect(stderr).not.toContain('hunter2');
    expect(code).toBe(1);
  });

  it('names a HOST that is no address of this machine before it makes a database', async () => {
    const { code, stderr } = await start({ HOST: '192.0.2.1' });
    expect(stderr).toMatch(/^HOST .*192\.0\.2\.1.*phải là một địa chỉ của máy này/);
    expect(code).toBe(2);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});
