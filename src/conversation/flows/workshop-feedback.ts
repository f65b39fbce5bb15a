import type { Choice } from '../../message/index.ts';
import {
  issueCertificate,
  longestCertificateName,
  longestWorkshopComment,
  recordComment,
  recordFeedback,
} from '../../workshops/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { workshopTitle } from '../words/workshop.ts';
import { say } from './small-talk.ts';
import { keyOf, type OwnRegistration, registrationOfArgument, workshopGone } from './workshop-standing.ts';

/** How long an answer in words belongs to one of these questions. */
const questionMinutes = 15;

const stars = [1, 2, 3, 4, 5] as const;

function asking(context: TurnContext, answer: Answer, kind: string, registration: number): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...answer, state: { ...context.state, question: { kind, until, data: registration } } };
}

function withoutQuestion(context: TurnContext): TurnContext {
  const { question: _answered, ...state } = context.state;
  return { ...context, state };
}

/** Stars by a press; "0" leaves it. */
export async function pressedRating(context: TurnContext, [key, given]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  return own === undefined ? workshopGone(context) : rate(withoutQuestion(context), own, Number(given));
}

async function rate(context: TurnContext, own: OwnRegistration, given: number): Promise<Answer> {
  const { t, tx, now } = context;
  const rating = stars.find((each) => each === given);
  const certificate = certificateChoice(context, own);
  if (rating === undefined) return inPlace(say(context, t('workshop-rate-skipped'), certificate));
  if (!(await recordFeedback(tx, own.registration.key, { rating, now })))
    return say(context, t('workshop-not-rateable'));
  const text = t('workshop-rated', { rating, title: workshopTitle(t, own.workshop) });
  const comment = context.offer('wscom', [keyOf(own.registration.key)], t('choice-comment'));
  return inPlace(say(context, text, [comment, ...certificate]));
}

/** The way to the certificate of who was there, where people can open it. */
export function certificateChoice(
  context: Pick<TurnContext, 't' | 'links' | 'offer'>,
  { registration, workshop }: Pick<OwnRegistration, 'registration' | 'workshop'>,
): Choice[] {
  if (registration.checkedInAt === undefined || workshop.sample) return [];
  if (context.links.certificate('') === undefined) return [];
  return [context.offer('wscert', [keyOf(registration.key)], context.t('choice-workshop-certificate'))];
}

/** A number of stars, typed after the question. */
export function answerRating(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const given =
    /^(?:(?<number>[1-5])|(?<word>mot|hai|ba|bon|nam))(?: ?(?:sao|diem|stars?|\/5))?(?: (?:a|nhe|nha|ban|luon))*$/.exec(
      plainWords(text),
    )?.groups;
  const { number, word } = given ?? {};
  const rating = number === undefined ? ['mot', 'hai', 'ba', 'bon', 'nam'].indexOf(word ?? '') + 1 : Number(number);
  if (typeof data !== 'number' || rating === 0) return undefined;
  return pressedRating(context, [keyOf(data), String(rating)]);
}

export async function askComment(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  if (own === undefined) return workshopGone(context);
  const text = context.t('workshop-comment-ask', { title: workshopTitle(context.t, own.workshop) });
  return asking(context, say(context, text), 'workshop_comment', own.registration.key);
}

export function answerComment(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  if (typeof data !== 'number' || text.trim() === '') return undefined;
  const answered = withoutQuestion(context);
  if (isRefusal(plainWords(text))) return say(answered, context.t('workshop-rate-skipped'));
  return keepComment(answered, data, text.trim());
}

async function keepComment(context: TurnContext, key: number, text: string): Promise<Answer> {
  const { t, tx, now } = context;
  if ((await registrationOfArgument(context, keyOf(key))) === undefined) return workshopGone(context);
  if (!(await recordComment(tx, key, text, now))) return say(context, t('workshop-not-rateable'));
  const isCut = text.length > longestWorkshopComment;
  return say(context, isCut ? t('workshop-comment-cut', { most: longestWorkshopComment }) : t('workshop-comment-kept'));
}

/** Asks under which name the certificate is made: it is public to whoever has its code. */
export async function askCertificateName(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const own = await registrationOfArgument(context, key);
  if (own === undefined) return workshopGone(context);
  const { t } = context;
  if (own.registration.checkedInAt === undefined) return say(context, t('workshop-not-rateable'));
  return asking(context, say(context, t('workshop-certificate-ask')), 'workshop_certificate', own.registration.key);
}

export function answerCertificateName(
  context: TurnContext,
  text: string,
  data: unknown,
): Promise<Answer> | Answer | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  if (typeof data !== 'number' || name === '') return undefined;
  const answered = withoutQuestion(context);
  if (isRefusal(plainWords(text))) return say(answered, context.t('workshop-certificate-skipped'));
  if (!/\p{L}/u.test(name) || name.length > longestCertificateName) {
    return say(context, context.t('workshop-certificate-again', { most: longestCertificateName }));
  }
  return giveCertificate(answered, data, name);
}

async function giveCertificate(context: TurnContext, key: number, name: string): Promise<Answer> {
  const { t, tx, now, links } = context;
  if ((await registrationOfArgument(context, keyOf(key))) === undefined) return workshopGone(context);
  const code = await issueCertificate(tx, key, name, now);
  if (code === undefined) return say(context, t('workshop-not-rateable'));
  const url = links.certificate(code);
  return say(context, t('workshop-certificate-made', { name, code }), [
    ...(url === undefined
      ? []
      : [context.offer('wscert', [keyOf(key), 'open'], t('choice-workshop-certificate-open'), { url })]),
    context.offer('wscert', [keyOf(key)], t('choice-workshop-certificate-name')),
  ]);
}
