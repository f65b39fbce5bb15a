import type { HistoryWeights } from './history-weights.ts';
import { conditionals, cosines, type PairCounts } from './pair-counts.ts';
import { blendInto, fixedScorer, rowScorer, type Scorer, type Shares } from './scorer.ts';
import type { SparseRows } from './sparse-rows.ts';

/** What training leaves behind: sums over people, of nobody in particular. */
export interface RecommendationModel {
  /** How many items there are; they are numbered from zero as in the log. */
  readonly items: number;
  readonly weights: HistoryWeights;
  readonly shares: Shares;
  readonly shrinkage: number;
  readonly popularity: Float64Array;
  readonly pairs: PairCounts;
  readonly ease: SparseRows;
}

/** Learners that a chance of a course after another is shrunk by. */
export const conditionalShrinkage = 5;

/** Scores with a model, for one history after another. */
export function modelScorer(model: RecommendationModel): Scorer {
  const { weights, items } = model;
  const scorers = {
    ease: rowScorer(model.ease, weights),
    near: rowScorer(cosines(model.pairs, model.shrinkage), weights),
    conditional: rowScorer(conditionals(model.pairs, conditionalShrinkage), weights),
    popularity: fixedScorer(model.popularity),
  };
  const parts = {
    ease: new Float64Array(items),
    near: new Float64Array(items),
    conditional: new Float64Array(items),
    popularity: new Float64Array(items),
  };
  return (history, into) => {
    if (model.shares.ease > 0) scorers.ease(history, parts.ease);
    if (model.shares.near > 0) scorers.near(history, parts.near);
    if (model.shares.conditional > 0) scorers.conditional(history, parts.conditional);
    scorers.popularity(history, parts.popularity);
    blendInto(parts, model.shares, into);
  };
}

/** The best-scored items, best first, without those left out; of equals the first one. */
export function bestItems(scores: Float64Array, count: number, leftOut: (item: number) => boolean): number[] {
  const best: number[] = [];
  const scoreAt = (place: number): number => scores[best[place] as number] as number;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item] as number;
    if (best.length === count && score <= scoreAt(count - 1)) continue;
    if (leftOut(item)) continue;
    let place = best.length;
    while (place > 0 && scoreAt(place - 1) < score) place--;
    best.splice(place, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}
