import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import { consents, wantsCourse } from './due.ts';

/**
 * Notes the start dates of courses that learners have saved or registered for since the last run, so that a date that moves
 * is noticed. At most `limit` in one statement; returns the count, call again until it is below the limit.
 */
export async function watchStarts(
  db: Queryable,
  options: { readonly now: Date; readonly timezone: string; readonly limit: number },
): Promise<number> {
  const { now, timezone, limit } = options;
  const { day } = cityTime(now, timezone);
  const { rows } = await db.execute(sql`
    insert into start_watch (learner_id, course_id, starts_on, since)
    select wanted.learner_id, course.id, course.starts_on, ${now}
    from course join lateral (
      select learner_id from course_mark where course_id = course.id and kind = 'saved'
      union select learner_id from enrolment where enrolment.course_id = course.id and status = 'registered') as wanted on true
    where course.starts_on > ${day}::date
      and not exists (
        select 1 from start_watch where start_watch.learner_id = wanted.learner_id and start_watch.course_id = course.id)
      and ${consents(sql`wanted.learner_id`)} and ${wantsCourse(sql`wanted.learner_id`, sql`course.id`)}
    limit ${limit} on conflict do nothing returning 1`);
  return rows.length;
}
