import { changeBetween } from '../../src/learning/self-assessment-change.ts';
import { quantile } from '../../src/learning/self-assessment-estimate.ts';
import type { Situation, SituationAssessment } from '../../src/learning/self-assessment-file.ts';
import { levelOf } from '../../src/learning/self-assessment-level.ts';
import {
  beliefOf,
  type GivenAnswer,
  mostSituations,
  nextSituation,
  responsesOf,
} from '../../src/learning/self-assessment-sitting.ts';

type Random = () => number;

/** A generator that gives the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const normalOf = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A simulated person: abilities by domain, and how often they say that they do not know instead of guessing. */
interface Person {
  readonly abilities: ReadonlyMap<number, number>;
  readonly honesty: number;
}

export interface Population {
  readonly mean: number;
  readonly general: number;
  readonly special: number;
  /** By how much the difficulties that the authors judged are off (SD, logits). */
  readonly misjudged: number;
}

export function personOf(assessment: SituationAssessment, population: Population, random: Random): Person {
  const general = population.mean + population.general * normalOf(random);
  return {
    abilities: new Map(assessment.domains.map(({ id }) => [id, general + population.special * normalOf(random)])),
    honesty: random(),
  };
}

export function stronger({ abilities, honesty }: Person, by: number): Person {
  return { honesty, abilities: new Map([...abilities].map(([domain, ability]) => [domain, ability + by])) };
}

/** Difficulties as they really are in a population. */
export function realDifficulties(
  { items }: SituationAssessment,
  { misjudged }: Population,
  random: Random,
): ReadonlyMap<string, number> {
  return new Map(items.map(({ id, difficulty }) => [id, difficulty + misjudged * normalOf(random)]));
}

function answerOf(person: Person, item: Situation, difficulty: number, random: Random): number | null {
  const ability = person.abilities.get(item.domain) ?? 0;
  const right = item.options.findIndex((option) => option.right);
  const knows = 1 / (1 + Math.exp(difficulty - ability));
  if (random() < knows) return right;
  if (random() < person.honesty) return null;
  return Math.floor(random() * item.options.length);
}

type Next = (answers: readonly GivenAnswer[]) => Situation | undefined;

/** Lets a person answer until nothing is asked any more. */
export function sit(
  person: Person,
  next: Next,
  real: ReadonlyMap<string, number>,
  random: Random,
): readonly GivenAnswer[] {
  const answers: GivenAnswer[] = [];
  for (let item = next(answers); item !== undefined; item = next(answers)) {
    answers.push({ item: item.id, answer: answerOf(person, item, real.get(item.id) ?? item.difficulty, random) });
  }
  return answers;
}

export const adaptively =
  (assessment: SituationAssessment, earlier: ReadonlySet<string> = new Set()): Next =>
  (answers) =>
    nextSituation(assessment, answers, earlier);

export function atRandom({ items }: SituationAssessment, random: Random): Next {
  const left = [...items];
  return (answers) =>
    answers.length >= mostSituations ? undefined : left.splice(Math.floor(random() * left.length), 1)[0];
}

export interface Accuracy {
  /** Mean absolute error, in logits, over people and domains. */
  readonly error: number;
  /** Share of the true abilities within the 80 % interval. */
  readonly coverage: number;
  readonly questions: number;
  readonly mostQuestions: number;
  readonly twice: number;
  /** How often the level named was the true one, by how sure it was said to be; and how often it was said. */
  readonly levels: Readonly<Record<string, { readonly said: number; readonly right: number }>>;
}

/** How near the estimates of people come to what is true of them. */
export function accuracyOf(
  assessment: SituationAssessment,
  people: readonly { readonly person: Person; readonly answers: readonly GivenAnswer[] }[],
): Accuracy {
  const levels: Record<string, { said: number; right: number }> = {};
  let [error, within, count, questions, most, twice] = [0, 0, 0, 0, 0, 0];
  for (const { person, answers } of people) {
    questions += answers.length;
    most = Math.max(most, answers.length);
    twice += answers.length - new Set(answers.map(({ item }) => item)).size;
    for (const [domain, own] of beliefOf(assessment, answers).domains) {
      const truth = person.abilities.get(domain) ?? 0;
      count++;
      error += Math.abs(own.mean - truth);
      within += Number(truth >= quantile(own, 0.1) && truth <= quantile(own, 0.9));
      const { level, sureness } = levelOf(assessment.levels, own);
      const isRight = assessment.levels.filter(({ from }) => from !== undefined && truth >= from).length === level;
      const kept = levels[sureness] ?? { said: 0, right: 0 };
      levels[sureness] = { said: kept.said + 1, right: kept.right + Number(isRight) };
    }
  }
  return {
    error: error / count,
    coverage: within / count,
    questions: questions / people.length,
    mostQuestions: most,
    twice,
    levels,
  };
}

/** What is said of two sittings with a true change between them: shares of domains and of people. */
export interface ChangesSaid {
  readonly up: number;
  readonly down: number;
  readonly overallUp: number;
  readonly overallDown: number;
  /** Mean error of the overall change, in logits: how much too large it is found. */
  readonly bias: number;
}

export function changesOf(
  assessment: SituationAssessment,
  population: Population,
  { people, change, random }: { readonly people: number; readonly change: number; readonly random: Random },
): ChangesSaid {
  const real = realDifficulties(assessment, population, random);
  const domains = assessment.domains.map(({ id }) => id);
  let [up, down, overallUp, overallDown, bias] = [0, 0, 0, 0, 0];
  for (let each = 0; each < people; each++) {
    const person = personOf(assessment, population, random);
    const first = sit(person, adaptively(assessment), real, random);
    const seen = new Set(first.map(({ item }) => item));
    const second = sit(stronger(person, change), adaptively(assessment, seen), real, random);
    const found = changeBetween(domains, responsesOf(assessment, first), responsesOf(assessment, second));
    const directions = [...found.domains.values()].map(({ direction }) => direction);
    up += directions.filter((direction) => direction === 'up').length / domains.length;
    down += directions.filter((direction) => direction === 'down').length / domains.length;
    overallUp += Number(found.overall.direction === 'up');
    overallDown += Number(found.overall.direction === 'down');
    bias += found.overall.mean - change;
  }
  return {
    up: up / people,
    down: down / people,
    overallUp: overallUp / people,
    overallDown: overallDown / people,
    bias: bias / people,
  };
}
