import { type HistoryWeights, weightInHistory } from './history-weights.ts';
import { addRow, type SparseRows } from './sparse-rows.ts';

/** Writes what each item scores for somebody with this history, oldest first. Items of the history score too; who asks leaves them out. */
export type Scorer = (history: ArrayLike<number>, into: Float64Array) => void;

/** The weighted sum of the rows of what is in the history. */
export function rowScorer(rows: SparseRows, weights: HistoryWeights): Scorer {
  return (history, into) => {
    into.fill(0);
    for (let at = 0; at < history.length; at++) {
      const weight = weightInHistory(weights, history.length - 1 - at, history.length);
      if (weight !== 0) addRow(rows, history[at] as number, weight, into);
    }
  };
}

/** The same for everybody. */
export function fixedScorer(scores: Float64Array): Scorer {
  return (_, into) => into.set(scores);
}

/** What each way of scoring counts in the sum. */
export interface Shares {
  readonly ease: number;
  readonly near: number;
  readonly conditional: number;
  readonly popularity: number;
}

export type Part = keyof Shares;

export const partNames: readonly Part[] = ['ease', 'near', 'conditional', 'popularity'];

/** So little that popularity decides between items that score the same, and nothing else. */
const tieBreak = 1e-9;

/**
 * The sum of several ways of scoring, each divided by the best score it gives for this history (max-normalised CombSUM, Fox & Shaw 1994):
 * their units differ, and with a history they know nothing of they fall silent.
 */
export function blendInto(
  parts: Readonly<Record<Part, Float64Array>>,
  shares: Shares,
  into: Float64Array,
): Float64Array {
  into.fill(0);
  for (const name of partNames) {
    const scores = parts[name];
    const share = name === 'popularity' ? shares.popularity + tieBreak : shares[name];
    if (share === 0) continue;
    let best = 0;
    for (let item = 0; item < scores.length; item++) best = Math.max(best, scores[item] as number);
    if (best === 0) continue;
    const factor = share / best;
    for (let item = 0; item < scores.length; item++)
      into[item] = (into[item] as number) + factor * (scores[item] as number);
  }
  return into;
}
