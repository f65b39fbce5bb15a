import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { inSlices } from './slices.ts';

/** What an organisation is. */
export const organisationKinds = [
  'university',
  'training_centre',
  'company',
  'business',
  'non_profit',
  'library',
  'public',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Who offers something. Of one that only courses or workshops named, nothing but the name is known. */
export interface Organisation {
  /** The row's own number; a partner's account names it. */
  readonly key: number;
  /** The public id; undefined while no file of organisations had it. */
  readonly id: string | undefined;
  readonly name: string;
  readonly kind: OrganisationKind | undefined;
  /** Official code. */
  readonly ward: string | undefined;
  /** As it was written: a telephone number, an e-mail address, a person to ask. */
  readonly contact: string | undefined;
  readonly url: string | undefined;
  readonly description: string | undefined;
  /** What is known beside the name is invented. */
  readonly sample: boolean;
}

async function select(db: Queryable, rest: SQL): Promise<Organisation[]> {
  const { rows } = await db.execute<{
    id: string;
    public_id: string | null;
    name: string;
    kind: OrganisationKind | null;
    ward: string | null;
    contact: string | null;
    url: string | null;
    description: string | null;
    sample: boolean;
  }>(sql`
    select organisation.id, public_id, name, kind, ward, contact, url, description, coalesce(sample, false) as sample
    from organisation left join organisation_detail on organisation_id = organisation.id ${rest}`);
  return rows.map((row) => ({
    key: Number(row.id),
    id: row.public_id ?? undefined,
    name: row.name,
    kind: row.kind ?? undefined,
    ward: row.ward ?? undefined,
    contact: row.contact ?? undefined,
    url: row.url ?? undefined,
    description: row.description ?? undefined,
    sample: row.sample,
  }));
}

/** The organisation of a public id, or undefined. */
export async function organisationById(db: Queryable, id: string): Promise<Organisation | undefined> {
  return (await select(db, sql`where public_id = ${id}`))[0];
}

/** The organisation of a public id, or else of this key: one that no file of organisations had is shown by its number. */
export async function organisationByIdOrKey(db: Queryable, id: string): Promise<Organisation | undefined> {
  // No id has control characters, and the database takes none.
  if (/\p{Cc}/u.test(id)) return undefined;
  const named = await organisationById(db, id);
  if (named !== undefined || !/^\d{1,15}$/.test(id)) return named;
  return (await select(db, sql`where organisation.id = ${id}::bigint`))[0];
}

/** Every organisation in slices. `kindVersion(db, 'organisations')` tells whether what a file said of any changed. */
export function streamOrganisations(db: Queryable, sliceSize: number): AsyncGenerator<Organisation[]> {
  return inSlices(sliceSize, (after, limit) =>
    select(db, sql`where organisation.id > ${after} order by organisation.id limit ${limit}`),
  );
}

/** Deletes organisations of which nothing is known but the name, and nothing is left. */
export async function deleteUnusedOrganisations(tx: Queryable): Promise<void> {
  // Read only: whoever keeps what is of an organisation.
  await tx.execute(sql`
    delete from organisation where not exists (select 1 from course where organisation_id = organisation.id)
      and not exists (select 1 from workshop where organisation_id = organisation.id)
      and not exists (select 1 from scholarship where organisation_id = organisation.id)
      and not exists (select 1 from internship where organisation_id = organisation.id)
      and not exists (select 1 from organisation_detail where organisation_id = organisation.id)
      and not exists (select 1 from place where organisation_id = organisation.id)
      and not exists (select 1 from agreement where organisation_id = organisation.id)
      and not exists (select 1 from curriculum_request where organisation_id = organisation.id)
      and not exists (select 1 from staff_member where organisation_id = organisation.id)`);
}

/** The organisation of an id, or else of exactly this name. */
export async function findOrganisation(
  db: Queryable,
  idOrName: string,
): Promise<{ readonly id: number; readonly name: string } | undefined> {
  const id = /^\d{1,15}$/.test(idOrName) ? Number(idOrName) : null;
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select id, name from organisation where id = ${id}::bigint or name = ${idOrName.normalize('NFC')}
    order by id = ${id}::bigint desc nulls last limit 1`);
  return rows[0] && { id: Number(rows[0].id), name: rows[0].name };
}

/** The key of the organisation of exactly this name, which is added when it is new. */
export async function ensureOrganisation(tx: Queryable, name: string): Promise<number> {
  const ids = await ensureOrganisations(tx, [name]);
  return ids.get(name) ?? Number.NaN;
}

/** The keys of organisations by name; those that are new are added. */
export async function ensureOrganisations(
  tx: Queryable,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const written = sql`${sql.param([...new Set(names.map((name) => name.normalize('NFC')))])}::text[]`;
  await tx.execute(sql`insert into organisation (name) select unnest(${written}) on conflict (name) do nothing`);
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from organisation where name = any(${written})`,
  );
  const ids = new Map(rows.map(({ id, name }) => [name, Number(id)]));
  return new Map(names.map((name) => [name, ids.get(name.normalize('NFC')) ?? Number.NaN]));
}

/** Names of organisations in their order, for suggestions. */
export async function organisationNames(db: Queryable, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`select name from organisation order by name limit ${limit}`);
  return rows.map(({ name }) => name);
}
