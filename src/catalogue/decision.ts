import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { bumpCatalogueVersion } from './repository.ts';

/** What decisions about an offer change, by column: days as `YYYY-MM-DD`, moments as ISO text. */
export interface DecidedFields {
  readonly confirmed_on: string;
  /** The day of the last word of its organisation or of staff; imports of an older one do not turn it back. */
  readonly reconfirmed_on: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  /** What the file said when the organisation gave other dates. */
  readonly filed_starts_on: string | null;
  readonly filed_ends_on: string | null;
  readonly dates_revised_at: string | null;
  readonly closed_at: string | null;
  readonly sunk_until: string | null;
  readonly hidden_at: string | null;
}

/** A course as decisions see it. */
export interface DecidedCourse {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly organisationId: number;
  readonly fields: DecidedFields;
}

/** A course whose fields become others. */
export interface DecidedChange {
  readonly key: number;
  readonly fields: DecidedFields;
  /** It is offered again, or at other dates: saved wishes look at it once more. */
  readonly isNews: boolean;
}

/**
 * Takes the catalogue's version until the end of the transaction, before any row of it: as imports do, so that neither waits for the other
 * in a circle. It is raised by `writeDecided` only.
 */
export async function lockCatalogue(tx: Queryable): Promise<void> {
  await tx.execute(sql`insert into catalogue_version (version) values (0) on conflict (singleton) do nothing`);
  await tx.execute(sql`select version from catalogue_version for update`);
}

const moments = ['dates_revised_at', 'closed_at', 'hidden_at'] as const;

/** The courses that `where` chooses over `course`, locked, by key. Call `lockCatalogue` first. */
export async function lockDecided(tx: Queryable, where: SQL): Promise<DecidedCourse[]> {
  const { rows } = await tx.execute<
    { id: string; public_id: string; title: string; organisation_id: string } & DecidedFields & Record<string, unknown>
  >(sql`
    select id, public_id, title, organisation_id, confirmed_on::text, reconfirmed_on::text, starts_on::text, ends_on::text,
      filed_starts_on::text, filed_ends_on::text, dates_revised_at, closed_at, sunk_until::text, hidden_at
    from course where ${where} order by id for no key update`);
  return rows.map(({ id, public_id, title, organisation_id, ...fields }) => ({
    key: Number(id),
    id: public_id,
    title,
    organisationId: Number(organisation_id),
    fields: {
      ...fields,
      ...Object.fromEntries(
        moments.map((name) => [name, fields[name] === null ? null : new Date(fields[name]).toISOString()]),
      ),
    },
  }));
}

/** Writes decided fields in one statement and raises the catalogue's version, so that every replica's index follows. */
export async function writeDecided(tx: Queryable, changes: readonly DecidedChange[]): Promise<void> {
  if (changes.length === 0) return;
  const version = await bumpCatalogueVersion(tx);
  const records = changes.map(({ key, fields, isNews }) => ({ key, is_news: isNews, ...fields }));
  await tx.execute(sql`
    update course set confirmed_on = decided.confirmed_on, reconfirmed_on = decided.reconfirmed_on, starts_on = decided.starts_on,
      ends_on = decided.ends_on, filed_starts_on = decided.filed_starts_on, filed_ends_on = decided.filed_ends_on,
      dates_revised_at = decided.dates_revised_at, closed_at = decided.closed_at, sunk_until = decided.sunk_until,
      hidden_at = decided.hidden_at, version = case when is_news then ${version}::bigint else course.version end,
      change_version = ${version}::bigint, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as decided (key bigint, is_news boolean, confirmed_on date,
      reconfirmed_on date, starts_on date, ends_on date, filed_starts_on date, filed_ends_on date, dates_revised_at timestamptz,
      closed_at timestamptz, sunk_until date, hidden_at timestamptz)
    where course.id = decided.key`);
}
