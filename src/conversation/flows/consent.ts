import {
  type ConsentPurpose,
  consentPurposes,
  consentsOf,
  learnersOf,
  needsGuardian,
  refuseConsent,
  withdrawConsent,
  withdrawConsentOfAccount,
} from '../../learners/index.ts';
import type { Choice, Locale } from '../../message/index.ts';
import { fold } from '../../text/index.ts';
import { registrationsOfAccount } from '../../workshops/index.ts';
import { consentText, consentTexts } from '../consent-texts.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature, ProfilePart } from '../feature.ts';
import { day, localDate } from '../words/format.ts';
import { consentChoices, noteConsent } from './consent-offer.ts';
import { consentPhrases, stopWording } from './consent-phrases.ts';
import { say } from './small-talk.ts';

/** What each consent is called in the answers; the arguments of texts are identifiers. */
const names: Readonly<Record<ConsentPurpose, string>> = {
  announcements: 'announcements',
  reminders: 'reminders',
  ai_tutor: 'ai',
  research: 'research',
};

const on = /^(?:bat|mo|co|on|yes|start|dong y|bat len|bat di)$/;
const off = /^(?:tat|dung|ngung|khong|huy|off|no|stop|tat di)$/;

/** A command that switches a consent with "bật" and "tắt", and without an argument tells how it stands. */
function switching(purpose: ConsentPurpose) {
  return (context: TurnContext, argument: string): Promise<Answer> => {
    const word = fold(argument).trim();
    if (on.test(word)) return agree(context, purpose);
    return off.test(word) ? withdraw(context, purpose) : tell(context, purpose);
  };
}

/** What it is, whether it is on and since when, and the presses to change it. */
async function tell(context: TurnContext, purpose: ConsentPurpose): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const since = (await consentsOf(tx, learnerId))[purpose];
  const intro = [
    ...(purpose === 'ai_tutor' ? [t('ai-page', { hasModel: context.hasModel ? 'yes' : 'no' })] : []),
    consentText(t, purpose),
  ];
  if (since !== undefined) {
    const text = [...intro, t('consent-is-on', { date: dayOf(context, since) })].join('\n\n');
    return say(context, text, [offChoice(context, purpose)]);
  }
  const text = [...intro, t('consent-is-off')];
  if (!(await needsGuardian(tx, learnerId, purpose)))
    return say(context, text.join('\n\n'), consentChoices(context, purpose));
  return say(context, [...text, guardianWay(context, purpose)].join('\n\n'));
}

function dayOf(context: TurnContext, moment: Date): string {
  return day(localDate(moment, context.timezone));
}

/** Turns a consent on by command: the words agreed to stand in the answer, before anything is done with it. */
async function agree(context: TurnContext, purpose: ConsentPurpose): Promise<Answer> {
  const { t } = context;
  const outcome = await noteConsent(context, purpose);
  if (outcome === 'needs_guardian') return askGuardian(context, purpose);
  const head = t(outcome === 'given' ? 'consent-given' : 'consent-given-before', { what: names[purpose] });
  return say(context, [head, consentText(t, purpose)].join('\n\n'), afterYes(context, purpose));
}

/** The yes under the words. A press on words that have changed since shows those of today and asks again. */
async function pressedAgree(context: TurnContext, [name, version, locale]: readonly string[]): Promise<Answer> {
  const purpose = purposeOf(name);
  if (purpose === undefined || version !== consentTexts[purpose].version)
    return tell(context, purpose ?? 'announcements');
  const shown: Locale = locale === 'en' ? 'en' : 'vi';
  const outcome = await noteConsent(context, purpose, shown);
  if (outcome === 'needs_guardian') return askGuardian(context, purpose);
  const key = outcome === 'given' ? 'consent-given' : 'consent-given-before';
  return say(context, context.t(key, { what: names[purpose] }), afterYes(context, purpose));
}

/** The way back, and for what only who is 16 may agree to by themselves, the word that one is not. */
function afterYes(context: TurnContext, purpose: ConsentPurpose): Choice[] {
  const isGuarded = guardedCommands[purpose] !== undefined && context.profile.told.age_band === undefined;
  return [
    offChoice(context, purpose),
    ...(isGuarded ? [context.offer('under16', [purpose], context.t('choice-under-16'))] : []),
  ];
}

function askGuardian(context: TurnContext, purpose: ConsentPurpose): Answer {
  const { t } = context;
  return say(context, [t('consent-guardian', { what: names[purpose] }), guardianWay(context, purpose)].join('\n\n'));
}

/** What a guardian sends from their own account, by what it turns on. */
const guardedCommands: Readonly<Partial<Record<ConsentPurpose, string>>> = {
  ai_tutor: '/ai bat',
  research: '/nghiencuu bat',
};

