import { type FactKind, joinedTold, type Told } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { anyWish, wishesOfTold } from '../goal-topics.ts';
import { knowing } from '../manner.ts';
import { plainWords } from '../phrases.ts';
import { type SetupState, type SetupStep, setupSteps } from '../state.ts';
import { previewLine } from '../words/course-card.ts';
import { factsInWords } from '../words/facts.ts';
import { optionList } from './option-list.ts';
import { type Preferred, preferring } from './remembered.ts';
import { search } from './search.ts';
import { hasAnswer, pressedAnswer, type SetupAnswer, setupOptions, typedSetupAnswer } from './setup-options.ts';
import { say, topicChoices } from './small-talk.ts';

/**
 * Three questions that make us acquainted, for whoever wants them: what for, what stands in the way, where and when. Each can be
 * left out, each answer shows at once what it changes, and a text that is a wish is answered as a wish: the questions then wait for
 * `/batdau`.
 *
 *   goal ──answer, skip──> barriers ──go on, typed, skip──> where ──both known, go on, skip──> done
 *                          │  ▲  │                          │  ▲
 *                          └──┘  └──> body ──> barriers     └──┘ place or time alone
 */

/** How long the next text belongs to the question. */
const questionMinutes = 60;

/** Courses shown after an answer: enough to see that it changes something. */
const previewed = 2;

const skipWords =
  /^(?:bo qua|cho qua|qua|skip|next|tiep|tiep di|tiep theo|cau khac|cau tiep|khong|ko|k|hong|khong co|khong co gi|(?:khong|ko) co gi kho|(?:khong|ko) kho(?: gi)?|khong biet|chua biet|xong|xong roi|het|het roi|done|none|nothing|no)(?: (?:di|nhe|nha|a|het|ca|cau nay))*$/;
const stopWords =
  /^(?:dung|thoi|nghi|dung lai|thoi khong hoi nua|dung hoi nua|de sau|stop|later|quit)(?: (?:di|nhe|nha|a))*$/;

const busy = /(?:^| )(?:ban|ban ron|thoi gian|con nho|con cai|khong ranh|busy|no time|kids)(?= |$)/;

/** Who is free at any time has said when. */
const anyTime =
  /(?:^| )(?:ca ngay|suot ngay|(?:luc|gio|khi) nao cung|thoai mai gio|tu do gio giac|any ?time|all day|whenever)(?= |$)/;

/** The way in, or on where somebody left; none when all three were gone through. */
export function setupChoice(context: TurnContext): Choice[] {
  const step = context.state.setup?.step;
  if (step === 'done') return [];
  const label = context.t(step === undefined ? 'choice-setup' : 'choice-setup-resume');
  return [context.offer('setup', ['start'], label)];
}

/** `/batdau`: the first question, or the one somebody left at. */
function start(context: TurnContext): Answer {
  const before = context.state.setup;
  if (before !== undefined && before.step !== 'done') return ask(context, { ...before, step: before.step });
  return ask(context, { step: 'goal' }, [context.t('setup-intro')]);
}

/** Asks a question below what was answered so far. */
function ask(
  context: TurnContext,
  setup: SetupState & { readonly step: SetupStep },
  said: readonly string[] = [],
): Answer {
  const { t, now } = context;
  const texts = {
    goal: t('setup-goal'),
    barriers: t(context.capabilities.choices === 'numbers' ? 'setup-barriers-by-number' : 'setup-barriers'),
    body: t('setup-body'),
    where: whereText(context),
  } as const;
  const out = t(hasAnswer(context, setup) ? 'choice-setup-next' : 'choice-setup-skip');
  const message = optionList(context, {
    text: [...said, texts[setup.step]].join('\n\n'),
    choices: setupOptions(context, setup),
    out: context.offer('setup', ['skip', setup.step], out),
  });
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { messages: [message], state: { ...context.state, setup, question: { kind: 'setup', until } } };
}

