import { z } from 'zod';
import type { EmbeddingSettings } from './discovery/index.ts';
import type { HearingSettings, ModelSettings } from './tutor/index.ts';

/** Every setting, read and validated once at the start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly sampleData: 'auto' | 'yes' | 'no';
  /** Addresses for importing may lead to this very machine, without https: for trials only. */
  readonly importFeedsLoopback: boolean;
  readonly publicUrl: string | undefined;
  readonly trustProxy: number;
  /** Requests an address may make per minute; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly timezone: string;
  /** When nothing leaves by itself, in minutes after midnight in the city; `until` may be earlier: the next morning. Undefined: never. */
  readonly quietHours: { readonly from: number; readonly until: number } | undefined;
  /** Announcements a person hears in a day of the city at most; 0 is no cap. */
  readonly announcementsPerDay: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly roles: ReadonlySet<'web' | 'worker'>;
  /** The endpoint of the tutor with a model; undefined: the lessons alone answer. */
  readonly model: ModelSettings | undefined;
  /** What of the same endpoint tells what wishes and courses mean; undefined: they are searched by words alone. */
  readonly embedding: EmbeddingSettings | undefined;
  /** What of the same endpoint hears voice messages and sees pictures. */
  readonly hearing: HearingSettings;
  /** Lets somebody become the console's first administrator; undefined: one is made and kept in the database. */
  readonly setupToken: string | undefined;
  readonly telegram: BotSettings | undefined;
  readonly zalo: (BotSettings & { readonly monthlyQuota: number; readonly peopleLimit: number }) | undefined;
}

/** A bot of a platform; there is none without its token. */
export interface BotSettings {
  readonly token: string;
  readonly apiRoot: string;
  /** Undefined: one is made and kept in the database. */
  readonly webhookSecret: string | undefined;
  /** Over all replicas; 0 is as fast as the platform answers. */
  readonly messagesPerSecond: number;
}

/** A wrong setting; the message names it and says what it should be. */
export class SettingError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingError';
  }
}

/**
 * Whether an error means that a setting is wrong. Some show only when they are used, to modules that may not import this
 * file: those give their errors the same name.
 */
export function isSettingError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'SettingError';
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

/** An endpoint may stand in the city's own network without https; over the open network a key and questions do not go in the clear. */
function isModelAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  const isOwn = /^(?:localhost|\[::1\]|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|[\w-]+)$/.test(
    hostname,
  );
  return protocol === 'https:' || (protocol === 'http:' && isOwn);
}

const dollars = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/)
  .transform(Number);

/** With a host, or with the folder of a socket in its place: the driver takes neither for this machine. */
function isDatabaseAddress(value: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.hostname !== '' || (url.searchParams.get('host') ?? '') !== '';
}

const clockTime = '([01]?\\d|2[0-3]):([0-5]\\d)';

/** "21:30-07:00" in minutes after midnight. */
const quietHours = z
  .string()
  .regex(new RegExp(`^${clockTime}\\s*[-–]\\s*${clockTime}$`))
  .transform((value) => {
    const [from = 0, until = 0] = value.split(/[-–]/).map((time) => {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      return hours * 60 + minutes;
    });
    return { from, until };
  })
  .refine(({ from, until }) => from !== until);

const usualQuietHours = { from: 21 * 60 + 30, until: 7 * 60 };

/** Each of these alone turns tracing on. */
const tracing = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'] as const;

/** A small model; and a price above that of small models, so that an unset price never lets more be spent than the budget. */
const usualModel = 'gpt-4o-mini';
const usualPrice = { input: 1, output: 4 } as const;
const usualVoiceMinutePrice = 0.006;

const roles = ['web', 'worker'] as const;

