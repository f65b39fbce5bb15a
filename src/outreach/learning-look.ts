import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { isAgreedOf, type WhoLearns } from '../learners/index.ts';
import { type CityTime, cityTime, daysAfter } from '../time/index.ts';
import { calmUntilOf } from './calm.ts';
import type { Circumstances, Rhythm } from './reminder-rules.ts';
import type { LearningNews } from './reminder-templates.ts';
import { type RhythmRow, readRhythm } from './rhythm.ts';
import { habitMinutes } from './usual-time.ts';

/** Days back over which one looks when somebody learns. */
const habitDays = 35;

/** Attempts are counted by half hours: making city time of each in the database took as long as everything else. */
const halfHourSeconds = 1800;

/** Where a list of who is due goes on: after this moment and, of those, this learner. */
export interface DuePlace {
  readonly at: Date;
  readonly learnerId: number;
}

export const firstPlace: DuePlace = { at: new Date(0), learnerId: 0 };

/** Somebody to look at, and since when, as in their row. */
export interface DueLearner {
  readonly learnerId: number;
  readonly dueAt: Date;
}

/**
 * Who is to be looked at by now, those who wait longest first, at most `limit`. Read from the index alone, where those who are due lie side
 * by side, however many others there are.
 */
export async function dueLearners(db: Queryable, now: Date, after: DuePlace, limit: number): Promise<DueLearner[]> {
  const { rows } = await db.execute<{ learner_id: string; next_at: string }>(sql`
    select learner_id, next_at from learning_rhythm
    where next_at <= ${now} and (next_at, learner_id) > (${after.at}::timestamptz, ${after.learnerId}::bigint)
    order by next_at, learner_id limit ${limit}`);
  return rows.map((row) => ({ learnerId: Number(row.learner_id), dueAt: new Date(row.next_at) }));
}

/** What is true of a learner who is due, and what there is to say. */
export interface LearningLook {
  readonly rhythm: Rhythm;
  readonly circumstances: Circumstances;
  readonly news: Omit<LearningNews, 'unanswered'>;
  readonly chosenMinutes: number | undefined;
  /** The free pass of this week was not taken yet. */
  readonly hasPass: boolean;
  /** When they usually learn, in minutes after midnight. */
  readonly usualMinutes: number | undefined;
  /** Where they are written to. */
  readonly conversationId: number | undefined;
  readonly learner: WhoLearns;
}

interface LookRow extends RhythmRow {
  learner_id: string;
  relation: WhoLearns['relation'];
  name: string | null;
  consents: boolean;
  chosen: number | null;
  told_today: boolean;
  done_today: boolean;
  rest_day: string | null;
  calm_until: string | null;
  conversation_id: string | null;
  word_at: string | null;
  lesson: string | null;
  touched_at: string | null;
  has_track: boolean;
  reviews: number;
  next_review: string | null;
  half_hours: number[] | null;
}

/**
 * Looks at learners who are due, in one statement of a few looks at indexes each. They are written to where the person of their account
 * wrote last, whoever that conversation is about.
 */
