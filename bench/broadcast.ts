import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase } from '../src/database/index.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { type BroadcastState, type OurProgram, startOurs } from './broadcast-ours.ts';
import { type Peer, peers, runPeer, type SpeedFigures, speedOf, type Tuning } from './broadcast-peers/run-peer.ts';
import { firstChat } from './broadcast-people.ts';
import { type BroadcastPlatform, startBroadcastPlatform } from './broadcast-platform.ts';
import type { ServerReport } from './broadcast-server.ts';
import { cpuSeconds, cpuSecondsOfFamily, parentOf, residentMegabytes } from './cpu-time.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

/** Sizes of a run; the default takes less than a quarter of an hour. */
const sizes = quick
  ? { speed: 3000, embedded: 1000, rounds: 1, sweep: 1000, paceSeconds: 8, crowds: [5000, 20_000], embeddedCrowd: 5000 }
  : {
      speed: 30_000,
      embedded: 10_000,
      rounds: 3,
      sweep: 6000,
      paceSeconds: 60,
      crowds: [10_000, 100_000, 1_000_000],
      embeddedCrowd: 100_000,
    };

const text =
  'Chào bạn, 8 giờ sáng thứ bảy này phường mình có buổi học dùng điện thoại an toàn cho người lớn tuổi, miễn phí. Mời bạn cùng người nhà đến nhé.';
/** Between a call and its answer over a real network. */
const networkMilliseconds = 50;

interface Setting {
  readonly platform: BroadcastPlatform;
  readonly postgresId: number;
  /** The address of a database that is new. */
  newDatabase(): Promise<string>;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

async function until<T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  { seconds, every = 200 }: { readonly seconds: number; readonly every?: number },
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > end) throw new Error(`Not so after ${seconds} s: ${JSON.stringify(seen)}`);
    await wait(every);
  }
}

