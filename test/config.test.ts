import { expect, it } from 'vitest';
import { readSettings, SettingError } from '../src/config.ts';

it('needs no setting at all', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    databaseUrl: undefined,
    sampleData: 'auto',
    rateLimitPerMinute: 300,
    timezone: 'Asia/Ho_Chi_Minh',
  });
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
  ['SAMPLE_DATA', 'maybe'],
  ['PUBLIC_URL', 'http://hoc.example.org'],
  ['PUBLIC_URL', 'hoc.example.org'],
  ['TRUST_PROXY', '-1'],
  ['RATE_LIMIT_PER_MINUTE', '1.5'],
  ['CITY_TIMEZONE', 'Mars/Base'],
  ['LOG_LEVEL', 'loud'],
  ['ROLES', 'cook'],
])('names a wrong %s (%s) and says what it should be', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(SettingError);
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} is .*should be`));
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
