import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type CityTime, cityTime } from '../time/index.ts';
import { calmUntil } from './calm.ts';
import { consents } from './due.ts';
import {
  type DueLearner,
  type DuePlace,
  dueLearners,
  firstPlace,
  type LearningLook,
  learningLag,
  lookAt,
} from './learning-look.ts';
import type { LearningLetter, PostLetter } from './letter.ts';
import { minutesLeft, type QuietHours } from './quiet-hours.ts';
import { afterBusy, afterPause, afterReminder, decide, eveningOf, type Rhythm, type Times } from './reminder-rules.ts';
import { chanceOf, chooseTemplate, type TemplateChoice } from './reminder-templates.ts';
import { learningMinutes } from './usual-time.ts';

/** Learners that are looked at in one statement. */
export const learnersAtOnce = 200;

export interface LearningRemindersOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly quietHours: QuietHours | undefined;
  readonly post: PostLetter;
  /** Usually `learnersAtOnce`. */
  readonly sliceSize?: number;
  /** Learners that one run looks at; the next goes on with those that wait longest. */
  readonly most?: number;
}

/** What one run did. */
export type LearningReminderCounts = {
  readonly due: number;
  readonly enqueued: number;
  /** Found no room before the quiet hours: not sent on the morning after. */
  readonly skipped: number;
  /** Told once how to go on, and left in peace. */
  readonly paused: number;
  /** In the middle of something, or another replica was faster: looked at again soon. */
  readonly waiting: number;
  /** Nothing to say today, or no consent any more. */
  readonly rested: number;
};

/** What becomes of somebody to whom nothing is written now. */
interface Settled extends DueLearner {
  readonly nextAt: Date | undefined;
  /** The message is only put off: what was asked for stays asked for. */
  readonly waits: boolean;
  readonly usualMinutes: number | undefined;
}

/** Somebody who is written to now. */
interface Written extends DueLearner {
  readonly look: LearningLook;
  readonly conversationId: number;
  readonly letter: LearningLetter;
  readonly choice: TemplateChoice | undefined;
  readonly after: Rhythm;
}

/**
 * Reminds those to learn whose time has come, who wait longest first, by the rules of reminder-rules.ts. Day, words and rhythm are noted
 * in one transaction with the message, so that a run that is killed, or two replicas at once, neither lose nor double one.
 * `lagSeconds`: how long who waits longest has been due as it begins.
 */
export async function remindToLearn(
  options: LearningRemindersOptions,
): Promise<{ readonly counts: LearningReminderCounts; readonly lagSeconds: number }> {
  const { database, clock, sliceSize = learnersAtOnce, most = 10_000 } = options;
  const lagSeconds = await learningLag(database.db, clock());
  const counts = { due: 0, enqueued: 0, skipped: 0, paused: 0, waiting: 0, rested: 0 };
  let place: DuePlace = firstPlace;
  while (counts.due < most) {
    const due = await dueLearners(database.db, clock(), place, sliceSize);
    await remindSlice(options, due, counts);
    const last = due.at(-1);
    if (last === undefined || due.length < sliceSize) break;
    place = { at: last.dueAt, learnerId: last.learnerId };
  }
  return { counts, lagSeconds };
}

/** What a run counts of those to whom it writes nothing. */
const countOf = { stop: 'rested', rest: 'rested', skip: 'skipped', wait: 'waiting' } as const;

type Counting = { -readonly [Name in keyof LearningReminderCounts]: number };

async function remindSlice(options: LearningRemindersOptions, due: readonly DueLearner[], counts: Counting) {
  const { database, clock, timezone, quietHours: quiet } = options;
  const now = clock();
  const looks = await lookAt(
    database.db,
    due.map(({ learnerId }) => learnerId),
    { now, city: cityTime(now, timezone), timezone },
  );
  const settled: Settled[] = [];
  for (const each of due) {
    counts.due++;
    const look = looks.get(each.learnerId);
    if (look === undefined) continue;
    const { chosenMinutes, usualMinutes } = look;
    const times = { timezone, quiet, minutes: learningMinutes(chosenMinutes, usualMinutes) };
    // The quiet may begin while a long slice is under way.
    const at = clock();
    const decision = decide(look.rhythm, look.circumstances, times, at);
    if (decision.kind === 'remind' || decision.kind === 'pause') {
      const { kind } = decision;
      const outcome = await write(options, letterFor(kind, each, look, times, at), at);
      counts[outcome === 'said' ? (kind === 'pause' ? 'paused' : 'enqueued') : 'waiting']++;
      if (outcome === 'busy') settled.push({ ...each, nextAt: afterBusy(at), waits: true, usualMinutes });
    } else {
      counts[countOf[decision.kind]]++;
      settled.push({ ...each, nextAt: decision.nextAt, waits: decision.kind === 'wait', usualMinutes });
    }
  }
  await settle(database.db, settled);
}

