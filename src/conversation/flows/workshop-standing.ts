import { type AccountLearner, learnersOf } from '../../learners/index.ts';
import { allowedFromOf } from '../../outreach/index.ts';
import {
  type Moment,
  type Registration,
  registrationByKey,
  registrationsOfAccount,
  type Workshop,
  workshopsByKeys,
} from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { capitalised, learnerInWords } from '../words/learner.ts';
import type { WorkshopWords } from '../words/workshop.ts';
import { momentInWords } from '../words/workshop-time.ts';
import { say } from './small-talk.ts';

/** Somebody of the account with what they have, wait for or are offered in a workshop. */
export interface OwnRegistration {
  readonly registration: Registration;
  readonly workshop: Workshop;
  readonly learner: AccountLearner;
}

/** The keys of rows as arguments of choices. */
export const keyOf = (key: number): string => key.toString(36);
export const readKey = (argument: string | undefined): number => Number.parseInt(argument ?? '', 36) || 0;

/** The moment of a turn, as what changes seats needs it. */
export function momentOf({ now, quietHours, timezone }: TurnContext): Moment {
  return { now, allowedFrom: allowedFromOf(quietHours, timezone) };
}

export function wordsOf({ t, locale, now, timezone }: TurnContext): WorkshopWords {
  return { t, locale, now, timezone };
}

/** The workshop of a choice's argument. */
export async function workshopOfArgument(
  { tx }: TurnContext,
  argument: string | undefined,
): Promise<Workshop | undefined> {
  return (await workshopsByKeys(tx, [readKey(argument)]))[0];
}

export function workshopGone(context: TurnContext): Answer {
  return say(context, context.t('workshop-gone'), [allChoice(context)]);
}

/** The way to the list of all. */
export const allChoice = (context: TurnContext) => context.offer('wsl', ['all'], context.t('choice-workshops'));

/** What everybody of the account has in workshops that are neither over nor cancelled, soonest first. */
export async function ownRegistrations({ tx, accountId, now }: TurnContext): Promise<OwnRegistration[]> {
  const registrations = await registrationsOfAccount(tx, accountId, now);
  if (registrations.length === 0) return [];
  return together(
    registrations,
    await workshopsByKeys(tx, [...new Set(registrations.map(({ workshopKey }) => workshopKey))]),
    await learnersOf(tx, accountId),
  ).filter(({ workshop }) => workshop.status === 'planned');
}

function together(
  registrations: readonly Registration[],
  workshops: readonly Workshop[],
  learners: readonly AccountLearner[],
): OwnRegistration[] {
  return registrations.flatMap((registration) => {
    const workshop = workshops.find(({ key }) => key === registration.workshopKey);
    const learner = learners.find(({ id }) => id === registration.learnerId);
    return workshop === undefined || learner === undefined ? [] : [{ registration, workshop, learner }];
  });
}

/** The registration of a choice's argument, if it is still of somebody of the account, whatever became of it. */
export async function registrationOfArgument(
  { tx, accountId }: TurnContext,
  argument: string | undefined,
): Promise<OwnRegistration | undefined> {
  const registration = await registrationByKey(tx, readKey(argument));
  if (registration === undefined) return undefined;
  const workshops = await workshopsByKeys(tx, [registration.workshopKey]);
  return together([registration], workshops, await learnersOf(tx, accountId))[0];
}

/** How a registration stands, as the arguments of its texts. */
export function standing(context: TurnContext, { registration, learner }: OwnRegistration) {
  const { state, code, waitingPlace, offerUntil } = registration;
  return {
    state,
    code,
    place: waitingPlace ?? 0,
    until: offerUntil === undefined ? '' : momentInWords(context.t, offerUntil, context.now, context.timezone),
    who: capitalised(learnerInWords(context.t, learner)),
  };
}
