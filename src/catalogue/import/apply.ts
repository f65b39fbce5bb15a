import { type SQL, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../../database/index.ts';
import { deleteUnusedOrganisations } from '../organisation.ts';
import { bumpCatalogueVersion, noteCoursesRemoved } from '../repository.ts';
import { courseColumnSet } from './columns.ts';
import { writeNoting } from './course-changes.ts';
import { type ImportKind, ownedBy, type SliceOptions } from './kind.ts';
import { noteMissing } from './missing.ts';
import { type CourseInput, contentHash, readCourseRow } from './row.ts';

export interface SliceCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** The content hashes of what is there under some ids. */
async function knownHashes(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ public_id: string; content_hash: string }>(sql`
    select public_id, content_hash from course where public_id = any(${sql.param([...ids])}::text[])`);
  return new Map(rows.map((row) => [row.public_id, row.content_hash]));
}

/** Which of some rows their source did not list the last time. */
async function missingAmong(tx: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.execute<{ public_id: string }>(sql`
    select public_id from course where public_id = any(${sql.param([...ids])}::text[]) and missing_since is not null`);
  return new Set(rows.map((row) => row.public_id));
}

/** Rows that a file lists again, whatever it says of them. */
async function relist(tx: Queryable, ids: ReadonlySet<string>, version: number): Promise<void> {
  await tx.execute(sql`
    update course set missing_since = null, change_version = ${version} where public_id = any(${sql.param([...ids])}::text[])`);
}