function letterFor(kind: 'remind' | 'pause', due: DueLearner, look: LearningLook, times: Times, now: Date): Written {
  const { learnerId } = due;
  const { rhythm } = look;
  const { lastWordAt } = look.circumstances;
  // Who is nowhere to be reached is not reminded.
  const conversationId = look.conversationId ?? 0;
  if (kind === 'pause') {
    const letter = { kind: 'learning_pause', learnerId } as const;
    return { ...due, look, conversationId, letter, choice: undefined, after: afterPause(rhythm, now) };
  }
  const news = { ...look.news, unanswered: rhythm.unanswered };
  const choice = chooseTemplate(news, chanceOf(learnerId, cityTime(now, times.timezone).day));
  const evening = rhythm.again ? undefined : eveningOf(now, times);
  const letter = {
    kind: 'lesson',
    learnerId,
    template: choice.template,
    news,
    hasEvening: evening !== undefined,
    hasPass: look.hasPass,
  } as const;
  return { ...due, look, conversationId, letter, choice, after: afterReminder(rhythm, lastWordAt, times, now) };
}

/** Thrown inside the transaction to undo the claim of a day that nothing was said on. */
class NotNow extends Error {}

/** `busy`: the person is in the middle of something; `taken`: another replica was faster, or they have just stopped, learnt or put it off. */
async function write(
  options: LearningRemindersOptions,
  written: Written,
  now: Date,
): Promise<'said' | 'busy' | 'taken'> {
  const { learnerId, letter, conversationId, look } = written;
  const { rhythm } = look;
  const city = cityTime(now, options.timezone);
  const notAfter = new Date(now.getTime() + minutesLeft(options.quietHours, city.minutes) * 60_000);
  try {
    return await options.database.transaction(async (tx) => {
      if (!(await claim(tx, written)) || !(await claimDay(tx, written, city, now))) throw new NotNow('taken');
      const uniqueKey = `reminder:${learnerId}:${city.day}${rhythm.again ? ':again' : ''}`;
      const { learner } = look;
      const posted = await options.post(tx, { letter, learnerId, learner, conversationId, uniqueKey, now, notAfter });
      if (posted === 'busy' || posted === 'empty') throw new NotNow('busy');
      await tx.execute(sql`
        update reminder set delivery_id = ${posted} where learner_id = ${learnerId} and day = ${city.day}::date`);
      await noteAfter(tx, written, now);
      return 'said' as const;
    });
  } catch (error) {
    if (error instanceof NotNow) return error.message === 'busy' ? 'busy' : 'taken';
    throw error;
  }
}

/** Holds a rhythm that is still as it was read; false when somebody else has it or it has changed. */
async function claim(tx: Queryable, { learnerId, dueAt }: DueLearner): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from learning_rhythm where learner_id = ${learnerId} and next_at = ${dueAt} for update skip locked`);
  return rows.length > 0;
}

/** Claims the learner's day: the row is the promise of one message a day, or of one more for who asked for it. */
async function claimDay(tx: Queryable, { learnerId, letter, choice, look }: Written, city: CityTime, now: Date) {
  const eligible = choice === undefined ? null : sql`${sql.param([...choice.eligible])}::text[]`;
  const { rows } = await tx.execute(sql`
    insert into reminder (learner_id, day, kind, enqueued_at, template, eligible, propensity)
    select ${learnerId}::bigint, ${city.day}::date, ${letter.kind}, ${now}::timestamptz, ${choice?.template ?? null}::text, ${eligible},
      ${choice?.propensity ?? null}::real
    where ${consents(sql`${learnerId}`)} and ${calmUntil(sql`${learnerId}`, now)} is null
    on conflict (learner_id, day) do update set again_at = ${now}
      where ${look.rhythm.again}::boolean and reminder.again_at is null and reminder.kind = 'lesson'
    returning 1`);
  return rows.length > 0;
}

async function noteAfter(tx: Queryable, { learnerId, after, look }: Written, now: Date): Promise<void> {
  await tx.execute(sql`
    update learning_rhythm set next_at = ${after.nextAt ?? null}, unanswered = ${after.unanswered},
      last_sent_at = ${after.lastSentAt ?? null}, paused_at = ${after.pausedAt ?? null}, again = ${after.again},
      usual_minutes = ${look.usualMinutes ?? null}, noted_at = ${now}
    where learner_id = ${learnerId}`);
}

/** Notes when to look again at those to whom nothing was written; who was changed meanwhile, or is held by another, stays as they are. */
async function settle(db: Queryable, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const rows = settled.map(({ learnerId, dueAt, nextAt, waits, usualMinutes }) => ({
    learner_id: learnerId,
    due_at: dueAt.toISOString(),
    later_at: nextAt?.toISOString() ?? null,
    usual: usualMinutes ?? null,
    waits,
  }));
  await db.execute(sql`
    with settled as (
      select given.* from learning_rhythm
      join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (learner_id bigint, due_at timestamptz, later_at timestamptz, usual smallint, waits boolean)
        on given.learner_id = learning_rhythm.learner_id and given.due_at = learning_rhythm.next_at
      for update of learning_rhythm skip locked)
    update learning_rhythm set next_at = later_at, usual_minutes = usual, again = again and waits
    from settled where learning_rhythm.learner_id = settled.learner_id`);
}
