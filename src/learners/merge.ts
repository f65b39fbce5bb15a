import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../database/index.ts';

/** A row as JSON, by column. */
const row = z.record(z.string(), z.unknown());
export type StoredRow = z.output<typeof row>;

/**
 * What joining two learners did to one table: the ids of the rows that changed hands; or, for a table with one row a learner and key,
 * the rows that came and now stand with the other (`won`), those that gave way to a newer one there (`lost`), and the rows of the other
 * that gave way themselves (`replaced`).
 */
const movedTable = z.union([
  z.object({ ids: z.array(z.number()) }),
  z.object({ won: z.array(row), lost: z.array(row), replaced: z.array(row) }),
]);
export const movedSchema = z.record(z.string(), movedTable);

/** What joining did, by table (or another name of the owner's, where it did two things to one table). */
export type Moved = Readonly<z.output<typeof movedSchema>>;

/** The ids that `moved` has under a name. */
export function movedIds(moved: Moved, name: string): number[] {
  const table = moved[name];
  return table !== undefined && 'ids' in table ? table.ids : [];
}

/** The rows that `moved` has under a name. */
export function movedRows(moved: Moved, name: string): { won: StoredRow[]; lost: StoredRow[]; replaced: StoredRow[] } {
  const table = moved[name];
  return table !== undefined && 'won' in table ? table : { won: [], lost: [], replaced: [] };
}

/** Hands all rows of a table with the columns `id` and `learner_id` over; two learners' rows never conflict there. */
export async function moveRows(tx: Queryable, table: string, from: number, into: number): Promise<Moved> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update ${sql.identifier(table)} set learner_id = ${into} where learner_id = ${from} returning id`);
  return { [table]: { ids: rows.map(({ id }) => Number(id)) } };
}

/** The reverse of `moveRows`: the rows that came go back, where they still are. */
export async function returnRows(
  tx: Queryable,
  moved: Moved,
  table: string,
  from: number,
  into: number,
): Promise<void> {
  await tx.execute(sql`
    update ${sql.identifier(table)} set learner_id = ${from}
    where id = any(${sql.param(movedIds(moved, table))}::bigint[]) and learner_id = ${into}`);
}

/** A table with one row a learner and key. */
export interface KeyedTable {
  readonly table: string;
  /** The columns of the key besides `learner_id`; none for a table with one row a learner. */
  readonly key: readonly string[];
  /** The column with the time of a row: of two rows with one key the newer stays. */
  readonly newest: string;
  /** What a row that comes back refers to and may be gone by then: a condition over the row `came`. */
  readonly stillValid?: SQL;
}

function sameKey({ key }: KeyedTable, one: string, other: string): SQL {
  const columns = key.map((name) => {
    const column = sql.identifier(name);
    return sql`${sql.identifier(one)}.${column} = ${sql.identifier(other)}.${column}`;
  });
  return columns.length === 0 ? sql`true` : sql.join(columns, sql` and `);
}

/** Hands the rows of a keyed table over; of two with one key the newer stays, and both are kept in what is returned. */
export async function mergeKeyedRows(tx: Queryable, keyed: KeyedTable, from: number, into: number): Promise<Moved> {
  const table = sql.identifier(keyed.table);
  const newest = sql.identifier(keyed.newest);
  const read = async (statement: SQL): Promise<StoredRow[]> => {
    const { rows } = await tx.execute<{ row: StoredRow }>(statement);
    return rows.map((each) => each.row);
  };
  const replaced = await read(sql`
    delete from ${table} as theirs using ${table} as mine
    where mine.learner_id = ${from} and theirs.learner_id = ${into} and ${sameKey(keyed, 'mine', 'theirs')}
      and mine.${newest} > theirs.${newest} returning to_jsonb(theirs) as row`);
  const won = await read(sql`
    update ${table} as mine set learner_id = ${into}
    where learner_id = ${from}
      and not exists (select 1 from ${table} as theirs where theirs.learner_id = ${into} and ${sameKey(keyed, 'mine', 'theirs')})
    returning to_jsonb(mine) as row`);
  const lost = await read(sql`
    delete from ${table} as mine where learner_id = ${from} returning to_jsonb(mine) as row`);
  return { [keyed.table]: { won, lost, replaced } };
}

/**
 * The reverse of `mergeKeyedRows`: the joined learner has every row as it was. A row that stands with the other as it came goes, and what
 * it replaced comes back; one that was changed or taken away since is the other's newer word and stays so.
 */
export async function unmergeKeyedRows(
  tx: Queryable,
  moved: Moved,
  keyed: KeyedTable,
  from: number,
  into: number,
): Promise<void> {
  const { won, lost, replaced } = movedRows(moved, keyed.table);
  const table = sql.identifier(keyed.table);
  const rowsOf = (rows: readonly StoredRow[], learnerId: number): SQL =>
    sql`jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows.map((each) => ({ ...each, learner_id: learnerId })))}::jsonb) as came`;
  const valid = keyed.stillValid ?? sql`true`;
  await tx.execute(sql`
    with gone as (
      delete from ${table} as stands using ${rowsOf(won, into)} where stands.learner_id = ${into} and stands = came
      returning stands.*)
    insert into ${table} overriding system value
    select came.* from ${rowsOf(replaced, into)} join gone on ${sameKey(keyed, 'came', 'gone')} where ${valid}
    on conflict do nothing`);
  await tx.execute(sql`
    insert into ${table} overriding system value
    select came.* from ${rowsOf([...won, ...lost], from)} where ${valid} on conflict do nothing`);
}
