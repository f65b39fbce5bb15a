import type { Choice } from '../../message/index.ts';
import { markOffer, markOn, type OfferKey, unmarkOffer } from '../../opportunities/index.ts';
import { reminderHourOf } from '../../outreach/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { clock } from '../words/format.ts';
import { type Applicable, applicableOf, letterOfKind } from './applicable.ts';
import { agreeToReminders, hearsReminders } from './reminder-consent.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

const argsOf = ({ kind, key }: OfferKey): string[] => [letterOfKind[kind], keyOf(key)];

/** Keeping an offer, or letting it go. */
export async function saveChoice(context: TurnContext, offer: OfferKey): Promise<Choice> {
  const isSaved = (await markOn(context.tx, context.learnerId, offer)) === 'saved';
  return isSaved
    ? context.offer('oflbo', argsOf(offer), context.t('choice-offer-unsave'))
    : context.offer('oflu', argsOf(offer), context.t('choice-offer-save'));
}

/** Runs a step on the scholarship or internship of a choice. */
function ofOffer(work: (context: TurnContext, offer: Applicable) => Promise<Answer>) {
  return async (context: TurnContext, [letter, key]: readonly string[]): Promise<Answer> => {
    const offer = await applicableOf(context, letter, readKey(key));
    return offer === undefined ? say(context, context.t('offer-gone'), topicChoices(context)) : work(context, offer);
  };
}

/** Saved; with the reminder before the last day, or the words and the press that ask for it. */
export const saveOffer = ofOffer(async (context, offer) => {
  const { t, tx, learnerId, now } = context;
  await markOffer(tx, learnerId, offer, 'saved', now);
  const saved = t('offer-saved', { title: offer.title });
  if (await hearsReminders(context))
    return say(context, `${saved} ${t('offer-saved-reminded')}`, [await saveChoice(context, offer)]);
  return say(context, `${saved} ${reminderWords(context)}`, [
    context.offer('oflnh', argsOf(offer), t('choice-offer-remind')),
    await saveChoice(context, offer),
  ]);
});

function reminderWords({ t }: TurnContext): string {
  return `${t('offer-remind-offer')} ${t('remind-consent')}`;
}

/** "Nhắc mình trước hạn", pressed beside the words it agrees to. */
export const remindOfOffer = ofOffer(async (context, offer) => {
  const { t, tx, learnerId, now } = context;
  await markOffer(tx, learnerId, offer, 'saved', now);
  await agreeToReminders(context, reminderWords(context));
  const time = clock(await reminderHourOf(tx, learnerId));
  return inPlace(
    say(context, t('offer-remind-set', { title: offer.title, time }), [
      context.offer('nhac', [], t('choice-remind-hour')),
      context.offer('nhac', ['off'], t('choice-remind-off')),
    ]),
  );
});

export const unsaveOffer = ofOffer(async (context, offer) => {
  await unmarkOffer(context.tx, context.learnerId, offer);
  const again = context.offer('oflu', argsOf(offer), context.t('choice-undo'));
  return inPlace(say(context, context.t('offer-unsaved', { title: offer.title }), [again]));
});