function whereText({ t, profile }: TurnContext): string {
  const { place, times } = profile.told;
  if (place !== undefined) return t('setup-where-times');
  return t(times === undefined ? 'setup-where' : 'setup-where-place');
}

/** The step after this one; back to what stands in the way from the question what is hard. */
function stepAfter(step: SetupStep): SetupState['step'] {
  if (step === 'body') return 'barriers';
  return setupSteps[setupSteps.indexOf(step) + 1] ?? 'done';
}

/** Goes to a step: its question, or the end. */
function goTo(context: TurnContext, setup: SetupState, said: readonly string[] = []): Answer | Promise<Answer> {
  return setup.step === 'done' ? finish(context, setup, said) : ask(context, { ...setup, step: setup.step }, said);
}

/** Notes an answer, shows what it changes, and goes on. */
async function answered(
  context: TurnContext,
  setup: SetupState,
  { told, isFar }: SetupAnswer,
  source: 'asked' | 'chosen',
): Promise<Answer> {
  const joined = joinedTold(context.profile.told, told);
  const knower = knowing(context, { ...context.profile.told, ...joined });
  const after: SetupState = isFar === undefined ? setup : { ...setup, isFar };
  const facts = factsInWords(knower.t, knower.locale, told);
  const noted = [
    ...(facts === '' ? [] : [knower.t('setup-noted', { facts })]),
    ...(isFar === true ? [knower.t('setup-far')] : []),
  ];
  const answer =
    after.step === 'done'
      ? await finish(knower, after, noted)
      : await asking(knower, { ...after, step: after.step }, noted);
  if (Object.keys(joined).length === 0) return answer;
  return { ...answer, effects: [...(answer.effects ?? []), { kind: 'note_facts', told: joined, source }] };
}

/** The next question below a course or two that fit what is known by now; "khóa 1" then means the first of them. */
async function asking(
  context: TurnContext,
  setup: SetupState & { readonly step: SetupStep },
  said: readonly string[],
): Promise<Answer> {
  const { finder, now, dismissed, state, t, locale } = context;
  const { wish, used } = wishOf(context, setup);
  const { hits } = finder.search(wish, { limit: previewed, now, exclude: dismissed });
  const courses = await finder.courses(
    context.tx,
    hits.map((hit) => hit.key),
  );
  if (courses.length === 0) return ask(context, setup, said);
  const lines = courses.map((course) => previewLine(t, locale, course));
  const found = {
    wish,
    serial: (state.search?.serial ?? state.lastSerial ?? 0) + 1,
    shown: courses.map(({ key }) => key),
    offset: courses.length,
    at: now.toISOString(),
    remembered: used,
  };
  return ask({ ...context, state: { ...state, search: found } }, setup, [
    ...said,
    [t('setup-preview'), ...lines].join('\n'),
  ]);
}

/** What somebody likes or learns for, with what is known of them as preferences. */
function wishOf({ finder, profile, locale }: TurnContext, { isFar }: SetupState): Preferred {
  const [first] = wishesOfTold(finder, profile.told, locale);
  const wish = first?.wish ?? anyWish(locale);
  // Too far means at home for as long as we do not know where home is.
  const isAtHome = isFar === true && profile.told.place === undefined && wish.facets.mode === undefined;
  const near = isAtHome
    ? { ...wish, facets: { ...wish.facets, mode: { value: 'online' as const, hard: false } } }
    : wish;
  const preferred = preferring(near, profile);
  const used: FactKind[] = first === undefined ? [...preferred.used] : [...preferred.used, first.from];
  return { ...preferred, used };
}

