import {
  finishTrackStatement,
  type Lesson,
  type LessonFeedback,
  type LessonRun,
  noteFeedbackStatement,
  repeatRun,
  type Standing,
  saveRunStatement,
  ways,
} from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { reminderHourOf } from '../../outreach/index.ts';
import { atCityTime, cityTime, daysAfter } from '../../time/index.ts';
import { type Answer, type Effect, inPlace, type TurnContext } from '../context.ts';
import { clock } from '../words/format.ts';
import { dateInWords } from '../words/workshop-time.ts';
import { personChoices } from './lesson-help.ts';
import { askPlacement, beginNext, chooseTrack, placementBeyond, titleOf } from './lesson-place.ts';
import { forLearner, lessonAnswer, shownWays, withQuestion } from './lesson-show.ts';
import { beginLesson, standing } from './lesson-start.ts';
import { hearsReminders } from './reminder-consent.ts';
import { say } from './small-talk.ts';
import { earnedChoices, earnedWith } from './track-certificates.ts';

/** A lesson that has come to its end. */
interface Ended {
  /** As it was before. */
  readonly at: Standing;
  readonly run: LessonRun;
  readonly lesson: Lesson;
  /** What is said to the last answer. */
  readonly said: string;
  readonly choices?: readonly Choice[];
}

/** The end of a lesson: what is behind them, when the next one comes, and how it was. */
export async function endLesson(context: TurnContext, { at, run, lesson, said, choices = [] }: Ended): Promise<Answer> {
  const { t, lessons, learnerId, now } = context;
  const track = lessons.track(lesson.track);
  const finished = new Set([...at.finished, lesson.id]);
  const enrolled = at.tracks.find((each) => each.track.id === lesson.track);
  const left = (track?.lessons ?? []).filter(
    ({ id, position }) => position > (enrolled?.placedAfter ?? 0) && !finished.has(id),
  );
  const [next] = left;
  const effects: Effect[] = [{ kind: 'write', statement: saveRunStatement(learnerId, run, now) }];
  if (next === undefined)
    effects.push({ kind: 'write', statement: finishTrackStatement(learnerId, lesson.track, now) });
  const reminders = await remindersOf(context);
  const count = track?.lessons.length ?? 0;
  const title = track === undefined ? '' : titleOf(track, context.locale);
  // The day's lesson comes from the current track: of another one nothing is promised.
  const isOfCurrent = at.current?.track.id === lesson.track;
  const ahead =
    next === undefined
      ? t('lesson-track-done', { track: title })
      : isOfCurrent
        ? t('lesson-next', { title: next.title, when: whenInWords(context, tomorrow(context), reminders) })
        : t('lesson-of-track', { track: title, count: left.length });
  const earned = next === undefined && track !== undefined ? await earnedWith(context, track, lesson) : undefined;
  const text = [
    said,
    t('lesson-done', { position: lesson.position, count }),
    ahead,
    earned?.text ?? '',
    t('lesson-how-was-it'),
  ]
    .filter((line) => line !== '')
    .join('\n\n');
  const answer = say(context, forLearner(context, text), [
    ...feedbackChoices(context, lesson),
    ...(earned?.choices ?? []),
    ...choices,
    ...(next !== undefined && !isOfCurrent ? [context.offer('bt', [lesson.track], t('choice-lesson-track'))] : []),
    ...(reminders === undefined && !context.presentation.isShort
      ? [context.offer('nhac', [], t('choice-lesson-remind'))]
      : []),
    ...(next === undefined ? [context.offer('bt', [], t('choice-lesson-other-track'))] : []),
  ]);
  return { ...answer, state: withQuestion(context, undefined), effects };
}

const feedbacks = { e: 'too_easy', g: 'good', h: 'too_hard', u: 'unclear' } as const satisfies Record<
  string,
  LessonFeedback
>;

function feedbackChoices({ t, offer }: TurnContext, lesson: Lesson): Choice[] {
  return Object.entries(feedbacks).map(([code, feedback]) =>
    offer('bf', [lesson.id, code], t('choice-lesson-feedback', { feedback })),
  );
}

/** The minutes after midnight at which the learner is reminded, if they are. */
async function remindersOf(context: TurnContext): Promise<number | undefined> {
  return (await hearsReminders(context)) ? reminderHourOf(context.tx, context.learnerId) : undefined;
}

function tomorrow({ now, timezone }: TurnContext): Date {
  return atCityTime({ day: daysAfter(cityTime(now, timezone).day, 1), minutes: 0 }, timezone);
}

/** "ngày mai lúc 20:00", "ngày mai": when the next one comes. */
function whenInWords({ t, now, timezone }: TurnContext, from: Date, reminders: number | undefined): string {
  const [day, today] = [cityTime(from, timezone).day, cityTime(now, timezone).day];
  const isTomorrow = day === daysAfter(today, 1);
  const date = isTomorrow ? t('workshop-tomorrow') : day <= today ? t('workshop-today') : dateInWords(t, day, today);
  return reminders === undefined ? date : t('lesson-when', { date, time: clock(reminders) });
}

