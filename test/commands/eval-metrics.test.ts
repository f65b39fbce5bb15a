import { expect, it } from 'vitest';
import { pairedInterval, scoreNone, scoreRanking } from '../../src/commands/eval-search/metrics.ts';

const query = { id: 'q', query: 'x', kind: 'k', relevant: { a: 3, b: 2, c: 1 } };

it('gives a perfect ranking 1 and an empty one 0', () => {
  expect(scoreRanking(query, { ids: ['a', 'b', 'c'], none: false })).toEqual({ ndcg10: 1, recall10: 1, mrr: 1 });
  expect(scoreRanking(query, { ids: [], none: true })).toEqual({ ndcg10: 0, recall10: 0, mrr: 0 });
});

it('computes NDCG with gain 2^rel − 1 and the base-2 discount', () => {
  const ideal = 7 + 3 / Math.log2(3) + 1 / 2;
  const { ndcg10, recall10, mrr } = scoreRanking(query, { ids: ['x', 'a', 'c'], none: false });
  expect(ndcg10).toBeCloseTo((7 / Math.log2(3) + 1 / 2) / ideal, 10);
  expect(recall10).toBeCloseTo(2 / 3, 10);
  expect(mrr).toBe(0.5);
});

it('counts only the first ten and measures against all that is relevant', () => {
  const many = { ...query, relevant: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`r${n}`, 1])) };
  const ids = Array.from({ length: 12 }, (_, n) => `r${n}`);
  expect(scoreRanking(many, { ids, none: false })).toMatchObject({ ndcg10: 1, recall10: 10 / 12 });
});

it('measures how well “nothing fits” is said', () => {
  const nothing = { ...query, relevant: {} };
  const says = { ids: [], none: true };
  const answers = { ids: ['a'], none: false };
  expect(scoreNone([nothing, nothing, query, query], [says, answers, says, answers])).toEqual({
    none_recall: 0.5,
    none_precision: 0.5,
    false_none: 0.5,
  });
});

it('gives an interval that holds the mean difference and is the same every time', () => {
  const [ours, theirs] = [
    [1, 0.8, 0.9, 0.4, 1],
    [0.5, 0.7, 0.9, 0.2, 0.3],
  ];
  const interval = pairedInterval(ours ?? [], theirs ?? []);
  expect(interval.low).toBeLessThan(interval.mean);
  expect(interval.high).toBeGreaterThan(interval.mean);
  expect(pairedInterval(ours ?? [], theirs ?? [])).toEqual(interval);
});
