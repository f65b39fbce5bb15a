import { dayNumber } from '../../time/index.ts';
import type { CourseIndex } from '../course-index.ts';
import { assess, measuresOf } from '../fit.ts';
import { weights } from '../weights.ts';
import type { KeptWish } from '../wish.ts';
import type { NeededSkill, Occupation } from './occupation.ts';
import { surelyTeaching, type TeachingCourse } from './surely-teaching.ts';

/** What a path is made for. */
export interface PathOptions {
  /** Concepts the learner has already. */
  readonly known: ReadonlySet<string>;
  /** What is known of the learner, as conditions and leanings of a wish without a topic. */
  readonly preferences: KeptWish;
  /** The day, on which courses that are over are no way. */
  readonly today: string;
  /** Keys of courses that must not appear. */
  readonly exclude?: ReadonlySet<number>;
}

/** A course on the way to an occupation, with the skills it is there for. */
export interface PathStep {
  /** Its row. */
  readonly key: number;
  readonly skills: readonly NeededSkill[];
}

/** The way to an occupation. */
export interface CareerPath {
  /** In the order of learning. */
  readonly needed: readonly NeededSkill[];
  readonly had: readonly NeededSkill[];
  readonly steps: readonly PathStep[];
  /** What no course teaches. */
  readonly gaps: readonly NeededSkill[];
}

const { path: rules } = weights;

/**
 * A course for each skill that the learner lacks, in the order of learning. Courses are ranked by how surely they teach the skill, by how they stand to what
 * is known of the learner (near, within the budget, at their hours), with free ones and those for beginners a little before; one
 * that is on the path already teaches a further skill without another way.
 */
export function careerPath(index: CourseIndex, occupation: Occupation, options: PathOptions): CareerPath {
  const { known } = options;
  const has = ({ concept }: NeededSkill): boolean => concept !== undefined && known.has(concept);
  const steps = new Map<number, NeededSkill[]>();
  const gaps: NeededSkill[] = [];
  const rate = raterOf(options);
  for (const skill of occupation.skills) {
    if (has(skill)) continue;
    const key = bestCourse(index, skill, rate, steps);
    if (key === undefined) gaps.push(skill);
    else steps.set(key, [...(steps.get(key) ?? []), skill]);
  }
  return {
    needed: occupation.skills,
    had: occupation.skills.filter(has),
    steps: [...steps].map(([key, skills]) => ({ key, skills })),
    gaps,
  };
}

/** How a course stands to the learner; undefined when it is no way. */
type Rater = (course: TeachingCourse) => number | undefined;

function raterOf({ preferences, today, exclude }: PathOptions): Rater {
  const wish = { ...preferences, terms: [] };
  const day = dayNumber(today);
  const measures = measuresOf(preferences.facets, day);
  return ({ key, document, index: { facts } }) => {
    if ((facts.until[document] ?? 0) < day || exclude?.has(key) === true) return undefined;
    const fitness = assess(facts, document, wish, measures);
    if (!fitness.allowed) return undefined;
    const free = facts.price[document] === 0 ? rules.free : 1;
    const advanced = facts.level[document] === 3 ? rules.advanced : 1;
    return fitness.factor * free * advanced;
  };
}

function bestCourse(
  index: CourseIndex,
  { concept }: NeededSkill,
  rate: Rater,
  chosen: ReadonlyMap<number, unknown>,
): number | undefined {
  if (concept === undefined) return undefined;
  let [best, bestScore]: [number | undefined, number] = [undefined, 0];
  for (const course of surelyTeaching(index, concept)) {
    const standing = rate(course);
    if (standing === undefined) continue;
    const score = course.weight * standing * (chosen.has(course.key) ? rules.chosen : 1);
    if (score > bestScore) [best, bestScore] = [course.key, score];
  }
  return best;
}
