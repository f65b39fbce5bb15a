import { featureCount } from './features.ts';

/** A text by its features, what it is, and how much it counts. */
export interface Labelled {
  readonly features: Uint32Array;
  readonly is: boolean;
  readonly counts: number;
}

/** A decision by adding up weights. */
export interface Linear {
  readonly weights: Float32Array | Int8Array;
  /** What the weights are to be multiplied by. */
  readonly scale: number;
  readonly bias: number;
}

const epochs = 20;
const rate = 0.3;
const shrink = 1e-3;

/**
 * Logistic regression by AdaGrad over shuffled examples: the same examples in the same order give the same weights. A text's features count for
 * less the more it has of them, so that length decides nothing. @param fewest what fewer examples have is not learnt
 */
export function train(examples: readonly Labelled[], fewest = 2): Linear {
  const weights = new Float32Array(featureCount);
  const squares = new Float32Array(featureCount).fill(1e-8);
  let [bias, biasSquares] = [0, 1e-8];
  const known = withoutRare(examples, fewest);
  const order = known.map((_, at) => at);
  const random = seededRandom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] as number, order[at] as number];
    }
    for (const at of order) {
      const example = known[at];
      if (example === undefined) continue;
      const { features, is, counts } = example;
      const share = 1 / Math.sqrt(Math.max(1, features.length));
      const slope = (probability({ weights, scale: 1, bias }, features) - Number(is)) * counts;
      for (const feature of features) {
        const step = slope * share + shrink * (weights[feature] ?? 0);
        squares[feature] = (squares[feature] ?? 0) + step * step;
        weights[feature] = (weights[feature] ?? 0) - (rate * step) / Math.sqrt(squares[feature] ?? 1);
      }
      biasSquares += slope * slope;
      bias -= (rate * slope) / Math.sqrt(biasSquares);
    }
  }
  return { weights, scale: 1, bias };
}

/** What stands in one example only says nothing of how others write, and most pairs of words are such. */
function withoutRare(examples: readonly Labelled[], fewest: number): readonly Labelled[] {
  const having = new Uint16Array(featureCount);
  for (const { features } of examples)
    for (const feature of features) having[feature] = Math.min(65_535, (having[feature] ?? 0) + 1);
  return examples.map((example) => ({
    ...example,
    features: example.features.filter((feature) => (having[feature] ?? 0) >= fewest),
  }));
}

/** How likely a text is what was trained for, 0 to 1. Features that nothing was learnt of count for its length only. */
export function probability({ weights, scale, bias }: Linear, features: Uint32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return 1 / (1 + Math.exp(-(bias + (scale * sum) / Math.sqrt(Math.max(1, features.length)))));
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
