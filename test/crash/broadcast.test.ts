import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';
import { type Announcing, watchAnnouncing } from '../support/announcing.ts';
import { addAudience, type BroadcastAnswer, broadcastApi, sumOf, wrongCounts } from '../support/broadcasts.ts';
import { createPostgresDatabase } from '../support/databases.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../support/program.ts';
import { addStaff } from '../support/staff.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { within } from '../support/within.ts';

/** BROADCAST_KILLS, BROADCAST_PEOPLE, CRASH_SEED: longer runs and other moments than those of every day. */
const kills = Number(process.env.BROADCAST_KILLS ?? 4);
const people = Number(process.env.BROADCAST_PEOPLE ?? 600);
const seed = Number(process.env.CRASH_SEED ?? 20261124);
/** The sender's messages under way at the same time: so many may be in doubt when it dies or loses its lease. */
const atOnce = 96;
/** Generous: a slow machine takes ten seconds for a start. */
const testMilliseconds = 180_000 + kills * 120_000 + people * 20;
const words = 'Lớp làm bánh khai giảng';

/** Random numbers in [0, 1) that are the same in every run. */
function seededRandom(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Everything a test started or made; ended after it in reverse, also when it fails. */
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

interface Scene {
  readonly telegram: ScriptedTelegram;
  readonly announcing: Announcing;
  readonly environment: Record<string, string>;
  readonly tokens: { readonly editor: string; readonly approver: string };
}

/** Puts the people and two members of staff into a database, before any program runs on it. */
async function setScene(database: Database): Promise<Scene> {
  const telegram = await startScriptedTelegram();
  undo.push(telegram.close);
  const chats = Array.from({ length: people }, () => telegram.person({ hasStarted: true }));
  await migrate(database);
  await addAudience(
    database,
    chats.map(({ id }) => id),
  );
  const [editor, approver] = [await addStaff(database, 'editor'), await addStaff(database, 'approver')];
  return {
    telegram,
    // Two ask around every kill: among the first who are reached, and among the last.
    announcing: watchAnnouncing(telegram, words, [...chats.slice(0, kills), ...chats.slice(-kills)]),
    environment: {
      SAMPLE_DATA: 'no',
      LOG_LEVEL: 'warn',
      QUIET_HOURS: '',
      RATE_LIMIT_PER_MINUTE: '0',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_MESSAGES_PER_SECOND: '0',
    },
    tokens: { editor: editor.token, approver: approver.token },
  };
}

async function start(dataDir: string, environment: Record<string, string>): Promise<Program> {
  const program = await startProgram({ dataDir, environment });
  undo.push(program.kill9);
  return program;
}

/** Writes one and submits it. */
async function write(url: string, { editor }: Scene['tokens']): Promise<number> {
  const { id } = (await broadcastApi(url, editor).create({ text: `${words}.` })).body;
  expect((await broadcastApi(url, editor).step(id, 'submit')).status).toBe(200);
  return id;
}

/** Looks until nothing is pending; the figures must add up at every look. */
async function untilDone(url: string, token: string, id: number): Promise<BroadcastAnswer> {
  for (;;) {
    const stands = await broadcastApi(url, token).read(id);
    expect(sumOf(stands)).toBe(stands.recipients);
    if (stands.status === 'done') return stands;
    await new Promise((go) => setTimeout(go, 50));
  }
}

/** Lets what is under way in this process and its sockets go on a little. */
async function someTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((go) => setImmediate(go));
}

/** The messages before the next kill: with those that each kill may leave in doubt, all kills fall into the sending. */
const untilKill = (random: () => number): number => 1 + Math.floor(random() * Math.max(1, people / kills - atOnce - 2));

/** Programs on one database that are killed. */
interface Victims {
  /** Kills some. Returns an address that answers, of one that lives or was started again. */
  kill(random: () => number): Promise<string>;
  /** Starts again what is dead while another goes on; undefined where `kill` has done so. */
  readonly rise?: () => Promise<void>;
}

/**
 * Approves a broadcast and kills in the middle of it, again and again: once in the planning, then while it is being sent, each time
 * with people asking something. Where others go on, the broadcast is paused until the dead are back, or it would be over before the next
 * kill.
 */
async function killThroughout(
  scene: Scene,
  url: string,
  random: () => number,
  { kill, rise }: Victims,
): Promise<BroadcastAnswer> {
  const { announcing, tokens } = scene;
  const id = await write(url, tokens);
  const step = (at: string, name: string) => broadcastApi(at, tokens.approver).step(id, name);
  const approval = step(url, 'approve').catch(() => undefined);
  await someTurns(Math.floor(random() * 400));
  let moment = announcing.nextMessage(untilKill(random));
  let address = await kill(random);
  await approval;
  // The same step twice changes nothing: whoever had no answer asks again.
  expect((await step(address, 'approve')).status).toBe(200);
  for (let done = 1; done < kills; done++) {
    if (rise !== undefined) {
      await step(address, 'pause');
      await rise();
      await step(address, 'resume');
    }
    announcing.ask();
    // Not for ever: on a slow machine all may have left before the dead were back.
    await within(30, `the moment of kill ${done + 1}`, moment).catch(() => undefined);
    announcing.ask();
    await someTurns(Math.floor(random() * 40));
    moment = announcing.nextMessage(untilKill(random));
    address = await kill(random);
  }
  const end = await untilDone(address, tokens.editor, id);
  await within(60, 'the last answer', announcing.answered());
  return end;
}

