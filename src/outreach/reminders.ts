import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type CityTime, cityTime, daysAfter } from '../time/index.ts';
import { calmUntil } from './calm.ts';
import { alertsDue, consents, type Due, deadlinesDue, followUpsDue, type Look, rules, startsDue } from './due.ts';
import type { Letter, PostLetter } from './letter.ts';
import { isQuiet, minutesLeft, type QuietHours } from './quiet-hours.ts';

export interface RemindersOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly quietHours: QuietHours | undefined;
  readonly post: PostLetter;
  /** Learners that are looked up at once. */
  readonly sliceSize?: number;
}

/** What one run did. */
export type ReminderCounts = {
  /** Learners that something was due for. */
  readonly due: number;
  readonly enqueued: number;
  /** Not now: in the middle of something, or another replica was faster. */
  readonly waiting: number;
  /** Messages that found no room before the quiet hours: their turn comes again while they are of use. */
  readonly late: number;
  /** Starts that came before anybody could be reminded of them. */
  readonly skipped: number;
};

/** In the order of what waits least: of several things due on a day the first is said, the others on the days after. */
const kinds: readonly ((db: Queryable, look: Look) => Promise<Due[]>)[] = [
  deadlinesDue,
  startsDue,
  alertsDue,
  followUpsDue,
];

/**
 * Writes to whom something is due for: at their hour, outside the quiet hours, at most one message a day. Each message is one
 * transaction with the note that it was said, so that a run that is killed, or two replicas at once, neither lose nor
 * double one.
 */
export async function sendReminders(options: RemindersOptions): Promise<ReminderCounts> {
  const { database, clock, timezone, quietHours: quiet, sliceSize = 100 } = options;
  const city = cityTime(clock(), timezone);
  const late = await giveBackLate(database.db, city, clock());
  const skipped = await passOverStarted(database.db, city, clock());
  const counts = { due: 0, enqueued: 0, waiting: 0, late, skipped };
  for (const find of kinds) {
    let after = 0;
    for (;;) {
      const now = clock();
      const current = cityTime(now, timezone);
      // The quiet may begin while a long run is under way.
      if (isQuiet(quiet, current.minutes)) return counts;
      const found = await find(database.db, { now, city: current, timezone, quiet, after, limit: sliceSize });
      for (const due of found) {
        counts.due++;
        counts[(await write(options, due, current, now)) ? 'enqueued' : 'waiting']++;
      }
      after = found.at(-1)?.learnerId ?? 0;
      if (found.length < sliceSize) break;
    }
  }
  return counts;
}

/** Thrown inside the transaction to undo the claim of a day that nothing was said on. */
class NotNow extends Error {}

/** Claims the learner's day, posts the letter and notes what it said; false when somebody else did or it must wait. */
async function write(options: RemindersOptions, due: Due, city: CityTime, now: Date): Promise<boolean> {
  const { learnerId, conversationId, letter } = due;
  const notAfter = new Date(now.getTime() + minutesLeft(options.quietHours, city.minutes) * 60_000);
  try {
    return await options.database.transaction(async (tx) => {
      const { rows } = await tx.execute(sql`
        insert into reminder (learner_id, day, kind, enqueued_at)
        select ${learnerId}, ${city.day}::date, ${letter.kind}, ${now}
        where ${consents(sql`${learnerId}`)} and ${calmUntil(sql`${learnerId}`, now)} is null on conflict do nothing returning 1`);
      if (rows.length === 0) return false;
      if (!(await note(tx, learnerId, letter, city, now))) throw new NotNow();
      const uniqueKey = `reminder:${learnerId}:${city.day}`;
      const posted = await options.post(tx, { letter, learnerId, conversationId, uniqueKey, now, notAfter });
      if (posted === 'busy') throw new NotNow();
      // What there is nothing to say about stays noted, so that it is not found again, but takes nobody's day.
      if (posted === 'empty') {
        await tx.execute(sql`delete from reminder where learner_id = ${learnerId} and day = ${city.day}::date`);
        return false;
      }
      await tx.execute(sql`
        update reminder set delivery_id = ${posted} where learner_id = ${learnerId} and day = ${city.day}::date`);
      return true;
    });
  } catch (error) {
    if (error instanceof NotNow) return false;
    throw error;
  }
}

