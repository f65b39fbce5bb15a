import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { type Database, openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';
import { atCityTime, cityTime, daysAfter } from '../../src/time/index.ts';
import { addAudience } from '../support/broadcasts.ts';
import { copyMigratedDirectory, createPostgresDatabase } from '../support/databases.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../support/program.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { watchCalls } from '../support/telegram-watch.ts';
import { within } from '../support/within.ts';

/** REMINDER_PEOPLE, REMINDER_RATE: longer runs than those of every day. */
const people = Number(process.env.REMINDER_PEOPLE ?? 800);
const rate = Number(process.env.REMINDER_RATE ?? 100);
/** The sender's messages under way at the same time: so many may be in doubt when it dies. */
const atOnce = 96;
const timezone = 'Asia/Ho_Chi_Minh';
/** Generous: a slow machine takes ten seconds for a start, and the job looks at ten thousand a minute at most. */
const testMilliseconds = 240_000 + people * 30;

/** Everything a test started or made; ended after it in reverse, also when it fails. */
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
});

/** Tomorrow in the city, at a time of day. */
const tomorrowAt = (minutes: number): Date =>
  atCityTime({ day: daysAfter(cityTime(new Date(), timezone).day, 1), minutes }, timezone);

/** People who have begun a track, agreed to reminders, and are all due within one minute, in an order that is not that of their numbers. */
async function addLearners(database: Database, chats: readonly number[], minute: Date): Promise<void> {
  const lastWord = new Date(minute.getTime() - 86_400_000);
  await addAudience(database, chats, { at: lastWord });
  await database.db.execute(sql`update consent set purpose = 'reminders'`);
  await database.db.execute(sql`
    insert into track_enrolment (learner_id, track, started_at, noted_at)
    select id, 'an-toan-tren-mang', ${lastWord}, ${lastWord} from learner`);
  await database.db.execute(sql`
    insert into learning_rhythm (learner_id, next_at, unanswered, noted_at)
    select id, ${minute}::timestamptz + id * 7919 % 60000 * interval '1 millisecond', 0, ${lastWord} from learner`);
}

/** How often each chat was written to, in order, and a promise of the `count`th message. */
function watchReminders(telegram: ScriptedTelegram) {
  const arrivals: string[] = [];
  const listen = watchCalls(telegram, ({ method, payload }) => {
    if (method !== 'sendMessage') return undefined;
    arrivals.push(String(payload.chat_id));
    return arrivals.length;
  });
  return {
    arrivals,
    reached: (count: number) => (arrivals.length >= count ? Promise.resolve() : listen((so) => so >= count)),
  };
}

interface Row {
  readonly chat: string;
  readonly status: string;
  readonly error: string | null;
  readonly due: string;
}

/** Everybody's reminder in the order of the outbox, with when they were due as the seed had it. */
async function rowsOf(database: Database, minute: Date): Promise<readonly Row[]> {
  const { rows } = await database.db.execute<Row & Record<string, unknown>>(sql`
    select chat, status, error_code as error,
      ${minute}::timestamptz + learner_id * 7919 % 60000 * interval '1 millisecond' as due from delivery order by id`);
  return rows;
}

/** Learners without a reminder whose time has been moved to a later day. */
async function passedOver(database: Database, minute: Date): Promise<number> {
  const { rows } = await database.db.execute<{ count: number }>(sql`
    select count(*)::int as count from learning_rhythm
    where next_at > ${minute}::timestamptz + interval '12 hours' and unanswered = 0
      and not exists (select 1 from delivery where delivery.learner_id = learning_rhythm.learner_id)`);
  return rows[0]?.count ?? 0;
}

/** How often the job passed somebody over, by its own figures. */
async function jobSkipped(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text
    .split('\n')
    .find((one) => one.includes('job="reminders"') && one.includes('count="lessons_skipped"'));
  return Number(line?.split(' ').at(-1) ?? 0);
}

/** A database that no program has open yet. */
interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/**
 * A third is reminded, the program is killed; another third, it is stopped; then the quiet hours begin and it goes on. Checks that everybody was
 * reminded at most once, in the order in which they were due, and that the others are accounted for.
 */
