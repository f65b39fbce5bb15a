import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Days of a week on which somebody wants to learn, unless they chose otherwise: three of seven is what most people keep up. */
export const usualGoal = 3;

/**
 * A week of learning, Monday to Sunday:
 *
 *   open ──> met_with_pass ──> met
 *     └────> missed (over, or too few days are left)
 *
 * Each week has one free pass: one day fewer than the goal is enough, except that a goal of one day needs that day. Weeks do not
 * hang together: nothing is lost by a bad one.
 */
export interface LearningWeek {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string;
  /** Days with learning. */
  readonly learnt: number;
  readonly goal: number;
  readonly state: 'open' | 'met_with_pass' | 'met' | 'missed';
  /** Days that are still to come and would meet it, counting the free pass; 0 when it is met. */
  readonly missing: number;
}

/** The fewest days that meet a goal, with the free pass. */
export function daysThatMeet(goal: number): number {
  return Math.max(1, goal - 1);
}

/** A day so many days after another, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The Monday of the week of a day, both `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** How the week of a Monday stands, seen from `today`. @param days with learning, `YYYY-MM-DD`, of any week */
export function weekOf(days: ReadonlySet<string>, goal: number, monday: string, today: string): LearningWeek {
  const all = Array.from({ length: 7 }, (_, position) => dayAfter(monday, position));
  const learnt = all.filter((day) => days.has(day)).length;
  const toCome = all.filter((day) => day >= today && !days.has(day)).length;
  const missing = Math.max(0, daysThatMeet(goal) - learnt);
  return { monday, learnt, goal, state: stateOf({ learnt, goal, missing, toCome }), missing };
}

function stateOf(week: {
  readonly learnt: number;
  readonly goal: number;
  readonly missing: number;
  readonly toCome: number;
}): LearningWeek['state'] {
  if (week.learnt >= week.goal) return 'met';
  if (week.missing === 0) return 'met_with_pass';
  return week.missing <= week.toCome ? 'open' : 'missed';
}

/** Keeps on how many days of a week a learner wants to learn. @param days 1 to 7 */
export async function setWeeklyGoal(tx: Queryable, learnerId: number, days: number, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into weekly_goal (learner_id, days, noted_at) values (${learnerId}, ${days}, ${now})
    on conflict (learner_id) do update set days = excluded.days, noted_at = excluded.noted_at`);
}
