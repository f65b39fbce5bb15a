import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

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