async function remindOverAKill(name: string, place: Place): Promise<void> {
  const telegram = await startScriptedTelegram();
  undo.push(telegram.close);
  const chats = Array.from({ length: people }, () => telegram.person({ hasStarted: true }).id);
  const minute = tomorrowAt(19 * 60 + 30);
  const seeded = await openDatabase(place);
  await addLearners(seeded, chats, minute).finally(() => seeded.close());

  const folder = await temporaryFolder();
  undo.push(() => removeFolder(folder));
  const clockFile = join(folder, 'ahead');
  const setClock = (to: Date) => writeFile(clockFile, String(to.getTime() - Date.now()));
  const start = async (): Promise<Program> => {
    const program = await startProgram({
      dataDir: place.dataDir,
      script: ['--import', 'tsx', 'test/support/shifted-program.ts'],
      environment: {
        SAMPLE_DATA: 'no',
        LOG_LEVEL: 'warn',
        TIMEZONE: timezone,
        QUIET_HOURS: '22:00-07:00',
        CLOCK_AHEAD: clockFile,
        DATABASE_URL: place.databaseUrl ?? '',
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        TELEGRAM_MESSAGES_PER_SECOND: String(rate),
      },
    });
    undo.push(program.kill9);
    return program;
  };
  const watch = watchReminders(telegram);
  const patience = 120 + people / 20;
  const started = performance.now();

  await setClock(tomorrowAt(19 * 60 + 31));
  const first = await start();
  await within(patience, 'a third of the reminders', watch.reached(Math.floor(people / 3)));
  await first.kill9();
  const second = await start();
  await within(patience, 'two thirds of the reminders', watch.reached(Math.floor((people * 2) / 3)));
  expect(await second.stop()).toBe(0);
  const seconds = Math.round((performance.now() - started) / 1000);
  const reached = watch.arrivals.length;

  await setClock(tomorrowAt(22 * 60 + 1));
  const third = await start();
  const looking = await openDatabaseForCommand(place);
  const isSettled = async (): Promise<boolean> => {
    const rows = await rowsOf(looking, minute);
    const open = rows.filter(({ status }) => status === 'pending' || status === 'sending');
    return open.length === 0 && rows.length + (await passedOver(looking, minute)) === people;
  };
  const settled = async (): Promise<void> => {
    while (!(await isSettled())) await new Promise((go) => setTimeout(go, 200));
  };
  await within(patience, 'the others passed over', settled());
  const [rows, passed] = [await rowsOf(looking, minute), await passedOver(looking, minute)];
  expect(await jobSkipped(third.url)).toBe(passed);
  await looking.close();
  expect(await third.stop()).toBe(0);

  const chatsWith = (status: string): string[] => rows.filter((row) => row.status === status).map(({ chat }) => chat);
  const [sent, inDoubt, late] = [chatsWith('sent'), chatsWith('unconfirmed'), chatsWith('skipped')];
  expect(sent.length + inDoubt.length + late.length + passed).toBe(people);
  expect(rows.filter(({ error, status }) => status === 'skipped' && error !== 'too_late')).toEqual([]);
  // Nobody twice, nobody in the quiet hours, and only those who were under way at the kill are in doubt.
  const arrivedOnce = new Set(watch.arrivals);
  expect(arrivedOnce.size).toBe(watch.arrivals.length);
  expect(watch.arrivals.length).toBe(reached);
  expect(sent.filter((chat) => !arrivedOnce.has(chat))).toEqual([]);
  expect(late.filter((chat) => arrivedOnce.has(chat))).toEqual([]);
  expect(inDoubt.length).toBeLessThanOrEqual(atOnce);
  // Who waits longest comes first: exactly so into the outbox, and from there as far as many are under way at once.
  expect(rows.map(({ due }) => due)).toEqual(rows.map(({ due }) => due).sort());
  const position = new Map(rows.map(({ chat }, index) => [chat, index]));
  const ahead = watch.arrivals.map((chat, index) => Math.abs((position.get(chat) ?? 0) - index));
  expect(Math.max(...ahead)).toBeLessThanOrEqual(3 * atOnce);
  expect(telegram.violations).toEqual([]);
  const figures = { people, sent: sent.length, inDoubt: inDoubt.length, late: late.length, passed, seconds };
  process.stdout.write(`${name}: ${JSON.stringify({ ...figures, furthestAhead: Math.max(...ahead) })}\n`);
}

it(`reminds ${people} who are due at one minute over a kill, embedded`, { timeout: testMilliseconds }, async () => {
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  await copyMigratedDirectory(dataDir);
  await remindOverAKill('reminders, embedded', { dataDir, databaseUrl: undefined });
});

it(`reminds ${people} who are due at one minute over a kill, on Postgres`, { timeout: testMilliseconds }, async () => {
  const { databaseUrl, drop } = await createPostgresDatabase('template migrated');
  undo.push(drop);
  const dataDir = await temporaryFolder();
  undo.push(() => removeFolder(dataDir));
  await remindOverAKill('reminders, Postgres', { dataDir, databaseUrl });
});