/** Notes what a letter says; false when that has been said or is no longer true. */
async function note(tx: Queryable, learnerId: number, letter: Letter, city: CityTime, now: Date): Promise<boolean> {
  switch (letter.kind) {
    case 'follow_up': {
      const { rows } = await tx.execute(sql`
        insert into follow_up (learner_id, course_id, asked_at)
        select ${learnerId}, id, ${now} from course where id = ${letter.courseKey} and not exists (
          select 1 from enrolment where learner_id = ${learnerId} and course_id = ${letter.courseKey})
        on conflict do nothing returning 1`);
      return rows.length > 0;
    }
    case 'start': {
      const { rows } = await tx.execute(sql`
        update start_watch set starts_on = news.starts_on, missed_at = null,
          reminded_at = case when news.starts_on <= ${daysAfter(city.day, rules.startDays)}::date then ${now}::timestamptz end
        from jsonb_to_recordset(${JSON.stringify(
          letter.courses.map(({ courseKey, startsOn, movedFrom }) => ({
            course_id: courseKey,
            starts_on: startsOn,
            known: movedFrom ?? startsOn,
          })),
        )}::jsonb) as news (course_id bigint, starts_on date, known date)
        where learner_id = ${learnerId} and start_watch.course_id = news.course_id and start_watch.starts_on = news.known
          and (news.starts_on <> news.known or reminded_at is null)
        returning 1`);
      return rows.length === letter.courses.length;
    }
    case 'deadline': {
      const offers = letter.offers.map(({ kind, key }) => ({ kind, key }));
      const { rows } = await tx.execute(sql`
        update opportunity_mark set reminded_at = ${now}
        from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as near (kind text, key bigint)
        where learner_id = ${learnerId} and offer_kind = near.kind and offer_id = near.key and reminded_at is null returning 1`);
      return rows.length === offers.length;
    }
    case 'alert': {
      const wishes = sql.param(letter.wishes.map(({ wishId }) => wishId));
      const { rows } = await tx.execute(sql`
        update wish_match set told_at = ${now} where saved_wish_id = any(${wishes}::bigint[]) and told_at is null returning 1`);
      return rows.length > 0;
    }
    // Noted with the learner's rhythm, by who writes these.
    case 'lesson':
    case 'learning_pause':
      return true;
  }
}

/** What the sender could not bring before the quiet hours, or was taken back, was not said: it is due again while it is of use. Returns how many. */
async function giveBackLate(db: Queryable, city: CityTime, now: Date): Promise<number> {
  const tomorrow = sql`${new Date(now.getTime() + 86_400_000)}::timestamptz`;
  const { rows } = await db.execute<{ late: number }>(sql`
    with late as (
      delete from reminder using delivery
      where delivery.id = reminder.delivery_id and reminder.day >= ${daysAfter(city.day, -2)}::date
        and delivery.status = 'skipped' and delivery.error_code in ('too_late', 'calm')
      returning reminder.learner_id, reminder.enqueued_at),
    asked as (
      delete from follow_up using late where follow_up.learner_id = late.learner_id and asked_at = enqueued_at and answered_at is null),
    started as (
      update start_watch set reminded_at = null from late
      where start_watch.learner_id = late.learner_id and reminded_at = enqueued_at),
    told as (
      update wish_match set told_at = null from late join saved_wish on saved_wish.learner_id = late.learner_id
      where saved_wish_id = saved_wish.id and told_at = enqueued_at),
    pressing as (
      update opportunity_mark set reminded_at = null from late
      where opportunity_mark.learner_id = late.learner_id and reminded_at = enqueued_at),
    unheard as (
      update learning_rhythm set unanswered = greatest(unanswered - 1, 0), paused_at = null,
        next_at = case when paused_at is null then next_at else ${tomorrow} end
      from late where learning_rhythm.learner_id = late.learner_id and last_sent_at = enqueued_at)
    select count(*)::int as late from late`);
  return rows[0]?.late ?? 0;
}

/** A start that has come is not brought to mind any more. Returns how many learners were not reminded of one. */
async function passOverStarted(db: Queryable, city: CityTime, now: Date): Promise<number> {
  const { rows } = await db.execute(sql`
    update start_watch set missed_at = ${now}
    where starts_on <= ${city.day}::date and reminded_at is null and missed_at is null
      and not exists (select 1 from course where course.id = course_id and course.starts_on > ${city.day}::date)
    returning 1`);
  return rows.length;
}
