import type { Finder, SkillTrend } from '../discovery/index.ts';
import type { UnmetTopic } from '../insights/index.ts';

/** What is wanted of some skills together. */
export interface Touch {
  /** Openings of the three newest months that ask for them. */
  readonly openings: number;
  /** Those of them whose demand rises, the strongest first. */
  readonly rising: readonly SkillTrend[];
  /** People who wished for them in vain in the newest quarter, in steps of five. */
  readonly unmet: number;
}

/** What is wanted, by concept of the taxonomy. */
export interface Wanted {
  readonly trends: ReadonlyMap<string, SkillTrend>;
  readonly unmet: ReadonlyMap<string, number>;
}

/** What openings ask for and what people wished for in vain, by concept; wishes without a subject we know are nobody's. */
export function wantedOf(demand: Finder['demand'], unmet: readonly UnmetTopic[]): Wanted {
  return {
    trends: new Map(demand.skills.flatMap((skill) => (skill.concept === undefined ? [] : [[skill.concept, skill]]))),
    unmet: new Map(unmet.map(({ topic, people }) => [topic, people])),
  };
}

/** What is wanted of what a course or a track teaches. */
export function touchOf(concepts: readonly string[], { trends, unmet }: Wanted): Touch {
  const own = [...new Set(concepts)];
  const asked = own.flatMap((concept) => trends.get(concept) ?? []);
  return {
    openings: asked.reduce((sum, { recent }) => sum + recent, 0),
    rising: asked.filter(({ isRising }) => isRising).sort((a, b) => b.growth - a.growth),
    unmet: own.reduce((sum, concept) => sum + (unmet.get(concept) ?? 0), 0),
  };
}

/** How much a concept weighs in the order: an opening and a person one each, an opening for a rising skill two. */
function weightOf(concept: string, { trends, unmet }: Wanted): number {
  const trend = trends.get(concept);
  const openings = trend === undefined ? 0 : trend.recent * (trend.isRising ? 2 : 1);
  return openings + (unmet.get(concept) ?? 0);
}

/** The weight of everything that is wanted of some concepts. */
export function weightOfAll(concepts: readonly string[], wanted: Wanted): number {
  return [...new Set(concepts)].reduce((sum, concept) => sum + weightOf(concept, wanted), 0);
}

/** The weight of each course whose skills are wanted, by its key: all others weigh nothing. */
export function weightsOfCourses(finder: Pick<Finder, 'teaching'>, wanted: Wanted): Map<number, number> {
  const weights = new Map<number, number>();
  for (const concept of new Set([...wanted.trends.keys(), ...wanted.unmet.keys()])) {
    const weight = weightOf(concept, wanted);
    if (weight === 0) continue;
    for (const key of finder.teaching(concept)) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  return weights;
}
