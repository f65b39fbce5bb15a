import { createTypedColumn, type TypedColumn } from '../typed-column.ts';

/** A matrix of which each row keeps only its weightiest entries: compressed sparse rows. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export interface SparseRowsBuilder {
  /** Adds the next row; zeros and all but the `kept` greatest by size are left out. */
  add(row: Float64Array | Float32Array): void;
  /** Columns that were kept of all rows so far. */
  readonly kept: TypedColumn<Uint32Array>;
  finish(): SparseRows;
}

/** @param kept the most entries of a row */
export function createSparseRows(kept: number): SparseRowsBuilder {
  const starts = createTypedColumn((size) => new Uint32Array(size));
  const columns = createTypedColumn((size) => new Uint32Array(size));
  const values = createTypedColumn((size) => new Float32Array(size));
  starts.push(0);
  let sizes = new Float64Array(0);
  return {
    kept: columns,
    add(row) {
      let filled = 0;
      for (let column = 0; column < row.length; column++) if (row[column] !== 0) filled++;
      let least = 0;
      if (filled > kept) {
        if (sizes.length < row.length) sizes = new Float64Array(row.length);
        for (let column = 0; column < row.length; column++) sizes[column] = Math.abs(row[column] as number);
        const sorted = sizes.subarray(0, row.length).sort();
        least = sorted[row.length - kept] as number;
      }
      let left = kept;
      for (let column = 0; column < row.length && left > 0; column++) {
        const value = row[column] as number;
        if (value === 0 || Math.abs(value) < least) continue;
        columns.push(column);
        values.push(value);
        left--;
      }
      starts.push(columns.length);
    },
    finish: () => ({ starts: starts.finish(), columns: columns.finish(), values: values.finish() }),
  };
}

export function noRows(count: number): SparseRows {
  return { starts: new Uint32Array(count + 1), columns: new Uint32Array(), values: new Float32Array() };
}

/** Adds a row, times a factor, to a dense one. */
export function addRow(rows: SparseRows, row: number, factor: number, into: Float64Array): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let place = rows.starts[row] ?? 0; place < end; place++) {
    const column = rows.columns[place] as number;
    into[column] = (into[column] as number) + factor * (rows.values[place] as number);
  }
}

/** The entries of one matrix that another one has as well. */
export function entriesOf(rows: SparseRows, alsoIn: SparseRows): SparseRows {
  const columns = createTypedColumn((size) => new Uint32Array(size));
  const values = createTypedColumn((size) => new Float32Array(size));
  const starts = new Uint32Array(rows.starts.length);
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    const there = new Set(alsoIn.columns.subarray(alsoIn.starts[row], alsoIn.starts[row + 1]));
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++) {
      if (!there.has(rows.columns[at] as number)) continue;
      columns.push(rows.columns[at] as number);
      values.push(rows.values[at] as number);
    }
    starts[row + 1] = columns.length;
  }
  return { starts, columns: columns.finish(), values: values.finish() };
}
