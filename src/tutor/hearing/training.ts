import { featureCount } from './features.ts';

/** A text by its features, what it is, and how much it counts. */
export interface Labelled {
  readonly features: Uint16Array;
  readonly is: boolean;
  readonly counts: number;
}

/** A decision by adding up weights. */
export interface Linear {
  readonly weights: Float32Array;
  readonly bias: number;
}

const epochs = 40;
const rate = 0.5;
const shrink = 1e-3;

/**
 * Logistic regression by AdaGrad over shuffled examples: the same examples in the same order give the same weights. A text's features count for
 * less the more it has of them, so that length decides nothing.
 */
export function train(examples: readonly Labelled[], seed = 1): Linear {
  const weights = new Float32Array(featureCount);
  const squares = new Float32Array(featureCount).fill(1e-3);
  let [bias, biasSquares] = [0, 1e-3];
  const order = examples.map((_, at) => at);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const { features, is, counts } = example;
      const share = 1 / Math.sqrt(Math.max(1, features.length));
      const slope = (probability({ weights, bias }, features) - Number(is)) * counts;
      for (const feature of features) {
        const step = slope * share + shrink * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + step * step;
        weights[feature] = (weights[feature] ?? 0) - (rate * step) / Math.sqrt(squares[feature] ?? 1);
      }
      biasSquares += slope * slope;
      bias -= (rate * slope) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

/** How likely a text is what was trained for, 0 to 1. */
export function probability({ weights, bias }: Linear, features: Uint16Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-(bias + sum / Math.sqrt(Math.max(1, features.length)))));
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
