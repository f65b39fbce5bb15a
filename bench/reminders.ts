import { sql } from 'drizzle-orm';
import { type Database, migrate, openDatabase } from '../src/database/index.ts';
import { dueLearners, firstPlace, learnersAtOnce, lookAt } from '../src/outreach/index.ts';
import { cityTime } from '../src/time/index.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { addPeople } from './broadcast-people.ts';

const sizes = (process.env.BENCH_LEARNERS ?? '10000,1000000').split(',').map(Number);
const dueCount = 1000;
const timezone = 'Asia/Ho_Chi_Minh';
const now = new Date('2026-11-23T13:00:00Z');

/** A thousand learners who are due, spread over all; the others' time comes within the week. One in ten is left in peace. */
async function addRhythms(database: Database, count: number): Promise<void> {
  await database.db.execute(sql`
    insert into learning_rhythm (learner_id, next_at, unanswered, noted_at)
    select id, case when id % ${Math.floor(count / dueCount)}::int = 0 then ${now}::timestamptz - id % 60 * interval '1 second'
      when id % 10 = 1 then null
      else ${now}::timestamptz + interval '1 minute' + id % 10000 * interval '1 minute' end, 0, ${now} from learner`);
  await database.db.execute(sql`
    insert into track_enrolment (learner_id, track, started_at, noted_at) select id, 'an-toan-tren-mang', ${now}, ${now} from learner`);
  await database.db.execute(sql`update consent set purpose = 'reminders'`);
  await database.db.execute(sql`
    insert into attempt (learner_id, item, at, place, is_variant, outcome, hint_level)
    select learner.id, 'x', ${now}::timestamptz - day * interval '1 day', 'lesson', false, 'right', 0
    from learner, generate_series(1, 5) as day where learner.id % ${Math.floor(count / dueCount)}::int = 0`);
  // What a day of learning left of each: a lesson, three items, a reminder; a third chose an hour.
  const yesterday = new Date(now.getTime() - 86_400_000);
  await database.db.execute(sql`
    insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
    select id, 'x', 'an-toan-tren-mang', 'read', '{}', ${yesterday}, ${yesterday}, ${yesterday} from learner`);
  await database.db.execute(sql`
    insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
    select id, 'item-' || item, ${now}::timestamptz + (item - 2) * interval '1 day', 1, 5, 1, 0, ${yesterday}, true, ${yesterday}
    from learner, generate_series(1, 3) as item`);
  await database.db.execute(sql`
    insert into reminder (learner_id, day, kind, enqueued_at) select id, ${yesterday}::date, 'lesson', ${yesterday} from learner`);
  await database.db.execute(sql`
    insert into reminder_hour (learner_id, minutes, set_at) select id, 1200, ${yesterday} from learner where id % 3 = 0`);
  // Settled as tables are after a night: as autovacuum leaves them.
  await database.db.execute(sql`vacuum analyze`);
  await database.db.execute(sql`checkpoint`);
}

interface Cost {
  readonly buffers: number;
  readonly milliseconds: number;
  readonly index: boolean;
}

/** What a statement costs once its pages are in memory: the median of five. */
async function costOf(database: Database, statement: Parameters<Database['db']['execute']>[0]): Promise<Cost> {
  const runs: Cost[] = [];
  for (let run = 0; run < 6; run++) {
    const { rows } = await database.db.execute<{
      'QUERY PLAN': { Plan: Record<string, unknown>; 'Execution Time': number }[];
    }>(sql`explain (analyze, buffers, timing off, format json) ${statement}`);
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    const read = (name: string): number => Number(plan?.Plan[name] ?? 0);
    runs.push({
      buffers: read('Shared Hit Blocks') + read('Shared Read Blocks'),
      milliseconds: plan?.['Execution Time'] ?? 0,
      index: JSON.stringify(plan).includes('learning_rhythm_due'),
    });
  }
  const [median] = runs
    .slice(1)
    .sort((a, b) => a.milliseconds - b.milliseconds)
    .slice(2);
  if (median === undefined) throw new Error('No run.');
  return median;
}

/** Looking at the due as the program does, slice by slice. */
async function costOfLooking(
  database: Database,
  ids: readonly number[],
  at: Parameters<typeof lookAt>[2],
): Promise<Cost> {
  const all = { buffers: 0, milliseconds: 0, index: false };
  for (let from = 0; from < ids.length; from += learnersAtOnce) {
    const slice = ids.slice(from, from + learnersAtOnce);
    const cost = await costOf(database, await statementOf((db) => lookAt(db, slice, at)));
    all.buffers += cost.buffers;
    all.milliseconds += cost.milliseconds;
  }
  return all;
}