/** How the lesson was; what follows from it is offered, never imposed. */
export async function pressedFeedback(context: TurnContext, [id, code]: readonly string[]): Promise<Answer> {
  const { t, lessons, learnerId } = context;
  const lesson = lessons.lesson(id ?? '');
  const feedback = Object.entries(feedbacks).find(([each]) => each === code)?.[1];
  if (lesson === undefined || feedback === undefined) return chooseTrack(context, await standing(context));
  const at = await standing(context);
  const said = await afterFeedback(context, at, lesson, feedback);
  const effects: Effect[] = [{ kind: 'write', statement: noteFeedbackStatement(learnerId, lesson.id, feedback) }];
  return { ...say(context, t('lesson-feedback-thanks', { feedback }) + said.text, said.choices), effects };
}

async function afterFeedback(
  context: TurnContext,
  at: Standing,
  lesson: Lesson,
  feedback: LessonFeedback,
): Promise<{ text: string; choices: readonly Choice[] }> {
  const { t } = context;
  if (feedback === 'too_hard' || feedback === 'unclear') {
    const used = at.way;
    const others = shownWays(context, lesson).filter((way) => way !== used);
    return {
      text: ` ${t('lesson-other-way')}`,
      choices: [
        ...others.map((way) => context.offer('ba', [lesson.id, way], t('choice-lesson-way', { way }))),
        ...(await personChoices(context, lesson)),
      ],
    };
  }
  // The newest feedback is the one of this lesson, pressed just now.
  const isTwice = feedback === 'too_easy' && at.feedback[1] === 'too_easy';
  const track = context.lessons.track(lesson.track);
  const ahead = at.next?.lesson.track === lesson.track ? at.next.lesson : lesson;
  const beyond = isTwice && track !== undefined ? placementBeyond(track, ahead) : undefined;
  if (beyond !== undefined)
    return {
      text: ` ${t('lesson-skip-ahead')}`,
      choices: [context.offer('bs', [lesson.track, String(beyond)], t('choice-lesson-skip-ahead'))],
    };
  return { text: '', choices: at.next === undefined ? [] : [aheadChoice(context)] };
}

const aheadChoice = ({ offer, t }: TurnContext): Choice => offer('bn', [], t('choice-lesson-ahead'));

/** The question that shows whether lessons may be left out. */
export async function pressedSkipAhead(context: TurnContext, [id, at]: readonly string[]): Promise<Answer> {
  const track = context.lessons.track(id ?? '');
  if (track?.placement[Number(at)] === undefined) return chooseTrack(context, await standing(context));
  return inPlace(askPlacement(context, track, Number(at), context.t('lesson-skip-question')));
}

/** The next lesson before its day: nobody who wants to learn is held back. */
export async function pressedAhead(context: TurnContext): Promise<Answer> {
  const at = await standing(context);
  const open = at.run && context.lessons.lesson(at.run.lesson);
  if (open !== undefined) return beginLesson(context, at, open);
  return at.next === undefined ? trackFinished(context, at) : beginNext(context, at, at.next.lesson);
}

/** A finished lesson once more, in another way. */
export async function pressedAgain(context: TurnContext, [id, chosen]: readonly string[]): Promise<Answer> {
  const lesson = context.lessons.lesson(id ?? '');
  const way = ways.find((each) => each === chosen);
  if (lesson === undefined || way === undefined) return chooseTrack(context, await standing(context));
  const { run } = await standing(context);
  return lessonAnswer(context, lesson, repeatRun(lesson, way, run?.serial ?? context.turnId % 1000));
}

/** The day's lesson is done: when the next one comes, and what can be done meanwhile. */
export async function nothingToday(
  context: TurnContext,
  at: Standing,
  { lesson, from }: NonNullable<Standing['next']>,
): Promise<Answer> {
  const { t, offer } = context;
  const when = whenInWords(context, from, await remindersOf(context));
  return say(context, forLearner(context, t('lesson-done-today', { title: lesson.title, when })), [
    ...reviewChoices(context, at),
    aheadChoice(context),
    offer('bt', [], t('choice-lesson-other-track')),
  ]);
}

/** All lessons of the track are behind them. */
export async function trackFinished(context: TurnContext, at: Standing): Promise<Answer> {
  const answer = chooseTrack(context, at);
  const [first, ...rest] = answer.messages;
  const [last] = at.tracks;
  if (first === undefined || last === undefined) return answer;
  const text = context.t('lesson-track-finished', { track: titleOf(last.track, context.locale) });
  const choices = [...reviewChoices(context, at), ...(await earnedChoices(context)), ...first.choices];
  return { ...answer, messages: [{ ...first, text: [`${text}\n\n`, ...first.text], choices }, ...rest] };
}

function reviewChoices({ offer, t }: TurnContext, { due }: Standing): Choice[] {
  return due.length === 0 ? [] : [offer('rn', [], t('choice-review', { count: due.length }))];
}
