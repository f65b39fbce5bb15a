import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf, learnersOf } from '../../../src/discovery/recommendation/interaction-log.ts';
import { bestItems, modelScorer } from '../../../src/discovery/recommendation/model.ts';
import { hideOneEach } from '../../../src/discovery/recommendation/replay.ts';
import { seeded } from '../../../src/discovery/recommendation/seeded.ts';
import { trainRecommender } from '../../../src/discovery/recommendation/train.ts';
import { trainInThread } from '../../../src/discovery/recommendation/training-thread.ts';
import { logOf, pathHistories } from './histories.ts';

const options = { seed: 1, kept: 50, leastPeople: 1, mostItems: 100 };
const items = 60;
const learners = pathHistories(300, { paths: 5, steps: 12, seed: 7 });

function ranked(model: Parameters<typeof modelScorer>[0], history: readonly number[], count: number): number[] {
  const scores = new Float64Array(model.items);
  modelScorer(model)(history, scores);
  return bestItems(scores, count, (item) => history.includes(item));
}

test('who is on a path is shown its next steps, which popularity does not know of', () => {
  const { model, chosen } = trainRecommender(logOf(learners, items), options);
  expect(ranked(model, [14, 15, 16], 3).filter((item) => item >= 12 && item < 24)).toHaveLength(3);
  expect(chosen.gain).toBeGreaterThan(2 * chosen.popularityGain);
  expect(chosen.shares.popularity).toBeLessThan(1);
});

test('the same log and seed give the same model', () => {
  const log = logOf(learners, items);
  expect(trainRecommender(log, options)).toEqual(trainRecommender(log, options));
});

test('a thread trains the same model', async () => {
  const log = logOf(learners, items);
  const { model, chosen } = await trainInThread(log, options);
  expect({ model, chosen }).toEqual(trainRecommender(log, options));
}, 30_000);

test('what goes wrong in the thread is told', async () => {
  const log = { ...logOf(learners, items), items: -1 };
  await expect(trainInThread(log, options)).rejects.toThrow();
}, 30_000);

test('with one course a learner the most popular are recommended', () => {
  const log = logOf([[3], [3], [3], [1], [1], [2]], 5);
  const { model, chosen } = trainRecommender(log, options);
  expect(chosen.shares).toEqual({ ease: 0, near: 0, conditional: 0, popularity: 1 });
  expect(ranked(model, [1], 2)).toEqual([3, 2]);
});

test('where times are known the popularity that counts newer choices more is tried', () => {
  // Item 0 was taken by everybody long ago, item 1 by everybody lately; the newest of each learner is hidden or not.
  const random = seeded(3);
  const those = Array.from({ length: 200 }, () => [2 + Math.floor(random() * 8), random() < 0.5 ? 0 : 1]);
  const plain = logOf(those, 10);
  const ageDays = Float32Array.from(plain.item, (item) => (item === 1 ? 1 : 700));
  const { model } = trainRecommender({ ...plain, ageDays }, options);
  expect(model.popularity).toHaveLength(10);
});

test('items and pairs of fewer people than asked are not in the model', () => {
  const few = [...Array.from({ length: 6 }, () => [0, 1, 2]), [3, 4], [3, 4], [0, 4]];
  const { model } = trainRecommender(logOf(few, 5), { ...options, leastPeople: 5 });
  expect([...model.popularity.slice(3)]).toEqual([0, 0]);
  expect(new Set(model.pairs.counts.columns)).not.toContain(4);
  expect(new Set(model.ease.columns)).not.toContain(4);
});

test('replay hides one of the newest five of each, and leaves the others as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(fc.nat(19), { maxLength: 9 }), { maxLength: 12 }),
      fc.integer(),
      (those, seed) => {
        const log = logOf(those, 20);
        const { log: left, cases } = hideOneEach(log, 5, seeded(seed));
        expect(cases).toHaveLength(Math.min(5, those.filter((history) => history.length > 1).length));
        let hidden = 0;
        for (let learner = 0; learner < learnersOf(log); learner++) {
          const [before, after] = [[...historyOf(log, learner)], [...historyOf(left, learner)]];
          if (before.length === after.length) {
            expect(after).toEqual(before);
            continue;
          }
          const place = before.findIndex((item) => !after.includes(item));
          expect(place).toBeGreaterThanOrEqual(before.length - 5);
          expect(cases[hidden]).toEqual({ history: after, hidden: before[place] });
          hidden++;
        }
        expect(hidden).toBe(cases.length);
      },
    ),
  );
});

test('the best items are those of a sort, of equals the first, without what is left out', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 40 }), fc.nat(12), fc.nat(5), (scores, count, out) => {
      const expected = scores
        .map((score, item) => ({ score, item }))
        .filter(({ score }) => score !== out)
        .sort((a, b) => b.score - a.score || a.item - b.item)
        .slice(0, count + 1)
        .map(({ item }) => item);
      expect(bestItems(Float64Array.from(scores), count + 1, (item) => scores[item] === out)).toEqual(expected);
    }),
  );
});