function guardianWay(context: TurnContext, purpose: ConsentPurpose): string {
  return context.t('consent-guardian-how', { command: guardedCommands[purpose] ?? '' });
}

/** "Mình dưới 16 tuổi": ends it at once and remembers the age band, as if it had been said. */
async function pressedUnder16(context: TurnContext, [name]: readonly string[]): Promise<Answer> {
  const purpose = purposeOf(name) ?? 'ai_tutor';
  await withdrawConsent(context.tx, context.learnerId, ['ai_tutor', 'research'], context.now);
  const answer = askGuardian(context, purpose);
  return { ...answer, effects: [{ kind: 'note_facts', told: { age_band: 'under_16' } }] };
}

function offChoice(context: TurnContext, purpose: ConsentPurpose): Choice {
  return context.offer('withdraw', [purpose], context.t('choice-consent-off', { what: names[purpose] }));
}

/**
 * Ends one consent and offers to turn it on again, which is a new one. Announcements end for everybody the person looks after: whoever
 * wants none does not get the one that came for a relative.
 */
async function withdraw(context: TurnContext, purpose: ConsentPurpose): Promise<Answer> {
  const { t, tx, learnerId, accountId, now } = context;
  const ended =
    purpose === 'announcements'
      ? await withdrawConsentOfAccount(tx, accountId, [purpose], now)
      : await withdrawConsent(tx, learnerId, [purpose], now);
  if (ended.length === 0) return say(context, t('consent-off-before', { what: names[purpose] }));
  const forAll = purpose === 'announcements' ? await forEverybody(context) : [];
  const text = [t('consent-ended', { what: names[purpose] }), ...forAll].join('\n\n');
  return say(context, text, [againChoice(context, purpose)]);
}

function againChoice(context: TurnContext, purpose: ConsentPurpose): Choice {
  return context.offer('again', [purpose], context.t('choice-consent-again', { what: names[purpose] }));
}

async function decline(context: TurnContext, [name]: readonly string[]): Promise<Answer> {
  const purpose = purposeOf(name);
  if (purpose !== undefined) await refuseConsent(context.tx, context.learnerId, [purpose], context.now);
  return say(context, context.t('consent-declined'));
}

/** `/dung`: nothing comes by itself any more, for nobody of the account, from this moment on. What was asked for with a seat still does. */
async function stop(context: TurnContext): Promise<Answer> {
  const { t, tx, accountId, now } = context;
  const ended = await withdrawConsentOfAccount(tx, accountId, ['reminders', 'announcements'], now);
  const seats = await registrationsOfAccount(tx, accountId, now);
  const text = [
    ...(ended.length === 0 ? [t('stop-nothing')] : [t('stop-done'), ...(await forEverybody(context))]),
    ...(seats.length === 0 ? [] : [t('stop-seats')]),
  ];
  return say(
    context,
    text.join('\n\n'),
    ended.map((purpose) => againChoice(context, purpose)),
  );
}

/** That it ends for relatives as well, said to who has some. */
async function forEverybody({ t, tx, accountId }: TurnContext): Promise<string[]> {
  return (await learnersOf(tx, accountId)).length > 1 ? [t('stop-everybody')] : [];
}

function purposeOf(name: string | undefined): ConsentPurpose | undefined {
  return consentPurposes.find((purpose) => purpose === name);
}

/** The consents in force, each with its day and a press to end it. */
async function inForce(context: TurnContext): Promise<ProfilePart> {
  const { t, tx, learnerId } = context;
  const consents = await consentsOf(tx, learnerId);
  const given = consentPurposes.flatMap((purpose) => {
    const since = consents[purpose];
    return since === undefined ? [] : [{ purpose, since }];
  });
  return {
    lines: given.map(({ purpose, since }) =>
      t('profile-consent', { what: names[purpose], date: dayOf(context, since) }),
    ),
    choices: given.map(({ purpose }) => offChoice(context, purpose)),
  };
}

export const consentFeature: Feature = {
  commands: {
    thongbao: switching('announcements'),
    announcements: switching('announcements'),
    ai: switching('ai_tutor'),
    nghiencuu: switching('research'),
    research: switching('research'),
    dung: stop,
    stop,
  },
  phrases: consentPhrases,
  wordings: [[stopWording, 'dung']],
  presses: {
    agree: pressedAgree,
    again: (context, [name]) => agree(context, purposeOf(name) ?? 'announcements'),
    decline,
    withdraw: (context, [name]) => withdraw(context, purposeOf(name) ?? 'announcements'),
    under16: pressedUnder16,
  },
  profile: inForce,
  help: ['help-thongbao', 'help-ai', 'help-dung'],
};
