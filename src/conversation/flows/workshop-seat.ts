import { type AccountLearner, holdLearner, learnersOf } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { fold } from '../../text/index.ts';
import {
  acceptOffer,
  cancelRegistration,
  declineOffer,
  type GiveUpOutcome,
  noteAgreed,
  type RegisterOutcome,
  type Registration,
  register,
  undoCancel,
  type Workshop,
} from '../../workshops/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { capitalised, learnerInWords } from '../words/learner.ts';
import { placeOfWorkshop, timeOfWorkshop, workshopTitle } from '../words/workshop.ts';
import { find } from './find.ts';
import { say } from './small-talk.ts';
import { ownChoices, showWorkshop, wayChoices, whyClosed } from './workshop.ts';
import { needsChoices, withNeedsQuestion } from './workshop-needs.ts';
import {
  allChoice,
  keyOf,
  momentOf,
  type OwnRegistration,
  ownRegistrations,
  readKey,
  registrationOfArgument,
  wordsOf,
  workshopGone,
  workshopOfArgument,
} from './workshop-standing.ts';

/** "Đăng ký": at once for who has nobody else, else the question for whom. */
export async function askRegister(context: TurnContext, workshop: Workshop): Promise<Answer> {
  const { t, tx, accountId, learnerId } = context;
  const title = workshopTitle(t, workshop);
  if (workshop.sample) return say(context, t('workshop-sample-no', { title }), [allChoice(context)]);
  const closed = whyClosed(context, workshop);
  if (closed !== undefined) return say(context, closed, [allChoice(context)]);
  const learners = await learnersOf(tx, accountId);
  const registered = new Set(
    (await ownRegistrations(context))
      .filter(({ workshop: { key } }) => key === workshop.key)
      .map(({ learner }) => learner.id),
  );
  const open = learners.filter(({ id }) => !registered.has(id));
  const [only] = open;
  if (only === undefined) return showWorkshop(context, workshop);
  if (learners.length === 1) return agreeFirst(context, workshop, only);
  // Whom the conversation is about stands first.
  const inOrder = [...open].sort((a, b) => Number(b.id === learnerId) - Number(a.id === learnerId));
  return say(
    context,
    t('workshop-for-whom'),
    inOrder.map((learner) =>
      context.offer('wsfor', [keyOf(workshop.key), keyOf(learner.id)], forLabel(context, learner)),
    ),
  );
}

function forLabel({ t }: TurnContext, learner: AccountLearner): string {
  return learner.relation === 'self'
    ? t('choice-workshop-for-self')
    : t('choice-workshop-for', { who: learnerInWords(t, learner) });
}

export async function pressedRegister(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const workshop = await workshopOfArgument(context, key);
  return workshop === undefined ? workshopGone(context) : askRegister(context, workshop);
}

/** For whom, pressed. */
export async function pressedFor(context: TurnContext, [key, learnerKey]: readonly string[]): Promise<Answer> {
  const workshop = await workshopOfArgument(context, key);
  if (workshop === undefined) return workshopGone(context);
  const learner = await holdLearner(context.tx, context.accountId, readKey(learnerKey));
  if (learner === undefined) return say(context, context.t('relatives-gone'));
  return inPlace(await agreeFirst(context, workshop, learner));
}

/** A programme notes every session somebody comes to: enrolling asks first. A workshop of one day has nothing to agree to. */
async function agreeFirst(context: TurnContext, workshop: Workshop, learner: AccountLearner): Promise<Answer> {
  if (workshop.programme === undefined) return registerLearner(context, workshop, learner);
  const { t } = context;
  const args = { who: learnerInWords(t, learner), title: workshopTitle(t, workshop), count: workshop.sessions.length };
  return say(context, t('programme-consent', args), [
    context.offer('wsagree', [keyOf(workshop.key), keyOf(learner.id)], t('choice-programme-agree')),
    context.offer('ws', [keyOf(workshop.key)], t('choice-programme-later')),
  ]);
}

/** "Đồng ý, ghi danh": the yes is kept with the seat. */
export async function pressedAgree(context: TurnContext, [key, learnerKey]: readonly string[]): Promise<Answer> {
  const workshop = await workshopOfArgument(context, key);
  if (workshop === undefined) return workshopGone(context);
  const learner = await holdLearner(context.tx, context.accountId, readKey(learnerKey));
  if (learner === undefined) return say(context, context.t('relatives-gone'));
  const { tx, now } = context;
  const outcome = await register(tx, { workshopKey: workshop.key, learnerId: learner.id, now });
  if ('registration' in outcome) await noteAgreed(tx, outcome.registration.key, now);
  return inPlace(await sayOutcome(context, workshop, learner, outcome));
}

