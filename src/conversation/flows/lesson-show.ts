import {
  type Asking,
  askedIn,
  cardsOf,
  type Item,
  type Lesson,
  type LessonRun,
  saveRunStatement,
  type Way,
  waysOf,
} from '../../learning/index.ts';
import type { Choice, Media, Span } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { DialogueState } from '../state.ts';
import { capitalised, learnerInWords } from '../words/learner.ts';
import { ask } from './lesson-ask.ts';
import type { LessonData } from './lesson-typed.ts';

/** How long words typed belong to a lesson: who comes back a day later says so. */
const openHours = 24;

/** A part of a message of the lesson. */
export interface Shown {
  readonly text: readonly Span[];
  readonly choices: readonly Choice[];
  readonly media?: Media;
}

/** A press of a lesson: what it does, in which lesson and at which step; what comes of an earlier step is known by it. */
export function lessonChoice(
  context: TurnContext,
  run: LessonRun,
  verb: string,
  label: string,
  argument?: string,
): Choice {
  const serial = run.serial.toString(36);
  const args = [verb, run.lesson, serial, ...(argument === undefined ? [] : [argument])];
  return context.offer('bl', args, label);
}

/** The ways that can be shown to this learner: none with a picture where pictures are spared. */
export function shownWays({ presentation, capabilities }: TurnContext, lesson: Lesson): readonly Way[] {
  const hasPictures = !presentation.isShort && capabilities.pictures !== 'none';
  return waysOf(lesson).filter((way) => way !== 'look' || hasPictures);
}

/** The step a run is at, in words. */
export function showStep(context: TurnContext, lesson: Lesson, run: LessonRun): Shown {
  const { t } = context;
  switch (run.step.kind) {
    case 'before':
      return showQuestion(context, run, t('lesson-before', { title: lesson.title, minutes: lesson.minutes }));
    case 'card':
      return showCard(context, lesson, run, run.step.card);
    case 'try':
      return {
        text: [{ text: t('lesson-try'), bold: true }, `\n${lesson.tryIt}`],
        choices: [lessonChoice(context, run, 'n', t('choice-lesson-tried'))],
      };
    case 'item':
      return showQuestion(context, run, run.step.asking.isVariant ? t('lesson-item-like') : '');
    case 'review':
      return showQuestion(context, run, t('lesson-review'));
    case 'done':
      return { text: [], choices: [] };
  }
}

function showCard(context: TurnContext, lesson: Lesson, run: LessonRun, position: number): Shown {
  const { t, presentation } = context;
  const cards = cardsOf(lesson, run.way);
  const card = cards[position] ?? cards[0];
  const others =
    presentation.isShort && position > 0 ? [] : shownWays(context, lesson).filter((way) => way !== run.way);
  const media =
    run.way === 'look' && position === 0 && lesson.look !== undefined
      ? {
          type: 'picture' as const,
          picture: { kind: 'lesson' as const, lesson: lesson.id },
          alt: lesson.look.picture.alt,
        }
      : undefined;
  return {
    text: [{ text: card?.heading ?? '', bold: true }, `\n${card?.text ?? ''}`],
    choices: [
      lessonChoice(context, run, 'n', t('choice-lesson-next')),
      ...others.map((way) => lessonChoice(context, run, 'w', t('choice-lesson-way', { way }), way)),
    ],
    ...(media === undefined ? {} : { media }),
  };
}

