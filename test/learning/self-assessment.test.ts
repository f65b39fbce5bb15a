import { expect, it } from 'vitest';
import { changeBetween } from '../../src/learning/self-assessment-change.ts';
import { believe, chanceRight, grid, type Response } from '../../src/learning/self-assessment-estimate.ts';
import { citySelfAssessments } from '../../src/learning/self-assessment-file.ts';
import { findingsOf, missedItems } from '../../src/learning/self-assessment-result.ts';
import { type GivenAnswer, nextItem, nextSituation } from '../../src/learning/self-assessment-sitting.ts';
import {
  accuracyOf,
  adaptively,
  atRandom,
  changesOf,
  type Population,
  personOf,
  randomOf,
  realDifficulties,
  sit,
} from './self-assessment-people.ts';

const found = citySelfAssessments();
const [digital, teachers] = [found.get('digital'), found.get('teachers')];
if (digital?.kind !== 'situations' || teachers?.kind !== 'statements')
  throw new Error('The files are not what they were.');

/** People as the estimate assumes them, and others: weaker, more different, by difficulties that were judged wrong by half a logit. */
const populations = {
  assumed: { mean: 0, general: 1, special: 0.7, misjudged: 0 },
  different: { mean: -0.7, general: 1.3, special: 0.9, misjudged: 0.5 },
} as const satisfies Record<string, Population>;

/** The figures of docs/self-assessment.md. */
const told = (...figures: string[]): void => {
  process.stdout.write(`${figures.join(' ')}\n`);
};

const response = (domain: number, difficulty: number, outcome: Response['outcome']): Response => ({
  domain,
  difficulty,
  options: 4,
  outcome,
});

const simulated = (population: Population, isAdaptive: boolean) => {
  const random = randomOf(20_261_129);
  const real = realDifficulties(digital, population, random);
  const people = Array.from({ length: 500 }, () => {
    const person = personOf(digital, population, random);
    const next = isAdaptive ? adaptively(digital) : atRandom(digital, random);
    return { person, answers: sit(person, next, real, random) };
  });
  return accuracyOf(digital, people);
};

it.each([
  ['assumed', 0.76, 0.76, 0.84],
  ['different', 0.95, 0.66, 0.84],
] as const)(
  'comes near what is true of 500 simulated people (%s), nearer than twelve questions at random',
  (name, error, low, high) => {
    const [adaptive, random] = [simulated(populations[name], true), simulated(populations[name], false)];
    told(name, JSON.stringify({ adaptive, random }));
    expect(adaptive.mostQuestions).toBeLessThanOrEqual(12);
    expect(adaptive.twice).toBe(0);
    expect(adaptive.error).toBeLessThan(error);
    expect(adaptive.error).toBeLessThan(random.error - 0.02);
    expect(adaptive.coverage).toBeGreaterThan(low);
    expect(adaptive.coverage).toBeLessThan(high);
    // The words keep their promise: what is "sure" is right about eight times in ten, and surer than what is not.
    const share = (sureness: string): number =>
      (adaptive.levels[sureness]?.right ?? 0) / (adaptive.levels[sureness]?.said ?? 1);
    expect(share('sure')).toBeGreaterThan(0.75);
    expect(share('fairly')).toBeGreaterThan(0.58);
    expect(share('unsure')).toBeLessThan(share('fairly'));
  },
);

it('seldom claims a change where there is none, in no more people than it promises, and sees a great one', () => {
  const of = (change: number, population: Population) =>
    changesOf(digital, population, { people: 150, change, random: randomOf(7) });
  for (const [name, population] of Object.entries(populations)) {
    const none = of(0, population);
    told(name, JSON.stringify({ none }));
    expect(none.up + none.down).toBeLessThan(0.06);
    expect(none.overallUp).toBeLessThan(0.05);
    expect(none.overallDown).toBeLessThan(0.08);
  }
  const great = of(3, populations.assumed);
  told(JSON.stringify({ great }));
  expect(great.overallUp).toBeGreaterThan(0.5);
  expect(great.down + great.overallDown).toBe(0);
});

