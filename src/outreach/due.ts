import { type SQL, sql } from 'drizzle-orm';
import { standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { isAgreed } from '../learners/index.ts';
import { type CityTime, daysAfter } from '../time/index.ts';
import { calmUntil } from './calm.ts';
import type { DeadlineNews, Letter } from './letter.ts';
import type { QuietHours } from './quiet-hours.ts';
import { usualReminderMinutes } from './reminder-hour.ts';

/** The rules of what comes by itself. */
export const rules = {
  /** Days after a learner went to a course's page until they are asked whether they registered, and until it is too late to ask. */
  followUpAfterDays: 7,
  followUpBeforeDays: 30,
  /** Questions of a week that may wait for an answer at the same time. */
  openFollowUps: 3,
  /** Days before its start on which a course is brought to mind. */
  startDays: 2,
  /** Who has saved a course just now knows when it starts. */
  startKnownHours: 12,
  /** Nobody is interrupted who has written within so many minutes. */
  restMinutes: 10,
  /** Days before its last day on which an offer that was saved, or an application that was begun, is brought to mind. */
  deadlineDays: 3,
  /** New courses of a wish that a message shows. */
  shownOfWish: 3,
} as const;

/** When and for whom to look. */
export interface Look {
  readonly now: Date;
  readonly city: CityTime;
  readonly timezone: string;
  readonly quiet: QuietHours | undefined;
  /** Learners after this id, in order, at most `limit`. */
  readonly after: number;
  readonly limit: number;
}

/** Somebody to write to, and what about. */
export interface Due {
  readonly learnerId: number;
  readonly conversationId: number;
  readonly letter: Letter;
}

/** Whether a learner agrees to reminders. @param learner its id in the statement */
export function consents(learner: SQL): SQL {
  return isAgreed(learner, sql`'reminders'`);
}

/** A time chosen before the quiet hours were what they are now counts as their end. */
function effectiveMinutes(quiet: QuietHours | undefined): SQL {
  if (quiet === undefined) return sql`minutes`;
  const { from, until } = quiet;
  const isQuiet =
    from < until ? sql`minutes >= ${from} and minutes < ${until}` : sql`minutes >= ${from} or minutes < ${until}`;
  return sql`case when ${isQuiet} then ${until}::int else minutes end`;
}

/** The learner agreed, is not left in peace for now, had nothing today, and their time of the day has come. */
function mayHear(learner: SQL, look: Look): SQL {
  return sql`${consents(learner)}
    and ${calmUntil(learner, look.now)} is null
    and not exists (select 1 from reminder where reminder.learner_id = ${learner} and reminder.day = ${look.city.day}::date)
    and coalesce(
      (select ${effectiveMinutes(look.quiet)} from reminder_hour where reminder_hour.learner_id = ${learner}),
      ${usualReminderMinutes}::int) <= ${look.city.minutes}`;
}

/** The conversation a learner wrote in last among those that can be reached, if it is at rest, as `chat.id`. */
function chatOf(learner: SQL, { now }: Look): SQL {
  const restingSince = new Date(now.getTime() - rules.restMinutes * 60_000);
  return sql`join lateral (
    select conversation.id, conversation.updated_at from conversation
    left join identity on identity.channel = conversation.channel and identity.external_id = conversation.chat
    where conversation.learner_id = ${learner} and identity.unreachable_since is null
    order by conversation.updated_at desc limit 1) as chat on chat.updated_at <= ${restingSince}`;
}

/** The learner still means to take a course: saved or registered for it, and neither further nor done with it. */
export function wantsCourse(learner: SQL, course: SQL): SQL {
  return sql`(exists (select 1 from course_mark where learner_id = ${learner} and course_id = ${course} and kind = 'saved')
      or exists (select 1 from enrolment where learner_id = ${learner} and course_id = ${course} and status = 'registered'))
    and not exists (select 1 from course_mark where learner_id = ${learner} and course_id = ${course} and kind = 'dismissed')
    and not exists (
      select 1 from enrolment where learner_id = ${learner} and course_id = ${course} and status <> 'registered')`;
}

interface DueRow extends Record<string, unknown> {
  learner_id: string;
  conversation_id: string;
  about: unknown;
}

async function dueOf(db: Queryable, statement: SQL, letterOf: (about: unknown) => Letter): Promise<Due[]> {
  const { rows } = await db.execute<DueRow>(statement);
  return rows.map((row) => ({
    learnerId: Number(row.learner_id),
    conversationId: Number(row.conversation_id),
    letter: letterOf(row.about),
  }));
}

/** Courses that start within two days, and those whose start was moved: never on the day of the start or after. */
export function startsDue(db: Queryable, look: Look): Promise<Due[]> {
  const { city, now, after, limit } = look;
  const knownSince = new Date(now.getTime() - rules.startKnownHours * 3_600_000);
  return dueOf(
    db,
    sql`
    select watch.learner_id, max(chat.id) as conversation_id, jsonb_agg(jsonb_build_object(
      'courseKey', watch.course_id, 'startsOn', course.starts_on,
      'movedFrom', case when course.starts_on <> watch.starts_on then watch.starts_on end) order by course.starts_on) as about
    from course join start_watch as watch on watch.course_id = course.id
    ${chatOf(sql`watch.learner_id`, look)}
    where course.starts_on > ${city.day}::date and course.closed_at is null and watch.learner_id > ${after}
      and (course.starts_on <> watch.starts_on
        or course.starts_on <= ${daysAfter(city.day, rules.startDays)}::date and watch.reminded_at is null
          and watch.since <= ${knownSince})
      and ${wantsCourse(sql`watch.learner_id`, sql`watch.course_id`)}
      and ${mayHear(sql`watch.learner_id`, look)}
    group by watch.learner_id order by watch.learner_id limit ${limit}`,
    (about) => ({
      kind: 'start',
      courses: (about as { courseKey: number; startsOn: string; movedFrom: string | null }[]).map((news) => ({
        ...news,
        movedFrom: news.movedFrom ?? undefined,
      })),
    }),
  );
}

/** New courses for saved wishes that nobody was told of yet. */
export function alertsDue(db: Queryable, look: Look): Promise<Due[]> {
  const { city, after, limit } = look;
  return dueOf(
    db,
    sql`
    with news as (
      select saved_wish.learner_id, saved_wish.id, label, count(*)::int as count,
        (array_agg(wish_match.course_id order by found_at desc, place))[1:${rules.shownOfWish}::int] as courses
      from wish_match join saved_wish on saved_wish.id = saved_wish_id join course on course.id = wish_match.course_id
      where ${standingSql(city.day)} = 'offered' and told_at is null and paused_at is null and saved_wish.learner_id > ${after}
        and not exists (select 1 from course_mark where learner_id = saved_wish.learner_id
          and course_id = wish_match.course_id and kind = 'dismissed')
      group by saved_wish.id)
    select news.learner_id, max(chat.id) as conversation_id, jsonb_agg(jsonb_build_object(
      'wishId', news.id, 'label', label, 'count', count, 'courseKeys', courses) order by news.id) as about
    from news ${chatOf(sql`news.learner_id`, look)}
    where ${mayHear(sql`news.learner_id`, look)}
    group by news.learner_id order by news.learner_id limit ${limit}`,
    (about) => ({
      kind: 'alert',
      wishes: about as { wishId: number; label: string; count: number; courseKeys: number[] }[],
    }),
  );
}

/** The first course each learner went to a week ago and has said nothing of. */
export function followUpsDue(db: Queryable, look: Look): Promise<Due[]> {
  const { city, now, timezone, after, limit } = look;
  const lastDay = daysAfter(city.day, 1 - rules.followUpAfterDays);
  const oldest = new Date(now.getTime() - rules.followUpBeforeDays * 86_400_000);
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  return dueOf(
    db,
    sql`
    select distinct on (mark.learner_id) mark.learner_id, chat.id as conversation_id, mark.course_id as about
    from course_mark as mark ${chatOf(sql`mark.learner_id`, look)}
    where mark.kind = 'opened' and mark.marked_at < (${lastDay}::timestamp at time zone ${timezone}::text)
      and mark.marked_at > ${oldest} and mark.learner_id > ${after}
      and not exists (select 1 from course where course.id = mark.course_id and course.closed_at is not null)
      and not exists (
        select 1 from follow_up where follow_up.learner_id = mark.learner_id and follow_up.course_id = mark.course_id)
      and not exists (
        select 1 from enrolment where enrolment.learner_id = mark.learner_id and enrolment.course_id = mark.course_id)
      and not exists (
        select 1 from course_mark as other where other.learner_id = mark.learner_id and other.course_id = mark.course_id
          and other.kind in ('dismissed', 'reported'))
      and (select count(*) from follow_up where follow_up.learner_id = mark.learner_id and asked_at > ${weekAgo}
          and answered_at is null) < ${rules.openFollowUps}
      and ${mayHear(sql`mark.learner_id`, look)}
    order by mark.learner_id, mark.marked_at limit ${limit}`,
    (about) => ({ kind: 'follow_up', courseKey: Number(about) }),
  );
}

/** Saved scholarships and internships, and begun applications, whose last day is near, while there are seats and nothing was sent. */
export function deadlinesDue(db: Queryable, look: Look): Promise<Due[]> {
  const { city, after, limit } = look;
  const last = daysAfter(city.day, rules.deadlineDays);
  return dueOf(
    db,
    sql`
    with near as (
      select 'scholarship' as kind, id, title, deadline from scholarship
      where deadline between ${city.day}::date and ${last}::date and not sample and hidden_at is null and (seats is null or taken < seats)
      union all
      select 'internship', id, title, deadline from internship
      where deadline between ${city.day}::date and ${last}::date and not sample and hidden_at is null and (seats is null or taken < seats))
    select mark.learner_id, max(chat.id) as conversation_id, jsonb_agg(jsonb_build_object(
      'kind', near.kind, 'key', near.id, 'title', near.title, 'deadline', near.deadline) order by near.deadline, near.id) as about
    from near join opportunity_mark as mark on mark.offer_kind = near.kind and mark.offer_id = near.id
    ${chatOf(sql`mark.learner_id`, look)}
    where mark.reminded_at is null and mark.learner_id > ${after}
      and not exists (select 1 from application where application.learner_id = mark.learner_id
        and case near.kind when 'scholarship' then scholarship_id else internship_id end = near.id)
      and ${mayHear(sql`mark.learner_id`, look)}
    group by mark.learner_id order by mark.learner_id limit ${limit}`,
    (about) => ({ kind: 'deadline', offers: about as DeadlineNews[] }),
  );
}
