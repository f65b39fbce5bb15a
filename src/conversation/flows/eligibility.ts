import { z } from 'zod';
import {
  type ConditionKind,
  type EligibilityAnswers,
  eligibilityAnswers,
  eligibilityKeptDays,
  forgetEligibilityAnswers,
  keepEligibilityAnswers,
  type Scholarship,
  scholarshipsByKeys,
} from '../../opportunities/index.ts';
import { answersConsent } from '../consent-texts.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import type { DialogueState } from '../state.ts';
import { knownAnswers, speaksAsChild } from './eligibility-known.ts';
import { answeredWith, openQuestions, optionsOf, optionTyped } from './eligibility-question.ts';
import { listOffers, mostLookedAt } from './offers.ts';
import { optionList } from './option-list.ts';
import { say } from './small-talk.ts';

/** How long a typed answer belongs to the question. */
const questionMinutes = 30;

/** How long answers that nobody agreed to keep count. */
const conversationHours = 24;

const conditionKinds = ['age', 'ward', 'income', 'disability', 'occupation'] as const;
const conditionKind = z.enum(conditionKinds);

interface Asking {
  readonly answers: EligibilityAnswers;
  readonly skipped: readonly ConditionKind[];
}

/** The open scholarships, whose conditions are all that is asked about. */
function openScholarships({ tx, finder, now }: TurnContext): Promise<Scholarship[]> {
  const hits = finder.offersOf('scholarship', { now, limit: mostLookedAt });
  return scholarshipsByKeys(
    tx,
    hits.map(({ key }) => key),
  );
}

/** Begins, or goes on with, the questions. */
async function begin(context: TurnContext): Promise<Answer> {
  const known = await knownAnswers(context);
  return ask(context, { answers: known?.answers ?? {}, skipped: [] }, true);
}

/** The same from the first question on, without what was answered before in this conversation. */
function again(context: TurnContext): Promise<Answer> {
  return ask(context, { answers: {}, skipped: [] }, true);
}

/** The next question that a listed scholarship needs answered; after the last one what fits. */
async function ask(context: TurnContext, asking: Asking, isFirst = false): Promise<Answer> {
  const { t, now } = context;
  const scholarships = await openScholarships(context);
  if (scholarships.length === 0) return say(context, t('offers-none', { kind: 'scholarship' }));
  const [kind] = openQuestions(context, scholarships, asking.answers, asking.skipped);
  const remembering = remembered(context, asking);
  if (kind === undefined) return results(remembering);
  const question = t('eligibility-question', { kind });
  const text = isFirst ? `${t('eligibility-begin')}\n\n${question}` : question;
  const message = optionList(remembering, {
    text,
    choices: [
      ...optionsOf(context, kind, scholarships).map(({ value, label }) => context.offer('hbtl', [kind, value], label)),
      context.offer('hbtl', [kind, 'skip'], t('choice-eligibility-skip')),
    ],
    page: 0,
    toPage: () => context.offer('hbkq', [], t('choice-eligibility-done')),
    out: context.offer('hbkq', [], t('choice-eligibility-done')),
  });
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return {
    messages: [message],
    state: { ...remembering.state, question: { kind: 'eligibility', until, data: kind } },
  };
}

/** The conversation knowing the answers, for this day. */
function remembered(context: TurnContext, { answers, skipped }: Asking): TurnContext {
  const until = new Date(context.now.getTime() + conversationHours * 3_600_000).toISOString();
  const { question: _answered, ...state } = context.state;
  return { ...context, state: { ...state, eligibility: { answers, skipped, until } } };
}

/** What was answered so far, where the questions still run. */
async function running(context: TurnContext): Promise<Asking> {
  const { eligibility } = context.state;
  if (eligibility !== undefined && new Date(eligibility.until) > context.now) return eligibility;
  return { answers: (await knownAnswers(context))?.answers ?? {}, skipped: [] };
}

async function pressed(context: TurnContext, [given, value]: readonly string[]): Promise<Answer> {
  const kind = conditionKind.safeParse(given).data;
  return kind === undefined ? begin(context) : take(context, kind, value);
}

async function take(context: TurnContext, kind: ConditionKind, value: unknown): Promise<Answer> {
  const asking = await running(context);
  if (value === 'skip') return ask(context, { ...asking, skipped: [...asking.skipped, kind] });
  const answers = eligibilityAnswers.safeParse(answeredWith(asking.answers, kind, value)).data;
  return ask(context, answers === undefined ? asking : { ...asking, answers });
}

const skips = /^(?:bo qua|khong muon tra loi|khong tra loi|skip|pass)(?: |$)/;
const stops = /^(?:thoi|dung|dung lai|ket qua|xem ket qua|xong|stop|done|results?)(?: (?:nhe|a|di|please))*$/;

