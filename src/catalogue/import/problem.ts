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

/**
 * A column as an error names it: ours, with theirs before it when it differs; in a spreadsheet the letter, which finds the
 * cell, with their name.
 */
export function columnLabel(ours: string, theirs: string | undefined, letter: string | undefined): string {
  if (theirs === undefined) return ours;
  if (letter !== undefined) return `${letter} (${theirs})`;
  return theirs === ours ? ours : `${theirs} (${ours})`;
}

/** A value as an error may show it: one line, short. */
export function shownValue(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