/** The end: courses for all that was told, or the question what to learn. They were no wish of the person's and are not counted as one. */
async function finish(context: TurnContext, setup: SetupState, said: readonly string[]): Promise<Answer> {
  const { t } = context;
  const { question: _asked, ...before } = context.state;
  const state = { ...before, setup: { ...setup, step: 'done' as const } };
  const opening = [...said, t('setup-done')].join('\n\n');
  const { wish, used } = wishOf(context, setup);
  if (wish.said === '' && Object.keys(wish.facets).length === 0) {
    return { ...say(context, `${opening}\n${t('remember-ask')}`, topicChoices(context)), state };
  }
  const { messages, state: found } = await search({ ...context, state }, wish, used);
  const [message, ...more] = messages;
  if (message === undefined) return { messages, state: found };
  return { messages: [{ ...message, text: [`${opening}\n\n`, ...message.text] }, ...more], state: found };
}

function pressed(context: TurnContext, [what, which]: readonly string[]): Answer | Promise<Answer> {
  const setup = context.state.setup ?? { step: 'goal' };
  if (what === 'skip') {
    const step = setupSteps.find((each) => each === which) ?? (which === 'body' ? 'body' : 'goal');
    return inPlaceOf(goTo(context, { ...setup, step: stepAfter(step) }));
  }
  const answer = pressedAnswer(context, what, which);
  switch (what) {
    case 'goal':
      return inPlaceOf(answered(context, { ...setup, step: 'barriers' }, answer, 'chosen'));
    case 'barrier':
      if (which === 'body') return inPlaceOf(ask(context, { ...setup, step: 'body' }));
      if (which === 'other') return inPlaceOf(ask(context, { ...setup, step: 'barriers' }, [context.t('setup-other')]));
      return inPlaceOf(answered(context, { ...setup, step: 'barriers' }, answer, 'chosen'));
    case 'body':
      return inPlaceOf(answered(context, { ...setup, step: 'barriers' }, answer, 'chosen'));
    case 'time': {
      const step = context.profile.told.place === undefined ? 'where' : 'done';
      return inPlaceOf(answered(context, { ...setup, step }, answer, 'chosen'));
    }
    default:
      return start(context);
  }
}

async function inPlaceOf(answer: Answer | Promise<Answer>): Promise<Answer> {
  return inPlace(await answer);
}

/** A typed answer, "bỏ qua", "thôi"; anything else is no answer and the questions wait. */
function typed(context: TurnContext, text: string): Answer | Promise<Answer> | undefined {
  const { setup } = context.state;
  if (setup === undefined || setup.step === 'done') return undefined;
  const words = plainWords(text);
  if (stopWords.test(words)) {
    const { question: _asked, ...state } = context.state;
    return { ...say(context, context.t('setup-stopped')), state };
  }
  if (skipWords.test(words)) return goTo(context, { ...setup, step: stepAfter(setup.step) });
  const answer = typedSetupAnswer(context, setup, text);
  const isFreeAnyTime = setup.step === 'where' && anyTime.test(words);
  if (answer === undefined && isFreeAnyTime) return goTo(context, { ...setup, step: 'done' });
  // "Bận con nhỏ" stands in the way, but says no hour that could be remembered.
  const isBusy = answer === undefined && setup.step === 'barriers' && busy.test(words);
  if (isBusy) return goTo(context, { ...setup, step: stepAfter(setup.step) }, [context.t('setup-busy')]);
  if (answer === undefined) return undefined;
  const step = isFreeAnyTime ? 'done' : afterTyped(context, setup.step, answer.told);
  return answered(context, { ...setup, step }, answer, 'asked');
}

/** A typed answer to what stands in the way says all of it; where and when go on once both are known. */
function afterTyped({ profile }: TurnContext, step: SetupStep, told: Told): SetupState['step'] {
  if (step !== 'where') return stepAfter(step);
  const { place, times } = { ...profile.told, ...told };
  return place !== undefined && times !== undefined ? 'done' : 'where';
}

export const setupFeature: Feature = {
  commands: { batdau: start, setup: start },
  phrases: { 'bắt đầu': 'batdau', 'làm quen': 'batdau', 'lam quen': 'batdau', 'get started': 'batdau' },
  presses: { setup: pressed },
  questions: { setup: typed },
  help: ['help-batdau'],
};
