import { z } from 'zod';

/** Every setting, read and validated once at the start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly sampleData: 'auto' | 'yes' | 'no';
  readonly publicUrl: string | undefined;
  readonly trustProxy: number;
  /** Requests an address may make per minute; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly timezone: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly roles: ReadonlySet<'web' | 'worker'>;
}

/** A wrong setting; the message names it and says what it should be. */
export class SettingError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingError';
  }
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

/** Plain http is for trials on this machine only. */
function isPublicAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const loopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d+){3}$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** Each setting's name, check and the words that say what it should be. */
const checks = {
  PORT: { check: wholeNumber(0, 65535), should: 'a port number from 0 (any free one) to 65535' },
  HOST: { check: z.string().regex(/^[\w.:-]+$/), should: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0' },
  DATA_DIR: { check: z.string(), should: 'a folder' },
  DATABASE_URL: {
    check: z.string().regex(/^postgres(ql)?:\/\//),
    should: 'a Postgres address such as postgres://user:password@host:5432/name',
  },
  SAMPLE_DATA: { check: z.enum(['auto', 'yes', 'no']), should: 'auto, yes or no' },
  PUBLIC_URL: {
    check: z.string().refine(isPublicAddress),
    should: 'an https address (plain http only for this machine), such as https://hoc.example.org',
  },
  TRUST_PROXY: { check: wholeNumber(0, 10), should: 'the number of proxies in front, 0 to 10' },
  RATE_LIMIT_PER_MINUTE: { check: wholeNumber(0, 1_000_000), should: 'requests per minute, 0 for no limit' },
  CITY_TIMEZONE: { check: z.string().refine(isTimezone), should: 'a time zone such as Asia/Ho_Chi_Minh' },
  LOG_LEVEL: {
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    should: 'fatal, error, warn, info, debug, trace or silent',
  },
  ROLES: { check: z.string().regex(/^\s*(web|worker)\s*(,\s*(web|worker)\s*)?$/), should: 'web, worker or web,worker' },
} as const;

type SettingName = keyof typeof checks;

/**
 * Reads the settings. An empty value is the same as none.
 * Throws `SettingError` naming every wrong setting and what it should be.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  function read<N extends SettingName>(name: N): z.output<(typeof checks)[N]['check']> | undefined {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') return undefined;
    const parsed = checks[name].check.safeParse(value);
    if (parsed.success) return parsed.data as z.output<(typeof checks)[N]['check']>;
    // An address may hold a password: it is not repeated.
    const shown = name === 'DATABASE_URL' ? 'set, but' : `"${value.slice(0, 60)}", but`;
    problems.push(`${name} is ${shown} should be ${checks[name].should}.`);
    return undefined;
  }
  const roles = (read('ROLES') ?? 'web,worker').split(',').map((role) => role.trim());
  const settings: Settings = {
    port: read('PORT') ?? 3000,
    host: read('HOST') ?? '127.0.0.1',
    dataDir: read('DATA_DIR') ?? './data',
    databaseUrl: read('DATABASE_URL'),
    sampleData: read('SAMPLE_DATA') ?? 'auto',
    publicUrl: read('PUBLIC_URL')?.replace(/\/+$/, ''),
    trustProxy: read('TRUST_PROXY') ?? 0,
    rateLimitPerMinute: read('RATE_LIMIT_PER_MINUTE') ?? 300,
    timezone: read('CITY_TIMEZONE') ?? 'Asia/Ho_Chi_Minh',
    logLevel: read('LOG_LEVEL') ?? 'info',
    roles: new Set(roles.filter((role) => role === 'web' || role === 'worker')),
  };
  if (problems.length > 0) throw new SettingError(problems);
  return settings;
}

/** The environment with a `.env` file of the working directory under it: what is really set wins. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      throw new SettingError([`.env cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }
  return process.env;
}
