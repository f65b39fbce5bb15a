import { type SQL, sql } from 'drizzle-orm';
import { inSlices } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';

/** Whose household may have it: `poor` and `near_poor` as their ward has recognised them, `low` by the provider's own measure. */
export const incomes = ['low', 'near_poor', 'poor'] as const;
export type Income = (typeof incomes)[number];

/** What somebody does. */
export const occupationStatuses = [
  'student',
  'worker',
  'job_seeker',
  'small_business',
  'teacher',
  'homemaker',
  'retired',
] as const;
export type OccupationStatus = (typeof occupationStatuses)[number];

/** What is studied with it: a stage of education, or the level of a course. */
export const studyLevels = [
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'college',
  'university',
  'postgraduate',
  'short_course',
  'beginner',
  'intermediate',
  'advanced',
] as const;
export type StudyLevel = (typeof studyLevels)[number];

/** A scholarship. An empty list or a missing value sets no condition. Money is whole đồng; dates are `YYYY-MM-DD`. */
export interface Scholarship {
  /** The row's own number; never shown to people. */
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** The last day on which one can apply. */
  readonly deadline: string | undefined;
  readonly amountVnd: number | undefined;
  readonly description: string | undefined;
  /** Years of age, both included. */
  readonly ageFrom: number | undefined;
  readonly ageTo: number | undefined;
  /** Codes of the wards whose residents may have it. */
  readonly wards: readonly string[];
  readonly income: readonly Income[];
  /** True: only for persons with disabilities. */
  readonly disability: boolean | undefined;
  readonly occupationStatus: readonly OccupationStatus[];
  readonly levels: readonly StudyLevel[];
  readonly seats: number | undefined;
  /** Of them given to applications made here. */
  readonly taken: number;
  readonly url: string | undefined;
  /** The last day on which its source said anything new of it, in UTC. */
  readonly updatedOn: string;
  /** Invented: to look at, never to apply for. */
  readonly sample: boolean;
  /** The address that it came from no longer lists it: nobody has confirmed it since. */
  readonly isUnconfirmed: boolean;
}

interface ScholarshipRow extends Record<string, unknown> {
  id: string;
  public_id: string;
  title: string;
  provider: string;
  deadline: string | null;
  amount_vnd: string | null;
  description: string | null;
  age_from: number | null;
  age_to: number | null;
  wards: string[];
  income: Income[];
  disability: boolean | null;
  occupation_status: OccupationStatus[];
  levels: StudyLevel[];
  seats: number | null;
  taken: number;
  url: string | null;
  updated_on: string;
  sample: boolean;
  is_unconfirmed: boolean;
}

async function select(db: Queryable, rest: SQL): Promise<Scholarship[]> {
  const { rows } = await db.execute<ScholarshipRow>(sql`
    select scholarship.id, scholarship.public_id, title, organisation.name as provider, deadline::text, amount_vnd,
      scholarship.description, age_from, age_to, wards, income, disability, occupation_status, levels, seats, taken, scholarship.url,
      scholarship.sample, missing_since is not null as is_unconfirmed, (scholarship.updated_at at time zone 'UTC')::date::text as updated_on
    from scholarship join organisation on organisation.id = organisation_id ${rest}`);
  return rows.map((row) => ({
    key: Number(row.id),
    id: row.public_id,
    title: row.title,
    provider: row.provider,
    deadline: row.deadline ?? undefined,
    amountVnd: row.amount_vnd === null ? undefined : Number(row.amount_vnd),
    description: row.description ?? undefined,
    ageFrom: row.age_from ?? undefined,
    ageTo: row.age_to ?? undefined,
    wards: row.wards,
    income: row.income,
    disability: row.disability ?? undefined,
    occupationStatus: row.occupation_status,
    levels: row.levels,
    seats: row.seats ?? undefined,
    taken: row.taken,
    url: row.url ?? undefined,
    updatedOn: row.updated_on,
    sample: row.sample,
    isUnconfirmed: row.is_unconfirmed,
  }));
}

/** The scholarship of a public id, or undefined. */
export async function scholarshipById(db: Queryable, id: string): Promise<Scholarship | undefined> {
  return (await select(db, sql`where scholarship.public_id = ${id}`))[0];
}

/** Scholarships by their keys in the given order; keys that are gone or hidden are left out. One round trip. */
export async function scholarshipsByKeys(db: Queryable, keys: readonly number[]): Promise<Scholarship[]> {
  if (keys.length === 0) return [];
  const found = await select(
    db,
    sql`where scholarship.id = any(${sql.param([...keys])}::bigint[]) and hidden_at is null`,
  );
  const byKey = new Map(found.map((each) => [each.key, each]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Every scholarship, also those whose deadline is over, in slices. `kindVersion(db, 'scholarships')` tells whether any changed. */
export function streamScholarships(db: Queryable, sliceSize: number): AsyncGenerator<Scholarship[]> {
  return inSlices(sliceSize, (after, limit) =>
    select(db, sql`where scholarship.id > ${after} and hidden_at is null order by scholarship.id limit ${limit}`),
  );
}
