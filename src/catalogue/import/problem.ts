/** A row that cannot be imported: where, what stands there, what is wrong and what to do. */
export interface RowProblem {
  /** As a spreadsheet counts: the header is row 1. For JSON Lines the line, for JSON the element, from 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
}

/** A file that cannot be imported at all, in words for whoever runs the import. */
export class FileRefused extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'FileRefused';
  }
}

/** A value as an error may show it: one line, short. */
export function shownValue(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
