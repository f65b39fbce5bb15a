import { z } from 'zod';
import { apply, longestReason } from '../../applications/index.ts';
import { learnersOf, longestName, readName } from '../../learners/index.ts';
import { createTranslator } from '../../locales/index.ts';
import type { Choice, Locale } from '../../message/index.ts';
import { markOffer } from '../../opportunities/index.ts';
import { applicationConsent } from '../consent-texts.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { standingLines } from '../words/application.ts';
import { type Applicable, applicableOf, letterOfKind, standingTo } from './applicable.ts';
import { speaksAsChild } from './eligibility-known.ts';
import { say, topicChoices } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/**
 * An application is written in four steps, each of which can be left: `name`, `contact`, `reason`, `review`. Until it is sent it stands in
 * the running question only, and is gone with it.
 */
const draftMinutes = 30;

const draftData = z.object({
  letter: z.enum(['s', 'i']),
  key: z.number(),
  step: z.enum(['name', 'contact', 'reason', 'review']),
  /** The language in which the words of the consent stood. */
  shown: z.enum(['vi', 'en']),
  name: z.string().optional(),
  /** `chat`: no number was given. */
  contact: z.string().optional(),
  reason: z.string().optional(),
});
type Draft = z.output<typeof draftData>;

/** The way to apply, where one can. */
export function applyChoice({ offer, t }: TurnContext, letter: string, key: number): Choice {
  return offer('nd', [letter, keyOf(key)], t('choice-apply'));
}

/** What is sent to whom and for how long, before anything is asked. */
async function begin(context: TurnContext, [letter, key]: readonly string[]): Promise<Answer> {
  const offer = await applicableOf(context, letter, readKey(key));
  if (offer === undefined) return say(context, context.t('offer-gone'), topicChoices(context));
  const refusal = whyNot(context, offer);
  if (refusal !== undefined) return say(context, refusal);
  const { t } = context;
  const standing = await standingTo(context, offer);
  const text = [
    t('application-begin', { title: offer.title }),
    ...standingLines(context, offer.kind, standing),
    applicationConsent.text(context.t, offer),
  ].join('\n\n');
  const args = [letterOfKind[offer.kind], keyOf(offer.key)];
  const choices = [
    context.offer('ndy', [...args, applicationConsent.version, context.locale], t('choice-apply-agree')),
    context.offer('ndt', [], t('choice-apply-stop')),
  ];
  return withoutDraft(say(context, text, choices));
}

function whyNot({ t, learner, profile, state }: TurnContext, { closed }: Applicable): string | undefined {
  if (closed !== undefined) return t('application-closed', { why: closed });
  return speaksAsChild({ learner, profile, state }) ? t('application-child') : undefined;
}

/** The yes. A button under older words agrees to nothing. */
async function agree(context: TurnContext, [letter, key, version, shown]: readonly string[]): Promise<Answer> {
  if (version !== applicationConsent.version) return begin(context, [letter ?? '', key ?? '']);
  const draft = draftData.safeParse({ letter, key: readKey(key), step: 'name', shown }).data;
  const offer = draft && (await applicableOf(context, draft.letter, draft.key));
  if (draft === undefined || offer === undefined) return say(context, context.t('chat-stale'), topicChoices(context));
  const { tx, learnerId, now } = context;
  await markOffer(tx, learnerId, offer, 'began', now);
  return askFor(context, draft);
}

/** The question of the step at which a draft is. */
async function askFor(context: TurnContext, draft: Draft, problem?: string): Promise<Answer> {
  const { t } = context;
  const stop = context.offer('ndt', [], t('choice-apply-stop'));
  const ask = (text: string, choices: readonly Choice[]): Answer => {
    const until = new Date(context.now.getTime() + draftMinutes * 60_000).toISOString();
    const asked = say(context, problem === undefined ? text : `${problem}\n\n${text}`, [...choices, stop]);
    return { ...asked, state: { ...context.state, question: { kind: 'application', until, data: draft } } };
  };
  switch (draft.step) {
    case 'name': {
      const name = (await learnersOf(context.tx, context.accountId)).find(({ id }) => id === context.learnerId)?.name;
      const known = name === undefined ? [] : [context.offer('ndn', [], t('choice-apply-name', { name }))];
      return ask(t('application-ask-name'), known);
    }
    case 'contact':
      return ask(t('application-ask-contact'), [context.offer('ndc', [], t('choice-apply-chat'))]);
    case 'reason':
      return ask(t('application-ask-reason', { most: longestReason }), []);
    case 'review':
      return ask(await reviewText(context, draft), [
        context.offer('ndg', [], t('choice-apply-send')),
        context.offer('ndl', [], t('choice-apply-again')),
      ]);
  }
}

