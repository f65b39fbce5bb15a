import { hash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { raiseKindVersion } from '../kind-version.ts';
import { deleteUnusedOrganisations, ensureOrganisations } from '../organisation.ts';
import type { ColumnSet } from './columns.ts';
import { type ImportKind, ownedBy, type RowContext, type SliceOptions } from './kind.ts';
import { noteMissing } from './missing.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/** What a table of one kind of file is filled by. */
export interface TableKind<Row extends { readonly id: string }> {
  /** The kind as the command and `kind_version` call it. */
  readonly name: string;
  /**
   * The table of the module that makes the kind. Beside what `record` gives it has `public_id` (unique), `source`, `sample`,
   * `content_hash` and `version`.
   */
  readonly table: string;
  readonly columns: ColumnSet;
  /** The row of a record. What is wrong is noted in `cells`; then what is returned is not looked at. */
  read(cells: RowReader, context: RowContext): Row;
  /** The name of the row's organisation, which is added to the catalogue when it is new. */
  organisationOf?(row: Row): string;
  /** The column that names it. */
  readonly organisationColumn?: string;
  /** Whether the table has `missing_since`: rows that their source no longer lists can be marked. */
  readonly marksMissing?: boolean;
  /** The columns of the row, without those of every kind. */
  record(row: Row, given: { readonly now: Date; readonly organisationId: number | undefined }): RecordOfTable;
}

type RecordOfTable = Readonly<Record<string, string | number | boolean | object | null | undefined>>;

/** About 30 ms on the embedded database. */
const sliceRows = 500;

/** The hash of everything that a file says of a row. */
function hashOf(row: object): string {
  return hash('sha256', JSON.stringify(row), 'base64url');
}

/** A kind of file whose rows are rows of one table that nothing else depends on. */
export function tableKind<Row extends { readonly id: string }>(kind: TableKind<Row>): ImportKind<Row> {
  const table = sql.identifier(kind.table);
  return {
    name: kind.name,
    columns: kind.columns,
    sliceRows,
    hashOf,
    readRow(record, plan, context) {
      const cells = rowReader(record, plan, context.mapping);
      const row = kind.read(cells, context);
      return cells.problems.length > 0 ? { problems: cells.problems } : { row };
    },
    async refusals(db, rows, { source, sampleGivesWay }) {
      const { rows: foreign } = await db.execute<{ public_id: string; source: string }>(sql`
        select public_id, source from ${table} where public_id = any(${idsOf(rows)})
          and source <> ${source} and not (sample and ${sampleGivesWay})`);
      return new Map(foreign.map((row) => [row.public_id, ownedBy(row.source)]));
    },
    ...(kind.organisationOf !== undefined && {
      organisationOf: (row: Row) => ({
        column: kind.organisationColumn ?? 'organisation',
        name: kind.organisationOf?.(row),
      }),
    }),
    knownHashes: (db, ids) => knownHashes(db, table, ids),
    ...(kind.marksMissing === true && {
      noteMissing: (database, options) =>
        noteMissing(database, kind.table, options, async (tx) => {
          await raiseKindVersion(tx, kind.name);
          return {};
        }),
    }),
    async countSample(db) {
      const { rows } = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from ${table} where sample`,
      );
      return rows[0]?.count ?? 0;
    },
    applySlice: (database, rows, options) =>
      database.transaction(async (tx) => {
        if (options.removesSample) await tx.execute(sql`delete from ${table} where sample`);
        const ids = rows.map(({ id }) => id);
        const known = await knownHashes(tx, table, ids);
        const changed = rows.filter((row) => known.get(row.id) !== hashOf(row));
        if (changed.length > 0 || options.removesSample) {
          const version = await raiseKindVersion(tx, kind.name);
          if (changed.length > 0) await upsert(tx, kind, changed, { ...options, version });
        }
        // After the rows are written: what they are of stays.
        if (options.removesSample && kind.organisationOf !== undefined) await deleteUnusedOrganisations(tx);
        const updated = changed.filter(({ id }) => known.has(id)).length;
        return { created: changed.length - updated, updated, unchanged: rows.length - changed.length };
      }),
  };
}

function idsOf(rows: readonly { readonly id: string }[]): SQL {
  return sql`${sql.param(rows.map(({ id }) => id))}::text[]`;
}

async function knownHashes(db: Queryable, table: SQL | ReturnType<typeof sql.identifier>, ids: readonly string[]) {
  const { rows } = await db.execute<{ public_id: string; content_hash: string }>(sql`
    select public_id, content_hash from ${table} where public_id = any(${sql.param([...ids])}::text[])`);
  return new Map(rows.map((row) => [row.public_id, row.content_hash]));
}

/** In the order of the file, in one statement. A value that a row does not have is written as null, so that it goes when the file lets it go. */
async function upsert<Row extends { readonly id: string }>(
  tx: Queryable,
  kind: TableKind<Row>,
  rows: readonly Row[],
  { source, sample, now, version, organisationId }: SliceOptions & { readonly version: number },
): Promise<void> {
  const { organisationOf } = kind;
  const organisations = organisationOf && (await ensureOrganisations(tx, rows.map(organisationOf)));
  const records = rows.map((row) => ({
    ...kind.record(row, {
      now,
      organisationId: organisationOf === undefined ? organisationId : organisations?.get(organisationOf(row)),
    }),
    public_id: row.id,
    content_hash: hashOf(row),
    source,
    sample,
    version,
  }));
  const names = Object.keys(records[0] ?? {});
  const columns = sql.join(names.map(sql.identifier), sql`, `);
  const replaced = sql.join(
    names
      .filter((name) => name !== 'public_id')
      .map((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
    sql`, `,
  );
  const table = sql.identifier(kind.table);
  await tx.execute(sql`
    insert into ${table} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb)
    on conflict (public_id) do update set ${replaced}, updated_at = now()`);
}
