import { z } from 'zod';
import {
  type ChatConsent,
  expectedAnswer,
  openCases,
  openHandOver,
  openingHours,
  sharedLines,
} from '../../inbox/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { expectedInWords } from '../words/expected.ts';
import { say, topicChoices } from './small-talk.ts';
import { deadline, goOn, ownCases, pressedCase, steppedBack, tellStaff, waysOut } from './with-staff.ts';

/** How long each of the two questions before a hand-over waits for its answer. */
const questionMinutes = 30;

const consent = z.object({ beforeTurn: z.number(), turnId: z.number(), text: z.string() });

/**
 * First whether staff may read the chat, then the question itself unless it was written already:
 *
 *   consent ──"share" or "only this"──> question ──text──> a case
 */
const stepOf = z.discriminatedUnion('step', [
  z.object({ step: z.literal('consent'), beforeTurn: z.number(), text: z.string().optional() }),
  z.object({ step: z.literal('question'), consent: consent.optional() }),
]);

type Step = z.output<typeof stepOf>;

const yes = /^(?:co|dong y|ok|oke|duoc|y|yes|agree|i agree|share)(?: (?:a|nhe|nha|cho doc|luon|chia se|doan chat))*$/;
const onlyThis = /^(?:chi|only|just)(?: (?:gui|send|this|my|cau|hoi|cau hoi|nay|thoi|question))+$/;

/** The way to a person, to be offered where the companion is at its end. */
export function handOverChoice(context: TurnContext): Choice {
  return context.offer('human', ['ask'], context.t('choice-human'));
}

/** `/nguoithat [question]`: asks what staff may read, or goes on with the question that is open. */
async function handOver(context: TurnContext, argument: string): Promise<Answer> {
  const text = argument.trim() === '' ? undefined : argument.trim();
  const here = (await openCases(context.tx, context.accountId)).filter(
    ({ conversationId }) => conversationId === context.conversationId,
  );
  // A word about the service that was answered is a talk with a person too.
  const open = here.find(({ kind }) => kind === 'hand_over') ?? here.find(({ answered }) => answered);
  if (open === undefined)
    return askConsent(context, { step: 'consent', beforeTurn: context.turnId, ...(text && { text }) });
  const told = text && (await tellStaff({ ...context, state: steppedBack(context.state, open.id) }, text));
  return told || goOn(context, open.id);
}

function askConsent(context: TurnContext, step: Extract<Step, { step: 'consent' }>): Answer {
  const { t } = context;
  const before = step.beforeTurn.toString(36);
  const words = consentWords(context);
  const text = step.text === undefined ? words : `${t('hand-over-question', { text: step.text })}\n\n${words}`;
  const answer = say(context, text, [
    context.offer('human', ['share', before], t('choice-hand-over-share')),
    context.offer('human', ['only', before], t('choice-hand-over-only')),
    context.offer('human', ['cancel'], t('choice-hand-over-cancel')),
  ]);
  return waitingFor(context, answer, step);
}

function consentWords({ t }: TurnContext): string {
  return t('hand-over-consent', { count: sharedLines });
}

function waitingFor(context: TurnContext, answer: Answer, data: Step): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...answer, state: { ...context.state, question: { kind: 'human', until, data } } };
}

/** The step a conversation is at, if it is at one. */
function runningStep({ state, now }: TurnContext): Step | undefined {
  if (state.question?.kind !== 'human' || new Date(state.question.until) < now) return undefined;
  return stepOf.safeParse(state.question.data).data;
}

/** What staff may read is settled: on to the question, or with it to staff. */
function settled(
  context: TurnContext,
  given: ChatConsent | undefined,
  text: string | undefined,
): Answer | Promise<Answer> {
  if (text !== undefined) return send(context, given, text);
  const answer = say(context, context.t('hand-over-ask'), [
    context.offer('human', ['cancel'], context.t('choice-hand-over-cancel')),
  ]);
  return waitingFor(context, answer, { step: 'question', ...(given && { consent: given }) });
}

async function send(context: TurnContext, given: ChatConsent | undefined, text: string): Promise<Answer> {
  const { tx, t, learnerId, conversationId, locale, now, timezone } = context;
  const opener = { learnerId, conversationId, locale, at: now };
  const caseId = await openHandOver(tx, opener, { text, consent: given, deadline: deadline(context) });
  const when = expectedInWords(t, expectedAnswer(now, timezone, openingHours()));
  const answer = say(context, t('hand-over-sent', { when }), waysOut(context, caseId));
  return { ...answer, state: steppedBack(context.state, caseId) };
}

function cancelled(context: TurnContext): Answer {
  const { question: _dropped, ...state } = context.state;
  return { ...say(context, context.t('hand-over-cancelled'), topicChoices(context)), state };
}

async function pressed(context: TurnContext, [what, before]: readonly string[]): Promise<Answer> {
  if (what !== 'share' && what !== 'only')
    return what === 'cancel' ? inPlace(cancelled(context)) : handOver(context, '');
  const step = runningStep(context);
  const text = step?.step === 'consent' ? step.text : undefined;
  const beforeTurn = Number.parseInt(before ?? '', 36);
  const agreed = { beforeTurn, turnId: context.turnId, text: consentWords(context) };
  return inPlace(await settled(context, what === 'share' ? agreed : undefined, text));
}

function answerInWords(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> | undefined {
  const step = stepOf.safeParse(data).data;
  if (step === undefined) return undefined;
  const words = plainWords(text);
  if (isRefusal(words)) return cancelled(context);
  if (step.step === 'question') return send(context, step.consent, text);
  if (yes.test(words)) {
    const given = { beforeTurn: step.beforeTurn, turnId: context.turnId, text: consentWords(context) };
    return settled(context, given, step.text);
  }
  if (onlyThis.test(words)) return settled(context, undefined, step.text);
  // Whoever asked for a person writes the question now: it is kept until they say what staff may read.
  return askConsent(context, { ...step, text: step.text === undefined ? text : `${step.text}\n${text}` });
}

export const handOverFeature: Feature = {
  commands: { nguoithat: handOver, human: handOver },
  phrases: { 'người thật': 'nguoithat', 'hỏi người thật': 'nguoithat', 'hỏi nhân viên': 'nguoithat' },
  openings: {
    'người thật': 'nguoithat',
    'nguoi that': 'nguoithat',
    'hỏi người thật': 'nguoithat',
    'hỏi nhân viên': 'nguoithat',
    'hoi nhan vien': 'nguoithat',
  },
  presses: { human: pressed, case: pressedCase },
  questions: { human: answerInWords },
  profile: ownCases,
  help: ['help-nguoithat'],
};
