import type { Asking } from './asking.ts';
import { freshAsking } from './asking.ts';
import type { Card, Item, Lesson, Lessons, Question, Way } from './lesson.ts';
import { ways } from './lesson.ts';

/**
 * A lesson as a learner goes through it:
 *
 *   before ──> card … card ──> try ──> item … item ──> review ──> done
 *     │                                  (one that is due, if any)
 *     └ the pre-question, asked before anything is explained and not graded
 *
 * The way of learning may change at any card. Everything here is pure; standing.ts keeps it.
 */
export type LessonStep =
  | { readonly kind: 'before' }
  | { readonly kind: 'card'; readonly card: number }
  | { readonly kind: 'try' }
  | { readonly kind: 'item'; readonly item: string; readonly asking: Asking }
  | { readonly kind: 'review'; readonly item: string; readonly asking: Asking }
  | { readonly kind: 'done' };

export interface LessonRun {
  readonly lesson: string;
  readonly track: string;
  readonly way: Way;
  readonly step: LessonStep;
  /** Counts the steps: a choice of an earlier one is known by it. */
  readonly serial: number;
  /** Items of this run whose answer had to be shown twice. */
  readonly stuck: number;
}

/** A lesson from its beginning; without a picture it is read instead of looked at. */
export function beginRun(lesson: Lesson, way: Way): LessonRun {
  return {
    lesson: lesson.id,
    track: lesson.track,
    way: waysOf(lesson).includes(way) ? way : 'read',
    step: { kind: 'before' },
    serial: 1,
    stuck: 0,
  };
}

/** The same lesson once more in another way, without the question before it. */
export function repeatRun(lesson: Lesson, way: Way, serial: number): LessonRun {
  return { ...beginRun(lesson, way), step: { kind: 'card', card: 0 }, serial: serial + 1 };
}

/** The ways a lesson can be taken. */
export function waysOf(lesson: Lesson): readonly Way[] {
  return ways.filter((way) => cardsOf(lesson, way).length > 0);
}

export function cardsOf(lesson: Lesson, way: Way): readonly Card[] {
  switch (way) {
    case 'read':
      return lesson.read;
    case 'look':
      return lesson.look?.cards ?? [];
    case 'do':
      return lesson.steps;
  }
}

/** The item asked before the cards; lessons are checked to have it. */
export function prequestionOf(lesson: Lesson): Item {
  const item = lesson.items.find(({ id }) => id === lesson.prequestion) ?? lesson.items[0];
  if (item === undefined) throw new Error(`The lesson ${lesson.id} asks nothing.`);
  return item;
}

/** What a run asks at its step; undefined where it asks nothing, or where the item is no longer in any lesson. */
export function askedIn(
  lessons: Lessons,
  run: LessonRun,
): { readonly item: Item; readonly question: Question } | undefined {
  const { step } = run;
  if (step.kind === 'before') {
    const lesson = lessons.lesson(run.lesson);
    const item = lesson && prequestionOf(lesson);
    return item && { item, question: item.question };
  }
  if (step.kind !== 'item' && step.kind !== 'review') return undefined;
  const item = lessons.item(step.item)?.item;
  return item && { item, question: step.asking.isVariant ? item.variant : item.question };
}

/** An item that is due from earlier lessons, to be asked at the end of this one. */
export interface DueItem {
  readonly item: string;
  readonly reviews: number;
}

/** The next step of a run. @param due what is due of other lessons, oldest first */
export function goOn(run: LessonRun, lesson: Lesson, due: readonly DueItem[]): LessonRun {
  return { ...run, step: nextStep(run, lesson, due), serial: run.serial + 1 };
}

function nextStep({ step, way }: LessonRun, lesson: Lesson, due: readonly DueItem[]): LessonStep {
  switch (step.kind) {
    case 'before':
      return { kind: 'card', card: 0 };
    case 'card':
      return step.card + 1 < cardsOf(lesson, way).length ? { kind: 'card', card: step.card + 1 } : { kind: 'try' };
    case 'try':
      return itemStep(lesson, 0, due);
    case 'item': {
      const position = lesson.items.findIndex(({ id }) => id === step.item);
      // An item that has left the lesson meanwhile leads to its first one.
      return itemStep(lesson, position + 1, due);
    }
    case 'review':
    case 'done':
      return { kind: 'done' };
  }
}

function itemStep(lesson: Lesson, position: number, due: readonly DueItem[]): LessonStep {
  const item = lesson.items[position];
  if (item !== undefined) return { kind: 'item', item: item.id, asking: freshAsking(false) };
  const other = due.find((each) => !lesson.items.some(({ id }) => id === each.item));
  if (other === undefined) return { kind: 'done' };
  return { kind: 'review', item: other.item, asking: freshAsking(asksVariant(other.reviews)) };
}

/** The variant takes turns with the question: whoever answers it has understood, not learnt the words. */
export function asksVariant(reviews: number): boolean {
  return reviews % 2 === 1;
}

/** The cards of another way, from their first. */
export function inWay(run: LessonRun, way: Way): LessonRun {
  return { ...run, way, step: { kind: 'card', card: 0 }, serial: run.serial + 1 };
}

/** Where the asking of a run stands after an answer or a hint. A new question is a new step. */
export function withAsking(run: LessonRun, asking: Asking): LessonRun {
  const { step } = run;
  if (step.kind !== 'item' && step.kind !== 'review') return run;
  const isNew = asking.isVariant !== step.asking.isVariant;
  return { ...run, step: { ...step, asking }, serial: run.serial + (isNew ? 1 : 0) };
}
