/** An answer to a situation: how hard it is, among how many options one guesses, and what came of it. */
export interface Response {
  readonly domain: number;
  readonly difficulty: number;
  readonly options: number;
  /** `unknown`: "Không biết" was chosen, so that nothing was guessed. */
  readonly outcome: 'right' | 'wrong' | 'unknown';
}

/** What is believed of a learner's ability in a domain, in logits. */
export interface Ability {
  /** The expected value (EAP). */
  readonly mean: number;
  readonly sd: number;
  /** Of each point of `grid`. */
  readonly mass: readonly number[];
}

export interface Belief {
  /** By domain, also of those that were not asked. */
  readonly domains: ReadonlyMap<number, Ability>;
  /** What the domains have in common. */
  readonly overall: Ability;
}

/** Points of the scale on which abilities are weighed: ±4 logits, more than any answers here can tell apart, in steps below a quarter of an SD. */
export const grid: readonly number[] = Array.from({ length: 41 }, (_, point) => -4 + point * 0.2);

/**
 * What is assumed before the first answer, in logits: people differ in general (`general`), and each is better at some things than at
 * others (`special`). Surveys of digital skills find domains strongly correlated: these SDs make r = 1 / (1 + 0.49) = 0.67.
 * Assumptions of ours until enough answers are there to fit them.
 */
export const prior = { mean: 0, general: 1, special: 0.7 } as const;

export const normal = (x: number, mean: number, sd: number): number => Math.exp(-0.5 * ((x - mean) / sd) ** 2);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const scaled = (values: readonly number[]): number[] => {
  const total = sum(values);
  return values.map((value) => value / total);
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Of each general ability, how likely each ability in a domain is. */
export const given: readonly (readonly number[])[] = grid.map((general) =>
  scaled(grid.map((special) => normal(special, general, prior.special))),
);
export const priorMass = scaled(grid.map((general) => normal(general, prior.mean, prior.general)));

/**
 * How likely a right answer is at an ability: Rasch with guessing, p = 1/k + (1 − 1/k)·σ(θ − d). Whoever does not know it chooses among
 * the k options blindly (Birnbaum 1968, with c = 1/k and the same slope everywhere).
 */
export function chanceRight(
  ability: number,
  { difficulty, options }: Pick<Response, 'difficulty' | 'options'>,
): number {
  const guess = 1 / options;
  return guess + (1 - guess) * logistic(ability - difficulty);
}

/** How likely an answer is at an ability. "Không biết" says that it was not known, and nobody guessed. */
export function likelihood(ability: number, response: Response): number {
  if (response.outcome === 'unknown') return 1 - logistic(ability - response.difficulty);
  const right = chanceRight(ability, response);
  return response.outcome === 'right' ? right : 1 - right;
}

function ability(mass: readonly number[]): Ability {
  const mean = sum(mass.map((part, point) => part * (grid[point] ?? 0)));
  const variance = sum(mass.map((part, point) => part * ((grid[point] ?? 0) - mean) ** 2));
  return { mean, sd: Math.sqrt(variance), mass };
}

/**
 * What answers tell, by Bayes' rule on a grid, exactly and without sampling. The ability in a domain is θ_d ~ N(g, 0.7²) around a
 * general one, g ~ N(0, 1). With L_d the likelihood of a domain's answers, M_d(g) = Σ_θ N(θ; g) L_d(θ) is what it says of g; then
 *
 *   P(g)   ∝ N(g) · Π_d M_d(g)
 *   P(θ_d) ∝ L_d(θ) · Σ_g N(g) · Π_{e≠d} M_e(g) · N(θ; g)
 *
 * so that two answers in a domain lean on the ten in the others, as far as people's domains go together, and no further: the
 * hierarchical model of partial pooling (Gelman et al., Bayesian Data Analysis, ch. 5).
 */
export function believe(domains: readonly number[], responses: readonly Response[]): Belief {
  const likelihoods = domains.map((domain) => {
    const own = responses.filter((response) => response.domain === domain);
    return grid.map((point) => own.reduce((product, response) => product * likelihood(point, response), 1));
  });
  const messages = likelihoods.map((own) =>
    given.map((specials) => specials.reduce((total, part, point) => total + part * (own[point] ?? 0), 0)),
  );
  const general = (without: number | undefined): number[] =>
    scaled(
      priorMass.map((part, point) =>
        messages.reduce((product, own, place) => (place === without ? product : product * (own[point] ?? 0)), part),
      ),
    );
  return {
    overall: ability(general(undefined)),
    domains: new Map(
      domains.map((domain, place) => {
        const others = general(place);
        const mass = grid.map((_, special) => {
          const from = others.reduce((total, part, point) => total + part * (given[point]?.[special] ?? 0), 0);
          return from * (likelihoods[place]?.[special] ?? 0);
        });
        return [domain, ability(scaled(mass))];
      }),
    ),
  };
}

/** The point below which a share of the belief lies, between points of the grid in proportion. */
export function quantile({ mass }: Ability, share: number): number {
  let below = 0;
  for (const [point, part] of mass.entries()) {
    if (below + part >= share) return (grid[point] ?? 0) + 0.2 * ((share - below) / part - 0.5);
    below += part;
  }
  return grid.at(-1) ?? 0;
}

/** How much of the belief lies between two abilities; a point of the grid on a bound counts half to each side. */
export function massBetween({ mass }: Ability, from: number, to: number): number {
  const within = (point: number): number => {
    const near = (bound: number): boolean => Math.abs(point - bound) < 1e-9;
    return near(from) || near(to) ? 0.5 : Number(point > from && point < to);
  };
  return sum(mass.map((part, place) => part * within(grid[place] ?? 0)));
}
