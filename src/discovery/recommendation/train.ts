import { fitEase } from './ease.ts';
import { evenWeights, type HistoryWeights, weightsToTry } from './history-weights.ts';
import { type InteractionLog, learnersOf } from './interaction-log.ts';
import { conditionalShrinkage, type RecommendationModel } from './model.ts';
import { conditionals, cosines, countPairs } from './pair-counts.ts';
import { halfLivesToTry, popularity } from './popularity.ts';
import { chooseByGains, gainsOfBlends, hideOneEach, mostPopularOnly, pairedDifference, type Replay } from './replay.ts';
import { fixedScorer, rowScorer, type Scorer, type Shares } from './scorer.ts';
import { seeded } from './seeded.ts';
import { entriesOf, noRows } from './sparse-rows.ts';

export interface TrainingOptions {
  /** Of the choice of what is hidden: the same log and seed give the same model. */
  readonly seed: number;
  /** The most neighbours kept of an item. */
  readonly kept: number;
  /** Pairs and items that fewer people than so many took are not in the model. */
  readonly leastPeople: number;
  /** The most items that EASE^R solves for. */
  readonly mostItems: number;
}

/** What was chosen by replay, on the log alone. */
export interface ChosenSettings {
  readonly weights: HistoryWeights;
  readonly lambda: number;
  readonly distanceDecay: number;
  readonly shrinkage: number;
  readonly halfLifeDays: number;
  readonly shares: Shares;
  /** Hidden items that were looked for. */
  readonly cases: number;
  /** NDCG@10 of the choice and of popularity on them. */
  readonly gain: number;
  readonly popularityGain: number;
  /** λ and shrinkage of EASE^R and of nearest neighbours when each is alone, with all items of a history alike. */
  readonly alone: { readonly lambda: number; readonly shrinkage: number };
}

export interface Trained {
  readonly model: RecommendationModel;
  readonly chosen: ChosenSettings;
}

/** Learners of whom one item is hidden at once; with few learners it is done again and again for about so many cases. */
const mostHidden = 3000;
const enoughCases = 1000;
const mostRounds = 4;

/** Items among which settings are chosen: EASE^R costs their cube, n³/2 multiplications, 0.5 s at a thousand. */
const mostItemsInReplay = 1000;

const popularityOnly: Shares = { ease: 0, near: 0, conditional: 0, popularity: 1 };
const onlyEase: Shares = { ease: 1, near: 0, conditional: 0, popularity: 0 };
const onlyNear: Shares = { ease: 0, near: 1, conditional: 0, popularity: 0 };

/** Ways to blend; the first one is what did best over all sizes of the open logs it was looked at with. */
const sharesToTry: readonly Shares[] = [
  { ease: 0.5, near: 0.5, conditional: 0, popularity: 0 },
  { ease: 0.75, near: 0.25, conditional: 0, popularity: 0 },
  { ease: 0.9, near: 0.1, conditional: 0, popularity: 0 },
  { ease: 0.25, near: 0.75, conditional: 0, popularity: 0 },
  { ease: 1, near: 0, conditional: 0, popularity: 0 },
  { ease: 0, near: 1, conditional: 0, popularity: 0 },
  { ease: 0.34, near: 0.33, conditional: 0.33, popularity: 0 },
  { ease: 0.5, near: 0, conditional: 0.5, popularity: 0 },
  { ease: 0, near: 0.5, conditional: 0.5, popularity: 0 },
  { ease: 0.45, near: 0.45, conditional: 0, popularity: 0.1 },
  { ease: 0.3, near: 0.3, conditional: 0.3, popularity: 0.1 },
  { ease: 0.3, near: 0.2, conditional: 0.3, popularity: 0.2 },
  { ease: 0.25, near: 0.25, conditional: 0, popularity: 0.5 },
];

/** Regularisations to try: the first is the usual one for few learners, or for many. */
const lambdasToTry = (learners: number): readonly number[] =>
  learners < 5000 ? [50, 20, 100, 200, 500] : [200, 20, 50, 100, 500];

const decaysToTry: readonly number[] = [0.8, 1, 0.5];
const shrinkagesToTry: readonly number[] = [5, 20, 0];

/** Chooses the settings by replay on the log, and trains the model with them on all of it. */
export function trainRecommender(log: InteractionLog, options: TrainingOptions): Trained {
  const chosen = chooseSettings(log, options);
  const pairs = countPairs(log, { ...chosen, kept: options.kept, leastPeople: options.leastPeople });
  const takers = popularity(log);
  const counted = popularity(log, chosen.halfLifeDays);
  const isKnown = (item: number): boolean => (takers[item] as number) >= options.leastPeople;
  const ease = chosen.shares.ease === 0 ? noRows(log.items) : fitEase(log, { ...chosen, ...options });
  const model: RecommendationModel = {
    items: log.items,
    weights: chosen.weights,
    shares: chosen.shares,
    shrinkage: chosen.shrinkage,
    popularity: counted.map((count, item) => (isKnown(item) ? count : 0)),
    pairs,
    ease: options.leastPeople > 1 ? entriesOf(ease, pairs.counts) : ease,
  };
  return { model, chosen };
}

