import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../../database/index.ts';
import { noteChanges, roomIn } from './report.ts';

/** What to do about rows that the place they came from no longer lists. */
export interface MissingOptions {
  readonly source: string;
  readonly isListed: (id: string) => boolean;
  /** Marks them as unconfirmed from now on; else they are counted only. */
  readonly marks: boolean;
  readonly now: Date;
  /** The report of the import that the list came with: what newly went is noted in it. */
  readonly report?: number | undefined;
}

/** Rows of a source that are no longer listed, of all its rows. */
export interface MissingCounts {
  readonly missing: number;
  readonly rows: number;
  /** False: so many are missing that the list is rather wrong than the rows. */
  readonly isBelievable: boolean;
}

/** Up to so many rows may go at once whatever the share: of a short list half is soon gone. */
const fewRows = 10;

const sliceRows = 1000;

/**
 * Counts the rows of a source that its list no longer has, and marks them where that is wanted; a row that is listed again loses its mark. Nothing is
 * deleted. When more than half of the rows would go, and more than ten, nothing is marked: an address that gives half a file must not hide a catalogue.
 * @param table has `public_id`, `title` where there are reports, `source` and `missing_since`
 * @param onChange raises the version that readers of the table follow, in the transaction of the change; returns columns that get numbers by it
 */
export async function noteMissing(
  database: Database,
  table: string,
  options: MissingOptions,
  onChange: (tx: Queryable) => Promise<Readonly<Record<string, number>>>,
): Promise<MissingCounts> {
  let [missing, rows] = [0, 0];
  for await (const slice of slices(database, table, options.source)) {
    rows += slice.length;
    missing += slice.filter(({ id }) => !options.isListed(id)).length;
  }
  const isBelievable = missing <= fewRows || missing * 2 <= rows;
  // The file is the whole list: that nothing is missing is known too.
  if (options.report !== undefined) await noteChanges(database.db, options.report, { missing: 0 }, []);
  for await (const slice of slices(database, table, options.source)) {
    const gone = slice.filter(({ id, isMissing }) => !isMissing && !options.isListed(id));
    const back = slice.filter(({ id, isMissing }) => isMissing && options.isListed(id));
    const marked = options.marks && isBelievable ? gone : [];
    if (options.report !== undefined && gone.length > 0)
      await noteGone(
        database,
        table,
        options.report,
        gone.map(({ id }) => id),
      );
    if (marked.length + back.length === 0) continue;
    await database.transaction(async (tx) => {
      const numbers = Object.entries(await onChange(tx)).map(
        ([column, number]) => sql`, ${sql.identifier(column)} = ${number}`,
      );
      const mark = (ids: readonly string[], since: Date | null) =>
        tx.execute(sql`update ${sql.identifier(table)} set missing_since = ${since}::timestamptz${sql.join(numbers)}
          where source = ${options.source} and public_id = any(${sql.param([...ids])}::text[])`);
      await mark(
        marked.map(({ id }) => id),
        options.now,
      );
      await mark(
        back.map(({ id }) => id),
        null,
      );
    });
  }
  return { missing, rows, isBelievable };
}

function noteGone(database: Database, table: string, report: number, ids: readonly string[]): Promise<void> {
  return database.transaction(async (tx) => {
    const room = await roomIn(tx, report);
    const { rows } = await tx.execute<{ public_id: string; title: string }>(sql`
      select public_id, title from ${sql.identifier(table)} where public_id = any(${sql.param([...ids])}::text[])
      order by public_id limit ${Math.max(0, room)}`);
    const lines = rows.map(({ public_id: id, title }) => ({ change: 'missing' as const, id, title, fields: [] }));
    await noteChanges(tx, report, { missing: ids.length }, lines);
  });
}

async function* slices(database: Database, table: string, source: string) {
  let after = '';
  for (;;) {
    const { rows } = await database.db.execute<{ public_id: string; is_missing: boolean }>(sql`
      select public_id, missing_since is not null as is_missing from ${sql.identifier(table)}
      where source = ${source} and not sample and public_id > ${after} order by public_id limit ${sliceRows}`);
    if (rows.length === 0) return;
    yield rows.map((row) => ({ id: row.public_id, isMissing: row.is_missing }));
    after = rows.at(-1)?.public_id ?? after;
  }
}