function showQuestion(context: TurnContext, run: LessonRun, above: string): Shown {
  const { t, capabilities, lessons } = context;
  const asked = askedIn(lessons, run);
  if (asked === undefined) return { text: [t('lesson-question-gone')], choices: [nextChoice(context, run)] };
  const { question } = asked;
  const shown = ask(context, question, (at, label) => lessonChoice(context, run, 'o', label, String(at)));
  const isBefore = run.step.kind === 'before';
  const asking = 'asking' in run.step ? run.step.asking : undefined;
  if (asking?.toGrade !== undefined)
    return {
      text: [t('lesson-grading')],
      choices: [lessonChoice(context, run, 'c', t('choice-lesson-compare'))],
    };
  if (asking?.toCompare !== undefined) return compare(context, run, asked.item, asking);
  // Beside a number that is typed no number may choose something else.
  const isPlain = question.kind === 'choice' || capabilities.choices === 'buttons';
  const help = isBefore
    ? lessonChoice(context, run, 'n', t('choice-lesson-dont-know'))
    : lessonChoice(context, run, 'h', t('choice-lesson-hint'));
  const how = question.kind === 'choice' ? '' : `\n${t(isBefore ? 'lesson-type-before' : 'lesson-type')}`;
  return {
    text: [`${above === '' ? '' : `${above}\n`}${shown.text}${how}`],
    choices: [...shown.choices, ...(isPlain ? [help] : [])],
  };
}

const nextChoice = (context: TurnContext, run: LessonRun): Choice =>
  lessonChoice(context, run, 'n', context.t('choice-lesson-next'));

/** A good answer beside theirs: only they know whether it says the same. */
function compare(context: TurnContext, run: LessonRun, item: Item, asking: Asking): Shown {
  const { t } = context;
  return {
    text: [t('lesson-compare', { answer: goodAnswer(item, asking.isVariant) })],
    choices: [
      lessonChoice(context, run, 's', t('choice-lesson-same'), 'y'),
      lessonChoice(context, run, 's', t('choice-lesson-other'), 'n'),
    ],
  };
}

/** An answer that is right, to hold one's own against. */
export function goodAnswer(item: Item, isVariant: boolean): string {
  const question = isVariant ? item.variant : item.question;
  switch (question.kind) {
    case 'short':
      return question.answer;
    case 'number':
      return [String(question.answer).replace('.', ','), question.unit ?? ''].join(' ').trim();
    case 'choice':
      return question.options.find(({ isRight }) => isRight)?.text ?? '';
  }
}

/** One message of a lesson: what is said first, then the step; the run is kept with it. */
export function lessonAnswer(
  context: TurnContext,
  lesson: Lesson,
  run: LessonRun,
  said: { readonly before?: string; readonly choices?: readonly Choice[]; readonly isKept?: true } = {},
): Answer {
  const shown = showStep(context, lesson, run);
  const { before = '', choices = [] } = said;
  const step = shown.text;
  const text: Span[] = before === '' ? [...step] : [before, ...(step.length === 0 ? [] : ['\n\n', ...step])];
  const [first = '', ...rest] = text;
  const opening = typeof first === 'string' ? [forLearner(context, first)] : [forLearner(context, ''), first];
  return {
    messages: [
      {
        text: [...opening, ...rest],
        choices: [...shown.choices, ...choices],
        ...(shown.media === undefined ? {} : { media: shown.media }),
      },
    ],
    state: withQuestion(context, questionOf(run)),
    ...(said.isKept === true
      ? {}
      : { effects: [{ kind: 'write', statement: saveRunStatement(context.learnerId, run, context.now) }] }),
  };
}

function questionOf(run: LessonRun): LessonData | undefined {
  const { lesson, serial, step } = run;
  switch (step.kind) {
    case 'done':
      return undefined;
    case 'item':
    case 'review': {
      const { isVariant, toCompare } = step.asking;
      return { lesson, serial, step: step.kind, item: step.item, isVariant, compares: toCompare !== undefined };
    }
    default:
      return { lesson, serial, step: step.kind };
  }
}

/** The state in which the next text belongs to the lesson, or to nothing. */
export function withQuestion({ state, now }: TurnContext, data: LessonData | undefined): DialogueState {
  const { question: _earlier, ...rest } = state;
  if (data === undefined) return rest;
  return {
    ...rest,
    question: { kind: 'lesson', until: new Date(now.getTime() + openHours * 3_600_000).toISOString(), data },
  };
}

/** A text with a line above that says who learns, when it is not who writes. */
export function forLearner({ t, learner }: TurnContext, text: string): string {
  return learner.relation === 'self'
    ? text
    : `${t('lesson-for', { who: capitalised(learnerInWords(t, learner)) })}\n${text}`;
}
