import { wasInDanger } from '../../inbox/index.ts';
import { consentsOf } from '../../learners/index.ts';
import { addressInWords } from '../../locales/index.ts';
import type { Choice } from '../../message/index.ts';
import { type AskedFrom, type AskedPlace, answerByRules, noteContentGap, redact } from '../../tutor/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { withConsentOffer } from './consent-offer.ts';
import { handOverChoice } from './hand-over.ts';
import { type OpenPlace, openPlace } from './lesson-open.ts';
import { singleLessonChoice } from './lesson-single.ts';
import { say } from './small-talk.ts';

/** How long the question to what one would like to know waits. */
const questionMinutes = 30;

/** What the lessons say to a question; `withheld`: they say it, but it is the answer to what is being asked. */
export type Told =
  | {
      readonly kind: 'told';
      readonly text: string;
      readonly choices: readonly Choice[];
      /** No lesson has an answer. */
      readonly isUnknown: boolean;
    }
  | { readonly kind: 'withheld' };

/** Answers a question in the words of a lesson, or says that there are none and notes it for those who write lessons. */
export async function answerFromLessons(context: TurnContext, question: string, from: AskedFrom): Promise<Told> {
  const { t, passages, tx, now } = context;
  const answer = answerByRules(passages, question, from);
  switch (answer.kind) {
    case 'withheld':
      return answer;
    case 'quote': {
      const isHere = answer.lesson.id === from.lesson;
      const text = t('tutor-quote', { title: answer.lesson.title, quote: answer.quote });
      return {
        kind: 'told',
        text,
        isUnknown: false,
        choices: isHere ? [] : [singleLessonChoice(context, answer.lesson)],
      };
    }
    case 'unknown':
      await noteContentGap(tx, { question: redact(question).text, lesson: from.lesson, now });
      return {
        kind: 'told',
        text: t(from.lesson === undefined ? 'tutor-no-lesson' : 'tutor-not-here'),
        choices: [handOverChoice(context)],
        isUnknown: true,
      };
  }
}

/** Whether a model may be asked: there is one, the learner agreed to it, and for two days after words of danger nobody is taught by a machine. */
export async function mayAskModel({ tx, learnerId, now, hasModel }: TurnContext): Promise<boolean> {
  if (!hasModel) return false;
  const [consents, isInDanger] = await Promise.all([consentsOf(tx, learnerId), wasInDanger(tx, learnerId, now)]);
  return consents.ai_tutor !== undefined && !isInDanger;
}

/**
 * Puts a question to the tutor with a model, for who agreed to that; undefined where none can be asked, so that the rules answer. The answer
 * comes as a turn of its own. What identifies a person goes before it is kept.
 * @param askedAt where the question is asked; looked up together with whether a model may be asked
 */
export async function askModel(
  context: TurnContext,
  question: string,
  askedAt: Promise<OpenPlace>,
): Promise<Answer | undefined> {
  const [mayAsk, { place }] = await Promise.all([mayAskModel(context), askedAt]);
  if (!mayAsk) return undefined;
  const wards = context.profile.told.place?.wards.slice(0, 3);
  const effect = asking(context, question, { ...place, ...(wards && { wards }) });
  // Where "typing" is shown nothing else need be said.
  const isSilent = context.capabilities.answers !== 'in_response';
  const waiting = isSilent ? [] : say(context, context.t('tutor-thinking')).messages;
  return { messages: waiting, state: context.state, effects: [effect] };
}

/** Longer questions are cut; few are. */
const longestQuestion = 2000;

/** What a model sees of what somebody wrote: nothing that identifies them, and not too much. */
export function wordsForModel(text: string): string {
  return redact(text).text.slice(0, longestQuestion);
}

/** Puts words to a model, with the place where they were written. */
export function asking(context: TurnContext, words: string, place: AskedPlace) {
  const { learnerId, conversationId, channel, chat, locale, profile, now } = context;
  return {
    kind: 'ask_tutor' as const,
    question: {
      conversationId,
      learnerId,
      channel,
      chat,
      locale,
      address: addressInWords(locale, profile.told.address),
      asked: wordsForModel(words),
      place,
      askedAt: now,
    },
  };
}

/** `/hoi QUESTION`; without one it asks for it. */
async function ask(context: TurnContext, argument: string): Promise<Answer> {
  const question = argument.trim();
  if (question === '') {
    const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
    const answer = say(context, context.t('tutor-ask'));
    return { ...answer, state: { ...context.state, question: { kind: 'tutor', until } } };
  }
  const open = openPlace(context);
  return (await askModel(context, question, open)) ?? answerOutside(context, question, await open);
}

/** What the lessons say to a question that was asked outside of them. */
export async function answerOutside(
  context: TurnContext,
  question: string,
  { place, question: asked }: OpenPlace,
): Promise<Answer> {
  const open = asked && { question: asked, hintLevel: place.item?.hintLevel ?? 0 };
  const told = await answerFromLessons(context, question, open === undefined ? {} : { open });
  if (told.kind === 'withheld') return say(context, context.t('tutor-withheld'));
  return withModelOffer(context, say(context, told.text, told.choices), told.isUnknown);
}

/** Under an answer that no lesson has, the question whether a model may answer, where there is one. */
export async function withModelOffer(context: TurnContext, answer: Answer, isUnknown: boolean): Promise<Answer> {
  return isUnknown && context.hasModel ? withConsentOffer(context, answer, 'ai_tutor') : answer;
}

/** Questions to the tutor, in a lesson (`answerFromLessons`) and outside one. */
export const tutorFeature: Feature = {
  commands: { hoi: ask, ask },
  openings: { hỏi: 'hoi', hoi: 'hoi', ask: 'ask' },
  questions: { tutor: (context, text) => ask(context, text) },
  help: ['help-hoi'],
};
