import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';
import { atCityTime, cityTime, daysAfter } from '../time/index.ts';
import type { attemptOutcomes } from './schema.ts';

/** What came of a try at an item: `unsure` when rules could not tell and the learner compared it with a good answer. */
export type Outcome = (typeof attemptOutcomes)[number];

/** How an item went, for the next time it is asked: forgotten, remembered with help, remembered. */
export type ReviewGrade = 'again' | 'hard' | 'good';

/** What a learner remembers of an item, and when to ask it again. */
export interface Memory {
  /** Midnight in the city at the start of the day on which it is asked again. */
  readonly dueAt: Date;
  /** Days after which it is still remembered nine times in ten. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  /** Days on which it was answered. */
  readonly reviews: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
  readonly lastAt: Date;
  /** The last answer was right at the first try, without a hint, and a day or more after the one before it. */
  readonly lastUnaided: boolean;
}

/** The longest time until an item comes again, in days: a habit of the phone changes faster than a memory fades. */
export const longestInterval = 90;

/** From this stability on, in days, an item that was just answered unaided counts as mastered. */
export const masteredStability = 21;

/**
 * The grade of an item when it is done with for now. Right at the first try and without a hint is good; right later is hard, so that it
 * comes back sooner; so is what the learner judged right beside a good answer. Wrong, or right only after the answer was shown, is again.
 * @param hintLevel the highest hint shown, 0 to 4
 * @param earlierTries answers to the same item that were not right, just before
 */
export function gradeOf(outcome: Outcome, hintLevel: number, earlierTries = 0): ReviewGrade {
  if (outcome === 'wrong' || outcome === 'revealed' || hintLevel >= 4) return 'again';
  return outcome === 'right' && hintLevel === 0 && earlierTries === 0 ? 'good' : 'hard';
}

/**
 * What is remembered after an answer: FSRS-6 with its default weights (ts-fsrs), asking again when nine of ten would still know.
 * Time is counted in the city's days: an item "due on day 3" is there from midnight of that day on, whatever the hour of the lesson was,
 * and somebody who learns at eight today and at seven tomorrow has let a day pass. A second answer on the same day is no evidence of
 * remembering and changes nothing, but for one: who no longer knows it is asked tomorrow.
 */
export function reviewed(memory: Memory | undefined, grade: ReviewGrade, at: Date, timezone: string): Memory {
  const { day } = cityTime(at, timezone);
  const passed = memory === undefined ? undefined : daysBetween(cityTime(memory.lastAt, timezone).day, day);
  if (memory !== undefined && passed !== undefined && passed <= 0) {
    const tomorrow = midnight(daysAfter(day, 1), timezone);
    if (grade !== 'again' || memory.dueAt <= tomorrow) return memory;
  }
  const { card } = scheduler.next(cardOf(memory, passed ?? 0), epoch(passed ?? 0), ratings[grade]);
  const interval = Math.min(Math.max(card.scheduled_days, 1), longestInterval);
  return {
    dueAt: midnight(daysAfter(day, interval), timezone),
    stability: card.stability,
    difficulty: card.difficulty,
    reviews: card.reps,
    lapses: card.lapses,
    lastAt: at,
    lastUnaided: grade === 'good' && memory !== undefined,
  };
}

/** Whether an item counts as mastered: the memory lasts three weeks, and the last answer, a day or more after the one before, needed no help. */
export function isMastered({ stability, lastUnaided }: Memory): boolean {
  return stability >= masteredStability && lastUnaided;
}

// The cap is ours: with maximum_interval 365 the library answers 366, because it keeps the intervals of the grades apart.
const scheduler = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;

const dayMs = 86_400_000;

/** The library counts days of UTC: it is given days of the city, from an arbitrary first one. */
function epoch(days: number): Date {
  return new Date(days * dayMs + dayMs);
}

function cardOf(memory: Memory | undefined, passed: number): Card {
  if (memory === undefined) return createEmptyCard(epoch(passed));
  return {
    due: epoch(passed),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: passed,
    scheduled_days: passed,
    learning_steps: 0,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: State.Review,
    last_review: epoch(0),
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

function midnight(day: string, timezone: string): Date {
  return atCityTime({ day, minutes: 0 }, timezone);
}