/** One setting after another, the others as chosen so far; each stays as usual unless another does better by more than chance would. */
function chooseSettings(log: InteractionLog, { seed }: TrainingOptions): ChosenSettings {
  const learners = learnersOf(log);
  const small = mostPopularOnly(log, mostItemsInReplay);
  const random = seeded(seed);
  const rounds = Math.min(mostRounds, Math.max(1, Math.ceil(enoughCases / Math.max(1, learners))));
  const replays = Array.from({ length: rounds }, () => hideOneEach(small, mostHidden, random));
  const cases = replays.reduce((sum, { cases }) => sum + cases.length, 0);
  const gains = (scorers: (replay: Replay) => Partial<Record<keyof Shares, Scorer>>, blends: readonly Shares[]) =>
    joined(replays.map((replay) => gainsOfBlends(replay, scorers(replay), blends)));
  /** The gains of several ways to score, one blend each. */
  const tried = <T>(
    settings: readonly T[],
    scorers: (setting: T, replay: Replay) => Partial<Record<keyof Shares, Scorer>>,
    shares: Shares,
  ): T => {
    const results = settings.map((setting) => gains((replay) => scorers(setting, replay), [shares])[0] as Float64Array);
    return settings[chooseByGains(results)] as T;
  };
  const [lambda0 = 50] = lambdasToTry(learners);
  const popular =
    (halfLifeDays: number) =>
    ({ log: each }: Replay) =>
      fixedScorer(popularity(each, halfLifeDays));
  const halfLifeDays =
    log.ageDays === undefined
      ? Number.POSITIVE_INFINITY
      : tried(halfLivesToTry, (days, replay) => ({ popularity: popular(days)(replay) }), popularityOnly);
  const pairs = remembered(pairsOf);
  const fitted = remembered(({ log: each }: Replay, setting: { lambda: number; weights: HistoryWeights }) =>
    fitEase(each, { ...setting, mostItems: mostItemsInReplay, kept: each.items }),
  );
  const near = (
    { decay, shrinkage, weights }: { decay: number; shrinkage: number; weights: HistoryWeights },
    replay: Replay,
  ): Scorer => rowScorer(cosines(pairs(replay, { decay, weights }), shrinkage), weights);
  const ease = (lambda: number, weights: HistoryWeights, replay: Replay): Scorer =>
    rowScorer(fitted(replay, { lambda, weights }), weights);
  const even = { decay: 0.8, shrinkage: 5, weights: evenWeights };
  const decay = tried(decaysToTry, (each, replay) => ({ near: near({ ...even, decay: each }, replay) }), onlyNear);
  const shrinkage = tried(
    shrinkagesToTry,
    (each, replay) => ({ near: near({ decay, shrinkage: each, weights: evenWeights }, replay) }),
    onlyNear,
  );
  const aloneShrinkage = tried(
    shrinkagesToTry,
    (each, replay) => ({ near: near({ decay: 1, shrinkage: each, weights: evenWeights }, replay) }),
    onlyNear,
  );
  const aloneLambda = tried(
    lambdasToTry(learners),
    (each, replay) => ({ ease: ease(each, evenWeights, replay) }),
    onlyEase,
  );
  const [half = onlyEase] = sharesToTry;
  const weights = tried(
    weightsToTry,
    (each, replay) => ({
      near: near({ decay, shrinkage, weights: each }, replay),
      ease: ease(lambda0, each, replay),
    }),
    half,
  );
  const lambda = tried(
    lambdasToTry(learners),
    (each, replay) => ({ near: near({ decay, shrinkage, weights }, replay), ease: ease(each, weights, replay) }),
    half,
  );
  const results = gains(
    (replay) => ({
      near: near({ decay, shrinkage, weights }, replay),
      ease: ease(lambda, weights, replay),
      conditional: rowScorer(conditionals(pairs(replay, { decay, weights }), conditionalShrinkage), weights),
      popularity: popular(halfLifeDays)(replay),
    }),
    [...sharesToTry, popularityOnly],
  );
  const best = chooseByGains(results.slice(0, -1));
  const [bestGains = new Float64Array(), popularGains = new Float64Array()] = [results[best], results.at(-1)];
  // The gate: who does not beat what everybody takes has nothing to say.
  const isBetter = pairedDifference(bestGains, popularGains).mean > 0;
  return {
    weights,
    lambda,
    distanceDecay: decay,
    shrinkage,
    halfLifeDays,
    shares: isBetter ? (sharesToTry[best] as Shares) : popularityOnly,
    cases,
    gain: average(isBetter ? bestGains : popularGains),
    popularityGain: average(popularGains),
    alone: { lambda: aloneLambda, shrinkage: aloneShrinkage },
  };
}

function pairsOf({ log }: Replay, { decay, weights }: { readonly decay: number; readonly weights: HistoryWeights }) {
  return countPairs(log, { distanceDecay: decay, weights, kept: log.items, leastPeople: 1 });
}

/** A function of a replay and a setting that works each of them out once. */
function remembered<Setting, Result>(work: (replay: Replay, setting: Setting) => Result) {
  const known = new Map<Replay, Map<string, Result>>();
  return (replay: Replay, setting: Setting): Result => {
    const ofReplay = known.get(replay) ?? new Map<string, Result>();
    known.set(replay, ofReplay);
    const key = JSON.stringify(setting);
    const result = ofReplay.get(key) ?? work(replay, setting);
    ofReplay.set(key, result);
    return result;
  };
}

/** The gains of each blend over the cases of all rounds. */
function joined(rounds: readonly (readonly Float64Array[])[]): Float64Array[] {
  const [first = []] = rounds;
  return first.map((_, blend) => Float64Array.from(rounds.flatMap((round) => [...(round[blend] as Float64Array)])));
}

function average(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
