import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { describeError } from '../../database/index.ts';
import {
  cosines,
  countPairs,
  evenWeights,
  fitEase,
  fixedScorer,
  type InteractionLog,
  learnersOf,
  modelScorer,
  popularity,
  rowScorer,
  type Scorer,
  type TrainedInThread,
  trainInThread,
} from '../../discovery/index.ts';
import { average, type Findings, type Interval, measure, pairedInterval } from './figures.ts';
import { readLogs } from './read-log.ts';

const usage =
  'Usage: npm run eval:recommend -- --train FILE --test FILE [--learners N]\n' +
  'FILE: one learner a line, `learner item item …` in order; the test: `learner item`. Trains on the first N learners (all), looks for the\n' +
  'hidden item of every learner of the test among all items but those of the history, which is known also of learners not trained on.';

/** As the program trains for itself, but with everybody in the model: these logs name nobody. */
const training = { seed: 1, kept: 300, leastPeople: 1, mostItems: 4000 };

async function main(args: readonly string[]): Promise<number> {
  let values: { train?: string; test?: string; learners?: string };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { train: { type: 'string' }, test: { type: 'string' }, learners: { type: 'string' } },
    }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const learners = values.learners === undefined ? Number.POSITIVE_INFINITY : Number(values.learners);
  if (values.train === undefined || values.test === undefined || !(learners >= 1)) {
    console.error(usage);
    return 2;
  }
  const logs = await readLogs(values.train, values.test, learners);
  const { train, all, heldOut } = logs;
  console.log(
    `${learnersOf(train)} of ${learnersOf(all)} learners, ${all.items} items, ${heldOut.length} hidden items`,
  );
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const trained = await trainInThread(train, training);
  delay.disable();
  // The monitor counts its own pause between two looks, a millisecond.
  const longestDelay = Math.max(0, delay.max / 1e6 - 1);
  const { chosen, seconds } = trained;
  console.log(
    `trained in ${seconds.toFixed(1)} s in a thread; the event loop waited ${longestDelay.toFixed(1)} ms at most`,
  );
  console.log(`chosen by replay: ${JSON.stringify(chosen)}`);
  const ours = measure('ours', modelScorer(trained.model), logs);
  const peers = baselines(train, trained).map(({ name, scorer }) => measure(name, scorer(), logs));
  print([ours, ...peers]);
  const bestHr = bestOf(peers, 'hr10');
  const bestNdcg = bestOf(peers, 'ndcg10');
  for (const peer of peers)
    console.log(
      `ours − ${peer.name}: HR@10 ${inWords(pairedInterval(ours.hr10, peer.hr10))}, NDCG@10 ${inWords(pairedInterval(ours.ndcg10, peer.ndcg10))}`,
    );
  console.log(
    JSON.stringify({
      learners: learnersOf(train),
      items: all.items,
      hidden: heldOut.length,
      models: Object.fromEntries([ours, ...peers].map((each) => [each.name, figuresOf(each)])),
      best_baseline: { hr10: bestHr.name, ndcg10: bestNdcg.name },
      difference: {
        hr10: rounded(pairedInterval(ours.hr10, bestHr.hr10)),
        ndcg10: rounded(pairedInterval(ours.ndcg10, bestNdcg.ndcg10)),
      },
      training_seconds: round(seconds),
      longest_delay_ms: round(longestDelay),
    }),
  );
  return 0;
}

/** The peers, with what replay on the same log chose for each alone. */
function baselines(
  train: InteractionLog,
  { chosen }: TrainedInThread,
): readonly { readonly name: string; readonly scorer: () => Scorer }[] {
  const { lambda, shrinkage } = chosen.alone;
  const everybody = popularity(train);
  const plain = { distanceDecay: 1, weights: evenWeights, kept: train.items, leastPeople: 1 };
  return [
    { name: 'popularity', scorer: () => fixedScorer(everybody) },
    {
      name: 'itemknn',
      scorer: () => withTies(rowScorer(cosines(countPairs(train, plain), shrinkage), evenWeights), everybody),
    },
    {
      name: 'ease',
      scorer: () =>
        withTies(
          rowScorer(fitEase(train, { lambda, weights: evenWeights, mostItems: 4000, kept: train.items }), evenWeights),
          everybody,
        ),
    },
  ];
}

/** Popularity decides between items that a peer scores alike, as it does for ours. */
function withTies(scorer: Scorer, everybody: Float64Array): Scorer {
  return (history, into) => {
    scorer(history, into);
    for (let item = 0; item < into.length; item++)
      into[item] = (into[item] as number) + 1e-12 * (everybody[item] as number);
  };
}

function bestOf(findings: readonly Findings[], figure: 'hr10' | 'ndcg10'): Findings {
  return findings.reduce((best, each) => (average(each[figure]) > average(best[figure]) ? each : best));
}

function figuresOf(found: Findings) {
  return {
    hr10: round(average(found.hr10)),
    ndcg10: round(average(found.ndcg10)),
    recall20: round(average(found.recall20)),
    coverage: round(found.coverage),
  };
}

function print(findings: readonly Findings[]): void {
  console.log('             HR@10  NDCG@10  recall@20  coverage');
  for (const found of findings) {
    const { hr10, ndcg10, recall20, coverage } = figuresOf(found);
    console.log(
      [
        found.name.padEnd(10),
        hr10.toFixed(4).padStart(7),
        ndcg10.toFixed(4).padStart(8),
        recall20.toFixed(4).padStart(10),
        coverage.toFixed(4).padStart(9),
      ].join(' '),
    );
  }
}

function inWords({ low, mean, high }: Interval): string {
  return `${mean.toFixed(4)} (${low.toFixed(4)} … ${high.toFixed(4)})`;
}

function rounded({ low, mean, high }: Interval): Interval {
  return { low: round(low), mean: round(mean), high: round(high) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describeError(error));
  return 1;
});