it('guesses among the options, and does not where nobody guessed', () => {
  expect(chanceRight(-40, { difficulty: 0, options: 4 })).toBeCloseTo(0.25);
  expect(chanceRight(0, { difficulty: 0, options: 4 })).toBeCloseTo(0.625);
  const [unknown, wrong] = (['unknown', 'wrong'] as const).map(
    (outcome) => believe([1], [response(1, 0, outcome)]).domains.get(1)?.mean ?? 0,
  );
  // Wrong is wrong: what was not known says the same, whether somebody guessed in vain or said so.
  expect(unknown).toBeCloseTo(wrong ?? Number.NaN, 6);
  expect(unknown).toBeLessThan(0);
});

it('learns of a domain from the others, less than from itself', () => {
  const belief = believe([1, 2], [response(1, 0, 'right'), response(1, 0.4, 'right')]);
  const [own, other] = [belief.domains.get(1), belief.domains.get(2)];
  expect(other?.mean).toBeGreaterThan(0.1);
  expect(other?.mean).toBeLessThan(own?.mean ?? 0);
  expect(other?.sd).toBeGreaterThan(own?.sd ?? 9);
  for (const { mass } of belief.domains.values()) expect(mass.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1);
  expect(grid.at(-1)).toBeCloseTo(4);
});

it('asks harder after right answers and easier after none, of every domain, and what earlier sittings asked only last', () => {
  const first = nextSituation(digital, [], new Set());
  const answers = (outcome: 'right' | 'unknown'): GivenAnswer[] =>
    digital.domains.flatMap(({ id }) => {
      const item = digital.items.find((each) => each.domain === id && each.difficulty === -0.4);
      const right = item?.options.findIndex((option) => option.right) ?? 0;
      return item === undefined ? [] : [{ item: item.id, answer: outcome === 'right' ? right : null }];
    });
  expect(nextSituation(digital, answers('right'), new Set())?.difficulty).toBeGreaterThan(0);
  expect(nextSituation(digital, answers('unknown'), new Set())?.difficulty).toBeLessThan(-0.4);
  const seen = new Set([first?.id ?? '']);
  const again = nextSituation(digital, [], seen);
  expect([again?.domain, again?.id === first?.id]).toEqual([first?.domain, false]);
  const all = new Set(digital.items.map(({ id }) => id));
  expect(nextSituation(digital, [], all)?.id).toBe(first?.id);
});

it('says of two sittings with the same answers that nothing has changed, and of all wrong and all right that something has', () => {
  const sitting = (outcome: Response['outcome']) =>
    [1, 2, 3].flatMap((domain) => [-1.2, 0.4, 1.2].map((difficulty) => response(domain, difficulty, outcome)));
  const same = changeBetween([1, 2, 3], sitting('right'), sitting('right'));
  expect(same.overall.direction).toBe('unclear');
  const grown = changeBetween([1, 2, 3, 4], sitting('unknown'), sitting('right'));
  expect(grown.overall).toMatchObject({ direction: 'up' });
  expect([...grown.domains.keys()]).toEqual([1, 2, 3]);
  const fallen = changeBetween([1, 2, 3], sitting('right'), sitting('unknown'));
  expect(fallen.overall.direction).toBe('down');
});

it('adds the points of statements by area, leaves out what was passed over, and names six levels', () => {
  const answer = (position: number | null): GivenAnswer[] =>
    teachers.items.map(({ id }) => ({ item: id, answer: position }));
  const levels = [0, 1, 2, 3, 4].map((position) => findingsOf(teachers, answer(position)).overall.level);
  expect(levels).toEqual([0, 1, 2, 4, 5]);
  expect(findingsOf(teachers, answer(null)).domains).toEqual([]);
  const [first, second] = teachers.items;
  const some = [
    { item: first?.id ?? '', answer: 4 },
    { item: second?.id ?? '', answer: null },
  ];
  expect(findingsOf(teachers, some).domains).toMatchObject([{ answers: 1, share: 1, level: 5 }]);
  expect(nextItem(teachers, some, new Set())?.id).toBe(teachers.items[2]?.id);
});

it('forgets answers to items that have left their file', () => {
  const answers = [{ item: 'gone', answer: 1 }];
  expect(findingsOf(digital, answers).domains).toEqual([]);
  expect(missedItems(digital, answers)).toEqual([]);
});
