import {
  type Application,
  answerQuestion,
  applicationOfAccount,
  applicationsOf,
  longestAnswer,
  withdrawApplication,
} from '../../applications/index.ts';
import type { Choice } from '../../message/index.ts';
import type { ApplicableKind } from '../../opportunities/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { isRefusal, plainWords } from '../phrases.ts';
import { applicationLine } from '../words/application.ts';
import { day, localDate } from '../words/format.ts';
import { letterOfKind } from './applicable.ts';
import { say } from './small-talk.ts';
import { keyOf, readKey } from './workshop-standing.ts';

/** How long a typed answer belongs to the question that was asked back. */
const questionMinutes = 30;

/** Applications that one list names. */
const mostListed = 6;

/** Those of a kind that are not over, in lines above a list of offers, and the way to all. */
export async function ownApplications(
  context: TurnContext,
  kind: ApplicableKind,
): Promise<{ readonly text: string; readonly choice: Choice } | undefined> {
  const own = await applicationsOf(context.tx, context.learnerId, kind);
  if (own.length === 0) return undefined;
  const { t } = context;
  const lines = own.slice(0, 3).map((each) => applicationLine(context, each));
  return {
    text: [t('applications-own'), ...lines].join('\n'),
    choice: context.offer('dc', [], t('choice-applications')),
  };
}

/** `/don`: one's applications with how they stand. */
async function list(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const own = await applicationsOf(tx, learnerId);
  const ways = [
    context.offer('ofk', ['s'], t('choice-scholarships')),
    context.offer('ofk', ['i'], t('choice-internships')),
  ];
  if (own.length === 0) return say(context, t('applications-none'), ways);
  const shown = own.slice(0, mostListed);
  const text = [t('applications-own'), ...shown.map((each) => applicationLine(context, each))].join('\n');
  return say(
    context,
    text,
    shown.map((each) => context.offer('dx', [keyOf(each.id)], each.offer.title.slice(0, 60))),
  );
}

/** Runs a step on an application of somebody of the account. */
function ofOwn(work: (context: TurnContext, application: Application) => Promise<Answer> | Answer) {
  return async (context: TurnContext, [id]: readonly string[]): Promise<Answer> => {
    const found = await applicationOfAccount(context.tx, context.accountId, readKey(id));
    return found === undefined ? say(context, context.t('application-gone')) : work(context, found);
  };
}

const isRunning = ({ status }: Application): boolean =>
  status === 'waiting' || status === 'asked' || status === 'accepted';

function show(context: TurnContext, application: Application): Answer {
  const { t, timezone } = context;
  const { id, offer, status, appliedAt, question, answer, decision } = application;
  const text = [
    `${offer.title} · ${offer.organisation}`,
    t('application-stands', {
      status: t('application-status', { status }),
      date: day(localDate(appliedAt, timezone)),
    }),
    ...(question === undefined ? [] : [t('application-question', { question })]),
    ...(answer === undefined ? [] : [t('application-answer', { answer })]),
    ...(decision === undefined ? [] : [t('application-decision', { decision })]),
  ].join('\n');
  const args = [keyOf(id)];
  return say(context, text, [
    ...(status === 'asked' ? [context.offer('dct', args, t('choice-application-answer'))] : []),
    ...(isRunning(application) ? [context.offer('dcr', args, t('choice-application-withdraw'))] : []),
    context.offer('of', [letterOfKind[offer.kind], keyOf(offer.key)], t('choice-application-offer')),
  ]);
}

function askWithdraw(context: TurnContext, application: Application): Answer {
  const { t } = context;
  if (!isRunning(application)) return show(context, application);
  return say(context, t('application-withdraw-ask', { title: application.offer.title, status: application.status }), [
    context.offer('dcry', [keyOf(application.id)], t('choice-application-withdraw-yes')),
    context.offer('dx', [keyOf(application.id)], t('choice-application-withdraw-no')),
  ]);
}

async function withdraw(context: TurnContext, application: Application): Promise<Answer> {
  const { t, tx, accountId, now } = context;
  if (!(await withdrawApplication(tx, accountId, application.id, now))) return show(context, application);
  return inPlace(say(context, t('application-withdrawn', { title: application.offer.title })));
}

function askAnswer(context: TurnContext, application: Application): Answer {
  const { t, now } = context;
  if (application.status !== 'asked') return show(context, application);
  const text = t('application-answer-ask', {
    organisation: application.offer.organisation,
    question: application.question ?? '',
    most: longestAnswer,
  });
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  const question = { kind: 'application_answer', until, data: application.id };
  return { ...say(context, text), state: { ...context.state, question } };
}

function typedAnswer(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  if (typeof data !== 'number' || text.trim() === '') return undefined;
  const { question: _answered, ...state } = context.state;
  const answered = { ...context, state };
  if (isRefusal(plainWords(text))) return say(answered, context.t('application-not-answered'));
  return keepAnswer(
    context,
    answered,
    data,
    text
      .normalize('NFC')
      .replace(/[^\P{C}\n]/gu, ' ')
      .trim(),
  );
}

async function keepAnswer(asked: TurnContext, answered: TurnContext, id: number, text: string): Promise<Answer> {
  const { t, tx, accountId, now } = answered;
  if (text.length > longestAnswer) return say(asked, t('application-reason-long', { most: longestAnswer }));
  const found = await applicationOfAccount(tx, accountId, id);
  if (found === undefined) return say(answered, t('application-gone'));
  if (!(await answerQuestion(tx, found, text, now))) return show(answered, found);
  return say(answered, t('application-answered', { organisation: found.offer.organisation }), [
    answered.offer('dx', [keyOf(id)], t('choice-application-show')),
  ]);
}

/** One's applications: how they stand, a question asked back, withdrawing. */
export const applicationsFeature: Feature = {
  commands: { don: list, applications: list },
  phrases: {
    'đơn của tôi': 'don',
    'đơn của mình': 'don',
    'đơn của em': 'don',
    'don cua toi': 'don',
    'don cua minh': 'don',
    'xem đơn': 'don',
    'rút đơn': 'don',
    'rut don': 'don',
    'my applications': 'don',
    'withdraw my application': 'don',
  },
  presses: {
    dc: list,
    dx: ofOwn(show),
    dcr: ofOwn(askWithdraw),
    dcry: ofOwn(withdraw),
    dct: ofOwn(askAnswer),
  },
  questions: { application_answer: typedAnswer },
  help: ['help-don'],
};
