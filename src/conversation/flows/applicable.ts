import type { Standing } from '../../applications/index.ts';
import {
  type ApplicableKind,
  eligibilityOf,
  internshipsByKeys,
  type OfferKey,
  openSeats,
  scholarshipsByKeys,
} from '../../opportunities/index.ts';
import type { TurnContext } from '../context.ts';
import { localDate } from '../words/format.ts';
import { knownConcepts } from './career-skills.ts';
import { applicantWith, knownAnswers } from './eligibility-known.ts';
import { skillStanding } from './skill-match.ts';

/** What can be applied for, as far as applying needs to know it. */
export interface Applicable extends OfferKey {
  readonly title: string;
  readonly organisation: string;
  /** Why nobody can apply any more, or never could. */
  readonly closed: 'sample' | 'over' | 'full' | undefined;
}

const kindOfLetter: Readonly<Record<string, ApplicableKind>> = { s: 'scholarship', i: 'internship' };

/** The letter of a kind in the ids of choices. */
export const letterOfKind: Readonly<Record<ApplicableKind, string>> = { scholarship: 's', internship: 'i' };

/** The scholarship or internship of a choice's arguments, or undefined. */
export async function applicableOf(
  context: TurnContext,
  letter: string | undefined,
  key: number,
): Promise<Applicable | undefined> {
  const { tx } = context;
  const kind = kindOfLetter[letter ?? ''];
  if (kind === 'scholarship') {
    const [found] = await scholarshipsByKeys(tx, [key]);
    return found && { kind, key, title: found.title, organisation: found.provider, closed: closedBy(context, found) };
  }
  if (kind === undefined) return undefined;
  const [found] = await internshipsByKeys(tx, [key]);
  return found && { kind, key, title: found.title, organisation: found.organisation, closed: closedBy(context, found) };
}

/** Why an offer takes no applications, if it does not. */
export function closedBy(
  { now, timezone }: Pick<TurnContext, 'now' | 'timezone'>,
  offer: {
    readonly sample: boolean;
    readonly deadline: string | undefined;
    readonly seats: number | undefined;
    readonly taken: number;
  },
): Applicable['closed'] {
  if (offer.sample) return 'sample';
  if (offer.deadline !== undefined && offer.deadline < localDate(now, timezone)) return 'over';
  return openSeats(offer) === 0 ? 'full' : undefined;
}

/** How the learner stands to what an offer asks for: by what they told and answered, and by what they can do. */
export async function standingTo(context: TurnContext, { kind, key }: OfferKey): Promise<Standing> {
  if (kind === 'internship') {
    const [internship] = await internshipsByKeys(context.tx, [key]);
    return internship === undefined
      ? { met: [], failed: [], open: [] }
      : skillStanding(internship, await knownConcepts(context));
  }
  const [scholarship] = await scholarshipsByKeys(context.tx, [key]);
  if (scholarship === undefined) return { met: [], failed: [], open: [] };
  const known = await knownAnswers(context);
  const { met, failed, open } = eligibilityOf(scholarship, applicantWith(context, known?.answers));
  return { met: [...met], failed: [...failed], open: [...open] };
}
