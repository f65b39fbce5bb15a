import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readSettings } from '../../config.ts';
import { describeError } from '../../database/index.ts';
import { type EmbeddingSettings, leaveOut, searchParts } from '../../discovery/index.ts';
import { type Answer, askAll, loadCatalogues } from './asked.ts';
import { type LabelledSet, readSets, setParts } from './labelled-sets.ts';
import { type LabelledQuery, mean, type Ranking } from './metrics.ts';
import { createPeers } from './peers.ts';
import { readQueries } from './read-queries.ts';
import { kindsTable, ndcgOf, peerLine, summary } from './report.ts';

const usage = `Usage: npm run eval:search -- --catalogue CSV [--catalogue CSV …] [--map FILE] --queries JSONL [--results OUT.jsonl] [--now ISO] [--peers] [--ablate] [--meaning]
   or: npm run eval:search -- --sets JSON --part open|frozen [--results OUT.jsonl] [--peers] [--ablate] [--meaning]
Loads each catalogue into a throw-away database, asks every query as the chat does and prints how good the answers are.
--peers   the same for MiniSearch, tsvector and ILIKE, with intervals of the difference
--ablate  the same with each part of the search left out in turn
--meaning with the embedding model of OPENAI_EMBEDDING_MODEL, OPENAI_BASE_URL and OPENAI_API_KEY, which reads every course and query
--sets    several catalogues with their queries; those under BENCH_DATA/ are left out where that setting names no folder`;

const options = {
  catalogue: { type: 'string', multiple: true },
  map: { type: 'string' },
  queries: { type: 'string' },
  sets: { type: 'string' },
  part: { type: 'string' },
  results: { type: 'string' },
  now: { type: 'string' },
  peers: { type: 'boolean' },
  ablate: { type: 'boolean' },
  meaning: { type: 'boolean' },
} as const;

/** The sets that the arguments name; undefined when they are wrong. */
async function wantedSets(
  values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'],
): Promise<readonly LabelledSet[] | undefined> {
  const { catalogue, map, queries, sets, part, now } = values;
  if (sets !== undefined) {
    const known = setParts.find((each) => each === part);
    if (known === undefined || catalogue !== undefined || queries !== undefined) return undefined;
    const found = await readSets(sets, known, process.env.BENCH_DATA);
    for (const name of found.leftOut) console.log(`${name}: left out, BENCH_DATA names no folder`);
    return found.sets;
  }
  const at = now === undefined ? new Date() : new Date(now);
  if (catalogue === undefined || queries === undefined || Number.isNaN(at.getTime())) return undefined;
  return [{ name: '', catalogues: catalogue, ...(map !== undefined && { map }), now: at, queries: [queries] }];
}

interface Measured {
  readonly queries: readonly LabelledQuery[];
  readonly answers: readonly Answer[];
  readonly peers: ReadonlyMap<string, readonly Ranking[]>;
  readonly without: ReadonlyMap<string, readonly Answer[]>;
}

async function measure(
  set: LabelledSet,
  {
    peers,
    ablate,
    embedding,
  }: { readonly peers: boolean; readonly ablate: boolean; readonly embedding: EmbeddingSettings | undefined },
): Promise<Measured> {
  const queries = (await Promise.all(set.queries.map(readQueries))).flat();
  const loaded = await loadCatalogues(set.catalogues, { ...set, embedding, print: (line) => console.log(line) });
  try {
    await loaded.learn(queries);
    const answers = askAll(loaded.finder, queries, set.now);
    const rankings = new Map<string, Ranking[]>();
    for (const peer of peers ? await createPeers(loaded.database) : []) {
      const theirs: Ranking[] = [];
      for (const { query } of queries) theirs.push(await peer.rank(query));
      rankings.set(peer.name, theirs);
    }
    const without = new Map<string, Answer[]>();
    for (const part of ablate ? searchParts : []) {
      leaveOut(part);
      await loaded.finder.forget();
      without.set(part, askAll(loaded.finder, queries, set.now));
      leaveOut(undefined);
    }
    return { queries, answers, peers: rankings, without };
  } finally {
    await loaded.close();
  }
}

/** All that was measured, as if over one catalogue. */
function together(all: readonly Measured[]): Measured {
  const joined = <T>(pick: (one: Measured) => ReadonlyMap<string, readonly T[]>): Map<string, T[]> =>
    new Map(
      [...(all[0] ? pick(all[0]).keys() : [])].map((name) => [name, all.flatMap((one) => pick(one).get(name) ?? [])]),
    );
  return {
    queries: all.flatMap(({ queries }) => queries),
    answers: all.flatMap(({ answers }) => answers),
    peers: joined((one) => one.peers),
    without: joined((one) => one.without),
  };
}

async function main(args: readonly string[]): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const sets = await wantedSets(values);
  if (sets === undefined) {
    console.error(usage);
    return 2;
  }
  const { embedding } = values.meaning === true ? readSettings(process.env) : {};
  if (values.meaning === true && embedding === undefined) {
    console.error('--meaning needs OPENAI_EMBEDDING_MODEL and OPENAI_API_KEY.');
    return 2;
  }
  const measured: Measured[] = [];
  for (const set of sets) {
    const one = await measure(set, { peers: values.peers === true, ablate: values.ablate === true, embedding });
    measured.push(one);
    if (sets.length > 1) {
      for (const line of kindsTable(one)) console.log(line);
      for (const [name, theirs] of one.peers) console.log(peerLine(name, one, theirs));
    }
  }
  const all = together(measured);
  if (sets.length > 1) console.log('All together:');
  for (const line of kindsTable(all)) console.log(line);
  for (const [name, theirs] of all.peers) console.log(peerLine(name, all, theirs));
  for (const [part, answers] of all.without) {
    const { ndcg10, none_recall, false_none } = summary(all.queries, answers);
    const difference = mean(ndcgOf({ ...all, answers })) - mean(ndcgOf(all));
    console.log(
      `without ${part}: NDCG@10 ${ndcg10} (${difference.toFixed(3)}), says none to ${none_recall} of those without an answer and ${false_none} of the others`,
    );
  }
  if (values.results !== undefined) {
    const lines = all.queries.map(({ id }, at) => {
      const { ids = [], none = false, near = [] } = all.answers[at] ?? {};
      return JSON.stringify({ id, ids, none, near });
    });
    await writeFile(values.results, `${lines.join('\n')}\n`);
  }
  console.log(JSON.stringify(summary(all.queries, all.answers)));
  return 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describeError(error));
  return 1;
});
