import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import MiniSearch from 'minisearch';
import type { Course } from '../src/catalogue/index.ts';
import { type Database, openDatabase } from '../src/database/index.ts';
import { createCourseIndexBuilder } from '../src/discovery/course-index.ts';
import { searchCourses } from '../src/discovery/search.ts';
import { understand } from '../src/discovery/understand.ts';
import { fold } from '../src/text/index.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { benchQueries, makeCorpus, percentiles } from './corpus.ts';
import { speedChart } from './speed-chart.ts';

const sizes = (process.env.BENCH_SIZES ?? '1000,20000,100000').split(',').map(Number);
/** Sizes at which the peers are left out: they would take an hour. */
const aloneSizes = (process.env.BENCH_ALONE ?? '').split(',').filter(Boolean).map(Number);
/** Where the picture is written to; nowhere without. */
const drawing = process.env.BENCH_DRAW;
/** The first round compiles the code; with twenty queries so many are a p95 of three hundred samples. */
const rounds = 15;
/** What a search may take at most, p95. */
const allowed = [
  { at: 20_000, to: 10 },
  { at: 100_000, to: 20 },
];
const now = new Date('2026-11-24T00:00:00Z');

interface Measured {
  readonly name: string;
  readonly size: number;
  readonly buildSeconds: number;
  readonly megabytes: number | undefined;
  readonly p50: number;
  readonly p95: number;
  /** The same over every query of the labelled sets, each once. */
  readonly labelled?: { readonly p50: number; readonly p95: number };
}

function megabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

async function timed(ask: (query: string) => unknown): Promise<{ p50: number; p95: number }> {
  for (const query of benchQueries) await ask(query);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of benchQueries) {
      const started = performance.now();
      await ask(query);
      times.push(performance.now() - started);
    }
  }
  return percentiles(times);
}

/** What people asked in the labelled sets; whatever catalogue it was asked of. */
function labelledQueries(): string[] {
  const folder = new URL('../test/eval/search/', import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean))
    .map((line) => (JSON.parse(line) as { query: string }).query);
}

async function measureOurs(courses: readonly Course[]): Promise<Measured> {
  const before = megabytes();
  const started = performance.now();
  const builder = createCourseIndexBuilder();
  for (const course of courses) builder.add(course);
  const index = builder.finish();
  const buildSeconds = (performance.now() - started) / 1000;
  const size = megabytes() - before;
  const ask = (query: string): unknown =>
    searchCourses(index, understand(query, { vocabulary: index.vocabulary }), { limit: 10, now });
  const times = await timed(ask);
  const once = labelledQueries().map((query) => {
    const from = performance.now();
    ask(query);
    return performance.now() - from;
  });
  const labelled = percentiles(once);
  return {
    name: 'ours (understanding included)',
    size: courses.length,
    buildSeconds,
    megabytes: size,
    ...times,
    labelled,
  };
}

async function measureMiniSearch(courses: readonly Course[]): Promise<Measured> {
  const before = megabytes();
  const started = performance.now();
  const search = new MiniSearch<{
    id: string;
    title: string;
    topics: string;
    description: string;
    organisation: string;
  }>({
    fields: ['title', 'topics', 'description', 'organisation'],
    processTerm: (term) => fold(term),
    searchOptions: { boost: { title: 3, topics: 2 } },
  });
  for (const course of courses) {
    search.add({
      id: course.id,
      title: course.title,
      topics: [...course.topics, ...course.skills].join(' '),
      description: course.description ?? '',
      organisation: course.organisation,
    });
  }
  const buildSeconds = (performance.now() - started) / 1000;
  const size = megabytes() - before;
  const times = await timed((query) => search.search(query).slice(0, 10));
  return { name: 'MiniSearch 7.2, OR', size: courses.length, buildSeconds, megabytes: size, ...times };
}

