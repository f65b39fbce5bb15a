import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import { consents } from './due.ts';
import type { QuietHours } from './quiet-hours.ts';
import {
  afterAnswer,
  afterConsent,
  afterLearning,
  afterSnooze,
  eveningOf,
  freshRhythm,
  type Rhythm,
  type Times,
} from './reminder-rules.ts';
import { learningMinutes } from './usual-time.ts';

/** The city's clocks and quiet hours, at a moment. */
export interface RhythmTime {
  readonly now: Date;
  readonly timezone: string;
  readonly quiet: QuietHours | undefined;
}

/** The columns of a rhythm as they are read. */
export interface RhythmRow extends Record<string, unknown> {
  next_at: string | null;
  unanswered: number;
  last_sent_at: string | null;
  last_learnt_at: string | null;
  paused_at: string | null;
  again: boolean;
}

const moment = (value: string | null): Date | undefined => (value === null ? undefined : new Date(value));

export function readRhythm(row: RhythmRow): Rhythm {
  return {
    nextAt: moment(row.next_at),
    unanswered: row.unanswered,
    lastSentAt: moment(row.last_sent_at),
    lastLearntAt: moment(row.last_learnt_at),
    pausedAt: moment(row.paused_at),
    again: row.again,
  };
}

interface Standing {
  /** Undefined for who has nothing to be reminded of yet. */
  readonly rhythm: Rhythm | undefined;
  readonly consents: boolean;
  readonly hasBegun: boolean;
  readonly times: Times;
}

async function standingOf(tx: Queryable, learnerId: number, { timezone, quiet }: RhythmTime): Promise<Standing> {
  const { rows } = await tx.execute<{
    rhythm: RhythmRow | null;
    usual_minutes: number | null;
    chosen: number | null;
    consents: boolean;
    has_begun: boolean;
  }>(sql`
    select case when learning_rhythm.learner_id is not null then to_jsonb(learning_rhythm) end as rhythm, usual_minutes,
      (select minutes from reminder_hour where reminder_hour.learner_id = ${learnerId}) as chosen,
      ${consents(sql`${learnerId}`)} as consents,
      exists (select 1 from track_enrolment where track_enrolment.learner_id = ${learnerId})
        or exists (select 1 from item_memory where item_memory.learner_id = ${learnerId}) as has_begun
    from (select 1) as one left join learning_rhythm on learning_rhythm.learner_id = ${learnerId}`);
  const [row] = rows;
  if (row === undefined) throw new Error('The look at a rhythm returned no row.');
  const minutes = learningMinutes(row.chosen ?? undefined, row.usual_minutes ?? undefined);
  return {
    rhythm: row.rhythm === null ? undefined : readRhythm(row.rhythm),
    consents: row.consents,
    hasBegun: row.has_begun,
    times: { timezone, quiet, minutes },
  };
}

async function keep(tx: Queryable, learnerId: number, rhythm: Rhythm, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into learning_rhythm as kept (learner_id, next_at, unanswered, last_sent_at, last_learnt_at, paused_at, again, noted_at)
    values (${learnerId}, ${rhythm.nextAt ?? null}, ${rhythm.unanswered}, ${rhythm.lastSentAt ?? null},
      ${rhythm.lastLearntAt ?? null}, ${rhythm.pausedAt ?? null}, ${rhythm.again}, ${now})
    on conflict (learner_id) do update set next_at = excluded.next_at, unanswered = excluded.unanswered,
      last_learnt_at = excluded.last_learnt_at, paused_at = excluded.paused_at, again = excluded.again, noted_at = excluded.noted_at`);
}

/** The newest reminder of the last week had an answer: what choosing its words is learnt from. */
async function noteAnswered(tx: Queryable, learnerId: number, now: Date): Promise<void> {
  await tx.execute(sql`
    update reminder set answered_at = ${now}
    where learner_id = ${learnerId} and answered_at is null and kind = 'lesson' and day = (
      select max(day) from reminder where learner_id = ${learnerId} and kind = 'lesson')
      and enqueued_at > ${new Date(now.getTime() - 7 * 86_400_000)}`);
}

/**
 * A learner has learnt: answered an item, or gone on in a lesson. The next reminder, if they agree to any, comes tomorrow; a pause ends.
 * One look; what is known already (the same day again) writes nothing.
 */
export async function learnt(tx: Queryable, learnerId: number, time: RhythmTime): Promise<void> {
  const { now, timezone } = time;
  const { rhythm = freshRhythm, ...standing } = await standingOf(tx, learnerId, time);
  const after = afterLearning(rhythm, standing.consents, standing.times, now);
  const isKnown =
    rhythm.lastLearntAt !== undefined &&
    cityTime(rhythm.lastLearntAt, timezone).day === cityTime(now, timezone).day &&
    rhythm.nextAt?.getTime() === after.nextAt?.getTime() &&
    rhythm.unanswered === 0 &&
    !rhythm.again;
  if (isKnown) return;
  await keep(tx, learnerId, after, now);
  if (rhythm.lastSentAt !== undefined) await noteAnswered(tx, learnerId, now);
}

/** A learner agreed to reminders, or chose a time for them: they begin, or begin anew, for who has begun to learn. */
export async function remindersAgreed(tx: Queryable, learnerId: number, time: RhythmTime): Promise<void> {
  const { rhythm, consents: isAgreed, hasBegun, times } = await standingOf(tx, learnerId, time);
  if (!isAgreed || (rhythm === undefined && !hasBegun)) return;
  await keep(tx, learnerId, afterConsent(rhythm ?? freshRhythm, times, time.now), time.now);
}

/** A reminder was pressed that leads to learning: it is answered. */
export async function reminderAnswered(tx: Queryable, learnerId: number, time: RhythmTime): Promise<void> {
  const { rhythm = freshRhythm, consents: isAgreed, times } = await standingOf(tx, learnerId, time);
  await keep(tx, learnerId, afterAnswer(rhythm, isAgreed, times, time.now), time.now);
  await noteAnswered(tx, learnerId, time.now);
}

/**
 * Puts a reminder off: to this evening, if there is one left to put it off to, else to tomorrow. Returns when it will come; undefined when
 * the learner does not agree to reminders any more.
 */
export async function snooze(
  tx: Queryable,
  learnerId: number,
  until: 'evening' | 'tomorrow',
  time: RhythmTime,
): Promise<Date | undefined> {
  const { rhythm = freshRhythm, consents: isAgreed, times } = await standingOf(tx, learnerId, time);
  if (!isAgreed) return undefined;
  const { rows } = await tx.execute(sql`
    select 1 from reminder where learner_id = ${learnerId} and day = ${cityTime(time.now, time.timezone).day}::date
      and again_at is null and kind = 'lesson'`);
  const evening = until === 'evening' && rows.length > 0 ? eveningOf(time.now, times) : undefined;
  const after = afterSnooze(rhythm, evening, times, time.now);
  await keep(tx, learnerId, after, time.now);
  return after.nextAt;
}
