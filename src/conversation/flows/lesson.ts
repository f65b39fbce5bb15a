import {
  askedIn,
  type Given,
  goOn,
  grade,
  inWay,
  type LessonRun,
  noteAttempt,
  type Outcome,
  type Question,
  type Standing,
  ways,
  withAsking,
} from '../../learning/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { disagree, stillComparing } from './disagree.ts';
import { type Answered, type AskedItem, compared, hint, judge } from './lesson-answer.ts';
import { endLesson, nothingToday, trackFinished } from './lesson-end.ts';
import { askGrade } from './lesson-grade.ts';
import { personChoices } from './lesson-help.ts';
import { type Open, openRun, placeOf } from './lesson-open.ts';
import { beginNext, chooseTrack } from './lesson-place.ts';
import { lessonAnswer, withQuestion } from './lesson-show.ts';
import { beginLesson, standing } from './lesson-start.ts';
import { type LessonData, lessonData, type Meant, meaningOf } from './lesson-typed.ts';
import { say } from './small-talk.ts';
import { answerFromLessons, askModel, withModelOffer } from './tutor.ts';

/** `/bai`: the lesson where it was left, else the day's, else what to learn about. `/bai doi`: another subject. */
export async function lesson(context: TurnContext, argument: string): Promise<Answer> {
  const at = await standing(context);
  if (argument.trim() !== '') return chooseTrack(context, at);
  return dailyLesson(context, at);
}

export function dailyLesson(context: TurnContext, at: Standing): Answer | Promise<Answer> {
  const { lessons, now } = context;
  const open = at.run && lessons.lesson(at.run.lesson);
  if (open !== undefined) return beginLesson(context, at, open);
  if (at.next !== undefined) {
    return at.next.from <= now ? beginNext(context, at, at.next.lesson) : nothingToday(context, at, at.next);
  }
  return at.tracks.length === 0 ? chooseTrack(context, at) : trackFinished(context, at);
}

/** A choice of the lesson. One of an earlier step changes nothing: the lesson is shown where it is. */
export async function pressedLesson(context: TurnContext, args: readonly string[]): Promise<Answer> {
  const [verb, id, serial, argument] = args;
  const { at, open } = await openRun(context);
  if (open === undefined) return stale(context, at);
  const { run, lesson } = open;
  if (run.lesson !== id || run.serial.toString(36) !== serial)
    return lessonAnswer(context, lesson, run, {
      before: context.t('lesson-stale', { title: lesson.title }),
      isKept: true,
    });
  switch (verb) {
    case 'n':
      return forward(context, open, '');
    case 'w': {
      const way = ways.find((each) => each === argument);
      return way === undefined || run.step.kind !== 'card'
        ? lessonAnswer(context, lesson, run, { isKept: true })
        : lessonAnswer(context, lesson, inWay(run, way));
    }
    case 'o':
      return given(context, open, { option: Number(argument) });
    case 'h':
      return hinted(context, open);
    case 's':
      return sameOrOther(context, open, argument === 'y');
    case 'c':
      return comparesAlone(context, open);
    default:
      return stale(context, at);
  }
}

async function stale(context: TurnContext, at: Standing): Promise<Answer> {
  const answer = await dailyLesson(context, at);
  const [first, ...rest] = answer.messages;
  if (first === undefined) return answer;
  return { ...answer, messages: [{ ...first, text: [`${context.t('lesson-over')}\n\n`, ...first.text] }, ...rest] };
}

/** The next step, with what is said to the one before. */
function forward(
  context: TurnContext,
  { at, run, lesson }: Open,
  said: string,
  extra: Parameters<typeof lessonAnswer>[3] = {},
): Answer | Promise<Answer> {
  const next = goOn(run, lesson, at.due);
  if (next.step.kind === 'done')
    return endLesson(context, { at, run: next, lesson, said, ...(extra.choices && { choices: extra.choices }) });
  return lessonAnswer(context, lesson, next, { before: said, ...extra });
}

export function askedItem(context: TurnContext, { step }: LessonRun): AskedItem | undefined {
  if (step.kind !== 'item' && step.kind !== 'review') return undefined;
  const item = context.lessons.item(step.item)?.item;
  return item && { item, asking: step.asking, place: step.kind === 'item' ? 'lesson' : 'review' };
}

/** An answer to what the run asks. */
async function given(context: TurnContext, open: Open, answer: Given): Promise<Answer> {
  const { run } = open;
  if (run.step.kind === 'before') return answeredBefore(context, open, answer);
  const asked = askedItem(context, run);
  if (asked === undefined) return forward(context, open, '');
  if (asked.asking.toCompare !== undefined && 'option' in answer)
    return lessonAnswer(context, open.lesson, run, { isKept: true });
  const anew = withoutComparing(asked);
  return (await askGrade(context, open, anew, answer)) ?? after(context, open, await judge(context, anew, answer));
}

/** Who types another answer instead of comparing the first has changed their mind. */
function withoutComparing(asked: AskedItem): AskedItem {
  const { toCompare: _earlier, toGrade: _looked, ...asking } = asked.asking;
  return { ...asked, asking };
}

/** Before anything is explained no answer is right or wrong. */
async function answeredBefore(context: TurnContext, open: Open, answer: Given): Promise<Answer> {
  const { tx, t, lessons, learnerId, now, timezone } = context;
  const asked = askedIn(lessons, open.run);
  if (asked !== undefined) {
    await noteAttempt(
      tx,
      {
        learnerId,
        item: asked.item.id,
        at: now,
        place: 'before',
        isVariant: false,
        outcome: outcomeBefore(asked.question, answer),
        hintLevel: 0,
        earlierTries: 0,
        closes: false,
        ...('option' in answer ? { option: answer.option } : { answer: answer.text }),
      },
      timezone,
    );
  }
  return forward(context, open, t('lesson-look-together'));
}

