import { beginSitting, finishSitting, nextItem, noteAnswer, type Sitting, sittingsOf } from '../../learning/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import { day, localDate } from '../words/format.ts';
import { titleIn } from '../words/self-assessment.ts';
import {
  askedData,
  askedEarlier,
  askItem,
  currentItem,
  type Item,
  idOf,
  type OpenSitting,
  openSitting,
  optionsOf,
  readAnswer,
  withoutQuestion,
} from './self-assessment-question.ts';
import { missedAnswer, resultAnswer } from './self-assessment-result.ts';
import { say } from './small-talk.ts';

const dayMilliseconds = 86_400_000;

/** A sitting left for longer is not gone on with: who answers now may have learnt since. */
const resumableDays = 14;

/** Sooner than after so many days a second sitting shows little but chance. */
const againDays = 7;

/**
 * A self-assessment by its id in content/selftest, for whatever leads to it: goes on where the learner stopped, on whatever channel, shows
 * the last result with the way to another sitting, or begins.
 */
export async function startSelfAssessment(context: TurnContext, id: string): Promise<Answer> {
  const assessment = context.selfAssessments.get(id);
  if (assessment === undefined) return gone(context);
  const all = await sittingsOf(context.tx, context.learnerId);
  const own = all.filter((each) => each.assessment === id);
  const last = own.at(-1);
  if (last === undefined) return begin(context, id, all);
  const { now } = context;
  if (last.finishedAt === undefined) {
    if (now.getTime() - last.notedAt.getTime() > resumableDays * dayMilliseconds) return begin(context, id, all);
    const before = last.answers.length === 0 ? [] : [context.t('selftest-resumed')];
    return goOn(context, { assessment, sitting: last, all }, before);
  }
  return offerAgain(context, { assessment, sitting: last, all });
}

async function begin(context: TurnContext, id: string, all: readonly Sitting[]): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  const assessment = context.selfAssessments.get(id);
  const first = assessment && nextItem(assessment, [], askedEarlier(all, assessment));
  if (assessment === undefined || first === undefined) return gone(context);
  const sitting = await beginSitting(tx, { learnerId, assessment: id, asking: first.id, now });
  const about = context.locale === 'en' ? assessment.english_about : assessment.about;
  return askItem(context, { assessment, sitting, all: [...all, sitting] }, first, [about, t('selftest-how')]);
}

/** After a whole sitting: its result, and another one from a week on. One that was stopped early may be done again at once. */
function offerAgain(context: TurnContext, open: OpenSitting): Answer {
  const { t, now, timezone, locale } = context;
  const { assessment, sitting, all } = open;
  const finishedAt = sitting.finishedAt ?? sitting.notedAt;
  const again = new Date(finishedAt.getTime() + againDays * dayMilliseconds);
  const date = (moment: Date): string => day(localDate(moment, timezone));
  const isWhole = nextItem(assessment, sitting.answers, askedEarlier(all, assessment, sitting)) === undefined;
  const isEarly = isWhole && now < again;
  const title = titleIn(locale, assessment);
  const args = { title, date: date(finishedAt), next: date(again) };
  return say(withoutQuestion(context), t(isEarly ? 'selftest-wait' : 'selftest-again', args), [
    context.offer('st', ['res', idOf(sitting)], t('choice-selftest-result')),
    ...(isEarly ? [] : [context.offer('st', ['new', assessment.id], t('choice-selftest-again'))]),
  ]);
}

/** The question that waits, or the result where none does. */
async function goOn(context: TurnContext, open: OpenSitting, before: readonly string[] = []): Promise<Answer> {
  const item = currentItem(open);
  if (item !== undefined && open.sitting.finishedAt === undefined) return askItem(context, open, item, before);
  return finish(context, open);
}

async function finish(context: TurnContext, open: OpenSitting): Promise<Answer> {
  const sitting = (await finishSitting(context.tx, open.sitting.id, context.now)) ?? open.sitting;
  return resultAnswer(withoutQuestion(context), { ...open, sitting });
}

