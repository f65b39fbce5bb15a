import { findReport, type ReportLine, reportLines } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';

/** Columns of the file of an import's changes. */
const changeFileHead = ['change', 'id', 'title', 'field', 'from', 'to'] as const;

const linesAtOnce = 1000;

/** The changes of an import as rows of a file, one a field, with the head; undefined when there is no such report. */
export async function changeFile(
  db: Queryable,
  report: number,
): Promise<AsyncGenerator<readonly string[]> | undefined> {
  return (await findReport(db, report)) === undefined ? undefined : rowsOf(db, report);
}

async function* rowsOf(db: Queryable, report: number): AsyncGenerator<readonly string[]> {
  yield changeFileHead;
  let after = 0;
  for (;;) {
    const lines: ReportLine[] = await reportLines(db, report, { after, limit: linesAtOnce });
    for (const { change, id, title, fields } of lines) {
      if (fields.length === 0) yield [change, id, title, '', '', ''];
      for (const { field, from, to } of fields) yield [change, id, title, field, from, to];
    }
    if (lines.length < linesAtOnce) return;
    after = lines.at(-1)?.position ?? after;
  }
}