async function registerLearner(context: TurnContext, workshop: Workshop, learner: AccountLearner): Promise<Answer> {
  const { tx, now } = context;
  const outcome = await register(tx, { workshopKey: workshop.key, learnerId: learner.id, now });
  return sayOutcome(context, workshop, learner, outcome);
}

/** What registering came to, in words. */
async function sayOutcome(
  context: TurnContext,
  workshop: Workshop,
  learner: AccountLearner,
  outcome: RegisterOutcome,
): Promise<Answer> {
  const { t } = context;
  const title = workshopTitle(t, workshop);
  switch (outcome.kind) {
    case 'registered':
      return sayRegistered(context, { workshop, learner, registration: outcome.registration });
    case 'waiting': {
      const own = { workshop, learner, registration: outcome.registration };
      const who = learnerInWords(context.t, learner);
      const text = t('workshop-waiting', { who, title, place: outcome.registration.waitingPlace ?? 1 });
      return say(context, text, [...ownChoices(context, own, false), allChoice(context)]);
    }
    case 'already': {
      const who = capitalised(learnerInWords(context.t, learner));
      const shown = await showWorkshop(context, workshop);
      const [message] = shown.messages;
      if (message === undefined) return shown;
      return { ...shown, messages: [{ ...message, text: [t('workshop-already', { who }), '\n\n', ...message.text] }] };
    }
    case 'full':
      return say(context, t('workshop-back-full'), [
        ...(outcome.mayWait ? [waitChoice(context, workshop, learner)] : []),
        allChoice(context),
      ]);
    case 'sample':
      return say(context, t('workshop-sample-no', { title }), [allChoice(context)]);
    case 'started':
    case 'cancelled':
      return say(context, whyClosed(context, workshop) ?? t('workshop-has-begun'), [allChoice(context)]);
    case 'unknown':
      return workshopGone(context);
  }
}

function waitChoice(context: TurnContext, workshop: Workshop, learner: AccountLearner): Choice {
  return context.offer('wsfor', [keyOf(workshop.key), keyOf(learner.id)], context.t('choice-workshop-wait'));
}

/** The seat is had: when, where, the code for the door, and the question what they need. */
function sayRegistered(context: TurnContext, own: OwnRegistration): Answer {
  const { t } = context;
  const { workshop, registration, learner } = own;
  const place = placeOfWorkshop(t, workshop);
  const text = [
    t('workshop-registered', {
      who: learnerInWords(context.t, learner),
      title: workshopTitle(t, workshop),
      time: timeOfWorkshop(wordsOf(context), workshop),
      code: registration.code,
      place: place === '' ? '' : t('workshop-line-place', { place }),
    }),
    t('workshop-remind-note'),
    t('workshop-needs-ask'),
  ].join('\n\n');
  const answer = say(context, text, [
    ...needsChoices(context, registration),
    ...ownChoices(context, own, false),
    ...wayChoices(context, workshop, registration),
  ]);
  return withNeedsQuestion(context, answer, registration);
}

/** Gives a seat, an offer or a place in the waiting list up. */
export async function pressedCancel(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  return own === undefined ? workshopGone(context) : cancel(context, own);
}

async function cancel(context: TurnContext, own: OwnRegistration): Promise<Answer> {
  const { tx, t } = context;
  const outcome = await cancelRegistration(tx, own.registration.key, momentOf(context));
  if (outcome.kind !== 'given_up') return nothingGivenUp(context, own, outcome);
  const args = { who: learnerInWords(context.t, own.learner), title: workshopTitle(t, own.workshop) };
  const undo = context.offer('wsback', [keyOf(own.registration.key)], t('choice-undo'));
  if (outcome.before === 'waiting') {
    return inPlace(say(context, t('workshop-left-waiting', args), [allChoice(context)]));
  }
  return inPlace(say(context, t('workshop-cancelled-own', args), [undo, allChoice(context)]));
}

async function nothingGivenUp(context: TurnContext, own: OwnRegistration, outcome: GiveUpOutcome): Promise<Answer> {
  const { t } = context;
  if (outcome.kind === 'unknown') return workshopGone(context);
  const text = t('workshop-not-registered', {
    who: capitalised(learnerInWords(context.t, own.learner)),
    title: workshopTitle(t, own.workshop),
  });
  return say(context, text, [allChoice(context)]);
}

