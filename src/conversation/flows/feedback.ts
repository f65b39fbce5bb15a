import { z } from 'zod';
import { addToCase, openFeedback } from '../../inbox/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { say } from './small-talk.ts';
import { alreadyClosed, deadline } from './with-staff.ts';

/** How long the next text is the word that was asked for. */
const questionMinutes = 15;

/** Without a case: a word about the service. With one: what else there is to say of a report. */
const questionData = z.object({ caseId: z.number().optional() });

/** `/gopy [text]`: keeps what somebody has to say about the service. */
function feedback(context: TurnContext, argument: string): Answer | Promise<Answer> {
  if (argument.trim() !== '') return keep(context, argument.trim());
  return asking(context, context.t('feedback-ask'), undefined);
}

/** Asks for the words of a report. */
export function askAboutReport(context: TurnContext, caseId: number): Answer {
  return asking(context, context.t('report-tell'), caseId);
}

function asking(context: TurnContext, text: string, caseId: number | undefined): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  const answer = say(context, text, [context.offer('feedback', ['drop'], context.t('choice-feedback-drop'))]);
  const data = caseId === undefined ? {} : { caseId };
  return { ...answer, state: { ...context.state, question: { kind: 'feedback', until, data } } };
}

async function keep(context: TurnContext, text: string): Promise<Answer> {
  const { tx, learnerId, conversationId, locale, now } = context;
  await openFeedback(tx, { learnerId, conversationId, locale, at: now }, text);
  return answered(context, context.t('feedback-thanks'));
}

async function addToReport(context: TurnContext, caseId: number, text: string): Promise<Answer> {
  const { tx, accountId, now } = context;
  const taken = await addToCase(tx, caseId, { accountId, text, at: now, deadline: deadline(context) });
  return taken === undefined ? alreadyClosed(context, caseId) : answered(context, context.t('report-told'));
}

function answered(context: TurnContext, text: string): Answer {
  const { question: _answered, ...state } = context.state;
  return { ...say(context, text), state };
}

function answerInWords(context: TurnContext, text: string, data: unknown): Answer | Promise<Answer> | undefined {
  if (text.trim() === '') return undefined;
  const caseId = questionData.safeParse(data).data?.caseId;
  if (isRefusal(plainWords(text))) return dropped(context);
  return caseId === undefined ? keep(context, text.trim()) : addToReport(context, caseId, text.trim());
}

function dropped(context: TurnContext): Answer {
  return answered(context, context.t('feedback-dropped'));
}

export const feedbackFeature: Feature = {
  commands: { gopy: feedback, feedback },
  phrases: {
    'góp ý': 'gopy',
    'gop y': 'gopy',
    'gửi góp ý': 'gopy',
    'gui gop y': 'gopy',
    'mình muốn góp ý': 'gopy',
    'minh muon gop y': 'gopy',
    'em muốn góp ý': 'gopy',
    'em muon gop y': 'gopy',
    'give feedback': 'gopy',
  },
  openings: { 'góp ý': 'gopy', 'gop y': 'gopy', feedback: 'gopy' },
  presses: {
    feedback: (context, [what, id]) =>
      what === 'more' ? askAboutReport(context, Number.parseInt(id ?? '', 36)) : inPlace(dropped(context)),
  },
  questions: { feedback: answerInWords },
  help: ['help-gopy'],
};
