import { type Change, changeBetween } from './self-assessment-change.ts';
import { type Ability, quantile } from './self-assessment-estimate.ts';
import type { AssessmentDomain, SelfAssessment, Situation, SituationAssessment } from './self-assessment-file.ts';
import { type LevelFound, levelOf, levelOfShare } from './self-assessment-level.ts';
import { beliefOf, type GivenAnswer, responsesOf } from './self-assessment-sitting.ts';

/** What a sitting tells of a domain. */
export interface DomainFound extends LevelFound {
  readonly domain: AssessmentDomain;
  /** How many answers it rests on. */
  readonly answers: number;
  /** Where it stands on the whole scale, 0 to 1, and the 80 % interval; of statements the share of the points alone. */
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

export interface AssessmentFound {
  /** Domains that were asked about, in their order. */
  readonly domains: readonly DomainFound[];
  readonly overall: LevelFound;
  /** The same, the weakest first. */
  readonly fromWeakest: readonly DomainFound[];
  readonly strongest: DomainFound | undefined;
  /** Where to begin; undefined when nothing was answered. */
  readonly weakest: DomainFound | undefined;
  /** The strongest and the weakest do not differ by more than their uncertainty. */
  readonly isEven: boolean;
}

/** The ends of the scale that is drawn, in logits: the difficulties and a little more. */
const drawn = { from: -3.2, to: 3.2 } as const;

/** What the answers of a sitting tell. */
export function findingsOf(assessment: SelfAssessment, answers: readonly GivenAnswer[]): AssessmentFound {
  return assessment.kind === 'situations' ? ofSituations(assessment, answers) : ofStatements(assessment, answers);
}

function ofSituations(assessment: SituationAssessment, answers: readonly GivenAnswer[]): AssessmentFound {
  const { levels } = assessment;
  const belief = beliefOf(assessment, answers);
  const responses = responsesOf(assessment, answers);
  const asked = assessment.domains.flatMap((domain) => {
    const own = belief.domains.get(domain.id);
    const count = responses.filter((response) => response.domain === domain.id).length;
    return own === undefined || count === 0
      ? []
      : [{ own, found: { domain, answers: count, ...levelOf(levels, own), ...placeOf(assessment, own) } }];
  });
  const order = [...asked].sort((a, b) => b.own.mean - a.own.mean);
  const [best, worst] = [order.at(0), order.at(-1)];
  const isEven =
    best === undefined || worst === undefined || best.own.mean - worst.own.mean < Math.max(best.own.sd, worst.own.sd);
  return {
    domains: asked.map(({ found }) => found),
    fromWeakest: order.map(({ found }) => found).reverse(),
    overall: levelOf(levels, belief.overall),
    strongest: best?.found,
    weakest: worst?.found,
    isEven,
  };
}

/** Where something stands on the scale that is drawn, 0 to 1: an ability, or the share of the points. */
export function scalePlace(assessment: SelfAssessment, value: number): number {
  const share = assessment.kind === 'statements' ? value : (value - drawn.from) / (drawn.to - drawn.from);
  return Math.min(1, Math.max(0, share));
}

function placeOf(assessment: SituationAssessment, own: Ability): Pick<DomainFound, 'share' | 'from' | 'to'> {
  const shareOf = (ability: number): number => scalePlace(assessment, ability);
  return { share: shareOf(own.mean), from: shareOf(quantile(own, 0.1)), to: shareOf(quantile(own, 0.9)) };
}

/** Points of an area over the points it could have had; statements that were passed over do not count. */
function ofStatements(
  assessment: Extract<SelfAssessment, { kind: 'statements' }>,
  answers: readonly GivenAnswer[],
): AssessmentFound {
  const { levels, items } = assessment;
  const answered = answers.flatMap(({ item: id, answer }) => {
    const item = items.find((each) => each.id === id);
    const points = answer === null ? undefined : item?.answers[answer]?.points;
    if (item === undefined || points === undefined) return [];
    return [{ domain: item.domain, points, most: item.answers.at(-1)?.points ?? points }];
  });
  const shareOf = (of: typeof answered): number => {
    const most = of.reduce((total, each) => total + each.most, 0);
    return most === 0 ? 0 : of.reduce((total, each) => total + each.points, 0) / most;
  };
  const found = (share: number): LevelFound => ({
    level: levelOfShare(levels, share),
    sureness: 'sure',
    other: undefined,
  });
  const domains = assessment.domains.flatMap((domain): DomainFound[] => {
    const own = answered.filter((each) => each.domain === domain.id);
    const share = shareOf(own);
    return own.length === 0 ? [] : [{ domain, answers: own.length, ...found(share), share, from: share, to: share }];
  });
  const order = [...domains].sort((a, b) => b.share - a.share);
  const [strongest, weakest] = [order.at(0), order.at(-1)];
  return {
    domains,
    fromWeakest: [...order].reverse(),
    overall: found(shareOf(answered)),
    strongest,
    weakest,
    isEven: strongest?.share === weakest?.share,
  };
}

/** What changed from one sitting to a later one; undefined where it cannot be told in this way. */
export function changesOf(
  assessment: SelfAssessment,
  before: readonly GivenAnswer[],
  after: readonly GivenAnswer[],
): { readonly overall: Change; readonly domains: ReadonlyMap<number, Change> } | undefined {
  if (assessment.kind === 'statements') return undefined;
  return changeBetween(
    assessment.domains.map(({ id }) => id),
    responsesOf(assessment, before),
    responsesOf(assessment, after),
  );
}

/** What was not answered right, with the answer given; null is "Không biết". */
export function missedItems(
  assessment: SelfAssessment,
  answers: readonly GivenAnswer[],
): readonly { readonly item: Situation; readonly answer: number | null }[] {
  if (assessment.kind === 'statements') return [];
  return responsesOf(assessment, answers).filter(({ outcome }) => outcome !== 'right');
}
