import { createLogBuilder, historyOf, type InteractionLog, learnersOf } from './interaction-log.ts';
import { blendInto, type Part, partNames, type Scorer, type Shares } from './scorer.ts';

/** Somebody's history without one item, and that item. */
export interface ReplayCase {
  readonly history: readonly number[];
  readonly hidden: number;
}

/** A log from which some items are taken out, and those. */
export interface Replay {
  readonly log: InteractionLog;
  readonly cases: readonly ReplayCase[];
}

/** One of so many newest items is hidden: the very newest alone may be a slip, and says little of what it was taken after. */
const newestHidden = 5;

/**
 * Hides one of the newest items of some learners, who stay in the log with what is left: just as the learners whom the program answers are
 * those it was trained on.
 * @param most how many learners at most
 */
export function hideOneEach(log: InteractionLog, most: number, random: () => number): Replay {
  const able = Array.from({ length: learnersOf(log) }, (_, learner) => learner).filter(
    (learner) => historyOf(log, learner).length > 1,
  );
  // The first ones of a shuffle.
  const count = Math.min(most, able.length);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (able.length - at));
    [able[at], able[other]] = [able[other] as number, able[at] as number];
  }
  const chosen = new Set(able.slice(0, count));
  const builder = createLogBuilder();
  const cases: ReplayCase[] = [];
  for (let learner = 0; learner < learnersOf(log); learner++) {
    const items = [...historyOf(log, learner)];
    const ages =
      log.ageDays === undefined ? undefined : [...log.ageDays.subarray(log.starts[learner], log.starts[learner + 1])];
    if (chosen.has(learner)) {
      const place = items.length - 1 - Math.floor(random() * Math.min(newestHidden, items.length));
      const [hidden = 0] = items.splice(place, 1);
      ages?.splice(place, 1);
      cases.push({ history: items, hidden });
    }
    builder.add(items, ages);
  }
  return { log: builder.finish(log.items), cases };
}

/** The log with only the most popular items, numbered anew: choosing among settings need not look at the long tail. */
export function mostPopularOnly(log: InteractionLog, most: number): InteractionLog {
  if (log.items <= most) return log;
  const takers = new Uint32Array(log.items);
  for (const item of log.item) takers[item] = (takers[item] as number) + 1;
  const byTakers = Array.from(takers.keys()).sort((a, b) => (takers[b] as number) - (takers[a] as number) || a - b);
  const numbers = new Map(byTakers.slice(0, most).map((item, number) => [item, number]));
  const builder = createLogBuilder();
  for (let learner = 0; learner < learnersOf(log); learner++) {
    const [start = 0, end = 0] = log.starts.subarray(learner, learner + 2);
    const kept = Array.from({ length: end - start }, (_, at) => start + at).filter((at) =>
      numbers.has(log.item[at] as number),
    );
    builder.add(
      kept.map((at) => numbers.get(log.item[at] as number) as number),
      log.ageDays === undefined ? undefined : kept.map((at) => log.ageDays?.[at] as number),
    );
  }
  return builder.finish(most);
}

/** NDCG@10 of one hidden item: 1 / log2(rank + 1) for the ranks 1 to 10, else 0; of equals half stand before it. */
export function gainOfHidden(scores: Float64Array, { history, hidden }: ReplayCase): number {
  const own = scores[hidden] as number;
  let before = 0;
  let equal = 0;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item] as number;
    if (score > own) before++;
    else if (score === own) equal++;
  }
  for (const item of history) {
    if ((scores[item] as number) > own) before--;
    else if ((scores[item] as number) === own) equal--;
  }
  const rank = before + (equal - 1) / 2;
  return rank < 10 ? 1 / Math.log2(rank + 2) : 0;
}

/** What each of several blends of the same parts gains, case by case. */
export function gainsOfBlends(
  replay: Replay,
  scorers: Readonly<Partial<Record<Part, Scorer>>>,
  blends: readonly Shares[],
): Float64Array[] {
  const { cases, log } = replay;
  const parts = {
    ease: new Float64Array(log.items),
    near: new Float64Array(log.items),
    conditional: new Float64Array(log.items),
    popularity: new Float64Array(log.items),
  };
  const gains = blends.map(() => new Float64Array(cases.length));
  const sum = new Float64Array(log.items);
  cases.forEach((each, at) => {
    for (const name of partNames) scorers[name]?.(each.history, parts[name]);
    blends.forEach((shares, blend) => {
      (gains[blend] as Float64Array)[at] = gainOfHidden(blendInto(parts, shares, sum), each);
    });
  });
  return gains;
}

/**
 * The place of the best setting: the first one, which is what is known to do well elsewhere, unless another gains more by over one standard
 * error of the paired difference, and of those the one that gains most.
 */
export function chooseByGains(gains: readonly Float64Array[]): number {
  const [usual = new Float64Array()] = gains;
  let chosen = 0;
  let most = 0;
  gains.forEach((those, place) => {
    const { mean, standardError } = pairedDifference(those, usual);
    if (mean > standardError && mean > most) {
      chosen = place;
      most = mean;
    }
  });
  return chosen;
}

/** The mean of what one gains over another in the same cases, and its standard error. */
export function pairedDifference(
  one: Float64Array,
  other: Float64Array,
): { readonly mean: number; readonly standardError: number } {
  if (one.length === 0) return { mean: 0, standardError: 0 };
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < one.length; at++) {
    const difference = (one[at] as number) - (other[at] as number);
    sum += difference;
    squares += difference ** 2;
  }
  const mean = sum / one.length;
  return { mean, standardError: Math.sqrt(Math.max(0, squares / one.length - mean ** 2) / one.length) };
}
