import { given, grid, likelihood, normal, priorMass, type Response, scaled, sum } from './self-assessment-estimate.ts';

/** What two sittings tell of what lies between them. */
export interface Change {
  /** In logits. */
  readonly mean: number;
  readonly sd: number;
  /** `unclear`: within the noise. */
  readonly direction: 'up' | 'down' | 'unclear';
}

/** Changes that are weighed, in logits. */
const steps: readonly number[] = Array.from({ length: 33 }, (_, step) => -4 + step * 0.25);

/**
 * What is assumed of changes before, in logits: wide, so that a change is found by the answers and neither assumed nor assumed away;
 * domains change together, and each a little by itself.
 */
const priorChange = { general: 1.5, special: 0.5 } as const;

/** How sure a direction has to be before it is said. */
const sureEnough = 0.95;

const priorGeneral = scaled(steps.map((step) => normal(step, 0, priorChange.general)));
const specialGiven = steps.map((general) => scaled(steps.map((own) => normal(own, general, priorChange.special))));

const at = (values: readonly number[] | undefined, place: number): number => values?.[place] ?? 0;

/**
 * What has changed between two sittings, overall and in each domain asked in both. The person stays who they are: with ε_d the change in
 * a domain, the second sitting is at θ_d + ε_d, with θ_d as in `believe`, ε_d ~ N(δ, 0.5²), δ ~ N(0, 1.5²). Both are weighed
 * together on grids, exactly. Two estimates subtracted would have the spread of people in their noise twice, and would see next to nothing.
 * A direction is said only from 95 % on.
 */
export function changeBetween(
  domains: readonly number[],
  before: readonly Response[],
  after: readonly Response[],
): { readonly overall: Change; readonly domains: ReadonlyMap<number, Change> } {
  const both = domains.filter((domain) => [before, after].every((sitting) => sitting.some((r) => r.domain === domain)));
  // Of each domain, by general ability and own change: how likely both sittings are.
  const evidence = both.map((domain) => evidenceOf(domain, before, after));
  const messages = evidence.map((own) =>
    own.map((ofAbility) =>
      specialGiven.map((likely) => likely.reduce((total, part, step) => total + part * at(ofAbility, step), 0)),
    ),
  );
  const joint = (without: number | undefined): number[][] =>
    priorMass.map((ability, point) =>
      priorGeneral.map((general, step) =>
        messages.reduce(
          (product, own, place) => (place === without ? product : product * at(own[point], step)),
          ability * general,
        ),
      ),
    );
  const whole = joint(undefined);
  return {
    overall: changeOf(steps.map((_, step) => sum(whole.map((ofAbility) => at(ofAbility, step))))),
    domains: new Map(
      both.map((domain, place) => {
        const others = joint(place);
        const mass = steps.map((_, own) =>
          sum(
            others.map((ofAbility, point) => {
              const likely = ofAbility.reduce(
                (total, part, general) => total + part * at(specialGiven[general], own),
                0,
              );
              return likely * at(evidence[place]?.[point], own);
            }),
          ),
        );
        return [domain, changeOf(mass)];
      }),
    ),
  };
}

function evidenceOf(domain: number, before: readonly Response[], after: readonly Response[]): number[][] {
  const likely = (responses: readonly Response[], ability: number): number =>
    responses.reduce((product, each) => (each.domain === domain ? product * likelihood(ability, each) : product), 1);
  const first = grid.map((ability) => likely(before, ability));
  const second = grid.map((ability) => steps.map((step) => likely(after, ability + step)));
  return given.map((special) =>
    steps.map((_, step) =>
      special.reduce((total, part, point) => total + part * at(first, point) * at(second[point], step), 0),
    ),
  );
}

function changeOf(weights: readonly number[]): Change {
  const mass = scaled(weights);
  const mean = sum(mass.map((part, step) => part * at(steps, step)));
  const sd = Math.sqrt(sum(mass.map((part, step) => part * (at(steps, step) - mean) ** 2)));
  // "No change" lies between the directions: half of it counts to each.
  const up = sum(mass.map((part, step) => part * (at(steps, step) > 0 ? 1 : at(steps, step) === 0 ? 0.5 : 0)));
  return { mean, sd, direction: up >= sureEnough ? 'up' : up <= 1 - sureEnough ? 'down' : 'unclear' };
}