/** Takes an answer and asks the next question, or says what came of it. */
async function take(context: TurnContext, open: OpenSitting, item: Item, answer: number | null): Promise<Answer> {
  const { assessment, sitting, all } = open;
  const given = { item: item.id, answer };
  const next = nextItem(assessment, [...sitting.answers, given], askedEarlier(all, assessment, sitting));
  const noted = await noteAnswer(context.tx, sitting, { answer: given, asking: next?.id, now: context.now });
  // Somebody answered on another channel a moment ago: what stands there counts.
  if (noted === undefined) return showSitting(context, sitting.id, true);
  const after = { ...open, sitting: noted };
  return next === undefined ? resultAnswer(withoutQuestion(context), after) : askItem(context, after, next);
}

/** A sitting as it stands. */
async function showSitting(context: TurnContext, id: number, isLate = false): Promise<Answer> {
  const open = await openSitting(context, id);
  if (open === undefined) return gone(context);
  return goOn(
    context,
    open,
    isLate && open.sitting.finishedAt === undefined ? [context.t('selftest-answered-before')] : [],
  );
}

/** An answer to the question after `count` others; to one that has passed, the question of now is shown. */
async function answerNow(context: TurnContext, id: number, count: number, answer: number | null): Promise<Answer> {
  const open = await openSitting(context, id);
  if (open === undefined) return gone(context);
  const { sitting } = open;
  const item = sitting.finishedAt === undefined && sitting.answers.length === count ? currentItem(open) : undefined;
  if (item === undefined || (answer !== null && optionsOf(item)[answer] === undefined))
    return showSitting(context, id, true);
  return take(context, open, item, answer);
}

async function pressedAnswer(context: TurnContext, id: number, count: number, given: string): Promise<Answer> {
  const answered = await answerNow(context, id, count, given === 'x' ? null : Number.parseInt(given, 10));
  // The next question takes the place of the one answered; a result stays.
  return answered.state.question === undefined ? answered : inPlace(answered);
}

/** Leaves it for later: what was answered is kept. */
async function stop(context: TurnContext, id: number): Promise<Answer> {
  const open = await openSitting(context, id);
  if (open === undefined) return gone(context);
  const { t } = context;
  const { sitting, assessment } = open;
  if (sitting.finishedAt !== undefined) return resultAnswer(withoutQuestion(context), open);
  const count = sitting.answers.length;
  return say(withoutQuestion(context), t('selftest-paused', { count, assessment: assessment.id }), [
    context.offer('st', ['go', idOf(sitting)], t('choice-selftest-go-on')),
    ...(count === 0 ? [] : [context.offer('st', ['end', idOf(sitting)], t('choice-selftest-result-now'))]),
  ]);
}

function gone(context: TurnContext): Answer {
  return say(withoutQuestion(context), context.t('selftest-gone'), [
    context.offer('tt', [], context.t('choice-selftest-start')),
  ]);
}

/** A text while a question runs: an answer, or nothing that belongs to it. */
export function answerQuestion(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const asked = askedData.safeParse(data);
  if (!asked.success) return undefined;
  const { sitting, count, assessment, item: itemId } = asked.data;
  const item = context.selfAssessments.get(assessment)?.items.find((each) => each.id === itemId);
  const answer = item && readAnswer(text, item);
  if (answer === undefined) return undefined;
  return answer === 'stop' ? stop(context, sitting) : answerNow(context, sitting, count, answer);
}

/** Presses of a sitting, by what they do. */
export async function pressedSitting(context: TurnContext, args: readonly string[]): Promise<Answer> {
  const [verb, name = '', count = '', given = ''] = args;
  if (verb === 'new') return begin(context, name, await sittingsOf(context.tx, context.learnerId));
  const id = Number.parseInt(name, 36) || 0;
  switch (verb) {
    case 'a':
      return pressedAnswer(context, id, Number.parseInt(count, 10), given);
    case 'stop':
      return inPlace(await stop(context, id));
    case 'go':
      return showSitting(context, id);
    default: {
      const open = await openSitting(context, id);
      if (open === undefined) return gone(context);
      if (verb === 'wrong') return missedAnswer(context, open, Number.parseInt(count, 10) || 0);
      return verb === 'end' ? finish(context, open) : resultAnswer(withoutQuestion(context), open);
    }
  }
}
