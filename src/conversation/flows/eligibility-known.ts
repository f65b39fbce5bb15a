import type { Facets } from '../../discovery/index.ts';
import { type Applicant, type EligibilityAnswers, keptEligibilityAnswers } from '../../opportunities/index.ts';
import { applicantOf } from '../applicant.ts';
import type { TurnContext } from '../context.ts';

/** Answers about the conditions of scholarships, and whether they outlive the conversation. */
export interface KnownAnswers {
  readonly answers: EligibilityAnswers;
  readonly isKept: boolean;
}

/** What was answered in this conversation today, else what is kept with the learner's consent. */
export async function knownAnswers({ tx, learnerId, state, now }: TurnContext): Promise<KnownAnswers | undefined> {
  const { eligibility } = state;
  if (eligibility !== undefined && new Date(eligibility.until) > now)
    return { answers: eligibility.answers, isKept: false };
  const kept = await keptEligibilityAnswers(tx, learnerId);
  return kept && { answers: kept, isKept: true };
}

/** What scholarships ask about, from the profile, from what is said now, and from the answers, which are the most exact. */
export function applicantWith(
  context: TurnContext,
  answers: EligibilityAnswers | undefined,
  facets: Facets = {},
  said = '',
): Applicant {
  const { told } = context.profile;
  if (answers === undefined) return applicantOf(told, facets, said);
  const { age_band, place, household, disability, occupation } = answers;
  const applicant = applicantOf(
    { ...told, ...(age_band === undefined ? {} : { age_band }), ...(place === undefined ? {} : { place }) },
    facets,
    said,
  );
  return {
    ...applicant,
    ...(household === undefined ? {} : { household, isShortOfMoney: undefined }),
    ...(disability === undefined ? {} : { hasDisability: disability }),
    ...(occupation === undefined ? {} : { occupation: [occupation] }),
  };
}

/** Under 16 only a guardian agrees, from their own account. */
export function speaksAsChild({
  learner,
  profile,
  state,
}: Pick<TurnContext, 'learner' | 'profile' | 'state'>): boolean {
  const band = state.eligibility?.answers.age_band ?? profile.told.age_band;
  return learner.relation === 'self' && band === 'under_16';
}
