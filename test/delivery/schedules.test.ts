import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';
import { claimDeliveries } from '../../src/delivery/claim.ts';
import { createSender, enqueue, type Lane, type Sender } from '../../src/delivery/index.ts';
import type { InboundMessage, SendResult } from '../../src/message/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { createPostgresDatabase } from '../support/databases.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';
import { createPromises, endings, laneNames, type Promises, type SendEnding, throttledSeconds } from './promises.ts';

/** SCHEDULES: more runs than those of every day. */
const runs = Number(process.env.SCHEDULES ?? 120);
const runsOfTwo = Number(process.env.SCHEDULES_OF_TWO ?? 40);
const start = new Date('2026-11-24T03:00:00Z');
const chats = ['1001', '1002', '1003'] as const;
type Chat = (typeof chats)[number];

const texts = [
  'mình muốn học kế toán',
  'buổi tối',
  'học guitar',
  'rẻ hơn',
  '/start',
  'cảm ơn',
  'thêm',
  'tìm lớp tiếng Anh',
];

/** A sender that was killed between claim and record: its sends are under way for ever, or until it turns out to live. */
interface Dropped {
  readonly round: Promise<unknown>;
  readonly comeBack: (() => void)[];
}

interface World {
  readonly database: Database;
  readonly application: TestApplication;
  readonly promises: Promises;
  readonly faults: SendEnding[];
  readonly senders: Sender[];
  readonly dropped: Dropped[];
  readonly updates: InboundMessage[];
  startSender(position: number): void;
  /** Lets every send from now on hang, the first few of them after they took effect; `undefined` ends that. */
  hang(effects: readonly boolean[] | undefined): Dropped;
  nextBegin(): Promise<void>;
}

function createWorld(database: Database, application: TestApplication, senders: number, monthlyQuota: number): World {
  application.time.now = start;
  const clock = (): Date => application.time.now;
  const promises = createPromises({ clock, monthlyQuota });
  const faults: SendEnding[] = [];
  let owners = 0;
  let hanging: { readonly effects: boolean[]; readonly comeBack: (() => void)[] } | undefined;
  let begun = (): void => {};

  const result = (ending: SendEnding): SendResult => {
    switch (ending) {
      case 'ok':
        return { ok: true, platformMessageId: 'm' };
      case 'throttled':
        return { ok: false, error: { code: 'throttled', retryAfterSeconds: throttledSeconds } };
      case 'throttled without a time':
        return { ok: false, error: { code: 'throttled' } };
      case 'blocked':
        return { ok: false, error: { code: 'person_unreachable' } };
      case 'refused':
        return { ok: false, error: { code: 'message_refused' } };
      case 'unknown before effect':
      case 'unknown after effect':
        return { ok: false, error: { code: 'outcome_unknown' } };
      default:
        return { ok: false, error: { code: ending } };
    }
  };

  function startSender(position: number): void {
    const owner = `owner ${++owners}`;
    world.senders[position] = createSender({
      database,
      channel: {
        name: 'telegram',
        async send(message) {
          const key = message.text.join('');
          promises.begin(key, owner);
          begun();
          if (hanging !== undefined) {
            const tookEffect = hanging.effects.shift() === true;
            if (tookEffect) promises.arrive(key);
            await new Promise<void>((go) => hanging?.comeBack.push(go));
            const late = tookEffect ? 'ok' : 'platform_failed';
            promises.end(key, owner, late);
            return result(late);
          }
          const ending = faults.shift() ?? 'ok';
          // All that were claimed together begin before the first of them ends.
          await Promise.resolve();
          if (ending === 'ok' || ending === 'unknown after effect') promises.arrive(key);
          promises.end(key, owner, ending);
          return result(ending);
        },
      },
      owner,
      clock,
      random: () => 0.5,
      ...(monthlyQuota === 0 ? {} : { monthlyQuota }),
    });
    Object.assign(world.senders[position] ?? {}, { owner });
  }

  const world: World = {
    database,
    application,
    promises,
    faults,
    senders: [],
    dropped: [],
    updates: [],
    startSender,
    hang(effects) {
      hanging = effects && { effects: [...effects], comeBack: [] };
      return { round: Promise.resolve(), comeBack: hanging?.comeBack ?? [] };
    },
    nextBegin: () =>
      new Promise((done) => {
        begun = done;
      }),
  };
  for (let position = 0; position < senders; position++) startSender(position);
  return world;
}

const ownerOf = (sender: Sender | undefined): string => (sender as Sender & { owner: string }).owner;

