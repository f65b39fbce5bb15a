import { sql } from 'drizzle-orm';
import { standingRules, standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';

/** An organisation to ask whether its courses are still there. */
export interface Ask {
  readonly organisation: { readonly id: number; readonly name: string };
  /** Its courses that nobody has confirmed for too long. */
  readonly courses: number;
  readonly oldestOn: string;
  /** When staff made the link they were asked with; undefined when they were not. */
  readonly askedAt: Date | undefined;
  /** Links that still work. */
  readonly links: number;
}

/**
 * Brings the list of organisations to ask up to date: those with courses that nobody has confirmed for `askDays`, without what is closed, over
 * or invented. One statement, so that a run that is killed leaves the list as it was. Returns how many are on it and how many left it.
 */
export async function findAsks(
  db: Queryable,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<{ organisations: number; left: number }> {
  const { rows } = await db.execute<{ organisations: number; left: number }>(sql`
    with due as (
      select organisation_id, count(*)::int as courses, min(confirmed_on) as oldest_on from course
      where not sample and ${standingSql(today)} in ('offered', 'reported', 'unconfirmed')
        and confirmed_on + ${standingRules.askDays}::int < ${today}::date
      group by organisation_id),
    gone as (
      delete from organisation_ask where not exists (select 1 from due where due.organisation_id = organisation_ask.organisation_id)
      returning 1),
    kept as (
      insert into organisation_ask as known (organisation_id, courses, oldest_on, found_at)
      select organisation_id, courses, oldest_on, ${now} from due
      on conflict (organisation_id) do update set courses = excluded.courses, oldest_on = excluded.oldest_on
        where (known.courses, known.oldest_on) is distinct from (excluded.courses, excluded.oldest_on))
    select (select count(*)::int from due) as organisations, (select count(*)::int from gone) as left`);
  return rows[0] ?? { organisations: 0, left: 0 };
}

/** Organisations to ask, those that nobody has asked yet first, then the ones with the oldest word. */
export async function listAsks(
  db: Queryable,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<Ask[]> {
  const { rows } = await db.execute<{
    organisation_id: string;
    name: string;
    courses: number;
    oldest_on: string;
    asked_at: string | null;
    links: number;
  }>(sql`
    select organisation_id, name, courses, oldest_on::text, asked_at, (select count(*)::int from confirm_link
      where confirm_link.organisation_id = ask.organisation_id and revoked_at is null and expires_at > ${now}) as links
    from organisation_ask as ask join organisation on organisation.id = organisation_id
    order by asked_at nulls first, oldest_on, organisation_id limit ${limit}`);
  return rows.map((row) => ({
    organisation: { id: Number(row.organisation_id), name: row.name },
    courses: row.courses,
    oldestOn: row.oldest_on,
    askedAt: row.asked_at === null ? undefined : new Date(row.asked_at),
    links: row.links,
  }));
}