/** A person writes once a second until stopped; gives the times to their answers. */
function writeEverySecond(ours: OurProgram): { stop(): Promise<Replies> } {
  const times: number[] = [];
  let [unanswered, isOver] = [0, false];
  const loop = (async () => {
    while (!isOver) {
      const began = performance.now();
      const time = await ours.write();
      if (time === undefined) unanswered++;
      else times.push(time);
      await wait(Math.max(0, 1000 - (performance.now() - began)));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await loop;
      return { count: times.length, unanswered, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
    },
  };
}

interface Replies {
  readonly count: number;
  readonly unanswered: number;
  readonly p50: number;
  readonly p99: number;
}

async function resetPlatform(
  { platform }: Setting,
  recipients: number,
  { perSecond = 0, delayMilliseconds = 0 } = {},
): Promise<void> {
  await platform.reset({ firstChat, recipients, perSecond, delayMilliseconds });
}

/** Everybody as fast as it goes. */
async function speedOfOurs(setting: Setting, databaseUrl: string, people: number): Promise<SpeedFigures> {
  const { platform } = setting;
  const ours = await startOurs({ databaseUrl, people, messagesPerSecond: 0, platform });
  // A turn or two: what is compiled at the first message is not counted against all of them.
  for (let turn = 0; turn < 3; turn++) await ours.write();
  const submitted = await ours.submitted(text);
  await resetPlatform(setting, people);
  const id = ours.program.process.pid;
  const [cpu, cpuOfPostgres] = [cpuSeconds(id), cpuSecondsOfFamily(setting.postgresId)];
  await ours.approve(submitted);
  await until(
    () => platform.report(),
    ({ persons }) => persons === people,
    { seconds: 600 },
  );
  const used = {
    cpu: cpuSeconds(id) - cpu,
    cpuOfPostgres: databaseUrl === '' ? 0 : cpuSecondsOfFamily(setting.postgresId) - cpuOfPostgres,
  };
  const report = await platform.report();
  const done = await until(
    () => ours.stateOf(submitted),
    ({ status }) => status === 'done',
    { seconds: 30 },
  );
  checkCounts(done, { sent: people });
  await ours.stop();
  return speedOf('ours', people, report, used);
}

function checkCounts(state: BroadcastState, expected: Partial<BroadcastState>): void {
  const { recipients, pending, sent, failed, blocked, unconfirmed, skipped } = state;
  const isWrong = Object.entries(expected).some(([name, count]) => state[name as keyof BroadcastState] !== count);
  if (isWrong || recipients !== pending + sent + failed + blocked + unconfirmed + skipped) {
    throw new Error(`The six counts: ${JSON.stringify(state)}`);
  }
}

async function runPeerOnce(setting: Setting, peer: Peer, tuning: Tuning, recipients: number): Promise<SpeedFigures> {
  const { platform, postgresId } = setting;
  const databaseUrl = await setting.newDatabase();
  const { token, url: apiRoot } = platform;
  return runPeer(peer, platform, { token, apiRoot, databaseUrl, firstChat, recipients, text, ...tuning }, postgresId);
}

function printSpeed(name: string, { perSecond, cpu, cpuOfPostgres }: SpeedFigures, note = ''): void {
  const cells = [perSecond.toFixed(0), cpu.toFixed(3), cpuOfPostgres.toFixed(3), loadavg()[0]?.toFixed(1) ?? ''];
  console.log(`${name.padEnd(38)} ${cells.map((cell) => cell.padStart(9)).join(' ')}  ${note}`);
}

/** Ours and its peers in turn, so that what else the machine does meets all of them. */
async function compareSpeeds(setting: Setting) {
  console.log(`\nAs fast as it goes, ${sizes.speed} people, ${sizes.rounds} rounds (processor time in ms a message)`);
  console.log(`${''.padEnd(38)}       a s   program  Postgres      load`);
  const tuned = new Map<Peer, Tuning>();
  for (const peer of peers) {
    let best = 0;
    for (const tuning of peer.tunings) {
      const { perSecond } = await runPeerOnce(setting, peer, tuning, sizes.sweep);
      if (perSecond > best) tuned.set(peer, tuning);
      best = Math.max(best, perSecond);
    }
  }
  const results = new Map<string, SpeedFigures[]>();
  const note = (name: string, figures: SpeedFigures, tuning?: Tuning): void => {
    results.set(name, [...(results.get(name) ?? []), figures]);
    printSpeed(name, figures, tuning === undefined ? '' : `${tuning.atOnce} at once, batches of ${tuning.batch}`);
  };
  for (let round = 0; round < sizes.rounds; round++) {
    note('ours on Postgres', await speedOfOurs(setting, await setting.newDatabase(), sizes.speed));
    for (const [peer, tuning] of tuned) {
      note(peer.name, await runPeerOnce(setting, peer, tuning, sizes.speed), tuning);
    }
  }
  note('ours embedded', await speedOfOurs(setting, '', sizes.embedded));
  const medians = [...results].map(([name, runs]) => ({
    name,
    perSecond: median(runs.map(({ perSecond }) => perSecond)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    cpuOfPostgres: median(runs.map(({ cpuOfPostgres }) => cpuOfPostgres)),
  }));
  const ours = medians.find(({ name }) => name === 'ours on Postgres');
  const bestOf = (names: ReadonlySet<string>) =>
    medians.filter(({ name }) => names.has(name)).sort((a, b) => b.perSecond - a.perSecond)[0];
  const best = bestOf(new Set(peers.map(({ name }) => name)));
  const careful = bestOf(new Set(peers.filter(({ isAsCareful }) => isAsCareful).map(({ name }) => name)));
  return {
    speeds: medians,
    best_peer: best?.name,
    ratio_to_best_peer: (ours?.perSecond ?? 0) / (best?.perSecond ?? 1),
    best_careful_peer: careful?.name,
    ratio_to_best_careful_peer: (ours?.perSecond ?? 0) / (careful?.perSecond ?? 1),
    ratio_of_processor_time_to_best_peer:
      ((ours?.cpu ?? 0) + (ours?.cpuOfPostgres ?? 0)) / ((best?.cpu ?? 1) + (best?.cpuOfPostgres ?? 0)),
  };
}

/** The platform's own limit above the configured pace: 30 a second where 25 are set. */
const strictness = 1.2;

/** A configured pace under a platform that refuses what is quicker, while somebody writes every second. */
async function keepPace(setting: Setting, pace: number) {
  const { platform } = setting;
  const people = pace * (sizes.paceSeconds + 30);
  const databaseUrl = await setting.newDatabase();
  const ours = await startOurs({ databaseUrl, people, messagesPerSecond: pace, platform });
  const submitted = await ours.submitted(text);
  await resetPlatform(setting, people, {
    perSecond: Math.round(pace * strictness),
    delayMilliseconds: networkMilliseconds,
  });
  await ours.approve(submitted);
  await until(
    () => platform.report(),
    ({ messages }) => messages >= pace,
    { seconds: 60, every: 50 },
  );
  const before = await platform.report();
  const began = performance.now();
  const writing = writeEverySecond(ours);
  await wait(sizes.paceSeconds * 1000);
  const after: ServerReport = await platform.report();
  const seconds = (performance.now() - began) / 1000;
  const replies = await writing.stop();
  await ours.cancel(submitted);
  await ours.stop();
  if (after.twice > 0 || after.wrong > 0) throw new Error(`At ${pace} a second: ${JSON.stringify(after)}`);
  // Answers go under the same pace: they count.
  const share = (after.messages - before.messages + replies.count) / seconds / pace;
  console.log(
    `${String(pace).padStart(5)} a second: ${(share * 100).toFixed(1)} % of it with answers, busiest second ${after.busiestSecond}, ` +
      `429s ${after.throttled}; replies p50 ${replies.p50.toFixed(0)} ms, p99 ${replies.p99.toFixed(0)} ms of ${replies.count}, ` +
      `unanswered ${replies.unanswered}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  return { pace, share, throttled: after.throttled, busiestSecond: after.busiestSecond, replies };
}

/** How long until all are planned, what turns feel of it, and the memory of the program while and after. */
async function planCrowd(setting: Setting, people: number, databaseUrl: string) {
  const { platform } = setting;
  const ours = await startOurs({ databaseUrl, people, messagesPerSecond: 300, platform });
  await resetPlatform(setting, people);
  for (let turn = 0; turn < 5; turn++) await ours.write();
  const { pid } = ours.program.process;
  const idle = residentMegabytes(pid);
  const submitting = performance.now();
  const submitted = await ours.submitted(text);
  const submitSeconds = (performance.now() - submitting) / 1000;
  const writing = writeWhile(ours);
  let highest = idle;
  const approving = performance.now();
  await ours.approve(submitted);
  await until(
    () => {
      highest = Math.max(highest, residentMegabytes(pid));
      return ours.stateOf(submitted);
    },
    ({ status, recipients }) => recipients === people && status === 'sending',
    { seconds: 600, every: 100 },
  );
  const planSeconds = (performance.now() - approving) / 1000;
  const turns = await writing.stop();
  for (let second = 0; second < 15; second++) {
    await wait(1000);
    highest = Math.max(highest, residentMegabytes(pid));
  }
  const sending = residentMegabytes(pid);
  checkCounts(await ours.stateOf(submitted), { recipients: people });
  await ours.cancel(submitted);
  await ours.stop();
  const kind = databaseUrl === '' ? 'embedded' : 'Postgres';
  console.log(
    `${kind.padEnd(9)} ${String(people).padStart(8)} people: counted in ${submitSeconds.toFixed(2)} s, planned in ${planSeconds.toFixed(2)} s; ` +
      `turns meanwhile p50 ${turns.p50.toFixed(0)} ms, worst ${turns.worst.toFixed(0)} ms of ${turns.count}; ` +
      `MB before ${idle}, sending ${sending}, highest ${highest}; load ${loadavg()[0]?.toFixed(1)}`,
  );
  return { database: kind, people, submitSeconds, planSeconds, turns, megabytes: { idle, sending, highest } };
}

/** Somebody writes, and somebody else as soon as they are answered. */
function writeWhile(ours: OurProgram) {
  const times: number[] = [];
  let isOver = false;
  const loop = (async () => {
    while (!isOver) {
      times.push((await ours.write()) ?? Number.POSITIVE_INFINITY);
      await wait(50);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await loop;
      return { count: times.length, p50: percentile(times, 0.5), worst: Math.max(...times) };
    },
  };
}

/**
 * Broadcasts through the real program: how fast beside peers that send the same to the same light platform server and write each outcome
 * down; whether a configured pace is kept, used and never exceeded while answers go on; how long planning takes, what it
 * takes of memory and of others' turns. `--quick` for small sizes, `--only=speed|pace|crowd` for one part.
 */
export async function run(): Promise<void> {
  const platform = await startBroadcastPlatform();
  // What is recorded shall survive a power cut, for ours and for peers.
  const postgres = await startPostgres({ durable: true });
  const database: Database = await openDatabase({
    databaseUrl: `${postgres.url}/postgres`,
    dataDir: '',
    poolSize: 1,
  });
  const { rows } = await database.db.execute<{ id: number }>(sql`select pg_backend_pid() as id`);
  let databases = 0;
  const setting: Setting = {
    platform,
    postgresId: parentOf(rows[0]?.id ?? 0),
    async newDatabase() {
      const name = `bench_${databases++}`;
      await database.db.execute(sql.raw(`create database ${name}`));
      return `${postgres.url}/${name}`;
    },
  };
  const wants = (part: string): boolean => only === undefined || only === part;
  const speed = wants('speed') ? await compareSpeeds(setting) : {};
  const paces = [];
  if (wants('pace')) {
    console.log(`\nUnder a strict platform that answers after ${networkMilliseconds} ms, ${sizes.paceSeconds} s each`);
    for (const pace of [25, 300]) paces.push(await keepPace(setting, pace));
  }
  const crowds = [];
  if (wants('crowd')) {
    console.log('\nPlanning, and memory');
    for (const people of sizes.crowds) crowds.push(await planCrowd(setting, people, await setting.newDatabase()));
    crowds.push(await planCrowd(setting, sizes.embeddedCrowd, ''));
  }
  await database.close();
  await postgres.stop();
  await platform.close();
  console.log(JSON.stringify({ bench: 'broadcast', ...speed, paces, crowds, load: loadavg()[0] }));
}
