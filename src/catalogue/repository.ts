import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Audience, type Course, type Level, type Mode, type ScheduleSlot, unlistedDays } from './course.ts';
import { inSlices } from './slices.ts';
import { standingSql } from './standing.ts';

interface CourseRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  title: string;
  description: string | null;
  organisation: string;
  platform: string | null;
  url: string | null;
  topics: string[];
  skills: string[];
  level: Level | null;
  language: string | null;
  mode: Mode | null;
  ward: string | null;
  address: string | null;
  price_vnd: string | null;
  duration_hours: number | null;
  schedule: ScheduleSlot[];
  starts_on: string | null;
  ends_on: string | null;
  seats: number | null;
  certificate: boolean | null;
  low_data: boolean | null;
  wheelchair: boolean | null;
  audience: Audience[];
  confirmed_on: string;
  reviewed_on: string | null;
  is_closed: boolean;
  is_hidden: boolean;
  is_unlisted: boolean;
  sunk_until: string | null;
  sample: boolean;
}

/** Its source no longer lists it, and its organisation or staff have not said since that it is still there. */
const isUnlisted = sql`(missing_since is not null and coalesce(reconfirmed_on < (missing_since at time zone 'UTC')::date, true))`;

const selection = sql`
  select course.id, public_id, title, description, organisation.name as organisation, platform.name as platform, url, topics, skills,
    level, language, mode, ward, address, price_vnd, duration_hours, schedule, starts_on::text, ends_on::text, seats,
    certificate, low_data, wheelchair, audience, confirmed_on::text, reviewed_on::text, closed_at is not null as is_closed,
    hidden_at is not null as is_hidden,
    ${isUnlisted} as is_unlisted,
    case when ${isUnlisted} then current_date + ${unlistedDays}::int else sunk_until end::text as sunk_until, sample
  from course join organisation on organisation.id = course.organisation_id
  left join platform on platform.id = course.platform_id`;

function courseOf(row: CourseRow): Course {
  return {
    key: Number(row.id),
    id: row.public_id,
    title: row.title,
    description: row.description ?? undefined,
    organisation: row.organisation,
    platform: row.platform ?? undefined,
    url: row.url ?? undefined,
    topics: row.topics,
    skills: row.skills,
    level: row.level ?? undefined,
    language: row.language ?? undefined,
    mode: row.mode ?? undefined,
    ward: row.ward ?? undefined,
    address: row.address ?? undefined,
    priceVnd: row.price_vnd === null ? undefined : Number(row.price_vnd),
    durationHours: row.duration_hours ?? undefined,
    schedule: row.schedule,
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    seats: row.seats ?? undefined,
    certificate: row.certificate ?? undefined,
    lowData: row.low_data ?? undefined,
    wheelchair: row.wheelchair ?? undefined,
    audience: row.audience,
    confirmedOn: row.confirmed_on,
    reviewedOn: row.reviewed_on ?? undefined,
    isClosed: row.is_closed,
    isHidden: row.is_hidden,
    isUnlisted: row.is_unlisted,
    sunkUntil: row.sunk_until ?? undefined,
    sample: row.sample,
  };
}

async function select(db: Queryable, rest: SQL): Promise<Course[]> {
  const { rows } = await db.execute<CourseRow>(sql`${selection} ${rest}`);
  return rows.map(courseOf);
}

/** The course of a public id, or undefined. */
export async function courseById(db: Queryable, id: string): Promise<Course | undefined> {
  return (await select(db, sql`where public_id = ${id}`))[0];
}

/** Courses by their keys in the given order; keys that are gone are left out. One round trip. */
export async function coursesByKeys(db: Queryable, keys: readonly number[]): Promise<Course[]> {
  if (keys.length === 0) return [];
  const found = await select(db, sql`where course.id = any(${sql.param([...keys])}::bigint[])`);
  const byKey = new Map(found.map((course) => [course.key, course]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/**
 * A page of the catalogue, the most recently confirmed first.
 * @param page.offeredOn only what is offered on this day of the city; everything without one
 */
export function listCourses(
  db: Queryable,
  page: { readonly offeredOn?: string; readonly limit: number; readonly offset: number },
): Promise<Course[]> {
  const { offeredOn, limit, offset } = page;
  const isWanted = offeredOn === undefined ? sql`true` : sql`${standingSql(offeredOn)} = 'offered'`;
  return select(db, sql`where ${isWanted} order by confirmed_on desc, course.id limit ${limit} offset ${offset}`);
}

/** Every course in slices, by key: no transaction is held between two slices. */
export function streamCourses(db: Queryable, sliceSize: number): AsyncGenerator<Course[]> {
  return inSlices(sliceSize, (after, limit) =>
    select(db, sql`where course.id > ${after} order by course.id limit ${limit}`),
  );
}

/** Courses that changed after a version, the newest changes first, at most `limit`. */
export async function coursesChangedSince(db: Queryable, version: number, limit: number): Promise<Course[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from course where version > ${version} or change_version > ${version}
    order by greatest(version, change_version) desc, id limit ${limit}`);
  return coursesByKeys(
    db,
    rows.map(({ id }) => Number(id)),
  );
}

/** The catalogue's version, and the one at which courses were last taken away. */
export async function catalogueState(db: Queryable): Promise<{ readonly version: number; readonly removedAt: number }> {
  const { rows } = await db.execute<{ version: string; removed_at: string }>(
    sql`/* often */ select version, removed_at from catalogue_version`,
  );
  return { version: Number(rows[0]?.version ?? 0), removedAt: Number(rows[0]?.removed_at ?? 0) };
}

/** Notes that courses were taken away with the present version, or may be others altogether: indexes are built anew. */
export async function noteCoursesRemoved(tx: Queryable): Promise<void> {
  await tx.execute(sql`update catalogue_version set removed_at = version`);
}

/** The number that every change of the catalogue raises. */
export async function catalogueVersion(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ version: string }>(sql`select version from catalogue_version`);
  return Number(rows[0]?.version ?? 0);
}

/**
 * Raises the catalogue's version and returns it; the row's lock makes writers of the catalogue take turns.
 * @param above a version that the new one must exceed as well: what readers knew before a restore
 */
export async function bumpCatalogueVersion(tx: Queryable, above = 0): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(sql`
    insert into catalogue_version (version) values (${above}::bigint + 1)
    on conflict (singleton) do update set version = greatest(catalogue_version.version, ${above}::bigint) + 1
    returning version`);
  return Number(rows[0]?.version);
}
