import { Readable } from 'node:stream';

/**
 * Cells as a CSV file (RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8). A cell that a spreadsheet would run as a
 * formula, also in signs of full width, gets an apostrophe before it: people's words must not compute anything on a colleague's computer.
 */
export function csvOf(rows: readonly Cells[]): string {
  return `${mark}${rows.map(lineOf).join('')}`;
}

/** The same for rows that come one after another, as the body of an answer: a million of them are never held together. */
export function csvStream(rows: AsyncIterable<Cells>): ReadableStream<Uint8Array> {
  async function* lines(): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    yield encoder.encode(mark);
    for await (const cells of rows) yield encoder.encode(lineOf(cells));
  }
  return Readable.toWeb(Readable.from(lines())) as ReadableStream<Uint8Array>;
}

type Cells = readonly (string | number | undefined)[];

const mark = '\ufeff';

function lineOf(cells: Cells): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=\s*[=+\-@＝＋－＠\t\r])/u, "'");
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
