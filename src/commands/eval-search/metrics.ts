/** A labelled query; an empty `relevant` means that nothing fits. */
export interface LabelledQuery {
  readonly id: string;
  readonly query: string;
  readonly kind: string;
  /** Course id → 1 related, 2 right with a flaw, 3 exactly right. */
  readonly relevant: Readonly<Record<string, number>>;
}

/** What a ranker answered: up to ten ids, best first, or that nothing fits. */
export interface Ranking {
  readonly ids: readonly string[];
  readonly none: boolean;
}

export interface Scores {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly mrr: number;
}

const depth = 10;

function gain(grade: number): number {
  return 2 ** grade - 1;
}

/**
 * NDCG@10 (gain 2^rel − 1, discount log2, ideal over all relevant), recall@10 and reciprocal rank of one query that has
 * an answer. A ranker that says "nothing fits" scores nothing.
 */
export function scoreRanking(query: LabelledQuery, ranking: Ranking): Scores {
  const ids = ranking.none ? [] : ranking.ids.slice(0, depth);
  const discounted = (gains: readonly number[]): number =>
    gains.reduce((sum, value, position) => sum + value / Math.log2(position + 2), 0);
  const grades = Object.values(query.relevant).sort((a, b) => b - a);
  const ideal = discounted(grades.slice(0, depth).map(gain));
  const found = ids.map((id) => query.relevant[id] ?? 0);
  const first = found.findIndex((grade) => grade > 0);
  return {
    ndcg10: ideal === 0 ? 0 : discounted(found.map(gain)) / ideal,
    recall10: found.filter((grade) => grade > 0).length / grades.length,
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The middle of the sorted values at a share from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A small generator with a seed (mulberry32), so that an interval is the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const resamples = 2000;

/** The paired bootstrap 95 % interval of the mean difference of two rankers over the same queries. */
export function pairedInterval(
  ours: readonly number[],
  theirs: readonly number[],
): { low: number; mean: number; high: number } {
  const differences = ours.map((value, position) => value - (theirs[position] ?? 0));
  const random = seeded(1);
  const means = Array.from({ length: resamples }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  );
  return { low: quantile(means, 0.025), mean: mean(differences), high: quantile(means, 0.975) };
}

/** How well "nothing fits" is said: recall over queries without an answer, precision over what was said. */
export function scoreNone(
  queries: readonly LabelledQuery[],
  rankings: readonly Ranking[],
): { none_recall: number | null; none_precision: number | null; false_none: number | null } {
  let [unanswerable, said, right] = [0, 0, 0];
  queries.forEach((query, position) => {
    const isNone = Object.keys(query.relevant).length === 0;
    const saysNone = rankings[position]?.none === true;
    if (isNone) unanswerable++;
    if (saysNone) said++;
    if (isNone && saysNone) right++;
  });
  const answerable = queries.length - unanswerable;
  return {
    none_recall: unanswerable === 0 ? null : right / unanswerable,
    none_precision: said === 0 ? null : right / said,
    false_none: answerable === 0 ? null : (said - right) / answerable,
  };
}
