import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createApplication } from '../src/application.ts';
import { readSettings } from '../src/config.ts';
import { migrate, openDatabase } from '../src/database/index.ts';
import { seeded } from '../src/discovery/index.ts';
import { rollUpFigures } from '../src/insights/index.ts';
import { inventActivity, truthOf, writeActivity } from '../test/support/city-activity.ts';
import { cityCourses } from '../test/support/city-courses.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { percentiles } from './corpus.ts';

const learners = Number(process.env.BENCH_LEARNERS ?? '10000');
const acts = Number(process.env.BENCH_ACTS ?? '1000000');
const asks = 100;
const now = new Date('2026-11-23T18:00:00Z');
const timezone = 'Asia/Ho_Chi_Minh';
const pages = [
  '/numbers',
  '/numbers/unmet',
  '/numbers/unmet?ward=25747',
  '/numbers/reach',
  '/numbers/feedback',
  '/numbers/reach.csv',
];

/** Counts a year of an invented city, holds the figures against a count one by one, and asks the pages. */
export async function run(): Promise<void> {
  const postgres = await startPostgres();
  try {
    const database = await openDatabase({ databaseUrl: `${postgres.url}/postgres`, dataDir: '' });
    await migrate(database);
    const courses = await cityCourses(database);
    const random = seeded(2026);
    const activity = inventActivity({ learners, acts, days: 365, until: now, courses: courses.keys.length, random });
    await writeActivity(database, activity, courses.keys);
    await database.db.execute(sql`vacuum analyze`);
    const begun = performance.now();
    const { days, people } = await rollUpFigures({ database, clock: () => now, timezone, owner: 'bench' });
    const seconds = (performance.now() - begun) / 1000;
    const { rows } = await database.db.execute<{ key: string; people: number }>(
      sql`select concat_ws(' ', figure, period, topic, cell) as key, people from figure_cell`,
    );
    const truth = truthOf(activity, new Date('2026-11-23T17:00:00Z'), courses.isSample);
    const wrong =
      rows.filter(({ key, people: counted }) => truth.get(key) !== counted).length + truth.size - rows.length;
    const application = await createApplication({
      settings: readSettings({ RATE_LIMIT_PER_MINUTE: '0' }),
      database,
      clock: () => now,
      random,
      logger: pino({ level: 'silent' }),
      owner: 'bench',
      address: () => 'http://127.0.0.1:3000',
    });
    const slowest: Record<string, number> = {};
    console.log(
      `${days} days of ${learners} learners and ${acts} acts counted in ${seconds.toFixed(1)} s, ${rows.length} cells`,
    );
    for (const page of pages) {
      const times: number[] = [];
      for (let ask = 0; ask < asks; ask++) {
        const from = performance.now();
        const response = await application.app.request(page);
        await response.text();
        if (response.status !== 200) throw new Error(`${page} was answered with ${response.status}.`);
        times.push(performance.now() - from);
      }
      const { p50, p95 } = percentiles(times);
      slowest[page] = Number(p95.toFixed(1));
      console.log(`${page.padEnd(28)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms`);
    }
    console.log(
      JSON.stringify({
        learners,
        acts,
        days,
        people,
        count_s: Number(seconds.toFixed(1)),
        cells: rows.length,
        wrong,
        p95_ms: slowest,
      }),
    );
    await application.stop();
    await database.close();
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
}
