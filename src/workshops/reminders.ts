import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type AllowedFrom, hoursAfter } from './allowed.ts';
import { lockWorkshop } from './lock.ts';
import { makeNotices } from './notice.ts';

/** Hours before the start at which people are reminded. */
const remindBefore = { day: 24, hours: 2 } as const;

/** Half an hour after the end people are home, or at least outside; after three days nobody remembers. */
const feedbackAfterHours = 0.5;
const feedbackForHours = 72;

/**
 * When a reminder that is due so many hours before the start may be said: outside the quiet hours and before the start, else
 * never. Registering is asking for it.
 */
function reminderDue(startsAt: Date, hoursBefore: number, allowedFrom: AllowedFrom): Date | undefined {
  const due = allowedFrom(hoursAfter(startsAt, -hoursBefore));
  return due < startsAt ? due : undefined;
}

/**
 * The job that writes down what is due by the clock: reminders a day and two hours before, the question after. Each workshop's reminders
 * are made once per start time, so that a moved workshop gets its own; who registers later than a reminder needs none.
 */
export async function makeReminders(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowedFrom: AllowedFrom;
}): Promise<{ reminders: number; feedback: number }> {
  const { database, clock, allowedFrom } = options;
  const now = clock();
  let reminders = 0;
  for (const [kind, hours, column] of [
    ['reminder_day', remindBefore.day, sql`day_reminded_for`],
    ['reminder_hours', remindBefore.hours, sql`hours_reminded_for`],
  ] as const) {
    const { rows } = await database.db.execute<{ id: string }>(sql`
      select id from workshop where status = 'planned' and starts_at > ${now} and starts_at <= ${hoursAfter(now, hours)}
        and ${column} is distinct from starts_at order by id`);
    for (const { id } of rows) {
      reminders += await database.transaction(async (tx) => {
        const workshop = await lockWorkshop(tx, Number(id), 'skip');
        if (workshop === undefined) return 0;
        const { startsAt } = workshop;
        const due = reminderDue(startsAt, hours, allowedFrom);
        // Not said yet because it is quiet: made when it may be said, for who is registered then.
        if (due !== undefined && due > now) return 0;
        await tx.execute(sql`update workshop set ${column} = starts_at where id = ${id}`);
        if (due === undefined || workshop.status !== 'planned') return 0;
        return makeNotices(tx, {
          kind,
          version: sql`${Math.floor(startsAt.getTime() / 1000)}::bigint`,
          where: sql`registration.workshop_id = ${id} and registration.state = 'taken' and registration.checked_in_at is null
            and registration.taken_at < ${hoursAfter(startsAt, -hours)}`,
          madeAt: now,
          dueAt: now,
          notAfter: startsAt,
        });
      });
    }
  }
  reminders += await remindOfSessions(options);
  return { reminders, feedback: await askForFeedback(database.db, now, allowedFrom) };
}

/** The later sessions of a programme, a day before each; the first one is the start of the whole. */
async function remindOfSessions({
  database,
  clock,
  allowedFrom,
}: Parameters<typeof makeReminders>[0]): Promise<number> {
  const now = clock();
  const { rows } = await database.db.execute<{ id: string; workshop_id: string; starts_at: string }>(sql`
    select session.id, workshop_id, session.starts_at from workshop_session as session join workshop on workshop.id = workshop_id
    where status = 'planned' and session.starts_at > ${now} and session.starts_at > workshop.starts_at
      and session.starts_at <= ${hoursAfter(now, remindBefore.day)}
      and session.day_reminded_for is distinct from session.starts_at order by session.id`);
  let made = 0;
  for (const row of rows) {
    made += await database.transaction(async (tx) => {
      if ((await lockWorkshop(tx, Number(row.workshop_id), 'skip')) === undefined) return 0;
      const startsAt = new Date(row.starts_at);
      const due = reminderDue(startsAt, remindBefore.day, allowedFrom);
      if (due !== undefined && due > now) return 0;
      const claimed = await tx.execute(sql`
        update workshop_session set day_reminded_for = starts_at
        where id = ${row.id} and starts_at = ${startsAt} and day_reminded_for is distinct from starts_at returning 1`);
      if (claimed.rows.length === 0 || due === undefined) return 0;
      return makeNotices(tx, {
        kind: 'reminder_day',
        version: sql`${Math.floor(startsAt.getTime() / 1000)}::bigint`,
        where: sql`registration.workshop_id = ${row.workshop_id} and registration.state = 'taken'`,
        madeAt: now,
        dueAt: now,
        notAfter: startsAt,
      });
    });
  }
  return made;
}

/** Also for check-ins that a door without network sent hours later. */
async function askForFeedback(db: Queryable, now: Date, allowedFrom: AllowedFrom): Promise<number> {
  if (allowedFrom(now) > now) return 0;
  return makeNotices(db, {
    kind: 'feedback',
    version: sql`0`,
    where: sql`registration.checked_in_at > ${hoursAfter(now, -feedbackForHours)} and registration.rating is null
      and exists (select 1 from workshop where workshop.id = registration.workshop_id and status = 'planned'
        and ends_at <= ${hoursAfter(now, -feedbackAfterHours)})
      and not exists (select 1 from workshop_notice where registration_id = registration.id and kind = 'feedback')`,
    madeAt: now,
    dueAt: now,
    notAfter: hoursAfter(now, feedbackForHours),
  });
}
