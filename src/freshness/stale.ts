import { type SQL, sql } from 'drizzle-orm';
import { type Standing, standingRules, standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import type { ActKind } from './schema.ts';
import { undoHours } from './undo.ts';

/** Which offers to list. `waiting`: whatever somebody should look at. */
export const staleStates = ['waiting', 'unconfirmed', 'reported', 'hidden', 'closed', 'ended', 'all'] as const;
export type StaleState = (typeof staleStates)[number];

/** An offer as those see it who keep the catalogue fresh. Nothing in it names who reported. */
export interface StaleCourse {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly standing: Standing;
  readonly confirmedOn: string;
  readonly ageDays: number;
  readonly startsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly sunkUntil: string | undefined;
  readonly sample: boolean;
  /** People whose reports nothing was decided about, and what they say. */
  readonly reports: { readonly people: number; readonly reasons: readonly string[]; readonly lastAt: Date | undefined };
  /** What was decided last, while it can be taken back. */
  readonly lastAct: { readonly kind: ActKind; readonly via: 'link' | 'staff'; readonly at: Date } | undefined;
}

export interface StaleFilter {
  readonly organisationId?: number;
  readonly state: StaleState;
  /** The city's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly now: Date;
  /** In the order of `byOwnAge`. */
  readonly forOrganisation?: true;
  readonly limit: number;
  readonly offset?: number;
}

function inState(state: StaleState, today: string): SQL {
  const standing = standingSql(today);
  const isOld = sql`course.confirmed_on + ${standingRules.askDays}::int < ${today}::date`;
  switch (state) {
    case 'waiting':
      return sql`${standing} in ('offered', 'reported', 'unconfirmed') and (${isOld} or reporters > 0 or course.hidden_at is not null)`;
    case 'unconfirmed':
      return sql`${standing} in ('offered', 'reported', 'unconfirmed') and ${isOld}`;
    case 'reported':
      return sql`reporters > 0`;
    case 'hidden':
      return sql`${standing} in ('reported', 'unconfirmed')`;
    case 'closed':
    case 'ended':
      return sql`${standing} = ${state}`;
    case 'all':
      return sql`true`;
  }
}

/** Open reports by course, joined once: there are few of them beside the courses. */
const reports = sql`left join (
  select course_id, count(distinct account_id)::int as reporters, max(reported_at) as last_at, array_agg(distinct reason order by reason) as reasons
  from course_report join learner on learner.id = learner_id cross join unnest(reasons) as reason
  where settled_at is null group by course_id) as report on report.course_id = course.id`;

/** Hidden by reports first, then reported, then those that were confirmed longest ago. */
const byUrgency = sql`(hidden_at is not null and closed_at is null) desc, coalesce(reporters, 0) desc`;

/**
 * For whoever goes through a list and presses: what was confirmed longest ago first, what is over or closed last. A course that something was
 * just said of stays in its place.
 */
const byOwnAge = (
  today: string,
  since: Date,
): SQL => sql`(${standingSql(today)} in ('closed', 'ended') and act.at is null),
  coalesce((select (before ->> 'confirmed_on')::date from course_act
    where course_id = course.id and undone_at is null and at > ${since} and before ? 'confirmed_on' order by id limit 1), course.confirmed_on)`;

interface StaleRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  title: string;
  organisation_id: string;
  organisation: string;
  standing: Standing;
  confirmed_on: string;
  age: number;
  starts_on: string | null;
  ends_on: string | null;
  sunk_until: string | null;
  sample: boolean;
  people: number;
  reasons: string[];
  last_at: string | null;
  act: ActKind | null;
  act_via: 'link' | 'staff' | null;
  act_at: string | null;
}

