import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { type Crowd, checkCrowd, createCrowd, type Kill } from '../support/crowd.ts';
import { createPostgresDatabase } from '../support/databases.ts';
import { startForwarder } from '../support/forwarder.ts';
import { freePort } from '../support/postgres.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../support/program.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { within } from '../support/within.ts';

/** CRASH_KILLS, CRASH_SEED: longer runs and other moments than those of every day. */
const kills = Number(process.env.CRASH_KILLS ?? 8);
const seed = Number(process.env.CRASH_SEED ?? 20261124);
const people = 50;
const wishes = 10;
/** The sender's messages under way at the same time. */
const atOnce = 96;
const recoverySeconds = 5;
/** Generous: a slow machine takes ten seconds for a start. */
const testMilliseconds = 120_000 + kills * 30_000;

/** Random numbers in [0, 1) that are the same in every run. */
function seededRandom(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function environmentOf(telegram: ScriptedTelegram): Record<string, string> {
  return {
    SAMPLE_DATA: 'yes',
    LOG_LEVEL: 'warn',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_MESSAGES_PER_SECOND: '0',
  };
}

/** Everything a test started or made; ended after it in reverse, also when it fails. */
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

async function startTelegram(): Promise<ScriptedTelegram> {
  const telegram = await startScriptedTelegram();
  undo.push(telegram.close);
  return telegram;
}

async function makeFolder(): Promise<string> {
  const folder = await temporaryFolder();
  undo.push(() => removeFolder(folder));
  return folder;
}

async function start(dataDir: string, environment: Record<string, string>): Promise<Program> {
  const program = await startProgram({ dataDir, environment });
  undo.push(program.kill9);
  return program;
}

/** Lets what is under way in this process and its sockets go on a little. */
async function someTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((go) => setImmediate(go));
}

/** Kills a process and notes which answers may have been under way. */
async function kill(program: Program, crowd: Crowd): Promise<Kill> {
  const before = crowd.arrivals.length;
  const at = performance.now();
  await program.kill9();
  // What it had written into its sockets still arrives.
  await someTurns(20);
  return { before, after: crowd.arrivals.length, at };
}

/**
 * The moment of the next kill, as a number of things that happen first: mostly answers, which are then under way; one time
 * in four any calls, so that it may be dead before its first answer.
 */
function nextMoment(crowd: Crowd, random: () => number): Promise<void> {
  const [kind, count] = [random(), 1 + Math.floor(random() * 20)];
  return kind < 0.25 ? crowd.nextCall(count) : crowd.nextAnswer(count);
}

/** Waits for it, but not when nothing happens any more. */
async function untilMoment(moment: Promise<void>): Promise<void> {
  await within(2, 'the moment', moment).catch(() => undefined);
}

function report(name: string, figures: object): void {
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
}

it(`answers everybody in order over ${kills} kills, embedded, with polling`, {
  timeout: testMilliseconds,
}, async () => {
  const random = seededRandom(seed);
  const telegram = await startTelegram();
  const dataDir = await makeFolder();
  const crowd = createCrowd(telegram, { people, wishes, random });
  const done: Kill[] = [];
  const recoveries: number[] = [];
  const environment = environmentOf(telegram);
  const share = Math.ceil((people * wishes) / (kills + 1));
  const started = performance.now();

  let program = await start(dataDir, environment);
  while (done.length < kills) {
    const ready = performance.now();
    crowd.write(Math.ceil(share / 2));
    crowd.keepWriting(Math.floor(share / 2));
    const moment = nextMoment(crowd, random);
    const isFirst = await within(
      recoverySeconds,
      `an answer after kill ${done.length}`,
      Promise.race([crowd.nextAnswer().then(() => true), moment.then(() => false)]),
    );
    if (isFirst && done.length > 0) recoveries.push(performance.now() - ready);
    await untilMoment(moment);
    await someTurns(Math.floor(random() * 8));
    done.push(await kill(program, crowd));
    program = await start(dataDir, environment);
  }
  crowd.write(crowd.unwritten);
  await within(30, 'the last answers', crowd.answered());
  await telegram.deliver.idle();
  expect(await program.stop()).toBe(0);

  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const figures = await checkCrowd(database, crowd, { updates: people * wishes, kills: done, atOnce });
  await database.close();
  expect(telegram.violations).toEqual([]);
  expect(recoveries.length).toBeGreaterThan(0);
  report('crash, embedded', {
    kills: done.length,
    ...figures,
    recoveries: recoveries.length,
    slowestRecovery: Math.round(Math.max(...recoveries)),
    seconds: Math.round((performance.now() - started) / 1000),
  });
});

it(`answers everybody in order over ${kills} kills of three replicas on Postgres, by webhook`, {
  timeout: testMilliseconds,
}, async () => {
  const random = seededRandom(seed + 1);
  const telegram = await startTelegram();
  const { databaseUrl, drop } = await createPostgresDatabase();
  undo.push(drop);
  const forwarder = await startForwarder();
  undo.push(forwarder.close);
  const folder = await makeFolder();
  const environment = { ...environmentOf(telegram), DATABASE_URL: databaseUrl, PUBLIC_URL: forwarder.url };
  // Its own port, since what it prints is the address of the forwarder before all of them.
  const ports = [await freePort(), await freePort(), await freePort()];
  const startReplica = (replica: number): Promise<Program> =>
    start(folder, { ...environment, PORT: String(ports[replica]) });
  const crowd = createCrowd(telegram, { people, wishes, random });
  const done: Kill[] = [];
  const pauses: number[] = [];
  const share = Math.ceil((people * wishes) / (kills + 1));
  const started = performance.now();

  // The first one alone: it loads the sample courses.
  const replicas = [await startReplica(0), ...(await Promise.all([startReplica(1), startReplica(2)]))];
  let starting: Promise<unknown> = Promise.resolve();
  undo.push(() => starting);
  forwarder.targets = ports.map((port) => `http://127.0.0.1:${port}`);
  while (done.length < kills) {
    await starting;
    crowd.write(Math.ceil(share / 2));
    crowd.keepWriting(Math.floor(share / 2));
    await untilMoment(nextMoment(crowd, random));
    await someTurns(Math.floor(random() * 8));
    const victim = Math.floor(random() * replicas.length);
    const killed = replicas[victim];
    if (killed === undefined) throw new Error('There is no replica');
    const killing = kill(killed, crowd);
    // The others go on: somebody writes, and an answer comes whoever held the lease.
    crowd.write(1);
    const answer = within(recoverySeconds, `an answer after kill ${done.length + 1}`, crowd.nextAnswer());
    const killedAt = performance.now();
    done.push(await killing);
    starting = startReplica(victim).then((program) => {
      replicas[victim] = program;
    });
    await answer;
    pauses.push(performance.now() - killedAt);
  }
  await starting;
  crowd.write(crowd.unwritten);
  await within(30, 'the last answers', crowd.answered());
  await telegram.deliver.idle();
  for (const replica of replicas) await replica.stop();

  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 1 });
  const figures = await checkCrowd(database, crowd, { updates: people * wishes, kills: done, atOnce });
  await database.close();
  expect(telegram.violations).toEqual([]);
  report('crash, three replicas', {
    kills: done.length,
    ...figures,
    slowestRecovery: Math.round(Math.max(...pauses)),
    seconds: Math.round((performance.now() - started) / 1000),
  });
});