async function round(world: World, position: number): Promise<void> {
  const sender = world.senders[position];
  const counts = await sender?.round();
  // One that was killed meanwhile has seen to nothing.
  if (counts !== undefined && world.senders[position] === sender) world.promises.keepHouse(ownerOf(sender));
}

/** Takes a turn and tells the model of the answers, which are replaced by their keys: those the platform can tell apart. */
async function takeTurn({ application, database, promises }: World, update: InboundMessage): Promise<void> {
  const result = await application.conversations.takeTurn(update);
  expect(result.kind).toBe('answered');
  const known = promises.rows.map(({ key }) => key);
  const { rows } = await database.db.execute<{ unique_key: string; chat: string; turn_id: string }>(sql`
    update delivery set message = jsonb_build_object('text', jsonb_build_array(unique_key), 'choices', '[]'::jsonb)
    where turn_id is not null and unique_key <> all (${sql.param(known)}::text[])
    returning unique_key, chat, turn_id, id`);
  const isRepeat = result.kind === 'answered' && result.repeated;
  if (isRepeat ? rows.length > 0 : rows.length === 0) throw new Error(`${update.updateKey}: ${rows.length} answers`);
  const { rows: covered } = await database.db.execute<{ unique_key: string }>(
    sql`select unique_key from delivery where status = 'superseded'`,
  );
  for (const { unique_key: key } of covered) promises.supersede(key);
  for (const row of rows.sort((a, b) => a.unique_key.localeCompare(b.unique_key))) {
    const turn = Number(row.turn_id);
    promises.put({ key: row.unique_key, chat: row.chat, lane: 'reply', notAfter: undefined, turn });
  }
}

type Model = { updates: number };
type Step = fc.AsyncCommand<Model, World>;

class Update implements Step {
  constructor(
    readonly chat: Chat,
    readonly text: string,
  ) {}
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    const update: InboundMessage = {
      channel: 'telegram',
      updateKey: String(++model.updates),
      chat: this.chat,
      person: this.chat,
      receivedAt: world.application.time.now,
      content: { kind: 'text', text: this.text },
    };
    world.updates.push(update);
    await takeTurn(world, update);
  }
  toString = (): string => `${this.chat} writes "${this.text}"`;
}

class Repeat implements Step {
  constructor(readonly which: number) {}
  check = (model: Readonly<Model>): boolean => model.updates > 0;
  async run(_model: Model, world: World): Promise<void> {
    const update = world.updates[this.which % world.updates.length];
    if (update !== undefined) await takeTurn(world, update);
  }
  toString = (): string => `update ${this.which} comes again`;
}

class Put implements Step {
  constructor(
    readonly chat: Chat,
    readonly lane: Lane,
    readonly lastSeconds: number | undefined,
  ) {}
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    await put(world, this);
  }
  toString = (): string => `a ${this.lane} for ${this.chat}, for ${this.lastSeconds ?? 'ever'} s`;
}

async function put({ application, database, promises }: World, step: Put): Promise<void> {
  const now = application.time.now;
  const key = `${step.lane} ${promises.rows.length}`;
  const notAfter = step.lastSeconds === undefined ? undefined : new Date(now.getTime() + step.lastSeconds * 1000);
  promises.put({ key, chat: step.chat, lane: step.lane, notAfter, turn: undefined });
  await enqueue(
    database.db,
    [
      {
        uniqueKey: key,
        channel: 'telegram',
        chat: step.chat,
        conversationId: undefined,
        learnerId: undefined,
        turnId: undefined,
        lane: step.lane,
        message: { text: [key], choices: [] },
        via: 'sender',
        dueAt: now,
        ...(notAfter === undefined ? {} : { notAfter }),
      },
    ],
    now,
  );
}

class Fail implements Step {
  constructor(readonly ending: SendEnding) {}
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    world.faults.push(this.ending);
  }
  toString = (): string => `a next send ends: ${this.ending}`;
}

class Round implements Step {
  constructor(readonly sender: number) {}
  check = (): boolean => true;
  run = (_model: Model, world: World): Promise<void> => round(world, this.sender % world.senders.length);
  toString = (): string => `round of sender ${this.sender}`;
}

/** All senders at once, while something is put into the outbox. */
class RoundsTogether implements Step {
  constructor(readonly meanwhile: Put) {}
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    await Promise.all([...world.senders.map((_, position) => round(world, position)), put(world, this.meanwhile)]);
  }
  toString = (): string => `rounds of all, meanwhile ${this.meanwhile}`;
}

