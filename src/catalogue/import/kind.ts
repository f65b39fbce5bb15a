import type { Database, Queryable } from '../../database/index.ts';
import type { SliceCounts } from './apply.ts';
import type { ColumnSet } from './columns.ts';
import type { ColumnPlan, Mapping } from './mapping.ts';
import type { MissingCounts, MissingOptions } from './missing.ts';
import type { RowProblem } from './problem.ts';
import type { ReadRecord } from './records.ts';

/** What the rows of one import are read with. */
export interface RowContext {
  readonly mapping: Mapping;
  /** Owner of rows without an id of their own. */
  readonly source: string;
  /** A row confirmed later than this day is wrong: nobody confirms ahead of time. */
  readonly latestConfirmation: string;
}

/** How the rows of a slice are to be written. */
export interface SliceOptions {
  readonly source: string;
  readonly sample: boolean;
  /** The moment of the import. */
  readonly now: Date;
  /** Removes the sample rows of this kind with this slice: real ones are here now. */
  readonly removesSample: boolean;
  /** The organisation whose rows these are, where it imports them itself. */
  readonly organisationId?: number | undefined;
  /** The report that what changes is noted in, by kinds that have reports. */
  readonly report?: number | undefined;
}

/** One kind of file: what its columns are, what a row is, and how rows are written. */
export interface ImportKind<Row extends { readonly id: string }> {
  readonly name: string;
  readonly columns: ColumnSet;
  /** Whether its slices note what they change in a report. */
  readonly hasReports?: boolean;
  /** Rows that one transaction applies: on the embedded database everybody else waits that long. */
  readonly sliceRows: number;
  /** Reads one record. Returns the row, or every problem of it with the remedy. */
  readRow(record: ReadRecord, plan: ColumnPlan, context: RowContext): { row: Row } | { problems: RowProblem[] };
  /** Tells an unchanged row: a hash of everything the file says of it. */
  hashOf(row: Row): string;
  /** Which of the rows cannot be written, by id, with the column and why: another source has them. */
  refusals(
    db: Queryable,
    rows: readonly Row[],
    options: { readonly source: string; readonly sampleGivesWay: boolean },
  ): Promise<ReadonlyMap<string, { readonly column: string; readonly problem: string }>>;
  /** The hashes of what is there under some ids: what a preview compares with. */
  knownHashes(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Which column names a row's organisation, and whom it names; not there where rows name none. */
  organisationOf?(row: Row): { readonly column: string; readonly name: string | undefined };
  /** How many sample rows there are to give way. */
  countSample(db: Queryable): Promise<number>;
  /** Writes a slice in one transaction: what is new is inserted, what differs updated, the rest left alone. */
  applySlice(database: Database, rows: readonly Row[], options: SliceOptions): Promise<SliceCounts>;
  /** Counts, and marks where wanted, the rows of a source that its list no longer has; not there where that means nothing. */
  noteMissing?(database: Database, options: MissingOptions): Promise<MissingCounts>;
}

/** Why a row that another source owns is refused. */
export function ownedBy(source: string): { readonly column: string; readonly problem: string } {
  return { column: 'id', problem: `mã này thuộc nguồn “${source}”; hãy đổi mã hoặc dùng --source ${source}` };
}
