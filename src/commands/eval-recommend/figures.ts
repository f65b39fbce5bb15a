import { bestItems, historyOf, learnersOf, type Scorer, seeded } from '../../discovery/index.ts';
import type { EvaluationLogs } from './read-log.ts';

/** What one recommender found, hidden item by hidden item. */
export interface Findings {
  readonly name: string;
  readonly hr10: Float64Array;
  readonly ndcg10: Float64Array;
  readonly recall20: Float64Array;
  /** Share of all items that stand in anybody's first ten. */
  readonly coverage: number;
}

const depth = 20;

/** Ranks all items but those of the history for everybody of the test; popularity decides between equals where the scorer says so. */
export function measure(name: string, scorer: Scorer, { all, heldOut }: EvaluationLogs): Findings {
  const scores = new Float64Array(all.items);
  const shown = new Set<number>();
  const [hr10, ndcg10, recall20] = [0, 0, 0].map(() => new Float64Array(heldOut.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  heldOut.forEach(({ line, item }, at) => {
    const history = line === undefined || line >= learnersOf(all) ? new Uint32Array() : historyOf(all, line);
    scorer(history, scores);
    for (const taken of history) scores[taken] = Number.NEGATIVE_INFINITY;
    const best = bestItems(scores, depth, (each) => scores[each] === Number.NEGATIVE_INFINITY);
    for (const each of best.slice(0, 10)) shown.add(each);
    const place = item === undefined ? -1 : best.indexOf(item);
    if (place < 0) return;
    recall20[at] = 1;
    if (place >= 10) return;
    hr10[at] = 1;
    ndcg10[at] = 1 / Math.log2(place + 2);
  });
  return { name, hr10, ndcg10, recall20, coverage: all.items === 0 ? 0 : shown.size / all.items };
}

export function average(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export interface Interval {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

const resamples = 1000;

/** The paired bootstrap 95 % interval of the mean difference over the same hidden items (Efron & Tibshirani 1993, percentile). */
export function pairedInterval(ours: Float64Array, theirs: Float64Array): Interval {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  const random = seeded(1);
  const means = new Float64Array(resamples);
  for (let sample = 0; sample < resamples; sample++) {
    let sum = 0;
    for (let at = 0; at < differences.length; at++)
      sum += differences[Math.floor(random() * differences.length)] as number;
    means[sample] = differences.length === 0 ? 0 : sum / differences.length;
  }
  means.sort();
  return { low: means[25] as number, mean: average(differences), high: means[resamples - 26] as number };
}
