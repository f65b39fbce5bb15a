import { type SQL, sql } from 'drizzle-orm';
import { inSlices } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';

/** An internship or a real project of a business. Money is whole đồng; dates are `YYYY-MM-DD`; ward is the official code. */
export interface Internship {
  /** The row's own number; never shown to people. */
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly ward: string | undefined;
  readonly skills: readonly string[];
  readonly description: string | undefined;
  readonly hoursPerWeek: number | undefined;
  /** A month; 0 is unpaid, unknown is undefined. */
  readonly payVnd: number | undefined;
  readonly startsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly seats: number | undefined;
  /** Of them given to applications made here. */
  readonly taken: number;
  /** The last day on which one can apply. */
  readonly deadline: string | undefined;
  readonly url: string | undefined;
  /** The last day on which its source said anything new of it, in UTC. */
  readonly updatedOn: string;
  /** Invented: to look at, never to apply for. */
  readonly sample: boolean;
  /** The address that it came from no longer lists it: nobody has confirmed it since. */
  readonly isUnconfirmed: boolean;
}

interface InternshipRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  title: string;
  organisation: string;
  ward: string | null;
  skills: string[];
  description: string | null;
  hours_per_week: number | null;
  pay_vnd: string | null;
  starts_on: string | null;
  ends_on: string | null;
  seats: number | null;
  taken: number;
  deadline: string | null;
  url: string | null;
  updated_on: string;
  sample: boolean;
  is_unconfirmed: boolean;
}

async function select(db: Queryable, rest: SQL): Promise<Internship[]> {
  const { rows } = await db.execute<InternshipRow>(sql`
    select internship.id, internship.public_id, title, organisation.name as organisation, internship.ward, skills,
      internship.description, hours_per_week, pay_vnd, starts_on::text, ends_on::text, seats, taken, deadline::text, internship.url,
      internship.sample, missing_since is not null as is_unconfirmed, (internship.updated_at at time zone 'UTC')::date::text as updated_on
    from internship join organisation on organisation.id = organisation_id ${rest}`);
  return rows.map((row) => ({
    key: Number(row.id),
    id: row.public_id,
    title: row.title,
    organisation: row.organisation,
    ward: row.ward ?? undefined,
    skills: row.skills,
    description: row.description ?? undefined,
    hoursPerWeek: row.hours_per_week ?? undefined,
    payVnd: row.pay_vnd === null ? undefined : Number(row.pay_vnd),
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    seats: row.seats ?? undefined,
    taken: row.taken,
    deadline: row.deadline ?? undefined,
    url: row.url ?? undefined,
    updatedOn: row.updated_on,
    sample: row.sample,
    isUnconfirmed: row.is_unconfirmed,
  }));
}

/** The internship of a public id, or undefined. */
export async function internshipById(db: Queryable, id: string): Promise<Internship | undefined> {
  return (await select(db, sql`where internship.public_id = ${id}`))[0];
}

/** Internships by their keys in the given order; keys that are gone or hidden are left out. One round trip. */
export async function internshipsByKeys(db: Queryable, keys: readonly number[]): Promise<Internship[]> {
  if (keys.length === 0) return [];
  const found = await select(
    db,
    sql`where internship.id = any(${sql.param([...keys])}::bigint[]) and hidden_at is null`,
  );
  const byKey = new Map(found.map((each) => [each.key, each]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Every internship, also those that are over, in slices. `kindVersion(db, 'internships')` tells whether any changed. */
export function streamInternships(db: Queryable, sliceSize: number): AsyncGenerator<Internship[]> {
  return inSlices(sliceSize, (after, limit) =>
    select(db, sql`where internship.id > ${after} and hidden_at is null order by internship.id limit ${limit}`),
  );
}
