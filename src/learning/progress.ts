import type { LearningRecord } from './learning-record.ts';
import type { Lessons } from './lesson.ts';
import { isMastered } from './review.ts';
import { type TrackFinish, trackFinish } from './track-finish.ts';
import { dayAfter, type LearningWeek, mondayOf, weekOf } from './weekly-goal.ts';

/** Weeks that progress shows, this one among them. */
export const shownWeeks = 4;

/** How far ahead an item counts as about to be forgotten, in days. */
const soonDays = 2;

/** Where a learner stands, in figures. */
export interface Progress {
  /** Nothing was answered yet and no track begun. */
  readonly isNew: boolean;
  readonly today: string;
  readonly days: ReadonlySet<string>;
  /** The last four weeks, this one last. */
  readonly weeks: readonly LearningWeek[];
  readonly week: LearningWeek;
  /** The day of this week that was taken off, if one was. */
  readonly restDay: string | undefined;
  /** The tracks that were begun, the latest first. */
  readonly tracks: readonly TrackFinish[];
  readonly known: number;
  readonly mastered: number;
  /** Items to review now, and those that follow within two days. */
  readonly due: number;
  readonly soon: number;
}

/** From when on days must be read for `progressOf`. */
export function progressSince(now: Date): Date {
  return new Date(now.getTime() - shownWeeks * 7 * 86_400_000);
}

/**
 * Where a learner stands. Lessons and items that have left the content are not counted: nobody could learn them any more.
 * @param today the day of the city, `YYYY-MM-DD`
 */
export function progressOf(
  record: LearningRecord,
  lessons: Lessons,
  { now, today }: { now: Date; today: string },
): Progress {
  const days = new Set(record.days);
  const monday = mondayOf(today);
  const week = weekOf(days, record.goal, monday, today);
  const earlier = Array.from({ length: shownWeeks - 1 }, (_, position) =>
    weekOf(days, record.goal, dayAfter(monday, (position - shownWeeks + 1) * 7), today),
  );
  const known = record.known.filter(({ item }) => lessons.item(item) !== undefined);
  const soonAt = now.getTime() + soonDays * 86_400_000;
  const due = known.filter(({ dueAt }) => dueAt <= now).length;
  return {
    isNew: record.tracks.length === 0 && record.finished.length === 0 && days.size === 0,
    today,
    days,
    weeks: [...earlier, week],
    week,
    restDay: record.restDays.find((day) => mondayOf(day) === monday),
    tracks: record.tracks.flatMap(({ track: id }) => {
      const track = lessons.track(id);
      return track === undefined ? [] : [trackFinish(track, record)];
    }),
    known: known.length,
    mastered: known.filter(isMastered).length,
    due,
    soon: known.filter(({ dueAt }) => dueAt.getTime() <= soonAt).length - due,
  };
}
