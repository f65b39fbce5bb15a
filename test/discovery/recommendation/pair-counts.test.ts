import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenWeights } from '../../../src/discovery/recommendation/history-weights.ts';
import { conditionals, cosines, countPairs } from '../../../src/discovery/recommendation/pair-counts.ts';
import type { SparseRows } from '../../../src/discovery/recommendation/sparse-rows.ts';
import { logOf } from './histories.ts';

const items = 9;
const histories = fc.array(fc.uniqueArray(fc.nat(items - 1), { maxLength: 6 }), { maxLength: 12 });

function dense(rows: SparseRows): number[][] {
  return Array.from({ length: items }, (_, row) => {
    const values = new Array<number>(items).fill(0);
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++)
      values[rows.columns[at] as number] = rows.values[at] as number;
    return values;
  });
}

test('pairs count less per place between them, and only with people enough', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 3 }), (those, leastPeople) => {
      const counted = countPairs(logOf(those, items), {
        distanceDecay: 0.5,
        weights: evenWeights,
        kept: items,
        leastPeople,
      });
      const found = dense(counted.counts);
      for (let one = 0; one < items; one++) {
        for (let other = 0; other < items; other++) {
          const distances = those.flatMap((history) => {
            const [a, b] = [history.indexOf(one), history.indexOf(other)];
            return a < 0 || b < 0 || a === b ? [] : [Math.abs(a - b)];
          });
          const sum = distances.reduce((total, distance) => total + 0.5 ** (distance - 1), 0);
          expect(found[one]?.[other]).toBeCloseTo(distances.length < leastPeople ? 0 : sum, 5);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('cosine and chance are those of the counts, shrunk', () => {
  const counted = countPairs(
    logOf(
      [
        [0, 1],
        [1, 0, 2],
        [0, 3],
      ],
      items,
    ),
    { distanceDecay: 1, weights: evenWeights, kept: items, leastPeople: 1 },
  );
  expect(dense(cosines(counted, 3))[0]?.[1]).toBeCloseTo((2 / Math.sqrt(3 * 2)) * (2 / 5));
  expect(dense(conditionals(counted, 5))[0]?.[1]).toBeCloseTo(2 / (3 + 5));
  expect(dense(conditionals(counted, 5))[1]?.[0]).toBeCloseTo(2 / (2 + 5));
});

test('of an item with many neighbours the weightiest are kept', () => {
  const counted = countPairs(
    logOf(
      [
        [0, 1],
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 3],
      ],
      items,
    ),
    { distanceDecay: 1, weights: evenWeights, kept: 2, leastPeople: 1 },
  );
  expect(dense(counted.counts)[0]?.slice(0, 4)).toEqual([0, 2, 0, 2]);
});
