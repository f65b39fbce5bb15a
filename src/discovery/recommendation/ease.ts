import { type HistoryWeights, weightInHistory } from './history-weights.ts';
import { historyOf, type InteractionLog, learnersOf } from './interaction-log.ts';
import { positiveInverse } from './positive-inverse.ts';
import { createSparseRows, type SparseRows } from './sparse-rows.ts';

export interface EaseOptions {
  /** The regularisation λ. */
  readonly lambda: number;
  readonly weights: HistoryWeights;
  /** The most items that are solved for, the most popular ones; the others' rows are empty. */
  readonly mostItems: number;
  /** The most entries of a row. */
  readonly kept: number;
}

/**
 * EASE^R, the linear autoencoder without self-similarity (Steck 2019, “Embarrassingly shallow autoencoders for sparse data”): with
 * P = (XᵀX + λI)⁻¹, the weights are B[i, j] = −P[i, j] / P[j, j], zero on the diagonal. X here holds what each item counts in its history.
 * With fewer learners than items P comes from the smaller matrix: P = (I − Xᵀ·(XXᵀ + λI)⁻¹·X) / λ (the Woodbury identity).
 */
export function fitEase(log: InteractionLog, options: EaseOptions): SparseRows {
  const solved = solvedItems(log, options.mostItems);
  return learnersOf(log) < solved.items.length ? byLearners(log, solved, options) : byItems(log, solved, options);
}

interface Solved {
  readonly items: Uint32Array;
  /** The place of each item of the log among them, or -1. */
  readonly places: Int32Array;
}

/** The most popular items that anybody took. */
function solvedItems(log: InteractionLog, most: number): Solved {
  const takers = new Uint32Array(log.items);
  for (const item of log.item) takers[item] = (takers[item] as number) + 1;
  const byTakers = Array.from(takers.keys()).filter((item) => (takers[item] as number) > 0);
  byTakers.sort((a, b) => (takers[b] as number) - (takers[a] as number) || a - b);
  const items = Uint32Array.from(byTakers.slice(0, most)).sort();
  const places = new Int32Array(log.items).fill(-1);
  items.forEach((item, place) => {
    places[item] = place;
  });
  return { items, places };
}

/** A learner's row of X: places of items and what they count. */
function rowOf(log: InteractionLog, { places }: Solved, weights: HistoryWeights, learner: number) {
  const history = historyOf(log, learner);
  const row: { readonly place: number; readonly value: number }[] = [];
  history.forEach((item, at) => {
    const place = places[item] as number;
    const value = weightInHistory(weights, history.length - 1 - at, history.length);
    if (place >= 0 && value !== 0) row.push({ place, value });
  });
  return row;
}

function byItems(log: InteractionLog, solved: Solved, { lambda, weights, kept }: EaseOptions): SparseRows {
  const size = solved.items.length;
  const gram = new Float64Array(size * size);
  for (let learner = 0; learner < learnersOf(log); learner++) {
    const row = rowOf(log, solved, weights, learner);
    for (const one of row) {
      const start = one.place * size;
      for (const other of row) {
        if (other.place > one.place) continue;
        gram[start + other.place] = (gram[start + other.place] as number) + one.value * other.value;
      }
    }
  }
  for (let item = 0; item < size; item++) gram[item * size + item] = (gram[item * size + item] as number) + lambda;
  const inverse = positiveInverse(gram, size);
  const diagonal = Float64Array.from({ length: size }, (_, item) => inverse[item * size + item] as number);
  return weightRows(log, solved, {
    kept,
    diagonal,
    rowOfInverse: (row, into) => into.set(inverse.subarray(row * size, (row + 1) * size)),
  });
}

function byLearners(log: InteractionLog, solved: Solved, { lambda, weights, kept }: EaseOptions): SparseRows {
  const size = solved.items.length;
  const learners = learnersOf(log);
  const rows = Array.from({ length: learners }, (_, learner) => rowOf(log, solved, weights, learner));
  const takers: { learner: number; value: number }[][] = Array.from({ length: size }, () => []);
  rows.forEach((row, learner) => {
    for (const { place, value } of row) takers[place]?.push({ learner, value });
  });
  const kernel = new Float64Array(learners * learners);
  for (const those of takers)
    for (const one of those)
      for (const other of those) {
        const at = one.learner * learners + other.learner;
        kernel[at] = (kernel[at] as number) + one.value * other.value;
      }
  for (let learner = 0; learner < learners; learner++)
    kernel[learner * learners + learner] = (kernel[learner * learners + learner] as number) + lambda;
  const inverse = positiveInverse(kernel, learners);
  // (XXᵀ + λI)⁻¹·X, a row per learner.
  const solution = new Float64Array(learners * size);
  rows.forEach((row, other) => {
    for (const { place, value } of row)
      for (let learner = 0; learner < learners; learner++) {
        const at = learner * size + place;
        solution[at] = (solution[at] as number) + (inverse[learner * learners + other] as number) * value;
      }
  });
  const rowOfInverse = (row: number, into: Float64Array): void => {
    into.fill(0);
    for (const { learner, value } of takers[row] ?? []) {
      const start = learner * size;
      for (let column = 0; column < size; column++)
        into[column] = (into[column] as number) - value * (solution[start + column] as number);
    }
    into[row] = (into[row] as number) + 1;
  };
  const diagonal = Float64Array.from(takers, (those, item) =>
    those.reduce((sum, { learner, value }) => sum - value * (solution[learner * size + item] as number), 1),
  );
  return weightRows(log, solved, { kept, diagonal, rowOfInverse });
}

/** B's rows in the log's own numbering. */
function weightRows(
  log: InteractionLog,
  { items, places }: Solved,
  given: {
    readonly kept: number;
    readonly diagonal: Float64Array;
    /** Writes a row of P, or of P times a constant. */
    readonly rowOfInverse: (row: number, into: Float64Array) => void;
  },
): SparseRows {
  const rows = createSparseRows(given.kept);
  const inverse = new Float64Array(items.length);
  const row = new Float64Array(log.items);
  for (let item = 0; item < log.items; item++) {
    row.fill(0);
    const place = places[item] as number;
    if (place >= 0) {
      given.rowOfInverse(place, inverse);
      for (let column = 0; column < items.length; column++)
        if (column !== place)
          row[items[column] as number] = -(inverse[column] as number) / (given.diagonal[column] as number);
    }
    rows.add(row);
  }
  return rows.finish();
}