class KillSending implements Step {
  constructor(
    readonly sender: number,
    readonly effects: readonly boolean[],
  ) {}
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    const position = this.sender % world.senders.length;
    const { comeBack } = world.hang(this.effects);
    const begun = world.nextBegin();
    const sending = round(world, position);
    await Promise.race([begun, sending]);
    world.dropped.push({ round: sending, comeBack });
    world.hang(undefined);
    world.startSender(position);
  }
  toString = (): string => `sender ${this.sender} is killed while sending; took effect: ${this.effects}`;
}

class ComeBack implements Step {
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    const dropped = world.dropped.shift();
    for (const go of dropped?.comeBack ?? []) go();
    await dropped?.round;
  }
  toString = (): string => 'one that seemed dead hears what became of its messages';
}

/** The first is taken for dead, and hears what became of its messages while its heir is sending them again. */
class ComeBackTooLate implements Step {
  constructor(
    readonly first: KillSending,
    readonly heir: KillSending,
  ) {}
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    const earlier = world.dropped.splice(0);
    await this.first.run(model, world);
    world.application.advance(4);
    await this.heir.run(model, world);
    await new ComeBack().run(model, world);
    world.dropped.push(...earlier);
  }
  toString = (): string => `${this.first}; 4 s later ${this.heir}; then the first comes back`;
}

class Clock implements Step {
  constructor(readonly seconds: number) {}
  check = (): boolean => true;
  async run(_model: Model, world: World): Promise<void> {
    world.application.advance(this.seconds);
  }
  toString = (): string => `the clock moves by ${this.seconds} s`;
}

/** Lets time go on without faults until everything is over, then compares the database with the model. */
async function finish(world: World): Promise<void> {
  const { application, database, promises } = world;
  world.faults.length = 0;
  // Long enough for pauses, waits of half an hour, an hour set back, and the month to end.
  for (
    let rounds = 0;
    rounds < 400 && promises.rows.some(({ state }) => state === 'open' || state === 'under way');
    rounds++
  ) {
    application.advance(rounds < 60 ? 1801 : 86_400);
    for (let position = 0; position < world.senders.length; position++) await round(world, position);
  }
  for (const { comeBack, round: lost } of world.dropped) {
    for (const go of comeBack) go();
    await lost;
  }
  expect(promises.broken).toEqual([]);
  const { rows } = await database.db.execute<{ unique_key: string; status: string }>(
    sql`select unique_key, status from delivery`,
  );
  expect(Object.fromEntries(rows.map((row) => [row.unique_key, row.status]))).toEqual(
    Object.fromEntries(promises.rows.map(({ key, state }) => [key, state])),
  );
  for (const row of promises.rows) {
    if (row.state === 'sent') expect(row.arrivals, row.key).toBeGreaterThanOrEqual(1);
    if (row.state === 'sent' && row.lane !== 'reply') expect(row.arrivals, row.key).toBe(1);
    if (row.state === 'skipped') expect(row.arrivals, row.key).toBe(0);
  }
  await checkTurns(world);
}

/** Every update has one turn, and that one answer, which counts or is superseded by a later one of the chat. */
async function checkTurns({ database, promises, updates }: World): Promise<void> {
  const { rows } = await database.db.execute<{ id: string; update_key: string; outcome: string }>(
    sql`select id, update_key, outcome from turn`,
  );
  expect(rows.map(({ update_key }) => Number(update_key)).sort((a, b) => a - b)).toEqual(
    updates.map(({ updateKey }) => Number(updateKey)),
  );
  for (const { id, outcome } of rows) {
    expect(outcome).toBe('answered');
    const answers = promises.rows.filter(({ turn }) => turn === Number(id));
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers.filter(({ state }) => state === 'superseded')) {
      const later = promises.rows.slice(promises.rows.indexOf(answer) + 1);
      expect(
        later.some(({ chat, turn, state }) => chat === answer.chat && turn !== undefined && state !== 'superseded'),
      ).toBe(true);
    }
  }
}

async function empty(database: Database): Promise<void> {
  await database.db.execute(
    sql.raw(
      ['delivery', 'wish', 'course_mark', 'turn_failure', 'turn', 'conversation', 'identity', 'learner', 'account']
        .concat('lease', 'channel_pause', 'channel_usage')
        .map((table) => `delete from ${table}`)
        .join('; '),
    ),
  );
}

const chat = fc.constantFrom(...chats);
const puts = fc
  .tuple(chat, fc.constantFrom(...laneNames), fc.option(fc.constantFrom(0, 1, 60, 3600), { nil: undefined }))
  .map(([to, lane, lastSeconds]) => new Put(to, lane, lane === 'reply' ? undefined : lastSeconds));