export async function lookAt(
  db: Queryable,
  learnerIds: readonly number[],
  { now, city, timezone }: { readonly now: Date; readonly city: CityTime; readonly timezone: string },
): Promise<ReadonlyMap<number, LearningLook>> {
  const today = sql`(${city.day}::timestamp at time zone ${timezone}::text)`;
  const { rows } = await db.execute<LookRow>(sql`
    select who.id as learner_id, who.relation, who.name, next_at, unanswered, last_sent_at, last_learnt_at, paused_at, again,
      ${isAgreedOf({ id: sql`who.id`, accountId: sql`who.account_id` }, sql`'reminders'`)} as consents,
      (select minutes from reminder_hour where reminder_hour.learner_id = who.id) as chosen,
      exists (select 1 from reminder where reminder.learner_id = who.id and day = ${city.day}::date) as told_today,
      coalesce(run.done_today, false) as done_today,
      (select day::text from rest_day where rest_day.learner_id = who.id and monday = date_trunc('week', ${city.day}::date)::date) as rest_day,
      ${calmUntilOf(sql`who.account_id`, now)} as calm_until,
      chat.id as conversation_id, chat.updated_at as word_at, run.lesson, run.touched_at,
      exists (select 1 from track_enrolment where track_enrolment.learner_id = who.id and finished_at is null) as has_track,
      memory.reviews, memory.next_review,
      (select array_agg(floor(date_part('epoch', at) / ${halfHourSeconds}::int)::int) from attempt
        where attempt.learner_id = who.id and at > ${new Date(now.getTime() - habitDays * 86_400_000)}) as half_hours
    from learner as who join learning_rhythm on learning_rhythm.learner_id = who.id
    left join lateral (
      select conversation.id, conversation.updated_at from conversation
      left join identity on identity.channel = conversation.channel and identity.external_id = conversation.chat
      where conversation.account_id = who.account_id and identity.unreachable_since is null
      order by conversation.updated_at desc, conversation.id desc limit 1) as chat on true
    left join lateral (
      select bool_or(finished_at >= ${today}) as done_today, max(noted_at) filter (where finished_at is null) as touched_at,
        (array_agg(lesson order by noted_at desc) filter (where finished_at is null))[1] as lesson
      from lesson_run where lesson_run.learner_id = who.id) as run on true
    cross join lateral (
      select count(*) filter (where due_at <= ${now})::int as reviews, min(due_at) filter (where due_at > ${now}) as next_review
      from item_memory where item_memory.learner_id = who.id) as memory
    where who.id = any(${sql.param([...learnerIds])}::bigint[])`);
  const hourOf = hoursOf(timezone);
  return new Map(rows.map((row) => [Number(row.learner_id), readLook(row, city, hourOf)]));
}

/**
 * The hour of the city, `YYYY-MM-DD HH`, that a half hour since 1970 begins in. Remembered for as long as the function is: many learn
 * in the same half hours.
 */
function hoursOf(timezone: string): (halfHours: number) => string {
  const known = new Map<number, string>();
  return (halfHours) => {
    let hour = known.get(halfHours);
    if (hour === undefined) {
      const { day, minutes } = cityTime(new Date(halfHours * halfHourSeconds * 1000), timezone);
      hour = `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}`;
      known.set(halfHours, hour);
    }
    return hour;
  };
}

const moment = (value: string | null): Date | undefined => (value === null ? undefined : new Date(value));

function readLook(row: LookRow, city: CityTime, hourOf: (halfHours: number) => string): LearningLook {
  const times = [...new Set(row.half_hours)].map(hourOf);
  const weekAgo = daysAfter(city.day, -7);
  const days = new Set(times.map((time) => time.slice(0, 10)).filter((day) => day > weekAgo));
  const lastWordAt = moment(row.word_at);
  return {
    rhythm: readRhythm(row),
    circumstances: {
      consents: row.consents,
      isReachable: row.conversation_id !== null,
      lastWordAt,
      lessonTouchedAt: moment(row.touched_at),
      isToldToday: row.told_today,
      isDoneToday: row.done_today,
      isRestDay: row.rest_day === city.day,
      calmUntil: moment(row.calm_until),
      hasSomething: row.has_track || row.lesson !== null || row.reviews > 0,
      nextReviewAt: moment(row.next_review),
    },
    news: {
      openLesson: row.lesson ?? undefined,
      hasLesson: row.has_track || row.lesson !== null,
      reviews: row.reviews,
      daysOfWeek: days.size,
    },
    hasPass: row.rest_day === null,
    chosenMinutes: row.chosen ?? undefined,
    usualMinutes: habitMinutes(times),
    conversationId: row.conversation_id === null ? undefined : Number(row.conversation_id),
    learner: { relation: row.relation, name: row.name ?? undefined },
  };
}

/** How long who waits longest has been due, in seconds; 0 when nobody is. */
export async function learningLag(db: Queryable, now: Date): Promise<number> {
  const { rows } = await db.execute<{ next_at: string }>(sql`
    select next_at from learning_rhythm where next_at <= ${now} order by next_at, learner_id limit 1`);
  const [oldest] = rows;
  return oldest === undefined ? 0 : (now.getTime() - new Date(oldest.next_at).getTime()) / 1000;
}
