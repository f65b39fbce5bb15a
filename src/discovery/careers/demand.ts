import type { MonthOfDemand } from '../../catalogue/index.ts';
import { foldedPhrase } from '../../text/index.ts';
import { namedConcept } from '../concept-match.ts';

/** How the demand for a skill moved. */
export interface SkillTrend {
  /** The concept of the taxonomy, where one has this name. */
  readonly concept: string | undefined;
  readonly name: string;
  /** Openings in each of the six newest months, the oldest first; a month nobody told of is 0. */
  readonly months: readonly number[];
  /** Openings in the three newest months and in the three before. */
  readonly recent: number;
  readonly before: number;
  /** (recent + 5) / (before + 5): above 1 the demand grew. */
  readonly growth: number;
  readonly isRising: boolean;
  /** Only invented numbers say so. */
  readonly sample: boolean;
}

/** The newest month that is told of and each skill's way up to it. */
export interface Demand {
  /** First days of the six newest months, the oldest first; empty when nothing is told. */
  readonly months: readonly string[];
  /** The strongest growth first. */
  readonly skills: readonly SkillTrend[];
}

/** Months that a trend looks at: three against the three before, so that one odd month does not make a trend. */
export const trendMonths = 6;

/** Added to both sides, so that three openings after one are no tripling. */
const smoothing = 5;

/** Openings in the six months together without which nothing is said. */
const enoughPostings = 30;

/** Growth from which a skill is rising. */
const risingGrowth = 1.2;

/**
 * How the demand for each skill moved: the sum of the three newest months against that of the three before, each with five openings added.
 * A skill is rising from a growth of 1.2 on, if the six months have 30 openings or more. Names of one concept are one skill. Pure.
 */
export function demandOf(rows: readonly MonthOfDemand[]): Demand {
  const newest =
    rows
      .map(({ month }) => month)
      .sort()
      .at(-1) ?? '';
  if (newest === '') return { months: [], skills: [] };
  const months = Array.from({ length: trendMonths }, (_, back) => monthsBefore(newest, trendMonths - 1 - back));
  const skills = new Map<string, { concept: string | undefined; name: string; counts: number[]; sample: boolean }>();
  for (const { month, skill, postings, sample } of rows) {
    const at = months.indexOf(month);
    if (at < 0) continue;
    const concept = namedConcept(skill)?.id;
    const key = concept ?? foldedPhrase(skill);
    const known = skills.get(key) ?? { concept, name: skill, counts: months.map(() => 0), sample: true };
    known.counts[at] = (known.counts[at] ?? 0) + postings;
    skills.set(key, { ...known, sample: known.sample && sample });
  }
  return {
    months,
    skills: [...skills.values()].map(trendOf).sort((a, b) => b.growth - a.growth || b.recent - a.recent),
  };
}

function trendOf(given: { concept: string | undefined; name: string; counts: number[]; sample: boolean }): SkillTrend {
  const { concept, name, counts, sample } = given;
  const sum = (part: readonly number[]): number => part.reduce((all, each) => all + each, 0);
  const [before, recent] = [sum(counts.slice(0, trendMonths / 2)), sum(counts.slice(trendMonths / 2))];
  const growth = Math.round((100 * (recent + smoothing)) / (before + smoothing)) / 100;
  const isRising = recent + before >= enoughPostings && growth >= risingGrowth;
  return { concept, name, months: counts, recent, before, growth, isRising, sample };
}

function monthsBefore(month: string, back: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 - back;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