/** Takes cancelling back, while the seat is free. */
export async function pressedBack(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  if (own === undefined) return workshopGone(context);
  const outcome = await undoCancel(context.tx, own.registration.key, context.now);
  return inPlace(await sayOutcome(context, own.workshop, own.learner, outcome));
}

/** Takes the seat that is held. */
export async function pressedAccept(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  return own === undefined ? workshopGone(context) : accept(context, own);
}

async function accept(context: TurnContext, own: OwnRegistration): Promise<Answer> {
  const { t, tx, now } = context;
  const { workshop, learner, registration } = own;
  const outcome = await acceptOffer(tx, registration.key, now);
  switch (outcome.kind) {
    case 'registered':
      return inPlace(sayRegistered(context, { ...own, registration: outcome.registration }));
    case 'too_late': {
      const choices = outcome.mayWait ? [waitChoice(context, workshop, learner)] : [];
      const wasHeld = registration.state === 'expired' || registration.state === 'offered';
      const text = wasHeld ? t('workshop-offer-late') : t('workshop-offer-gone', { who: learnerInWords(t, learner) });
      return say(context, text, [...choices, allChoice(context)]);
    }
    case 'started':
    case 'cancelled':
      return say(context, whyClosed(context, workshop) ?? t('workshop-has-begun'), [allChoice(context)]);
    case 'unknown':
      return workshopGone(context);
  }
}

/** Turns the seat that is held down. */
export async function pressedDecline(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  return own === undefined ? workshopGone(context) : decline(context, own);
}

async function decline(context: TurnContext, own: OwnRegistration): Promise<Answer> {
  const { t, tx } = context;
  const outcome = await declineOffer(tx, own.registration.key, momentOf(context));
  if (outcome.kind !== 'given_up') {
    return say(context, t('workshop-offer-gone', { who: learnerInWords(context.t, own.learner) }), [
      allChoice(context),
    ]);
  }
  const title = workshopTitle(t, own.workshop);
  return inPlace(say(context, t('workshop-declined', { title }), [allChoice(context)]));
}

/** What is said of one of several registrations without naming it. */
async function ofOne(
  context: TurnContext,
  states: readonly Registration['state'][],
  words: {
    readonly none: () => Answer | Promise<Answer>;
    readonly which: string;
    readonly code: string;
    readonly act: (own: OwnRegistration) => Promise<Answer>;
  },
): Promise<Answer> {
  const { t } = context;
  const all = (await ownRegistrations(context)).filter(({ registration }) => states.includes(registration.state));
  const [first, ...others] = all;
  if (first === undefined) return words.none();
  if (others.length === 0) return words.act(first);
  return say(
    context,
    t(words.which),
    all.slice(0, mostAsked).map((own) => {
      const title = workshopTitle(t, own.workshop);
      const who = capitalised(learnerInWords(context.t, own.learner));
      const label = own.learner.relation === 'self' ? title : `${who}: ${title}`;
      return context.offer(words.code, [keyOf(own.registration.key)], label.slice(0, longestLabel));
    }),
  );
}

const mostAsked = 7;
const longestLabel = 60;

/** "Tôi không đi được", "hủy đăng ký": of the only workshop ahead, else the question which. Without one it was meant otherwise. */
export function saidCannotCome(context: TurnContext, said: string): Promise<Answer> {
  return ofOne(context, ['taken', 'waiting', 'offered'], {
    none: () =>
      /huy|rut|bo |cancel/.test(fold(said)) || said === ''
        ? say(context, context.t('workshop-nothing-to-cancel'), [allChoice(context)])
        : find(context, said, () => undefined),
    which: 'workshop-cancel-which',
    code: 'wscan',
    act: (own) => cancel(context, own),
  });
}

/** "Nhận chỗ": of the seat that is held. */
export function saidAccept(context: TurnContext): Promise<Answer> {
  return ofOne(context, ['offered'], {
    none: () => say(context, context.t('workshop-no-offer'), [allChoice(context)]),
    which: 'workshop-offer-which',
    code: 'wsyes',
    act: (own) => accept(context, own),
  });
}

/** "Bỏ chỗ": of the seat that is held. */
export function saidDecline(context: TurnContext): Promise<Answer> {
  return ofOne(context, ['offered'], {
    none: () => say(context, context.t('workshop-no-offer'), [allChoice(context)]),
    which: 'workshop-offer-which',
    code: 'wsno',
    act: (own) => decline(context, own),
  });
}
