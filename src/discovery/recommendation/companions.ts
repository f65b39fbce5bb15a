import { weightInHistory } from './history-weights.ts';
import { bestItems, modelScorer } from './model.ts';
import { cosines } from './pair-counts.ts';
import type { CourseModel } from './stored-model.ts';

/** A course that people with the same courses took. */
export interface Companion {
  readonly key: number;
  /** The course of the history that speaks for it most. */
  readonly because: number;
  /** People who took both. */
  readonly people: number;
}

export interface Companions {
  /**
   * What people who took the courses of a history also took, the best first. Only courses for which at least `leastPeople` took
   * it and one of the history: no other reason is known here.
   * @param history keys of courses, oldest first
   */
  of(
    history: readonly number[],
    options: { readonly limit: number; readonly exclude: ReadonlySet<number> },
  ): Companion[];
}

/** “Many people who took X also chose this” is said of so many. */
const leastPeople = 10;

/** Ranks with a trained model. */
export function createCompanions({ keys, model }: CourseModel): Companions {
  const scorer = modelScorer(model);
  const near = cosines(model.pairs, model.shrinkage);
  const { counts, people } = model.pairs;
  const numbers = new Map(Array.from(keys, (key, number) => [key, number]));
  const scores = new Float64Array(model.items);

  /** Of each course that shares people enough with the history, the one of it that is nearest. */
  function reasonsFor(history: readonly number[]): Map<number, { because: number; people: number }> {
    const found = new Map<number, { because: number; people: number; near: number }>();
    history.forEach((item, place) => {
      const weight = weightInHistory(model.weights, history.length - 1 - place, history.length);
      for (let at = counts.starts[item] ?? 0; at < (counts.starts[item + 1] ?? 0); at++) {
        const number = people[at] as number;
        const column = counts.columns[at] as number;
        const nearness = weight * (near.values[at] as number);
        if (number < leastPeople || nearness <= (found.get(column)?.near ?? 0)) continue;
        found.set(column, { because: item, people: number, near: nearness });
      }
    });
    return found;
  }

  return {
    of(taken, { limit, exclude }) {
      const history = taken.flatMap((key) => numbers.get(key) ?? []);
      if (history.length === 0) return [];
      const reasons = reasonsFor(history);
      scorer(history, scores);
      const known = new Set(history);
      const best = bestItems(
        scores,
        limit,
        (item) => known.has(item) || !reasons.has(item) || exclude.has(keys[item] as number),
      );
      return best.flatMap((item) => {
        const reason = reasons.get(item);
        if (reason === undefined || (scores[item] as number) <= 0) return [];
        return [{ key: keys[item] as number, because: keys[reason.because] as number, people: reason.people }];
      });
    },
  };
}