/** Offers that somebody should look at: hidden by reports first, then reported, then those that were confirmed longest ago. */
export async function listStale(db: Queryable, filter: StaleFilter): Promise<StaleCourse[]> {
  const { today, now, limit, offset = 0 } = filter;
  const undoable = new Date(now.getTime() - undoHours * 3_600_000);
  const { rows } = await db.execute<StaleRow>(sql`
    select course.id, public_id, title, organisation_id, organisation.name as organisation, ${standingSql(today)} as standing,
      confirmed_on::text, ${today}::date - confirmed_on as age, starts_on::text, ends_on::text, sunk_until::text, sample,
      coalesce(reporters, 0) as people, coalesce(reasons, '{}') as reasons, last_at, act.kind as act, act.via as act_via, act.at as act_at
    from course join organisation on organisation.id = organisation_id ${reports}
    left join lateral (
      select kind, via, at from course_act where course_id = course.id and undone_at is null and at > ${undoable}
      order by id desc limit 1) as act on true
    where ${inState(filter.state, today)}
      and (${filter.organisationId ?? null}::bigint is null or organisation_id = ${filter.organisationId ?? null}::bigint)
    order by ${filter.forOrganisation === true ? byOwnAge(today, undoable) : byUrgency}, course.confirmed_on, course.id
    limit ${limit} offset ${offset}`);
  return rows.map((row) => ({
    key: Number(row.id),
    id: row.public_id,
    title: row.title,
    organisation: { id: Number(row.organisation_id), name: row.organisation },
    standing: row.standing,
    confirmedOn: row.confirmed_on,
    ageDays: row.age,
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    sunkUntil: row.sunk_until ?? undefined,
    sample: row.sample,
    reports: {
      people: row.people,
      reasons: row.reasons,
      lastAt: row.last_at === null ? undefined : new Date(row.last_at),
    },
    lastAct:
      row.act === null || row.act_via === null || row.act_at === null
        ? undefined
        : { kind: row.act, via: row.act_via, at: new Date(row.act_at) },
  }));
}

/** One page of an organisation's courses for itself, and how many are neither closed nor over. */
export interface ConfirmList {
  readonly courses: readonly StaleCourse[];
  readonly open: number;
  readonly isMore: boolean;
}

/** So many courses an organisation sees at once: a long list on a phone is not read to its end. */
const confirmedAtOnce = 50;

/** The courses of an organisation, those that need a word first: what can still be confirmed, oldest word first, then what is over or closed. */
export async function confirmList(
  db: Queryable,
  look: { readonly organisationId: number; readonly page: number; readonly now: Date; readonly timezone: string },
): Promise<ConfirmList> {
  const { organisationId, page, now, timezone } = look;
  const today = cityTime(now, timezone).day;
  const courses = await listStale(db, {
    organisationId,
    state: 'all',
    today,
    now,
    forOrganisation: true,
    limit: confirmedAtOnce + 1,
    offset: page * confirmedAtOnce,
  });
  const counts = await countStale(db, { organisationId, today });
  return {
    courses: courses.slice(0, confirmedAtOnce),
    open: counts.all - counts.closed - counts.ended,
    isMore: courses.length > confirmedAtOnce,
  };
}

/** How many offers are in each state. */
export async function countStale(
  db: Queryable,
  { organisationId, today }: Pick<StaleFilter, 'organisationId' | 'today'>,
): Promise<Readonly<Record<StaleState, number>>> {
  const counts = staleStates.map(
    (state) => sql`count(*) filter (where ${inState(state, today)})::int as ${sql.identifier(state)}`,
  );
  const { rows } = await db.execute<Record<StaleState, number>>(sql`
    select ${sql.join(counts, sql`, `)} from course ${reports}
    where ${organisationId ?? null}::bigint is null or organisation_id = ${organisationId ?? null}::bigint`);
  const row = rows[0];
  if (row === undefined) throw new Error('A count has a row.');
  return row;
}

/** The upper ends, in days since the last confirmation, of the bands in which offers are counted; the last has none. */
export const ageBands = [30, 90, standingRules.askDays, standingRules.staleDays, standingRules.hiddenDays] as const;

/** How fresh what is neither closed nor over is: offers by band of `ageBands`, and one more above all of them. */
export async function countAges(
  db: Queryable,
  { organisationId, today }: Pick<StaleFilter, 'organisationId' | 'today'>,
): Promise<readonly number[]> {
  const { rows } = await db.execute<{ band: number; courses: number }>(sql`
    select width_bucket(${today}::date - confirmed_on, ${sql.param(ageBands.map((days) => days + 1))}::int[]) as band, count(*)::int as courses
    from course where ${standingSql(today)} not in ('closed', 'ended')
      and (${organisationId ?? null}::bigint is null or organisation_id = ${organisationId ?? null}::bigint)
    group by 1`);
  const byBand = new Map(rows.map(({ band, courses }) => [band, courses]));
  return [...ageBands, 0].map((_, band) => byBand.get(band) ?? 0);
}
