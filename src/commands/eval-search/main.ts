import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importFile } from '../../catalogue/index.ts';
import { describeError, migrate, openDatabase } from '../../database/index.ts';
import { createFinder } from '../../discovery/index.ts';
import {
  type LabelledQuery,
  mean,
  pairedInterval,
  quantile,
  type Ranking,
  scoreNone,
  scoreRanking,
} from './metrics.ts';
import { createPeers } from './peers.ts';
import { readQueries } from './read-queries.ts';

const usage =
  'Usage: npm run eval:search -- --catalogue CSV [--catalogue CSV …] --queries JSONL [--results OUT.jsonl] [--now ISO] [--peers]\n' +
  'Loads the catalogue into a throw-away database, asks every query as the chat does and prints how good the answers are.';

interface Answer extends Ranking {
  readonly near: readonly string[];
  readonly milliseconds: number;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

function printKinds(queries: readonly LabelledQuery[], answers: readonly Ranking[]): void {
  const kinds = [...new Set(queries.map((query) => query.kind))].sort();
  console.log('kind            queries  NDCG@10  recall@10    MRR  says none');
  for (const kind of kinds) {
    const indices = queries.flatMap((query, position) => (query.kind === kind ? [position] : []));
    const answerable = indices.filter((position) => Object.keys(queries[position]?.relevant ?? {}).length > 0);
    const scores = answerable.map((position) =>
      scoreRanking(queries[position] as LabelledQuery, answers[position] as Ranking),
    );
    const said = indices.filter((position) => answers[position]?.none).length;
    const cell = (values: number[]): string => (values.length === 0 ? '–' : mean(values).toFixed(3));
    console.log(
      [
        kind.padEnd(15),
        String(indices.length).padStart(7),
        cell(scores.map((s) => s.ndcg10)).padStart(8),
        cell(scores.map((s) => s.recall10)).padStart(10),
        cell(scores.map((s) => s.mrr)).padStart(6),
        `${said}/${indices.length}`.padStart(10),
      ].join(' '),
    );
  }
}

async function main(args: readonly string[]): Promise<number> {
  let values: { catalogue?: string[]; queries?: string; results?: string; now?: string; peers?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        catalogue: { type: 'string', multiple: true },
        queries: { type: 'string' },
        results: { type: 'string' },
        now: { type: 'string' },
        peers: { type: 'boolean' },
      },
    }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (values.catalogue === undefined || values.queries === undefined || Number.isNaN(now.getTime())) {
    console.error(usage);
    return 2;
  }
  const queries = await readQueries(values.queries);
  const dataDir = await mkdtemp(join(tmpdir(), 'bh-eval-'));
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  try {
    await migrate(database);
    for (const file of values.catalogue) {
      const result = await importFile(database, { file, kind: 'courses', skipBad: true, clock: () => now });
      console.log(`${file}: ${result.created} courses, ${result.skipped} bad rows`);
    }
    const finder = createFinder(database);
    await finder.refresh();
    // The first queries compile the code; they are asked once before anything is timed.
    for (const query of queries.slice(0, 50)) finder.search(finder.understand(query.query), { limit: 10, now });
    const answers: Answer[] = queries.map(({ query }) => {
      const started = performance.now();
      const result = finder.search(finder.understand(query), { limit: 10, now });
      const milliseconds = performance.now() - started;
      return {
        ids: result.hits.map((hit) => hit.id),
        none: result.none,
        near: result.near.map((hit) => hit.id),
        milliseconds,
      };
    });
    printKinds(queries, answers);
    const answerable = queries.flatMap((query, position) => (Object.keys(query.relevant).length > 0 ? [position] : []));
    const scoresOf = (rankings: readonly Ranking[]) =>
      answerable.map((position) => scoreRanking(queries[position] as LabelledQuery, rankings[position] as Ranking));
    const ours = scoresOf(answers);
    if (values.peers) {
      for (const peer of await createPeers(database)) {
        const rankings: Ranking[] = [];
        for (const { query } of queries) rankings.push(await peer.rank(query));
        const theirs = scoresOf(rankings);
        const {
          low,
          mean: difference,
          high,
        } = pairedInterval(
          ours.map((s) => s.ndcg10),
          theirs.map((s) => s.ndcg10),
        );
        console.log(
          `${peer.name}: NDCG@10 ${mean(theirs.map((s) => s.ndcg10)).toFixed(3)}; ours is higher by ${difference.toFixed(3)}, 95 % interval ${low.toFixed(3)} … ${high.toFixed(3)}`,
        );
      }
    }
    if (values.results !== undefined) {
      const lines = queries.map(({ id }, position) => {
        const { ids, none, near } = answers[position] as Answer;
        return JSON.stringify({ id, ids, none, near });
      });
      await writeFile(values.results, `${lines.join('\n')}\n`);
    }
    const none = scoreNone(queries, answers);
    const times = answers.map((answer) => answer.milliseconds);
    console.log(
      JSON.stringify({
        queries: queries.length,
        ndcg10: rounded(mean(ours.map((s) => s.ndcg10))),
        recall10: rounded(mean(ours.map((s) => s.recall10))),
        mrr: rounded(mean(ours.map((s) => s.mrr))),
        none_recall: rounded(none.none_recall),
        none_precision: rounded(none.none_precision),
        false_none: rounded(none.false_none),
        p50_ms: rounded(quantile(times, 0.5)),
        p95_ms: rounded(quantile(times, 0.95)),
      }),
    );
    return 0;
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describeError(error));
  return 1;
});
