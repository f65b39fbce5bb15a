import { type ConsentOutcome, type ConsentPurpose, giveConsent, mayAskFor } from '../../learners/index.ts';
import { createTranslator } from '../../locales/index.ts';
import type { Choice, Locale } from '../../message/index.ts';
import { remindersAgreed } from '../../outreach/index.ts';
import { consentText, consentTexts } from '../consent-texts.ts';
import type { Answer, TurnContext } from '../context.ts';
import { localDate } from '../words/format.ts';
import { rhythmTime } from './reminder-consent.ts';

/** A question for a consent: the words to agree to, the question, and a yes and a no to press. */
export interface ConsentOffer {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/**
 * The question for a consent at a fitting moment, to append to an answer; undefined for who agreed already, refused before, or was asked
 * within thirty days. That it was asked is noted, so call it only where the question is really shown. One query.
 */
export async function consentOffer(context: TurnContext, purpose: ConsentPurpose): Promise<ConsentOffer | undefined> {
  const { tx, learnerId, now, timezone, t } = context;
  const isFitting = await mayAskFor(tx, learnerId, purpose, localDate(now, timezone));
  if (!isFitting) return undefined;
  return { text: `${consentText(t, purpose)} ${t('consent-ask')}`, choices: consentChoices(context, purpose) };
}

/** An answer with the question for a consent under it, where it may be asked. */
export async function withConsentOffer(context: TurnContext, answer: Answer, purpose: ConsentPurpose): Promise<Answer> {
  const last = answer.messages.at(-1);
  const offer = last && (await consentOffer(context, purpose));
  if (last === undefined || offer === undefined) return answer;
  const message =
    last.courses === undefined
      ? { ...last, text: [...last.text, '\n\n', offer.text], choices: [...last.choices, ...offer.choices] }
      : {
          ...last,
          footer: [...(last.footer === undefined ? [] : [...last.footer, '\n\n']), offer.text],
          choices: [...last.choices, ...offer.choices],
        };
  return { ...answer, messages: [...answer.messages.slice(0, -1), message] };
}

/** Yes and no. The yes says which words it agrees to, so that an old button never agrees to newer ones. */
export function consentChoices(context: TurnContext, purpose: ConsentPurpose): readonly Choice[] {
  const { version } = consentTexts[purpose];
  return [
    context.offer('agree', [purpose, version, context.locale], context.t(yesLabels[purpose])),
    context.offer('decline', [purpose], context.t('choice-consent-no')),
  ];
}

const yesLabels = {
  announcements: 'choice-consent-announcements',
  reminders: 'choice-consent-reminders',
  ai_tutor: 'choice-consent-ai-tutor',
  research: 'choice-consent-research',
} as const;

/**
 * Notes that the person agrees with this message, by a press under the words or by asking for the thing itself (`/nhac 20:30`): whoever
 * notes it so shows `consentText` in the same answer.
 * @param shown the language the words stood in
 */
export async function noteConsent(
  context: TurnContext,
  purpose: ConsentPurpose,
  shown: Locale = context.locale,
): Promise<ConsentOutcome> {
  const { tx, learnerId, channel, turnId, now } = context;
  const outcome = await giveConsent(tx, {
    learnerId,
    purpose,
    text: consentText(createTranslator(shown), purpose),
    textVersion: consentTexts[purpose].version,
    locale: shown,
    channel,
    turnId,
    at: now,
  });
  if (purpose === 'reminders') await remindersAgreed(tx, learnerId, rhythmTime(context));
  return outcome;
}
