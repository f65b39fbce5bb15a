import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { createApplication } from '../src/application.ts';
import { type Course, importFile } from '../src/catalogue/index.ts';
import { readSettings } from '../src/config.ts';
import { type Database, migrate, openDatabase } from '../src/database/index.ts';
import { keptWish, watchSavedWishes } from '../src/discovery/index.ts';
import { removeFolder, temporaryFolder } from '../test/support/program.ts';
import { benchQueries, makeCorpus, percentiles } from './corpus.ts';
import { writeCsv } from './corpus-file.ts';

const wishCount = Number(process.env.BENCH_WISHES ?? '20000');
const [known, added] = [20_000, 5000];
const now = new Date('2026-11-24T03:00:00Z');

async function importCourses(database: Database, file: string): Promise<void> {
  const result = await importFile(database, { file, kind: 'courses', source: 'bench', clock: () => now });
  if (result.problems.length > 0) throw new Error(JSON.stringify(result.problems[0]));
}

/**
 * Saved wishes, all different, held against an import of 5,000 courses beside 20,000, on the embedded database: how long it takes, and
 * what turns take meanwhile compared with a quiet time.
 */
export async function run(): Promise<void> {
  const folder = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: undefined, dataDir: join(folder, 'data') });
  await migrate(database);
  const corpus = makeCorpus(known + added);
  const files = [join(folder, 'known.csv'), join(folder, 'added.csv')] as const;
  await writeCsv(files[0], corpus.slice(0, known));
  await writeCsv(files[1], corpus.slice(known));
  await importCourses(database, files[0]);
  const { conversations, finder } = await createApplication({
    settings: readSettings({ RATE_LIMIT_PER_MINUTE: '0' }),
    database,
    clock: () => now,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
    owner: 'bench',
    address: () => 'http://127.0.0.1:3000',
  });
  await saveWishes(database, (text) => JSON.stringify(keptWish(finder.understand(text))), corpus, finder.version);

  let turns = 0;
  const turn = async (): Promise<number> => {
    const text = benchQueries[turns % benchQueries.length] ?? '';
    const started = performance.now();
    const chat = `c${turns % 50}`;
    await conversations.takeTurn({
      channel: 'web',
      updateKey: `u${turns++}`,
      chat,
      person: chat,
      receivedAt: now,
      content: { kind: 'text', text },
    });
    return performance.now() - started;
  };
  const measure = async (until: () => boolean): Promise<{ p50: number; p95: number }> => {
    const times: number[] = [];
    while (!until()) {
      times.push(await turn());
      await new Promise((go) => setTimeout(go, 20));
    }
    return percentiles(times);
  };
  await measure(() => turns >= 100);
  const quiet = await measure(() => turns >= 300);

  await importCourses(database, files[1]);
  await finder.refresh();
  let isOver = false;
  const started = performance.now();
  const watching = watchSavedWishes({ database, finder, clock: () => now, owner: 'bench' }).finally(() => {
    isOver = true;
  });
  const meanwhile = await measure(() => isOver);
  const counts = await watching;
  const seconds = (performance.now() - started) / 1000;
  await database.close();
  await removeFolder(folder);
  console.log(`${counts.wishes} wishes, ${counts.found} courses found, ${seconds.toFixed(1)} s`);
  console.log(`turns quiet     p50 ${quiet.p50.toFixed(1)} ms  p95 ${quiet.p95.toFixed(1)} ms`);
  console.log(`turns meanwhile p50 ${meanwhile.p50.toFixed(1)} ms  p95 ${meanwhile.p95.toFixed(1)} ms`);
  console.log(JSON.stringify({ bench: 'wishes', ...counts, seconds, quiet, meanwhile }));
}

/** Wishes made of titles of the corpus and a condition, no two alike, twenty a learner. */
async function saveWishes(
  database: Database,
  read: (text: string) => string,
  corpus: readonly Course[],
  version: number,
): Promise<void> {
  const conditions = ['', ' miễn phí', ' buổi tối', ' online', ' cuối tuần'];
  await database.db.execute(sql`insert into account select from generate_series(1, ${Math.ceil(wishCount / 20)}::int)`);
  await database.db.execute(sql`insert into learner (account_id) select id from account`);
  for (let from = 0; from < wishCount; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, wishCount - from) }, (_, offset) => {
      const at = from + offset;
      const course = corpus[(at * 7919) % corpus.length];
      const said = `${course?.title ?? ''}${conditions[at % conditions.length]}`;
      return { at, said, wish: JSON.parse(read(said)) };
    });
    await database.db.execute(sql`
      insert into saved_wish (learner_id, wish_key, label, wish, seen_version, created_at)
      select 1 + at / 20, at::text, said, wish, ${version}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (at int, said text, wish jsonb)`);
  }
}