function typed(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const kind = conditionKind.safeParse(data).data;
  if (kind === undefined) return undefined;
  const words = plainWords(text);
  if (skips.test(words)) return take(context, kind, 'skip');
  if (stops.test(words)) return finish(context);
  if (kind === 'ward') {
    const place = context.finder.understand(text).facets.place?.value;
    return place && take(context, kind, { label: place.label, wards: [...place.wards] });
  }
  return typedOption(context, kind, text);
}

async function typedOption(context: TurnContext, kind: ConditionKind, text: string): Promise<Answer> {
  const option = optionTyped(optionsOf(context, kind, await openScholarships(context)), text);
  if (option !== undefined) return take(context, kind, option.value);
  const answer = await ask(context, await running(context));
  const [first, ...rest] = answer.messages;
  if (first === undefined) return answer;
  return {
    ...answer,
    messages: [{ ...first, text: [`${context.t('eligibility-not-understood')}\n\n`, ...first.text] }, ...rest],
  };
}

/** "Xem kết quả": what was not asked yet stays unknown. */
async function finish(context: TurnContext): Promise<Answer> {
  return results(remembered(context, await running(context)));
}

/** The scholarships with what is met, what is not, and what is unknown; and whether the answers are to be kept. */
async function results(context: TurnContext): Promise<Answer> {
  const { t } = context;
  const answer = await listOffers(context, { kind: 'scholarship', rest: '' });
  const last = answer.messages.at(-1);
  if (last === undefined) return answer;
  const mayKeep = !speaksAsChild(context);
  const note = mayKeep ? `${t('eligibility-for-today')} ${answersConsent.text(context.t)}` : t('eligibility-for-today');
  const keep = mayKeep
    ? [context.offer('hbgiu', [answersConsent.version, context.locale], t('choice-eligibility-keep'))]
    : [];
  const message = { ...last, text: [...last.text, `\n\n${note}`], choices: [...last.choices, ...keep] };
  return { ...answer, messages: [...answer.messages.slice(0, -1), message] };
}

/** The yes to keeping them. A button under older words agrees to nothing. */
async function keep(context: TurnContext, [version]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId, now, state } = context;
  const { eligibility, ...rest } = state;
  if (eligibility === undefined || new Date(eligibility.until) <= now || version !== answersConsent.version)
    return say(context, t('eligibility-nothing'), [beginChoice(context)]);
  if (speaksAsChild(context)) return say(context, t('eligibility-for-today'));
  await keepEligibilityAnswers(tx, learnerId, eligibility.answers, {
    text: answersConsent.text(context.t),
    version,
    at: now,
  });
  const answer = say(context, t('eligibility-kept', { days: eligibilityKeptDays }), [forgetChoice(context)]);
  return { ...answer, state: rest };
}

/** "Xóa câu trả lời": those of today and those that are kept. */
async function forget(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const { eligibility, question, ...rest } = context.state;
  const hadKept = await forgetEligibilityAnswers(tx, learnerId);
  const state: DialogueState = question === undefined || question.kind === 'eligibility' ? rest : { ...rest, question };
  const key = hadKept || eligibility !== undefined ? 'eligibility-forgotten' : 'eligibility-nothing';
  return { ...say(context, t(key), [beginChoice(context)]), state };
}

const beginChoice = (context: TurnContext) => context.offer('hbdk', [], context.t('choice-eligibility'));
const forgetChoice = (context: TurnContext) => context.offer('hbxoa', [], context.t('choice-eligibility-forget'));

/** A few plain questions about what the listed scholarships ask for, and what each of them says to the answers. */
export const eligibilityFeature: Feature = {
  commands: { dieukien: begin, eligibility: begin, xoatraloi: forget },
  phrases: {
    'xem mình hợp học bổng nào': 'dieukien',
    'mình hợp học bổng nào': 'dieukien',
    'tôi hợp học bổng nào': 'dieukien',
    'em hợp học bổng nào': 'dieukien',
    'minh hop hoc bong nao': 'dieukien',
    'xóa câu trả lời': 'xoatraloi',
    'xoá câu trả lời': 'xoatraloi',
    'xoa cau tra loi': 'xoatraloi',
    'which scholarships fit me': 'dieukien',
    'delete my answers': 'xoatraloi',
  },
  presses: {
    hbdk: (context) => begin(context),
    hblai: (context) => again(context),
    hbtl: async (context, args) => inPlace(await pressed(context, args)),
    hbkq: (context) => finish(context),
    hbgiu: async (context, args) => inPlace(await keep(context, args)),
    hbxoa: (context) => forget(context),
  },
  questions: { eligibility: typed },
};
