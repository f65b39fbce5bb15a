import { migrate, openDatabase } from '../src/database/index.ts';
import { freePort } from '../test/support/postgres.ts';
import { type Program, removeFolder, runCommand, startProgram, temporaryFolder } from '../test/support/program.ts';
import { addPeople, firstChat } from './broadcast-people.ts';
import type { BroadcastPlatform } from './broadcast-platform.ts';

/** What the program says of a broadcast. */
export interface BroadcastState {
  readonly id: string | number;
  readonly status: string;
  readonly recipients: number;
  readonly pending: number;
  readonly sent: number;
  readonly failed: number;
  readonly blocked: number;
  readonly unconfirmed: number;
  readonly skipped: number;
}

/** The program with people who agreed to announcements, and two members of staff. */
export interface OurProgram {
  readonly program: Program;
  /** A broadcast to everybody, submitted: the next step sends it. */
  submitted(text: string): Promise<BroadcastState>;
  approve(broadcast: BroadcastState): Promise<BroadcastState>;
  cancel(broadcast: BroadcastState): Promise<BroadcastState>;
  stateOf(broadcast: BroadcastState): Promise<BroadcastState>;
  /** Somebody who is not among the recipients writes; milliseconds until they are answered. */
  write(): Promise<number | undefined>;
  stop(): Promise<void>;
}

const secret = 'bench-secret';
const wishes = ['mình muốn học excel', 'lớp tiếng Anh buổi tối', 'học nấu ăn miễn phí', 'kế toán cho người mới'];

/** Starts the program on an empty database with so many people. An address of '' is the embedded database. */
export async function startOurs(options: {
  readonly databaseUrl: string;
  readonly people: number;
  readonly messagesPerSecond: number;
  readonly platform: BroadcastPlatform;
  readonly nodeArguments?: readonly string[];
}): Promise<OurProgram> {
  const { databaseUrl, people, platform } = options;
  const dataDir = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: databaseUrl || undefined, dataDir, poolSize: 2 });
  await migrate(database);
  await addPeople(database, people);
  await database.close();
  const port = await freePort();
  const environment = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_BOT_TOKEN: platform.token,
    TELEGRAM_API_ROOT: platform.url,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_MESSAGES_PER_SECOND: String(options.messagesPerSecond),
    RATE_LIMIT_PER_MINUTE: '0',
    QUIET_HOURS: '',
    ANNOUNCEMENTS_PER_DAY: '0',
    LOG_LEVEL: 'error',
  };
  const author = await tokenOf('author@example.com', 'editor', environment);
  const approver = await tokenOf('approver@example.com', 'approver', environment);
  const program = await startProgram({ dataDir, environment, nodeArguments: options.nodeArguments ?? [] });
  let written = 0;

  async function call(method: 'GET' | 'POST', path: string, token: string, body?: object): Promise<BroadcastState> {
    const response = await fetch(`${program.url}/api/v1/broadcasts${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as BroadcastState;
  }

  return {
    program,
    async submitted(text) {
      const { id } = await call('POST', '', author, { title: 'Đo tốc độ', text, audience: { all: true } });
      return call('POST', `/${id}/submit`, author);
    },
    approve: ({ id }) => call('POST', `/${id}/approve`, approver),
    cancel: ({ id }) => call('POST', `/${id}/cancel`, author),
    stateOf: ({ id }) => call('GET', `/${id}`, author),
    write() {
      const text = wishes[written % wishes.length] ?? '';
      return platform.write({ url: `${program.url}/webhooks/telegram`, secret, chat: firstChat - 1 - written++, text });
    },
    async stop() {
      await program.stop();
      if (program.stderr() !== '') console.log(program.stderr().slice(0, 2000));
      await removeFolder(dataDir);
    },
  };
}

async function tokenOf(email: string, role: string, environment: Readonly<Record<string, string>>): Promise<string> {
  for (const args of [
    ['add', email, '--role', role],
    ['token', email],
  ]) {
    const { code, stdout, stderr } = await runCommand('commands/staff', args, environment);
    if (code !== 0) throw new Error(stderr);
    if (args[0] === 'token') return stdout.trim().split('\n').at(-1) ?? '';
  }
  return '';
}