/** One or both roles, each once: the same one twice is a slip, most likely for the other. */
function areRoles(value: string): boolean {
  const given = value.split(',').map((role) => role.trim());
  return given.every((role) => roles.some((known) => known === role)) && new Set(given).size === given.length;
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
  PORT: { check: wholeNumber(0, 65535), should: 'số cổng từ 0 (tự chọn cổng trống) đến 65535' },
  HOST: { check: z.string().regex(/^[\w.:-]+$/), should: 'một địa chỉ của máy này, ví dụ 127.0.0.1 hoặc 0.0.0.0' },
  DATA_DIR: { check: z.string(), should: 'một thư mục' },
  DATABASE_URL: {
    check: z.string().refine(isDatabaseAddress),
    should: 'địa chỉ Postgres dạng postgres://user:password@host:5432/name, ký tự lạ trong mật khẩu viết dạng %40',
  },
  IMPORT_FEEDS_LOOPBACK: { check: z.enum(['yes', 'no']), should: 'yes hoặc no' },
  SAMPLE_DATA: { check: z.enum(['auto', 'yes', 'no']), should: 'auto, yes hoặc no' },
  PUBLIC_URL: {
    check: z.string().refine(isPublicAddress),
    should: 'địa chỉ https (http chỉ cho chính máy này), ví dụ https://hoc.example.org',
  },
  TRUST_PROXY: { check: wholeNumber(0, 10), should: 'số proxy đứng trước, từ 0 đến 10' },
  TELEGRAM_BOT_TOKEN: { check: z.string().regex(/^\S+$/), should: 'mã bot mà BotFather đưa, không có khoảng trắng' },
  TELEGRAM_API_ROOT: {
    check: z.string().refine(isPublicAddress),
    should: 'địa chỉ máy chủ Bot API, ví dụ https://api.telegram.org',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    check: z.string().regex(/^[\w-]{1,256}$/),
    should: 'từ 1 đến 256 chữ cái, chữ số, _ hoặc -',
  },
  TELEGRAM_MESSAGES_PER_SECOND: { check: wholeNumber(0, 1000), should: 'số tin mỗi giây, 0 là không giới hạn' },
  ZALO_BOT_TOKEN: { check: z.string().regex(/^\S+$/), should: 'mã bot mà Zalo Bot Creator đưa, không có khoảng trắng' },
  ZALO_API_ROOT: {
    check: z.string().refine(isPublicAddress),
    should: 'địa chỉ nền tảng bot, ví dụ https://bot-api.zaloplatforms.com',
  },
  ZALO_WEBHOOK_SECRET: {
    check: z.string().regex(/^[\x21-\x7e]{8,256}$/),
    should: 'từ 8 đến 256 ký tự, không có khoảng trắng',
  },
  ZALO_MESSAGES_PER_SECOND: { check: wholeNumber(0, 1000), should: 'số tin mỗi giây, 0 là không giới hạn' },
  ZALO_MONTHLY_QUOTA: { check: wholeNumber(0, 100_000_000), should: 'số tin mỗi tháng của gói, 0 là không giới hạn' },
  ZALO_PEOPLE_LIMIT: { check: wholeNumber(0, 100_000_000), should: 'số người của gói, 0 là không giới hạn' },
  RATE_LIMIT_PER_MINUTE: { check: wholeNumber(0, 1_000_000), should: 'số yêu cầu mỗi phút, 0 là không giới hạn' },
  CITY_TIMEZONE: { check: z.string().refine(isTimezone), should: 'một múi giờ, ví dụ Asia/Ho_Chi_Minh' },
  QUIET_HOURS: {
    check: quietHours,
    should: 'hai giờ khác nhau dạng 21:30-07:00, hoặc để trống nếu không có giờ yên lặng',
  },
  ANNOUNCEMENTS_PER_DAY: {
    check: wholeNumber(0, 1000),
    should: 'số thông báo mỗi người nhận trong ngày, 0 là không giới hạn',
  },
  LOG_LEVEL: {
    check: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    should: 'fatal, error, warn, info, debug, trace hoặc silent',
  },
  OPENAI_API_KEY: {
    check: z.string().regex(/^[\x21-\x7e]{1,500}$/),
    should: 'khóa của điểm cuối mô hình, không có khoảng trắng',
  },
  OPENAI_BASE_URL: {
    check: z.string().refine(isModelAddress),
    should: 'địa chỉ https của điểm cuối mô hình (http chỉ trong mạng nội bộ), ví dụ https://ai.example.org/v1',
  },
  OPENAI_MODEL: { check: z.string().regex(/^[\x21-\x7e]{1,200}$/), should: 'tên một mô hình, không có khoảng trắng' },
  OPENAI_EMBEDDING_MODEL: {
    check: z.string().regex(/^[\x21-\x7e]{1,200}$/),
    should: 'tên một mô hình nhúng văn bản, ví dụ text-embedding-3-small; để trống là chỉ tìm theo chữ',
  },
  OPENAI_TRANSCRIPTION_MODEL: {
    check: z.string().regex(/^[\x21-\x7e]{1,200}$/),
    should: 'tên một mô hình chép lời nói, ví dụ whisper-1; để trống là không nghe tin nhắn thoại',
  },
  OPENAI_VISION_MODEL: {
    check: z.string().regex(/^[\x21-\x7e]{1,200}$/),
    should: 'tên một mô hình xem được hình, ví dụ gpt-4o-mini; để trống là không xem hình',
  },
  OPENAI_PRICE_VOICE_MINUTE: { check: dollars, should: 'số đô la cho một phút tin nhắn thoại, ví dụ 0.006' },
  OPENAI_STREAMING: { check: z.enum(['yes', 'no']), should: 'yes hoặc no' },
  OPENAI_MODERATION_MODEL: {
    check: z.string().regex(/^[\x21-\x7e]{1,200}$/),
    should: 'tên một mô hình kiểm duyệt, ví dụ omni-moderation-latest, hoặc để trống',
  },
  OPENAI_MODERATION_BASE_URL: {
    check: z.string().refine(isModelAddress),
    should: 'địa chỉ https của điểm cuối kiểm duyệt (http chỉ trong mạng nội bộ), ví dụ https://api.openai.com/v1',
  },
  OPENAI_MODERATION_API_KEY: {
    check: z.string().regex(/^[\x21-\x7e]{1,500}$/),
    should: 'khóa của điểm cuối kiểm duyệt, không có khoảng trắng',
  },
  OPENAI_PRICE_INPUT: { check: dollars, should: 'số đô la cho một triệu token gửi đi, ví dụ 0.5' },
  OPENAI_PRICE_OUTPUT: { check: dollars, should: 'số đô la cho một triệu token nhận về, ví dụ 2' },
  TUTOR_DAILY_BUDGET_USD: { check: dollars, should: 'số đô la mỗi ngày cho gia sư AI, ví dụ 5; 0 là không hỏi AI' },
  // A trace would send what people write to somebody else, before it is redacted.
  LANGSMITH_TRACING: { check: z.enum(['false', '0']), should: 'để trống: theo dõi sẽ gửi lời của người học ra ngoài' },
  LANGSMITH_TRACING_V2: {
    check: z.enum(['false', '0']),
    should: 'để trống: theo dõi sẽ gửi lời của người học ra ngoài',
  },
  LANGCHAIN_TRACING: { check: z.enum(['false', '0']), should: 'để trống: theo dõi sẽ gửi lời của người học ra ngoài' },
  LANGCHAIN_TRACING_V2: {
    check: z.enum(['false', '0']),
    should: 'để trống: theo dõi sẽ gửi lời của người học ra ngoài',
  },
  SETUP_TOKEN: {
    check: z.string().regex(/^[\w-]{16,200}$/),
    should: 'từ 16 đến 200 chữ cái, chữ số, _ hoặc -, khó đoán',
  },
  ROLES: { check: z.string().refine(areRoles), should: 'web, worker hoặc web,worker' },
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
    // An address may hold a password, and a token or secret is one: they are not repeated.
    const shown = /DATABASE_URL|TOKEN|SECRET|API_KEY/.test(name) ? '' : ` đang là “${value.slice(0, 60)}”,`;
    problems.push(`${name}${shown} phải là ${checks[name].should}.`);
    return undefined;
  }
  const telegramToken = read('TELEGRAM_BOT_TOKEN');
  const zaloToken = read('ZALO_BOT_TOKEN');
  const apiKey = read('OPENAI_API_KEY');
  const baseUrl = read('OPENAI_BASE_URL')?.replace(/\/+$/, '');
  const embeddingModel = read('OPENAI_EMBEDDING_MODEL');
  const moderationModel = read('OPENAI_MODERATION_MODEL');
  const moderationBaseUrl = read('OPENAI_MODERATION_BASE_URL')?.replace(/\/+$/, '');
  const moderationApiKey = read('OPENAI_MODERATION_API_KEY');
  // A key is for the place it was given for.
  const isElsewhere = moderationBaseUrl !== undefined && moderationBaseUrl !== baseUrl;
  if (isElsewhere && apiKey !== undefined && moderationModel !== undefined && moderationApiKey === undefined)
    problems.push(
      'OPENAI_MODERATION_API_KEY: điểm cuối kiểm duyệt ở nơi khác cần khóa riêng; khóa của gia sư không được gửi tới đó. Nếu nơi ấy không cần khóa, hãy điền một chữ bất kỳ.',
    );
  for (const name of tracing) read(name);
  const given = (read('ROLES') ?? 'web,worker').split(',').map((role) => role.trim());
  const settings: Settings = {
    port: read('PORT') ?? 3000,
    host: read('HOST') ?? '127.0.0.1',
    dataDir: read('DATA_DIR') ?? './data',
    databaseUrl: read('DATABASE_URL'),
    sampleData: read('SAMPLE_DATA') ?? 'auto',
    importFeedsLoopback: read('IMPORT_FEEDS_LOOPBACK') === 'yes',
    publicUrl: read('PUBLIC_URL')?.replace(/\/+$/, ''),
    trustProxy: read('TRUST_PROXY') ?? 0,
    rateLimitPerMinute: read('RATE_LIMIT_PER_MINUTE') ?? 300,
    timezone: read('CITY_TIMEZONE') ?? 'Asia/Ho_Chi_Minh',
    // Unset and empty differ here: empty is a city without quiet hours.
    quietHours: environment.QUIET_HOURS === undefined ? usualQuietHours : read('QUIET_HOURS'),
    announcementsPerDay: read('ANNOUNCEMENTS_PER_DAY') ?? 2,
    logLevel: read('LOG_LEVEL') ?? 'info',
    roles: new Set(roles.filter((role) => given.includes(role))),
    model:
      apiKey === undefined
        ? undefined
        : {
            apiKey,
            baseUrl,
            model: read('OPENAI_MODEL') ?? usualModel,
            streams: read('OPENAI_STREAMING') === 'yes',
            price: {
              input: read('OPENAI_PRICE_INPUT') ?? usualPrice.input,
              output: read('OPENAI_PRICE_OUTPUT') ?? usualPrice.output,
            },
            dailyBudgetUsd: read('TUTOR_DAILY_BUDGET_USD') ?? 5,
            moderation:
              moderationModel === undefined
                ? undefined
                : {
                    model: moderationModel,
                    baseUrl: moderationBaseUrl ?? baseUrl,
                    apiKey: moderationApiKey ?? apiKey,
                  },
          },
    embedding:
      apiKey === undefined || embeddingModel === undefined ? undefined : { apiKey, baseUrl, model: embeddingModel },
    hearing: {
      transcriptionModel: apiKey === undefined ? undefined : read('OPENAI_TRANSCRIPTION_MODEL'),
      visionModel: apiKey === undefined ? undefined : read('OPENAI_VISION_MODEL'),
      voiceMinutePrice: read('OPENAI_PRICE_VOICE_MINUTE') ?? usualVoiceMinutePrice,
    },
    setupToken: read('SETUP_TOKEN'),
    telegram:
      telegramToken === undefined
        ? undefined
        : {
            token: telegramToken,
            apiRoot: read('TELEGRAM_API_ROOT') ?? 'https://api.telegram.org',
            webhookSecret: read('TELEGRAM_WEBHOOK_SECRET'),
            messagesPerSecond: read('TELEGRAM_MESSAGES_PER_SECOND') ?? 25,
          },
    zalo:
      zaloToken === undefined
        ? undefined
        : {
            token: zaloToken,
            apiRoot: read('ZALO_API_ROOT') ?? 'https://bot-api.zaloplatforms.com',
            webhookSecret: read('ZALO_WEBHOOK_SECRET'),
            messagesPerSecond: read('ZALO_MESSAGES_PER_SECOND') ?? 10,
            monthlyQuota: read('ZALO_MONTHLY_QUOTA') ?? 3000,
            peopleLimit: read('ZALO_PEOPLE_LIMIT') ?? 50,
          },
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
      throw new SettingError([`Không đọc được .env: ${error instanceof Error ? error.message : String(error)}`]);
    }
  }
  return process.env;
}
