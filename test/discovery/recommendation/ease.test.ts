import { describe, expect, test } from 'vitest';
import { fitEase } from '../../../src/discovery/recommendation/ease.ts';
import { type HistoryWeights, weightInHistory } from '../../../src/discovery/recommendation/history-weights.ts';
import type { SparseRows } from '../../../src/discovery/recommendation/sparse-rows.ts';
import { logOf, pathHistories } from './histories.ts';

const items = 24;

/** The weights that least squares finds column by column: min ‖x_j − X·b‖² + λ‖b‖² with b_j = 0, solved by Gauss without pivots. */
function byLeastSquares(histories: readonly (readonly number[])[], lambda: number, weights: HistoryWeights) {
  const rows = histories.map((history) => {
    const row = new Array<number>(items).fill(0);
    [...new Set(history)].forEach((item, place, all) => {
      row[item] = weightInHistory(weights, all.length - 1 - place, all.length);
    });
    return row;
  });
  const gram = (i: number, j: number): number => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
  return Array.from({ length: items }, (_, target) => {
    const others = Array.from({ length: items }, (_, item) => item).filter((item) => item !== target);
    const system = others.map((i) => [...others.map((j) => gram(i, j) + (i === j ? lambda : 0)), gram(i, target)]);
    for (let pivot = 0; pivot < system.length; pivot++) {
      for (let row = 0; row < system.length; row++) {
        if (row === pivot) continue;
        const factor = (system[row]?.[pivot] ?? 0) / (system[pivot]?.[pivot] ?? 1);
        system[row] = (system[row] ?? []).map((value, at) => value - factor * (system[pivot]?.[at] ?? 0));
      }
    }
    const column = new Array<number>(items).fill(0);
    others.forEach((item, at) => {
      column[item] = (system[at]?.at(-1) ?? 0) / (system[at]?.[at] ?? 1);
    });
    return column;
  });
}

function entry(rows: SparseRows, row: number, column: number): number {
  for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++)
    if (rows.columns[at] === column) return rows.values[at] ?? 0;
  return 0;
}

describe.each([
  { name: 'more learners than items', learners: 80 },
  { name: 'fewer learners than items', learners: 11 },
])('with $name', ({ learners }) => {
  const histories = pathHistories(learners, { paths: 3, steps: 8, seed: learners });

  test.each([{ weights: { newest: 1, decay: 1 } }, { weights: { newest: 0.3, decay: 0.9 } }])(
    'EASE^R finds the weights of least squares, weighted $weights',
    ({ weights }) => {
      const fitted = fitEase(logOf(histories, items), { lambda: 5, weights, mostItems: items, kept: items });
      const expected = byLeastSquares(histories, 5, weights);
      for (let row = 0; row < items; row++)
        for (let column = 0; column < items; column++)
          expect(entry(fitted, row, column)).toBeCloseTo(expected[column]?.[row] ?? 0, 5);
    },
  );

  test('items beyond the most popular ones have no weights', () => {
    const even = { newest: 1, decay: 1 };
    const fitted = fitEase(logOf(histories, items), { lambda: 5, weights: even, mostItems: 6, kept: items });
    const used = new Set(fitted.columns);
    expect(used.size).toBeLessThanOrEqual(6);
    expect(used.size).toBeGreaterThan(2);
  });
});
