import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/**
 * Each kind of file but courses has a number that every change of its rows raises: what holds the rows in memory looks at it and
 * reads them again when it differs. Courses have their own, `catalogueVersion`.
 */
export async function kindVersion(db: Queryable, kind: string): Promise<number> {
  return (await kindVersions(db)).get(kind) ?? 0;
}

/** All of them in one round trip; a kind that nothing was ever imported of is not there, which is 0. */
export async function kindVersions(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ kind: string; version: string }>(
    sql`/* often */ select kind, version from kind_version`,
  );
  return new Map(rows.map(({ kind, version }) => [kind, Number(version)]));
}

/**
 * Raises the version of a kind and returns it; the row's lock makes writers of the kind take turns.
 * @param above a version that the new one must exceed as well: what readers knew before a restore
 */
export async function raiseKindVersion(tx: Queryable, kind: string, above = 0): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(sql`
    insert into kind_version (kind, version) values (${kind}, ${above}::bigint + 1)
    on conflict (kind) do update set version = greatest(kind_version.version, ${above}::bigint) + 1
    returning version`);
  return Number(rows[0]?.version);
}
