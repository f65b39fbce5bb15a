import { type Place, placesByKeys } from '../../access/index.ts';
import { openFeedback } from '../../inbox/index.ts';
import type { Choice, OutboundMessage, Span } from '../../message/index.ts';
import {
  eligibilityOf,
  type Internship,
  internshipsByKeys,
  organisationRating,
  type Scholarship,
  scholarshipsByKeys,
} from '../../opportunities/index.ts';
import { mapLink } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { ProfilePart } from '../feature.ts';
import { standingLines } from '../words/application.ts';
import { eligibilityInWords, internshipDetails, offerTitle, placeDetails, scholarshipDetails } from '../words/offer.ts';
import { type Applicable, closedBy } from './applicable.ts';
import { applyChoice } from './application-form.ts';
import { knownConcepts } from './career-skills.ts';
import { applicantWith, knownAnswers } from './eligibility-known.ts';
import { loanPart } from './loans.ts';
import { saveChoice } from './offer-saved.ts';
import { askPlaceReport } from './place-report.ts';
import { skillStanding } from './skill-match.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** Longest part of a description that one message shows. */
const descriptionShown = 1200;

/** An offer as its details are shown and reported. */
type Detailed = {
  readonly title: string;
  readonly id: string;
  readonly sample: boolean;
  readonly lines: readonly string[];
  readonly description: string | undefined;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** What one can do with it besides; saying that it is gone where there is nothing else. */
  readonly choices?: readonly Choice[];
  /** Why nobody can apply; places take no applications. */
  readonly closed: Applicable['closed'] | 'none';
};

/** Everything known of a scholarship, internship or place, and what one can do with it. */
export async function showOffer(context: TurnContext, letter: string, key: number): Promise<Answer> {
  const offer = await load(context, letter, key);
  if (offer === undefined) return say(context, context.t('offer-gone'), topicChoices(context));
  const { t } = context;
  const args = [letter, keyOf(key)];
  const text: Span[] = [
    { text: offer.title, bold: true },
    `\n${[...(offer.closed === 'over' ? [t('offer-over')] : []), ...offer.lines, ...(offer.sample ? [t('offer-sample-note')] : [])].join('\n')}`,
    ...(offer.description === undefined ? [] : [`\n\n${offer.description.slice(0, descriptionShown).toWellFormed()}`]),
  ];
  const choices: Choice[] = [
    ...(offer.closed === undefined ? [applyChoice(context, letter, key)] : []),
    ...(offer.closed === undefined
      ? [await saveChoice(context, { kind: letter === 'i' ? 'internship' : 'scholarship', key })]
      : []),
    ...offer.links.map(({ label, url }) => context.offer('ofopen', args, label, { url })),
    ...(offer.choices ?? [context.offer('ofgone', args, t('choice-offer-gone'))]),
  ];
  const message: OutboundMessage = { text, choices };
  return { messages: [message], state: context.state };
}

async function load(context: TurnContext, letter: string, key: number): Promise<Detailed | undefined> {
  const { tx } = context;
  if (letter === 's') {
    const [scholarship] = await scholarshipsByKeys(tx, [key]);
    return scholarship && (await ofScholarship(context, scholarship));
  }
  if (letter === 'i') {
    const [internship] = await internshipsByKeys(tx, [key]);
    return internship && (await ofInternship(context, internship));
  }
  if (letter !== 'p') return undefined;
  const [place] = await placesByKeys(tx, [key]);
  return place && ofPlace(context, place, await loanPart(context, place));
}

function applying(context: TurnContext, offer: Scholarship | Internship) {
  const { url } = offer;
  return {
    links: url === undefined ? [] : [{ label: context.t('choice-offer-open'), url }],
    closed: closedBy(context, offer),
  };
}

async function ofScholarship(context: TurnContext, scholarship: Scholarship): Promise<Detailed> {
  const { title, id, sample, description } = scholarship;
  return {
    title: offerTitle(context.t, title, sample),
    id,
    sample,
    description,
    lines: [...scholarshipDetails(context, scholarship), ...(await conditionLines(context, scholarship))],
    ...applying(context, scholarship),
  };
}

/** How the learner stands to its conditions, from what is known of them and what they answered. */
async function conditionLines(context: TurnContext, scholarship: Scholarship): Promise<string[]> {
  const known = await knownAnswers(context);
  const eligibility = eligibilityOf(scholarship, applicantWith(context, known?.answers));
  return eligibilityInWords(context, eligibility);
}

/** "4,4/5, 7 người đã thực tập". */
function ratingLine(
  { t, locale }: TurnContext,
  { average, count }: { readonly average: number; readonly count: number },
): string {
  const stars = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(average);
  return t('internship-organisation-rating', { stars, count });
}

async function ofInternship(context: TurnContext, internship: Internship): Promise<Detailed> {
  const { title, id, sample, description, key } = internship;
  const standing = skillStanding(internship, await knownConcepts(context));
  const rating = await organisationRating(context.tx, key);
  return {
    title: offerTitle(context.t, title, sample),
    id,
    sample,
    description,
    lines: [
      ...internshipDetails(context, internship),
      ...standingLines(context, 'internship', standing),
      ...(rating === undefined ? [] : [ratingLine(context, rating)]),
    ],
    ...applying(context, internship),
  };
}

function ofPlace(context: TurnContext, place: Place, loans: ProfilePart): Detailed {
  const { name, id, sample, address, ward } = place;
  const map = sample ? undefined : mapLink({ place: address ?? name, ward });
  return {
    title: offerTitle(context.t, name, sample),
    id,
    sample,
    description: undefined,
    lines: [...placeDetails(context, place), ...loans.lines],
    links: map === undefined ? [] : [{ label: context.t('choice-offer-map'), url: map }],
    choices: [...loans.choices, context.offer('plwrong', [keyOf(place.key)], context.t('choice-report'))],
    closed: 'none',
  };
}

/** The link once more, where a channel hands the press on it to us. */
export function pressedOffer(context: TurnContext, [letter = '', key]: readonly string[]): Promise<Answer> {
  return showOffer(context, letter, readKey(key));
}

/** "Không còn nữa": told to staff, who look after it. */
export async function reportOfferGone(context: TurnContext, [letter = '', key]: readonly string[]): Promise<Answer> {
  // Under an older message of a place: what is wrong with it is asked now.
  if (letter === 'p') return askPlaceReport(context, readKey(key));
  const offer = await load(context, letter, readKey(key));
  if (offer === undefined) return say(context, context.t('offer-gone'), topicChoices(context));
  const { tx, t, learnerId, conversationId, locale, now } = context;
  const told = t('offer-report', { title: offer.title, id: offer.id });
  await openFeedback(tx, { learnerId, conversationId, locale, at: now }, told);
  return say(context, t('course-report-thanks'));
}
