/** Something that may be recommended. */
export interface Candidate {
  readonly key: number;
  readonly provider: string;
}

/** What stands in a list, and how probable it was to stand there. */
export interface Slot<C extends Candidate> {
  readonly candidate: C;
  readonly propensity: number;
}

/** So many of one provider in a list, while there are others. */
const mostOfProvider = 2;

/** The share of slots that explore: one of five. It is the last slot of a list that does, as often as that takes. */
const exploringShare = 0.2;

/** Candidates after the list from which the exploring slot draws, each as probable as the other. */
const poolSize = 20;

/**
 * Fills the slots of a list from candidates in their order, at most two of a provider while there are others. What only ever
 * shows the best never learns whether the next ones would have been liked: so the last slot sometimes shows one of those, and how
 * probable each was is kept (Bottou et al. 2013: with propensities a log can tell of other rankings).
 */
export function fillSlots<C extends Candidate>(
  candidates: readonly C[],
  { count, random }: { readonly count: number; readonly random: () => number },
): Slot<C>[] {
  const ranked = spread(candidates);
  const best = ranked.slice(0, count);
  const last = best.at(-1);
  const certain = (candidate: C): Slot<C> => ({ candidate, propensity: 1 });
  const before = best.slice(0, -1);
  const pool = ranked
    .slice(count)
    .filter(({ provider }) => ofProvider(before, provider) < mostOfProvider)
    .slice(0, poolSize);
  if (last === undefined || best.length < count || count < 2 || pool.length === 0) return best.map(certain);
  const exploring = Math.min(1, exploringShare * count);
  const drawn = random() < exploring ? pool[Math.floor(random() * pool.length)] : undefined;
  const end =
    drawn === undefined
      ? { candidate: last, propensity: 1 - exploring }
      : { candidate: drawn, propensity: exploring / pool.length };
  return [...before.map(certain), end];
}

/** The candidates with those beyond two of a provider after all others. */
function spread<C extends Candidate>(candidates: readonly C[]): C[] {
  const seen = new Map<string, number>();
  const [first, later]: [C[], C[]] = [[], []];
  for (const candidate of candidates) {
    const before = seen.get(candidate.provider) ?? 0;
    seen.set(candidate.provider, before + 1);
    (before < mostOfProvider ? first : later).push(candidate);
  }
  return [...first, ...later];
}

function ofProvider(candidates: readonly Candidate[], provider: string): number {
  return candidates.filter((each) => each.provider === provider).length;
}