async function measureFullText(database: Database, courses: readonly Course[]): Promise<Measured> {
  await database.db.execute(sql`create extension if not exists unaccent`);
  await database.db.execute(sql`drop table if exists peer`);
  await database.db.execute(sql`create table peer (id text, title text, topics text, rest text, document tsvector)`);
  const started = performance.now();
  for (let from = 0; from < courses.length; from += 1000) {
    const slice = courses.slice(from, from + 1000).map((course) => ({
      id: course.id,
      title: course.title,
      topics: [...course.topics, ...course.skills].join(' '),
      rest: `${course.description} ${course.organisation}`,
    }));
    await database.db.execute(sql`
      insert into peer select id, title, topics, rest, setweight(to_tsvector('simple', lower(unaccent(title))), 'A')
        || setweight(to_tsvector('simple', lower(unaccent(topics))), 'B') || setweight(to_tsvector('simple', lower(unaccent(rest))), 'C')
      from jsonb_to_recordset(${JSON.stringify(slice)}::jsonb) as row (id text, title text, topics text, rest text)`);
  }
  await database.db.execute(sql`create index on peer using gin (document)`);
  await database.db.execute(sql`analyze peer`);
  const buildSeconds = (performance.now() - started) / 1000;
  const times = await timed((query) =>
    database.db.execute(sql`
      with wanted as (
        select to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) as query
        from unnest(to_tsvector('simple', lower(unaccent(${query})))))
      select id from peer, wanted where document @@ query order by ts_rank(document, query) desc limit 10`),
  );
  return { name: 'Postgres 18 tsvector, OR', size: courses.length, buildSeconds, megabytes: undefined, ...times };
}

/** Search at several sizes beside MiniSearch and Postgres full text, the same queries in the same run. */
export async function run(): Promise<void> {
  const postgres = await startPostgres();
  const database = await openDatabase({ databaseUrl: `${postgres.url}/postgres`, dataDir: '', poolSize: 1 });
  const results: Measured[] = [];
  console.log('courses  engine                           build s      MB   p50 ms   p95 ms');
  for (const size of [...sizes, ...aloneSizes]) {
    const courses = makeCorpus(size);
    const peers = [measureMiniSearch, (all: readonly Course[]) => measureFullText(database, all)];
    for (const measure of [measureOurs, ...(sizes.includes(size) ? peers : [])]) {
      const measured = await measure(courses);
      results.push(measured);
      console.log(
        [
          String(size).padStart(7),
          measured.name.padEnd(31),
          measured.buildSeconds.toFixed(2).padStart(8),
          (measured.megabytes?.toFixed(0) ?? '–').padStart(7),
          measured.p50.toFixed(2).padStart(8),
          measured.p95.toFixed(2).padStart(8),
          ...(measured.labelled === undefined
            ? []
            : [`labelled ${measured.labelled.p50.toFixed(2)} ${measured.labelled.p95.toFixed(2)}`]),
        ].join('  '),
      );
    }
  }
  await database.close();
  await postgres.stop();
  if (drawing !== undefined) {
    const names = [...new Set(results.map(({ name }) => name))];
    const lines = names.map((name) => ({
      name: name.split(/[ ,(]/)[0] ?? name,
      points: results.flatMap((one) => (one.name === name ? { courses: one.size, milliseconds: one.p95 } : [])),
    }));
    await writeFile(drawing, speedChart(lines, allowed));
  }
  const summary = [...sizes, ...aloneSizes].map((size) => {
    const [ours, mini, fullText] = results.filter((result) => result.size === size);
    return {
      courses: size,
      p50_ms: ours?.p50,
      p95_ms: ours?.p95,
      p95_labelled_ms: ours?.labelled?.p95,
      p95_ratio_to_minisearch: mini === undefined ? undefined : (ours?.p95 ?? 0) / mini.p95,
      p95_ratio_to_tsvector: fullText === undefined ? undefined : (ours?.p95 ?? 0) / fullText.p95,
    };
  });
  console.log(JSON.stringify({ bench: 'search', results: summary }));
}
