import { createTypedColumn } from '../typed-column.ts';
import { type HistoryWeights, weightInHistory } from './history-weights.ts';
import { historyOf, type InteractionLog, learnersOf } from './interaction-log.ts';
import { createSparseRows, type SparseRows } from './sparse-rows.ts';

/** How often two items are taken by the same learners, and how near to each other. */
export interface PairCounts {
  /** Of each item, the sum over learners of what having both counts. */
  readonly counts: SparseRows;
  /** Of each entry of `counts`, the people who took both. */
  readonly people: Uint32Array;
  /** Of each item, the sum over learners of what it counts in their histories. */
  readonly totals: Float64Array;
}

export interface PairCountOptions {
  /** What a pair counts per place that lies between the two, 1 at most; 1 is plain co-occurrence. */
  readonly distanceDecay: number;
  readonly weights: HistoryWeights;
  /** The most neighbours of an item. */
  readonly kept: number;
  /** Pairs that fewer people than so many took are left out. */
  readonly leastPeople: number;
}

/** Items further back than this in one history are of another life, and would make one reader of everything weigh more than a class. */
const longestHistory = 200;

/** A pair that counts less than this is not worth going on for. */
const negligible = 0.01;

/**
 * Counts pairs of items: Σ over learners δ^(distance − 1) · min(weights), where the distance is that of their places in the history. With δ = 1
 * these are the counts of item–item nearest neighbours (Linden, Smith & York 2003); with less, of neighbours in time, as sequential
 * co-occurrence does (Garcin et al. 2013; Ludewig & Jannach 2018, “sequential rules”), but both ways, since the order within one evening is chance.
 */
export function countPairs(log: InteractionLog, options: PairCountOptions): PairCounts {
  const { distanceDecay, weights, kept, leastPeople } = options;
  const totals = new Float64Array(log.items);
  const places = placesOfItems(log);
  const reach = distanceDecay === 1 ? longestHistory : Math.ceil(Math.log(negligible) / Math.log(distanceDecay));
  const rows = createSparseRows(kept);
  const both = createTypedColumn((size) => new Uint32Array(size));
  const counts = new Float64Array(log.items);
  const people = new Uint32Array(log.items);
  for (let item = 0; item < log.items; item++) {
    counts.fill(0);
    people.fill(0);
    for (let at = places.starts[item] ?? 0; at < (places.starts[item + 1] ?? 0); at++) {
      const history = historyOf(log, places.learners[at] as number);
      const own = places.places[at] as number;
      const ownWeight = weightInHistory(weights, history.length - 1 - own, history.length);
      totals[item] = (totals[item] as number) + ownWeight;
      const from = Math.max(own - reach, history.length - longestHistory, 0);
      for (let other = from; other < Math.min(own + reach + 1, history.length); other++) {
        if (other === own) continue;
        const column = history[other] as number;
        const least = Math.min(ownWeight, weightInHistory(weights, history.length - 1 - other, history.length));
        people[column] = (people[column] as number) + 1;
        counts[column] = (counts[column] as number) + least * distanceDecay ** (Math.abs(other - own) - 1);
      }
    }
    if (leastPeople > 1)
      for (let column = 0; column < log.items; column++)
        if ((people[column] as number) < leastPeople) counts[column] = 0;
    const before = rows.kept.length;
    rows.add(counts);
    for (let at = before; at < rows.kept.length; at++) both.push(people[rows.kept.at(at)] as number);
  }
  return { counts: rows.finish(), people: both.finish(), totals };
}

/** Where in whose history each item stands. */
function placesOfItems(log: InteractionLog): {
  readonly starts: Uint32Array;
  readonly learners: Uint32Array;
  readonly places: Uint32Array;
} {
  const starts = new Uint32Array(log.items + 1);
  for (const item of log.item) starts[item + 1] = (starts[item + 1] as number) + 1;
  for (let item = 0; item < log.items; item++)
    starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
  const next = starts.slice();
  const learners = new Uint32Array(log.item.length);
  const places = new Uint32Array(log.item.length);
  for (let learner = 0; learner < learnersOf(log); learner++) {
    historyOf(log, learner).forEach((item, place) => {
      const at = next[item] as number;
      next[item] = at + 1;
      learners[at] = learner;
      places[at] = place;
    });
  }
  return { starts, learners, places };
}

/**
 * How alike two items are: the cosine c / √(tᵢ·tⱼ), shrunk by c / (c + shrinkage) (Bell & Koren 2007), since a cosine of one that comes from two
 * learners tells less than one of a half that comes from a hundred.
 */
export function cosines({ counts, totals }: PairCounts, shrinkage: number): SparseRows {
  return withValues(counts, (row, column, count) => {
    const both = (totals[row] as number) * (totals[column] as number);
    return both === 0 ? 0 : (count / Math.sqrt(both)) * (count / (count + shrinkage));
  });
}

/** The chance of taking the second among those who took the first: c / (tᵢ + shrinkage) (Deshpande & Karypis 2004, with a prior). */
export function conditionals({ counts, totals }: PairCounts, shrinkage: number): SparseRows {
  return withValues(counts, (row, _, count) => count / ((totals[row] as number) + shrinkage));
}

function withValues(rows: SparseRows, value: (row: number, column: number, count: number) => number): SparseRows {
  const values = new Float32Array(rows.values.length);
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++)
      values[at] = value(row, rows.columns[at] as number, rows.values[at] as number);
  }
  return { ...rows, values };
}
