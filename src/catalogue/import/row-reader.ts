import type { Cell } from './cells.ts';
import { applyRule, type ColumnPlan, type Mapping } from './mapping.ts';
import { columnLabel, type RowProblem, shownValue } from './problem.ts';
import type { ReadRecord } from './records.ts';

/** Reads the cells of one record by our columns and gathers what is wrong with them. */
export interface RowReader {
  readonly problems: RowProblem[];
  read<T>(column: string, reader: (cell: string) => Cell<T>): T | undefined;
  /** Notes that a value is missing, unless something else is wrong with its cell. */
  demand(column: string, value: unknown): void;
  fault(column: string, value: string, problem: string): void;
}

/** People write “Xem tại đây” in a cell that leads somewhere. */
function addressOf(cell: string, link: string | undefined): string {
  return link !== undefined && !/^https?:\/\//i.test(cell) ? link : cell;
}

export function rowReader(record: ReadRecord, plan: ColumnPlan, mapping: Mapping): RowReader {
  const problems: RowProblem[] = [];
  const label = (column: string): string => {
    const theirs = plan.from.get(column);
    return columnLabel(column, theirs, theirs === undefined ? undefined : record.letters?.get(theirs));
  };
  const fault = (column: string, value: string, problem: string): undefined => {
    problems.push({ row: record.row, column: label(column), value: shownValue(value), problem });
    return undefined;
  };
  return {
    problems,
    fault,
    read(column, reader) {
      const theirs = plan.from.get(column);
      let cell = (theirs === undefined ? '' : (record.cells.get(theirs) ?? '')).trim();
      const rule = mapping.get(column);
      const unusable = theirs === undefined ? undefined : record.unusable.get(theirs);
      if (unusable !== undefined) return fault(column, cell, unusable);
      if (column === 'url') cell = addressOf(cell, theirs === undefined ? undefined : record.links?.get(theirs));
      if (rule !== undefined) {
        const mapped = applyRule(rule, cell);
        if ('problem' in mapped) return fault(column, cell, mapped.problem);
        cell = mapped.value;
      }
      const result = reader(cell);
      return 'problem' in result ? fault(column, cell, result.problem) : result.value;
    },
    demand(column, value) {
      if (value !== undefined || problems.some((problem) => problem.column === label(column))) return;
      fault(column, '', 'bắt buộc phải có');
    },
  };
}
