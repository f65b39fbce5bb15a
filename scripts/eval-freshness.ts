// `npm run eval:freshness`: does sinking old offers put more offers that are still there at the top, and what does it cost when they all are?
// The labelled queries have no dates, so ages and what died are drawn: nobody has counted yet how fast courses of the city really go.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../src/catalogue/index.ts';
import { readQueries } from '../src/commands/eval-search/read-queries.ts';
import { migrate, openDatabase } from '../src/database/index.ts';
import { createFinder } from '../src/discovery/index.ts';

const now = new Date('2026-11-24T03:00:00Z');
const draws = 40;
const oldest = 550;

/** What is left of a score after so many days, for each rule that is compared. */
const rules: Readonly<Record<string, (age: number) => number>> = {
  none: () => 1,
  'step 0.9 at 180': (age) => (age > 180 ? 0.9 : 1),
  'step 0.8 at 180': (age) => (age > 180 ? 0.8 : 1),
  ...Object.fromEntries(
    [
      [0, 4000],
      [0, 2000],
      [0, 1000],
      [0, 500],
      [90, 2000],
      [90, 1000],
      [90, 500],
      [180, 1000],
      [180, 500],
    ].map(([rest = 0, halfLife = 1]) => [
      `half-life ${halfLife} after ${rest}`,
      (age: number) => 2 ** (-Math.max(0, age - rest) / halfLife),
    ]),
  ),
};

/** The same numbers in every run (Lehmer's generator, modulus 2^31 - 1). */
function randomOf(seed: number): () => number {
  let state = seed * 48_271 + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Listed {
  readonly query: Readonly<Record<string, number>>;
  readonly hits: readonly { readonly id: string; readonly score: number }[];
}

function ndcg(order: readonly string[], gains: ReadonlyMap<string, number>): number | undefined {
  const dcg = (sorted: readonly number[]) =>
    sorted.slice(0, 10).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
  const ideal = dcg([...gains.values()].sort((a, b) => b - a));
  return ideal === 0 ? undefined : dcg(order.map((id) => gains.get(id) ?? 0)) / ideal;
}

/** Means of NDCG@10 by rule, over all draws and queries. @param halfLife of the courses themselves in days; none: all are still there */
function measure(listed: readonly Listed[], ids: readonly string[], halfLife: number | undefined): Map<string, number> {
  const sums = new Map(Object.keys(rules).map((name) => [name, 0]));
  let counted = 0;
  for (let draw = 1; draw <= draws; draw++) {
    const random = randomOf(draw);
    // Most catalogues are confirmed in batches: a third lately, the rest evenly over the time for which an offer is shown.
    const ages = new Map(ids.map((id) => [id, Math.floor(random() < 1 / 3 ? random() * 60 : random() * oldest)]));
    const alive = new Set(
      ids.filter((id) => halfLife === undefined || random() < 2 ** (-(ages.get(id) ?? 0) / halfLife)),
    );
    for (const { query, hits } of listed) {
      const gains = new Map(
        Object.entries(query)
          .filter(([id]) => alive.has(id))
          .map(([id, grade]) => [id, 2 ** grade - 1]),
      );
      if (gains.size === 0) continue;
      counted++;
      for (const [name, rule] of Object.entries(rules)) {
        const order = hits
          .map(({ id, score }) => ({ id, score: score * rule(ages.get(id) ?? 0) }))
          .sort((a, b) => b.score - a.score)
          .map(({ id }) => id);
        sums.set(name, (sums.get(name) ?? 0) + (ndcg(order, gains) ?? 0));
      }
    }
  }
  return new Map([...sums].map(([name, sum]) => [name, sum / counted]));
}

const dataDir = await mkdtemp(join(tmpdir(), 'bh-freshness-'));
const database = await openDatabase({ databaseUrl: undefined, dataDir });
try {
  await migrate(database);
  await importFile(database, { file: 'content/catalogue/courses.csv', kind: 'courses', clock: () => now });
  const finder = createFinder(database);
  await finder.refresh();
  const queries = await readQueries('test/eval/search/sample/open.jsonl');
  const listed = queries
    .filter(({ relevant }) => Object.keys(relevant).length > 0)
    .map(({ query, relevant }) => {
      const { hits } = finder.search(finder.understand(query), { limit: 100, now });
      return { query: relevant, hits: hits.map(({ id, score }) => ({ id, score })) };
    });
  const { rows } = await database.db.execute<{ id: string }>('select public_id as id from course order by id');
  const ids = rows.map(({ id }) => id);
  const worlds = [undefined, 1460, 730, 365, 180] as const;
  const columns = worlds.map((halfLife) => measure(listed, ids, halfLife));
  console.log(
    ['rule'.padEnd(26), ...worlds.map((days) => (days === undefined ? 'all there' : `${days} d`).padStart(9))].join(
      ' ',
    ),
  );
  for (const name of Object.keys(rules))
    console.log([name.padEnd(26), ...columns.map((means) => (means.get(name) ?? 0).toFixed(4).padStart(9))].join(' '));
} finally {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}