async function reviewText(context: TurnContext, draft: Draft): Promise<string> {
  const { t } = context;
  const offer = await applicableOf(context, draft.letter, draft.key);
  if (offer === undefined) return t('offer-gone');
  return [
    t('application-review', {
      title: offer.title,
      organisation: offer.organisation,
      name: draft.name ?? '',
      contact: contactInWords(context, draft),
      reason: draft.reason ?? '',
    }),
    ...standingLines(context, offer.kind, await standingTo(context, offer)),
  ].join('\n');
}

function contactInWords({ t }: TurnContext, { contact }: Draft): string {
  return contact === undefined || contact === 'chat' ? t('application-by-chat') : contact;
}

const phoneNumber = /^(?:\+84|0)\d{9,10}$/;

/** A step further with what was typed, or the same question with what is wrong. */
function typed(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const draft = draftData.safeParse(data).data;
  if (draft === undefined || text.trim() === '') return undefined;
  const words = plainWords(text);
  if (isRefusal(words) && draft.step !== 'reason') return stopped(context);
  const { t } = context;
  switch (draft.step) {
    case 'name': {
      const name = readName(text);
      if (name === undefined) return askFor(context, draft, t('application-name-wrong', { most: longestName }));
      return askFor(context, { ...draft, step: 'contact', name });
    }
    case 'contact': {
      const phone = text.replace(/[\s.()-]/g, '');
      if (!phoneNumber.test(phone)) return askFor(context, draft, t('application-phone-wrong'));
      return askFor(context, { ...draft, step: 'reason', contact: phone });
    }
    case 'reason': {
      const reason = text.normalize('NFC').replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim();
      if (reason.length > longestReason)
        return askFor(context, draft, t('application-reason-long', { most: longestReason }));
      return askFor(context, { ...draft, step: 'review', reason });
    }
    case 'review':
      return /^(?:gui|gui don|gui di|dong y|ok|send|yes)(?: (?:a|nhe|nha|di|luon|please))*$/.test(words)
        ? send(context, draft)
        : askFor(context, draft);
  }
}

/** Goes on with the draft that the press is about; without one, it is too late. */
function ofDraft(work: (context: TurnContext, draft: Draft) => Promise<Answer>) {
  return async (context: TurnContext): Promise<Answer> => {
    const { question } = context.state;
    const isOpen = question?.kind === 'application' && new Date(question.until) > context.now;
    const draft = isOpen ? draftData.safeParse(question.data).data : undefined;
    return draft === undefined ? say(context, context.t('application-too-late')) : work(context, draft);
  };
}

const useKnownName = ofDraft(async (context, draft) => {
  const name = (await learnersOf(context.tx, context.accountId)).find(({ id }) => id === context.learnerId)?.name;
  return askFor(context, name === undefined ? draft : { ...draft, step: 'contact', name });
});

const useChat = ofDraft((context, draft) => askFor(context, { ...draft, step: 'reason', contact: 'chat' }));

const again = ofDraft((context, { letter, key, shown }) => askFor(context, { letter, key, shown, step: 'name' }));

async function send(context: TurnContext, draft: Draft): Promise<Answer> {
  const { t, tx, learnerId, channel, now } = context;
  const { name, contact, reason } = draft;
  const offer = await applicableOf(context, draft.letter, draft.key);
  if (offer === undefined || name === undefined || reason === undefined)
    return withoutDraft(say(context, t('offer-gone'), topicChoices(context)));
  const refusal = whyNot(context, offer);
  if (refusal !== undefined) return withoutDraft(say(context, refusal));
  const id = await apply(tx, {
    learnerId,
    offer,
    callName: name,
    phone: contact === 'chat' ? undefined : contact,
    reason,
    standing: await standingTo(context, offer),
    consent: {
      text: applicationConsent.text(createTranslator(draft.shown satisfies Locale), offer),
      version: applicationConsent.version,
      channel,
    },
    at: now,
  });
  const mine = context.offer('dc', [], t('choice-applications'));
  if (id === undefined) return withoutDraft(say(context, t('application-already', { title: offer.title }), [mine]));
  const sent = t('application-sent', { title: offer.title, organisation: offer.organisation });
  return withoutDraft(say(context, sent, [mine]));
}

function withoutDraft(answer: Answer): Answer {
  const { question: _draft, ...state } = answer.state;
  return { ...answer, state };
}

function stopped(context: TurnContext): Answer {
  return withoutDraft(say(context, context.t('application-stopped')));
}

/** Applying for a scholarship or an internship. */
export const applicationFormFeature: Feature = {
  presses: {
    nd: begin,
    ndy: agree,
    ndt: (context) => inPlace(stopped(context)),
    ndn: useKnownName,
    ndc: useChat,
    ndl: again,
    ndg: async (context) => inPlace(await ofDraft(send)(context)),
  },
  questions: { application: typed },
};
