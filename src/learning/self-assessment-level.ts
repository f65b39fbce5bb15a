import { type Ability, massBetween } from './self-assessment-estimate.ts';
import type { SelfAssessment } from './self-assessment-file.ts';

type Levels = SelfAssessment['levels'];

/** How sure a level is: eight in ten, more likely than not, or less. Simulated people are at the level named about so often. */
export type Sureness = 'sure' | 'fairly' | 'unsure';

const sureShares = { sure: 0.8, fairly: 0.6 } as const;

export interface LevelFound {
  /** Position among the levels, from 0. */
  readonly level: number;
  readonly sureness: Sureness;
  /** The next most likely level, where the one named is not sure. */
  readonly other: number | undefined;
}

/** How much of a belief lies in each level, in their order. */
export function levelShares(levels: Levels, ability: Ability): readonly number[] {
  return levels.map(({ from }, position) =>
    massBetween(ability, from ?? Number.NEGATIVE_INFINITY, levels[position + 1]?.from ?? Number.POSITIVE_INFINITY),
  );
}

/** The likeliest level, and how sure it is. */
export function levelOf(levels: Levels, ability: Ability): LevelFound {
  const shares = levelShares(levels, ability);
  const order = shares.map((_, position) => position).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const [level = 0, other] = order;
  const share = shares[level] ?? 0;
  const sureness = share >= sureShares.sure ? 'sure' : share >= sureShares.fairly ? 'fairly' : 'unsure';
  return { level, sureness, other: sureness === 'sure' ? undefined : other };
}

/** The level that a share of the points reaches. */
export function levelOfShare(levels: Levels, share: number): number {
  return levels.filter(({ from }) => from !== undefined && share >= from).length;
}