/** The statement a function of ours would run, caught instead of run. */
async function statementOf(
  look: (db: Database['db']) => Promise<unknown>,
): Promise<Parameters<Database['db']['execute']>[0]> {
  let caught: Parameters<Database['db']['execute']>[0] | undefined;
  const catching = {
    execute: async (statement: Parameters<Database['db']['execute']>[0]) => {
      caught = statement;
      return { rows: [] };
    },
  };
  await look(catching as unknown as Database['db']);
  if (caught === undefined) throw new Error('It ran no statement.');
  return caught;
}

interface Row {
  readonly learners: number;
  readonly due: Cost;
  readonly look: Cost;
  readonly everyone: Cost;
  readonly pairMs: number;
}

async function measure(database: Database, learners: number): Promise<Row> {
  await addPeople(database, learners);
  await addRhythms(database, learners);
  const city = cityTime(now, timezone);
  const due = await dueLearners(database.db, now, firstPlace, dueCount);
  if (due.length !== dueCount) throw new Error(`${due.length} are due.`);
  const ids = due.map(({ learnerId }) => learnerId);
  const pairs: number[] = [];
  for (let run = 0; run < 6; run++) {
    const started = performance.now();
    const found = await dueLearners(database.db, now, firstPlace, dueCount);
    for (let from = 0; from < found.length; from += learnersAtOnce) {
      const slice = found.slice(from, from + learnersAtOnce).map(({ learnerId }) => learnerId);
      await lookAt(database.db, slice, { now, city, timezone });
    }
    pairs.push(performance.now() - started);
  }
  return {
    learners,
    due: await costOf(database, await statementOf((db) => dueLearners(db, now, firstPlace, dueCount))),
    look: await costOfLooking(database, ids, { now, city, timezone }),
    // As it is often done: everybody who is enrolled, and whose hour it is, is looked through for those who had nothing yet.
    everyone: await costOf(
      database,
      sql`select learner.id from learner
        join consent on consent.learner_id = learner.id and purpose = 'reminders' and withdrawn_at is null
        join track_enrolment on track_enrolment.learner_id = learner.id and finished_at is null
        left join reminder_hour on reminder_hour.learner_id = learner.id
        left join reminder on reminder.learner_id = learner.id and day = ${city.day}::date
        where reminder.learner_id is null and coalesce(minutes, 540) <= ${city.minutes}`,
    ),
    pairMs: pairs.slice(1).sort((a, b) => a - b)[2] ?? 0,
  };
}

const columns = [
  'Learners',
  'Due by index: buffers',
  'ms',
  'Look at them: buffers',
  'ms',
  'Both, from the program: ms',
  'Scan of everyone: buffers',
  'ms',
];

/** Finding who is due among many, on Postgres: a thousand due, whatever the number of learners. */
export async function run(): Promise<void> {
  // The thousand touch 150 MB of pages between them.
  const postgres = await startPostgres({ sharedBuffers: '1GB' });
  const rows: Row[] = [];
  try {
    for (const learners of sizes) {
      const admin = await openDatabase({ databaseUrl: `${postgres.url}/postgres`, dataDir: '', poolSize: 1 });
      await admin.db.execute(sql.raw(`create database bench_${learners}`));
      await admin.close();
      const database = await openDatabase({
        databaseUrl: `${postgres.url}/bench_${learners}`,
        dataDir: '',
        poolSize: 1,
      });
      await migrate(database);
      rows.push(await measure(database, learners));
      await database.close();
    }
  } finally {
    await postgres.stop();
  }
  console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '---:').join(' | ')} |`);
  for (const { learners, due, look, everyone, pairMs } of rows) {
    const cells = [
      learners,
      due.buffers,
      due.milliseconds,
      look.buffers,
      look.milliseconds,
      pairMs,
      everyone.buffers,
      everyone.milliseconds,
    ];
    const shown = cells.map((cell) => (Number.isInteger(cell) ? cell.toLocaleString('en') : cell.toFixed(1)));
    console.log(`| ${shown.join(' | ')} |`);
  }
  const [small, large] = [rows[0], rows.at(-1)];
  const ratio = (of: (row: Row) => Cost): number => (small && large ? of(large).buffers / of(small).buffers : 0);
  console.log(
    JSON.stringify({
      bench: 'reminders',
      due: dueCount,
      rows,
      usesIndex: rows.every((row) => row.due.index),
      buffersRatio: ratio((row) => row.due),
      lookBuffersRatio: ratio((row) => row.look),
    }),
  );
}
