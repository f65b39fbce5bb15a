import { learnersOf } from '../../learners/index.ts';
import type { Choice, OutboundMessage, Span } from '../../message/index.ts';
import { type Registration, seatsLeft, type Workshop, workshopById } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { learnerInWords } from '../words/learner.ts';
import { mapOf, placeOfWorkshop, timeOfWorkshop, workshopDetails, workshopTitle } from '../words/workshop.ts';
import {
  allChoice,
  keyOf,
  type OwnRegistration,
  ownRegistrations,
  standing,
  wordsOf,
  workshopGone,
  workshopOfArgument,
} from './workshop-standing.ts';
import { openList, withList } from './workshops.ts';

/** Longest part of a description that one message shows. */
const descriptionShown = 1200;

/** A deep link to a workshop. */
export async function workshopByLink(context: TurnContext, id: string): Promise<Answer> {
  const workshop = await workshopById(context.tx, id);
  return workshop === undefined ? workshopGone(context) : showWorkshop(context, workshop);
}

export async function pressedWorkshop(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const workshop = await workshopOfArgument(context, key);
  return workshop === undefined ? workshopGone(context) : showWorkshop(context, workshop);
}

/** Everything known of a workshop, how everybody of the account stands with it, and what one can do. */
export async function showWorkshop(context: TurnContext, workshop: Workshop): Promise<Answer> {
  const { t } = context;
  const own = (await ownRegistrations(context)).filter(({ workshop: { key } }) => key === workshop.key);
  const closed = whyClosed(context, workshop);
  const lines = [
    ...(closed === undefined ? [] : [`⚠️ ${closed}`]),
    ...workshopDetails(wordsOf(context), workshop),
    ...own.map((each) =>
      t(each.learner.relation === 'self' ? 'workshop-you' : 'workshop-relative', standing(context, each)),
    ),
  ];
  const description = workshop.description?.slice(0, descriptionShown).toWellFormed();
  const text: Span[] = [{ text: workshopTitle(t, workshop), bold: true }, `\n${lines.join('\n')}`];
  if (description !== undefined) text.push(`\n\n${description}`);
  const message: OutboundMessage = { text, choices: await choices(context, workshop, own, closed !== undefined) };
  const list = openList(context) ?? { said: '', filter: 'all' as const, offset: 0, shown: [] };
  return { messages: [message], state: withList(context, { ...list, focus: workshop.key }) };
}

/** Why nobody can register any more, in words. */
export function whyClosed({ t, now }: TurnContext, workshop: Workshop): string | undefined {
  if (workshop.status === 'cancelled') {
    const { cancelReason: reason } = workshop;
    return [t('workshop-is-cancelled'), ...(reason === undefined ? [] : [t('notice-cancelled-why', { reason })])].join(
      ' ',
    );
  }
  if (workshop.endsAt <= now) return t('workshop-is-over');
  return workshop.startsAt <= now ? t('workshop-has-begun') : undefined;
}

async function choices(
  context: TurnContext,
  workshop: Workshop,
  own: readonly OwnRegistration[],
  isClosed: boolean,
): Promise<Choice[]> {
  const { t, tx, accountId } = context;
  const learners = isClosed ? [] : await learnersOf(tx, accountId);
  const unregistered = learners.filter(({ id }) => !own.some(({ learner }) => learner.id === id));
  const registerLabel =
    own.length > 0
      ? t('choice-workshop-register-other')
      : t(
          seatsLeft(workshop) === 0 || (workshop.capacity !== undefined && workshop.waiting > 0)
            ? 'choice-workshop-wait'
            : 'choice-workshop-register',
        );
  return [
    ...own.flatMap((each) => ownChoices(context, each, own.length > 1)),
    ...(unregistered.length === 0 ? [] : [context.offer('wsreg', [keyOf(workshop.key)], registerLabel)]),
    ...wayChoices(context, workshop, own.find(({ registration: { state } }) => state === 'taken')?.registration),
    ...(isClosed ? [] : [context.offer('wsshare', [keyOf(workshop.key)], t('choice-workshop-share'))]),
    allChoice(context),
  ];
}

/** What one can do with a registration. */
export function ownChoices(context: TurnContext, own: OwnRegistration, areSeveral: boolean): Choice[] {
  const { t } = context;
  const { registration, learner } = own;
  const key = keyOf(registration.key);
  const named = (label: string, ofLabel: string): string =>
    areSeveral || learner.relation !== 'self' ? t(ofLabel, { who: learnerInWords(context.t, learner) }) : t(label);
  switch (registration.state) {
    case 'offered':
      return [
        context.offer('wsyes', [key], named('choice-workshop-accept', 'choice-workshop-accept-of')),
        context.offer('wsno', [key], named('choice-workshop-decline', 'choice-workshop-decline-of')),
      ];
    case 'waiting':
      return [context.offer('wscan', [key], named('choice-workshop-leave', 'choice-workshop-leave-of'))];
    case 'taken':
      return [context.offer('wscan', [key], named('choice-workshop-cancel', 'choice-workshop-cancel-of'))];
    default:
      return [];
  }
}

/** The links to its calendar file, a map and, for who has a seat, the online room and the code for the door as a picture. */
export function wayChoices(context: TurnContext, workshop: Workshop, own: Registration | undefined): Choice[] {
  const { t, links } = context;
  const key = keyOf(workshop.key);
  const calendar = workshop.status === 'cancelled' ? undefined : links.workshopCalendar(workshop.id, own?.code);
  const map = mapOf(workshop);
  const isComing = own?.state === 'taken' && workshop.status === 'planned';
  const ticket = isComing ? links.workshopTicket(workshop.id, own.code) : undefined;
  const link = (what: string, label: string, url: string | undefined): Choice[] =>
    url === undefined ? [] : [context.offer('wslink', [key, what], t(label), { url })];
  return [
    ...link('room', 'choice-workshop-join', own === undefined ? undefined : workshop.onlineUrl),
    ...link('ticket', 'choice-workshop-ticket', ticket),
    ...link('ics', 'choice-workshop-calendar', calendar),
    ...link('map', 'choice-workshop-map', map),
  ];
}

/** A text to send on, which says what friends need to come along. */
export async function shareWorkshop(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const workshop = await workshopOfArgument(context, key);
  if (workshop === undefined) return workshopGone(context);
  const { t, locale, links } = context;
  const url = links.shareWorkshop(workshop.id, locale);
  const title = workshopTitle(t, workshop);
  const time = timeOfWorkshop(wordsOf(context), workshop);
  const place = placeOfWorkshop(t, workshop);
  const card = t('workshop-share-text', { title, time, place });
  const message: OutboundMessage = {
    text: [
      t('workshop-share'),
      `\n\n${card}\n`,
      ...(url === undefined ? [t('workshop-share-how', { id: workshop.id })] : [{ text: url, url }]),
    ],
    choices: [context.offer('ws', [keyOf(workshop.key)], t('choice-details-short'))],
  };
  return { messages: [message], state: context.state };
}
