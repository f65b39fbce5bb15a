import type { OfferHit } from '../../discovery/index.ts';
import { internshipsByKeys } from '../../opportunities/index.ts';
import type { TurnContext } from '../context.ts';
import { listing } from '../words/format.ts';
import { knownConcepts } from './career-skills.ts';
import { skillStanding } from './skill-match.ts';

/** Internships with what of each the learner can do already, in words by key. */
export interface MatchedInternships {
  readonly hits: readonly OfferHit[];
  readonly reasons: ReadonlyMap<number, string>;
}

/**
 * Those first of whose skills the learner has most: told, or from finished courses and tracks. Among equals the order stays as it was, by
 * subject, nearness and last day.
 */
export async function matchInternships(context: TurnContext, hits: readonly OfferHit[]): Promise<MatchedInternships> {
  const known = await knownConcepts(context);
  if (known.size === 0) return { hits, reasons: new Map() };
  const found = await internshipsByKeys(
    context.tx,
    hits.map(({ key }) => key),
  );
  const met = new Map(found.map((internship) => [internship.key, skillStanding(internship, known).met]));
  const shareOf = ({ key }: OfferHit): number => {
    const skills = found.find((each) => each.key === key)?.skills.length ?? 0;
    return skills === 0 ? 0 : (met.get(key)?.length ?? 0) / skills;
  };
  const reasons = [...met].flatMap(([key, skills]) =>
    skills.length === 0
      ? []
      : [[key, context.t('internship-skills-met', { skills: listing(context.locale, skills) })] as const],
  );
  return { hits: [...hits].sort((a, b) => shareOf(b) - shareOf(a)), reasons: new Map(reasons) };
}