function outcomeBefore(question: Question, answer: Given): Outcome {
  const { kind } = grade(question, answer);
  return kind === 'gave_up' ? 'wrong' : kind;
}

/** A question to the tutor: to a model, for who agreed to that, else to the lessons. The lesson stays where it is. */
async function questioned(context: TurnContext, open: Open, text: string): Promise<Answer> {
  return (await askModel(context, text, placeOf(context, open))) ?? answerQuestioned(context, open, text);
}

/** What the lessons say to a question; the step comes again below it. What would give its own answer away is a hint instead. */
export async function answerQuestioned(context: TurnContext, open: Open, text: string, above = ''): Promise<Answer> {
  const { lesson, run } = open;
  const asked = askedIn(context.lessons, run);
  const item = askedItem(context, run);
  const hintLevel = item?.asking.ladder.level ?? 0;
  const from = { lesson: lesson.id, ...(asked && { open: { question: asked.question, hintLevel } }) };
  const told = await answerFromLessons(context, text, from);
  if (told.kind === 'told') {
    const shown = { before: `${above}${told.text}`, choices: told.choices, isKept: true as const };
    return withModelOffer(context, lessonAnswer(context, lesson, run, shown), told.isUnknown);
  }
  if (item === undefined)
    return lessonAnswer(context, lesson, run, { before: `${above}${context.t('tutor-soon')}`, isKept: true });
  const help = await hint(context, withoutComparing(item));
  return after(context, open, { ...help, text: `${above}${context.t('tutor-withheld')}\n${help.text}` });
}

async function hinted(context: TurnContext, open: Open): Promise<Answer> {
  const asked = askedItem(context, open.run);
  if (asked === undefined) return lessonAnswer(context, open.lesson, open.run, { isKept: true });
  return after(context, open, await hint(context, withoutComparing(asked)));
}

async function sameOrOther(context: TurnContext, open: Open, isSame: boolean): Promise<Answer> {
  const asked = askedItem(context, open.run);
  if (asked?.asking.toCompare === undefined) return lessonAnswer(context, open.lesson, open.run, { isKept: true });
  return after(context, open, await compared(context, asked, isSame));
}

/** Who does not wait for a model's look at their answer compares it by themselves. */
async function comparesAlone(context: TurnContext, open: Open): Promise<Answer> {
  const asked = askedItem(context, open.run);
  const answer = asked?.asking.toGrade;
  if (asked === undefined || answer === undefined)
    return lessonAnswer(context, open.lesson, open.run, { isKept: true });
  return after(context, open, await judge(context, withoutComparing(asked), { text: answer }));
}

/** The item again, or onward; whoever did not get it with the answer shown twice is led to a person. */
export async function after(context: TurnContext, open: Open, answered: Answered): Promise<Answer> {
  const { run, lesson } = open;
  const { text, asking, isStuck, choices = [] } = answered;
  if (asking !== undefined) return lessonAnswer(context, lesson, withAsking(run, asking), { before: text, choices });
  if (!isStuck) return forward(context, open, text, { choices });
  const stuck = { ...open, run: { ...run, stuck: run.stuck + 1 } };
  const item = askedItem(context, run)?.item.id;
  const from = (item === undefined ? undefined : context.lessons.item(item)?.lesson) ?? lesson;
  const help = await personChoices(context, from);
  return forward(context, stuck, `${text}\n${context.t('lesson-person')}`, { choices: [...help, ...choices] });
}

/** Says that an answer was judged wrongly, from wherever the lesson stands now; undefined when none runs. */
export async function disagreedInLesson(context: TurnContext, said: string): Promise<Answer | undefined> {
  const { open } = await openRun(context);
  return open && lessonAnswer(context, open.lesson, open.run, { before: said, isKept: true });
}

/** A text while a lesson waits: an answer, "gợi ý", "tiếp", "để sau"; anything else is understood as usual and the lesson stays where it is. */
export function answerLesson(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const waiting = lessonData.safeParse(data).data;
  const meant = waiting && meaningOf(context.lessons, waiting, text);
  return meant === undefined || waiting === undefined ? undefined : answerMeant(context, waiting, meant, text);
}

async function answerMeant(context: TurnContext, waiting: LessonData, meant: Meant, text: string): Promise<Answer> {
  if (meant === 'later')
    return { ...say(context, context.t('lesson-later-said')), state: withQuestion(context, undefined) };
  const { at, open } = await openRun(context);
  if (open === undefined) return stale(context, at);
  const { run, lesson } = open;
  // The lesson went on somewhere else meanwhile.
  if (run.lesson !== waiting.lesson || run.serial !== waiting.serial)
    return lessonAnswer(context, lesson, run, {
      before: context.t('lesson-stale', { title: lesson.title }),
      isKept: true,
    });
  switch (meant) {
    case 'next':
      return forward(context, open, '');
    case 'hint':
      return hinted(context, open);
    case 'question':
      return questioned(context, open, text);
    case 'again':
      return lessonAnswer(context, lesson, run, { isKept: true });
    case 'disagree':
      return lessonAnswer(context, lesson, run, {
        before: waiting.compares === true ? stillComparing(context) : await disagree(context),
        isKept: true,
      });
    case 'same':
    case 'other':
      return sameOrOther(context, open, meant === 'same');
    default:
      return given(context, open, meant);
  }
}