/** How many sample rows a first real import would remove. */
async function countSample(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from course where sample`);
  return rows[0]?.count ?? 0;
}

/** Which of the ids belong to another source (and are not sample data that gives way), with that source. */
async function foreignOwners(
  db: Queryable,
  ids: readonly string[],
  source: string,
  sampleGivesWay: boolean,
): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ public_id: string; source: string }>(sql`
    select public_id, source from course
    where public_id = any(${sql.param([...ids])}::text[]) and source <> ${source} and not (sample and ${sampleGivesWay})`);
  return new Map(rows.map((row) => [row.public_id, row.source]));
}

/** Applies up to 500 courses in one transaction: what is new is inserted, what differs updated, the rest left alone. */
function applySlice(database: Database, courses: readonly CourseInput[], options: SliceOptions): Promise<SliceCounts> {
  return database.transaction(async (tx) => {
    if (options.removesSample) {
      await tx.execute(sql`delete from course where sample`);
      await deleteUnusedOrganisations(tx);
    }
    const records = courses.map((course) => ({ ...course, content_hash: contentHash(course) }));
    const hashes = await knownHashes(
      tx,
      records.map(({ id }) => id),
    );
    const changed = records.filter((record) => hashes.get(record.id) !== record.content_hash);
    const relisted = await missingAmong(tx, [...hashes.keys()]);
    if (changed.length > 0 || relisted.size > 0 || options.removesSample) {
      const version = await bumpCatalogueVersion(tx);
      if (options.removesSample) await noteCoursesRemoved(tx);
      const write = async (): Promise<void> => {
        if (changed.length > 0) await upsert(tx, changed, options, version);
        if (relisted.size > 0) await relist(tx, relisted, version);
      };
      const ids = changed.map(({ id }) => id);
      if (options.report === undefined) await write();
      else await writeNoting(tx, options.report, { changed: ids, known: hashes, relisted }, write);
    }
    const updated = changed.filter((record) => hashes.has(record.id)).length;
    return { created: changed.length - updated, updated, unchanged: records.length - changed.length };
  });
}

/** The organisation gave other dates than the file, and the file says what it said before. */
const keepsDates = sql`(course.dates_revised_at is not null and excluded.starts_on is not distinct from course.filed_starts_on
  and excluded.ends_on is not distinct from course.filed_ends_on)`;

async function upsert(
  tx: Queryable,
  records: readonly (CourseInput & { content_hash: string })[],
  options: SliceOptions,
  version: number,
): Promise<void> {
  const json = JSON.stringify(records);
  await tx.execute(sql`
    insert into organisation (name) select distinct record->>'provider' from jsonb_array_elements(${json}::jsonb) as record
    on conflict (name) do nothing`);
  await tx.execute(sql`
    insert into platform (name) select distinct record->>'platform' from jsonb_array_elements(${json}::jsonb) as record
    where record ? 'platform' on conflict (name) do nothing`);
  // In the order of the file, which lists keep where nothing else tells rows apart; a join by itself keeps none.
  const saidIt = sql`exists (select 1 from jsonb_to_recordset(${json}::jsonb) as said (id text, confirmed_on date)
    where said.id = course.public_id and said.confirmed_on is not null)`;
  // What was closed or hidden comes back with a row that says it was confirmed on a later day, not with one that was merely edited.
  const isNews = (since: SQL): SQL => sql`(excluded.confirmed_on > (${since} at time zone 'UTC')::date and ${saidIt})`;
  // `updated_at` and `confirmed_on` follow the import only for rows that changed: the same file again changes nothing.
  await tx.execute(sql`
    insert into course (public_id, source, organisation_id, platform_id, title, description, url, topics, skills, level, language,
      mode, ward, address, price_vnd, duration_hours, schedule, starts_on, ends_on, seats, certificate, low_data, wheelchair,
      audience, confirmed_on, reviewed_on, sample, content_hash, version)
    select record.id, ${options.source}, organisation.id, platform.id, record.title, description, record.url, topics, skills, level,
      language, mode, record.ward, address, price_vnd, duration_hours, schedule, starts_on, ends_on, seats, certificate, low_data,
      wheelchair, audience, coalesce(confirmed_on, ${options.now.toISOString().slice(0, 10)}::date), reviewed_on, ${options.sample}, content_hash, ${version}
    from rows from (jsonb_to_recordset(${json}::jsonb) as (id text, title text, provider text, platform text, description text, url text,
      topics text[], skills text[], level text, language text, mode text, ward text, address text, price_vnd bigint,
      duration_hours double precision, schedule text[], starts_on date, ends_on date, seats integer, certificate boolean,
      low_data boolean, wheelchair boolean, audience text[], confirmed_on date, reviewed_on date, content_hash text)) with ordinality as record
    join organisation on organisation.name = record.provider
    left join platform on platform.name = record.platform
    order by record.ordinality
    on conflict (public_id) do update set
      source = excluded.source, organisation_id = excluded.organisation_id, platform_id = excluded.platform_id,
      title = excluded.title, description = excluded.description, url = excluded.url, topics = excluded.topics,
      skills = excluded.skills, level = excluded.level, language = excluded.language, mode = excluded.mode,
      ward = excluded.ward, address = excluded.address, price_vnd = excluded.price_vnd,
      duration_hours = excluded.duration_hours, schedule = excluded.schedule,
      starts_on = case when ${keepsDates} then course.starts_on else excluded.starts_on end,
      ends_on = case when ${keepsDates} then course.ends_on else excluded.ends_on end,
      dates_revised_at = case when ${keepsDates} then course.dates_revised_at end,
      closed_at = case when ${isNews(sql`course.closed_at`)} then null else course.closed_at end,
      hidden_at = case when ${isNews(sql`course.hidden_at`)} then null else course.hidden_at end, seats = excluded.seats, certificate = excluded.certificate, low_data = excluded.low_data,
      wheelchair = excluded.wheelchair, audience = excluded.audience, confirmed_on = greatest(excluded.confirmed_on, course.reconfirmed_on),
      reviewed_on = greatest(excluded.reviewed_on, course.reviewed_on),
      sample = excluded.sample, content_hash = excluded.content_hash, version = excluded.version, updated_at = now()`);
}

export const courseKind: ImportKind<CourseInput> = {
  name: 'courses',
  hasReports: true,
  columns: courseColumnSet,
  // About 50 ms on the embedded database.
  sliceRows: 500,
  readRow: readCourseRow,
  hashOf: contentHash,
  async refusals(db, rows, { source, sampleGivesWay }) {
    const owners = await foreignOwners(
      db,
      rows.map(({ id }) => id),
      source,
      sampleGivesWay,
    );
    return new Map([...owners].map(([id, owner]) => [id, ownedBy(owner)]));
  },
  organisationOf: ({ provider }) => ({ column: 'provider', name: provider }),
  knownHashes,
  countSample,
  applySlice,
  noteMissing: (database, options) =>
    noteMissing(database, 'course', options, async (tx) => ({ change_version: await bumpCatalogueVersion(tx) })),
};