const sender = fc.nat(1);
const kills = fc
  .tuple(sender, fc.array(fc.boolean(), { maxLength: 4 }))
  .map(([which, effects]) => new KillSending(which, effects));
const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(chat, fc.constantFrom(...texts)).map(([from, text]) => new Update(from, text)),
  fc.nat(20).map((which) => new Repeat(which)),
  puts,
  puts,
  fc.constantFrom(...endings).map((ending) => new Fail(ending)),
  fc.constantFrom(...endings).map((ending) => new Fail(ending)),
  sender.map((which) => new Round(which)),
  sender.map((which) => new Round(which)),
  kills,
  fc.tuple(kills, kills).map(([first, heir]) => new ComeBackTooLate(first, heir)),
  fc.constant(new ComeBack()),
  fc.constantFrom(1, 2, 4, 30, 600, 3600, -1, -5, -3600).map((seconds) => new Clock(seconds)),
];

interface Opened {
  readonly database: Database;
  readonly remove: () => Promise<void>;
}

function describeSchedules(
  name: string,
  options: { readonly senders: number; readonly runs: number; readonly open: () => Promise<Opened> },
  more: (database: () => Database) => void = () => {},
): void {
  describe(name, () => {
    let opened: Opened | undefined;
    let application: TestApplication;
    const databaseOf = (): Database => {
      if (opened === undefined) throw new Error('The database is not open yet.');
      return opened.database;
    };
    beforeAll(async () => {
      opened = await options.open();
      await migrate(opened.database);
      application = await testApplication(opened.database);
    });
    afterAll(async () => {
      await opened?.database.close();
      await opened?.remove();
    });

    it(`keeps every promise over ${options.runs} schedules`, { timeout: 30_000 + options.runs * 500 }, async () => {
      const database = databaseOf();
      const all = options.senders > 1 ? [...steps, puts.map((step) => new RoundsTogether(step))] : steps;
      const started = performance.now();
      await fc.assert(
        fc
          .asyncProperty(
            fc.commands(all, { maxCommands: 40, size: '+1' }),
            fc.constantFrom(0, 0, 10),
            async (schedule, quota) => {
              const world = createWorld(database, application, options.senders, quota);
              await fc.asyncModelRun(() => ({ model: { updates: 0 }, real: world }), schedule);
              await finish(world);
            },
          )
          .afterEach(() => empty(database)),
        { numRuns: options.runs },
      );
      const seconds = (performance.now() - started) / 1000;
      process.stdout.write(`${name}: ${(options.runs / seconds).toFixed(1)} schedules/s\n`);
    });
    more(databaseOf);
  });
}

describeSchedules('one sender, embedded', {
  senders: 1,
  runs,
  open: async () => {
    const dataDir = await temporaryFolder();
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    return { database, remove: () => removeFolder(dataDir) };
  },
});

describeSchedules(
  'two senders, Postgres',
  {
    senders: 2,
    runs: runsOfTwo,
    open: async () => {
      const { databaseUrl, drop } = await createPostgresDatabase();
      return { database: await openDatabase({ databaseUrl, dataDir: '', poolSize: 8 }), remove: drop };
    },
  },
  (databaseOf) => {
    it('never gives a row to two that claim at the same time, nor a chat two rows of a lane', async () => {
      const claims = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 6 });
      const outbox = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...laneNames)), { minLength: 1, maxLength: 40 });
      await fc.assert(
        fc
          .asyncProperty(outbox, claims, async (messages, limits) => {
            const { db } = databaseOf();
            const rows = messages.map(([to, lane], number) => ({
              uniqueKey: String(number),
              channel: 'telegram' as const,
              chat: String(to),
              conversationId: undefined,
              learnerId: undefined,
              turnId: undefined,
              lane,
              message: { text: [String(number)], choices: [] },
              via: 'sender' as const,
              dueAt: start,
            }));
            await enqueue(db, rows, start);
            const claims = await Promise.all(
              limits.map((limit, number) =>
                claimDeliveries(db, {
                  channel: 'telegram',
                  owner: `owner ${number}`,
                  limit,
                  claimSeconds: 30,
                  now: start,
                  restingChats: [],
                  repliesOnly: false,
                }),
              ),
            );
            const claimed = claims.map(({ deliveries }) => deliveries);
            const all = claimed.flat();
            expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
            expect(new Set(all.map((row) => `${row.chat} ${row.lane}`)).size).toBe(all.length);
            for (const own of claimed) expect(new Set(own.map((row) => row.chat)).size).toBe(own.length);
          })
          .afterEach(() => empty(databaseOf())),
        { numRuns: runsOfTwo },
      );
    });
  },
);