/** Checks that nobody was reached twice, that all are accounted for, and that only what was under way at a kill is unclear. */
async function check(name: string, scene: Scene, end: BroadcastAnswer, database: Database): Promise<void> {
  const { arrivals, asked } = scene.announcing;
  expect(end).toMatchObject({ status: 'done', recipients: people, pending: 0, failed: 0, blocked: 0, skipped: 0 });
  expect([...arrivals].filter(([, times]) => times !== 1)).toEqual([]);
  expect(await wrongCounts(database)).toEqual([]);
  const { rows } = await database.db.execute<{ chat: string; status: string }>(sql`
    select chat, status from delivery where batch_id is not null`);
  expect(new Set(rows.map(({ chat }) => chat)).size).toBe(people);
  // What is written down as sent did arrive; what arrived is written down, or in doubt.
  const [sent, inDoubt] = ['sent', 'unconfirmed'].map((is) => rows.filter(({ status }) => status === is));
  expect(sent?.filter(({ chat }) => !arrivals.has(chat))).toEqual([]);
  const took = inDoubt?.filter(({ chat }) => arrivals.has(chat)).length ?? 0;
  expect(arrivals.size).toBe(end.sent + took);
  const lost = await database.db.execute<{ times: number }>(sql`
    select fence::int as times from lease where name = 'sender:telegram'`);
  const owners = lost.rows[0]?.times ?? 0;
  expect(end.unconfirmed).toBeLessThanOrEqual((owners - 1) * atOnce);
  expect(scene.telegram.violations).toEqual([]);
  process.stdout.write(
    `${name}: ${JSON.stringify({ kills, people, sent: end.sent, unconfirmed: end.unconfirmed, tookUnrecorded: took, senders: owners, asked })}\n`,
  );
}

/** Kills the one program there is and starts it again. */
function killAlone(first: Program, environment: Record<string, string>): Victims & { stop(): Promise<number | null> } {
  let program = first;
  return {
    async kill() {
      await program.kill9();
      program = await start(first.dataDir, environment);
      return program.url;
    },
    stop: () => program.stop(),
  };
}

/**
 * Kills two of three at once. Which one sends is not known from outside: mostly it is among them, and the third must take over.
 */
function killReplicas(replicas: Program[], environment: Record<string, string>): Victims {
  let spared = 0;
  return {
    async kill(random) {
      spared = Math.floor(random() * replicas.length);
      await Promise.all(replicas.filter((_, index) => index !== spared).map((program) => program.kill9()));
      return replicas[spared]?.url ?? '';
    },
    async rise() {
      const startAgain = async (dead: Program, index: number): Promise<void> => {
        if (index !== spared) replicas[index] = await start(dead.dataDir, environment);
      };
      await Promise.all(replicas.map(startAgain));
    },
  };
}

it(`announces to everybody once over ${kills} kills, embedded`, { timeout: testMilliseconds }, async () => {
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  const open = () => openDatabase({ databaseUrl: undefined, dataDir });
  const seeded = await open();
  const scene = await setScene(seeded).finally(() => seeded.close());
  const first = await start(dataDir, scene.environment);
  const alone = killAlone(first, scene.environment);
  const end = await killThroughout(scene, first.url, seededRandom(seed), alone);
  expect(await alone.stop()).toBe(0);
  const database = await open();
  await check('broadcast crash, embedded', scene, end, database).finally(() => database.close());
});

/** An empty Postgres, open for this test, and its settings. */
async function usePostgres(): Promise<{ database: Database; folder: string; url: string }> {
  const { databaseUrl, drop } = await createPostgresDatabase();
  undo.push(drop);
  const folder = await temporaryFolder();
  undo.push(() => removeFolder(folder));
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 2 });
  undo.push(() => database.close());
  return { database, folder, url: databaseUrl };
}

it(`announces to everybody once over ${kills} kills, on Postgres`, { timeout: testMilliseconds }, async () => {
  const { database, folder, url } = await usePostgres();
  const scene = await setScene(database);
  const environment = { ...scene.environment, DATABASE_URL: url };
  const first = await start(folder, environment);
  const alone = killAlone(first, environment);
  const end = await killThroughout(scene, first.url, seededRandom(seed + 1), alone);
  expect(await alone.stop()).toBe(0);
  await check('broadcast crash, Postgres', scene, end, database);
});

it(`announces to everybody once over ${kills} kills of two of three replicas`, {
  timeout: testMilliseconds,
}, async () => {
  const { database, folder, url } = await usePostgres();
  const scene = await setScene(database);
  // Not so fast that all has left before those that go on hear of the pause.
  const environment = { ...scene.environment, DATABASE_URL: url, TELEGRAM_MESSAGES_PER_SECOND: '100' };
  const startOne = () => start(folder, environment);
  const replicas = [await startOne(), ...(await Promise.all([startOne(), startOne()]))];
  const victims = killReplicas(replicas, environment);
  const end = await killThroughout(scene, replicas[0]?.url ?? '', seededRandom(seed + 2), victims);
  for (const replica of replicas) await replica.stop();
  await check('broadcast crash, three replicas', scene, end, database);
});
