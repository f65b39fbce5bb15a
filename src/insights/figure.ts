import { wards } from '../places/index.ts';
import { cityTime, daysAfter } from '../time/index.ts';

/**
 * What is counted, each time different people:
 *
 *   learner      told where they live and were active; ever
 *   active       searched, did something with a course, or learnt; in a year
 *   participant  took or opened a course, or opened a lesson; in a year
 *   asked        wished for something; in a year
 *   answered     wished for something and got an answer; in a year
 *   unmet        wished for a subject that nothing fitted; in a quarter
 *   heard        wrote to staff, by kind; in a year
 *   settled      of those, who has been answered, by kind and how long it took; in the year they wrote
 */
export const reachFigures = ['learner', 'active', 'participant', 'asked', 'answered'] as const;
export type ReachFigure = (typeof reachFigures)[number];
export type Figure = ReachFigure | 'unmet' | 'heard' | 'settled';

/** The period of what is counted once and for all. */
export const everPeriod = 'all';

/** Wards a person may count in, and the one of those whose ward is not known. */
export const wardCells = wards.length + 1;

/** Days to an answer: upper ends, in the order in which they are shown. */
export const settledWithin = ['1', '3', '7', 'more'] as const;
export type SettledWithin = (typeof settledWithin)[number];

/** What residents write to staff for; who may be in danger is nobody's figure. */
export const heardKinds = ['feedback', 'wrong_information', 'hand_over', 'grade'] as const;
export type HeardKind = (typeof heardKinds)[number];

/** Wishes whose words name no subject we know. */
export const otherTopic = 'other';

export function yearOf(day: string): string {
  return day.slice(0, 4);
}

/** The quarter of a day, "2026-4". */
export function quarterOf(day: string): string {
  return `${yearOf(day)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** A day is counted half an hour after it ended: what was done in it is written by then. */
const restMinutes = 30;

/** The last day, in the city, that can be counted. */
export function lastWholeDay(now: Date, timezone: string): string {
  const today = cityTime(new Date(now.getTime() - restMinutes * 60_000), timezone).day;
  return daysAfter(today, -1);
}
