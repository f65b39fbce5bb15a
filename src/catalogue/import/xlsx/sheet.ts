import { FileRefused } from '../problem.ts';
import { cornersOf, lettersOf, placeOf } from './address.ts';
import type { Archive } from './archive.ts';
import { shownNumber } from './values.ts';
import { readRelations, type Sheet, unescaped, type Workbook } from './workbook.ts';
import { createXmlReader } from './xml.ts';

/** A cell with something in it. */
export interface SheetCell {
  readonly text: string;
  /** Where `=HYPERLINK(…)` leads. */
  readonly link: string | undefined;
  /** Why the cell has no usable value: its formula failed. */
  readonly problem: string | undefined;
}

/** A row with something in it; columns count from 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** The longest text of one cell: Excel's own limit is 32,767 characters. */
const longestCell = 1_000_000;

/** The rows of a sheet, as Excel last calculated and shows them. Throws `FileRefused` when the sheet is damaged. */
export async function* readRows(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  progress: { bytes: number },
): AsyncGenerator<SheetRow> {
  const builder = createRowBuilder(workbook);
  const reader = createXmlReader(builder.handlers);
  for await (const piece of archive.read(sheet.part, progress)) {
    reader.write(piece);
    yield* builder.takeRows();
  }
  reader.end();
  yield* builder.takeRows();
}

function createRowBuilder(workbook: Workbook) {
  let rows: SheetRow[] = [];
  let cells = new Map<number, SheetCell>();
  let [row, column] = [0, 0];
  let [type, style] = ['n', 0];
  let [value, formula] = ['', ''];
  let collecting: 'value' | 'formula' | undefined;
  let inCell = false;
  let phonetic = 0;

  function beginRow(r: string | undefined): void {
    const next = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(next) || next <= row || next > 1_048_576)
      throw new FileRefused(`Tệp Excel có các dòng không theo thứ tự (gần dòng ${row}). Hãy lưu lại bằng Excel.`);
    row = next;
    column = 0;
    cells = new Map();
  }

  function beginCell(attributes: Readonly<Record<string, string>>): void {
    const { r, t = 'n', s = '0' } = attributes;
    column = r === undefined ? column + 1 : placeOf(r).column;
    [type, style, value, formula, inCell] = [t, Number(s), '', '', true];
  }

  function endCell(): void {
    inCell = false;
    const problem =
      type === 'e'
        ? `công thức trong ô báo lỗi ${value.slice(0, 20)}; hãy sửa công thức hoặc ghi thẳng giá trị`
        : undefined;
    const text = problem === undefined ? shownValue() : value;
    if (text !== '') cells.set(column, { text, link: linkOf(formula), problem });
  }

  function shownValue(): string {
    if (type === 's') return workbook.strings[Number(value)] ?? '';
    if (type === 'b') return value.trim() === '1' ? 'yes' : value === '' ? '' : 'no';
    if (type === 'd') return value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    if (type !== 'n') return unescaped(value);
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
    return shownNumber(number, workbook.formats[style] ?? { kind: 'number' }, workbook.is1904);
  }

  return {
    takeRows(): SheetRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
    handlers: {
      open(name: string, attributes: Readonly<Record<string, string>>) {
        if (name === 'row') beginRow(attributes.r);
        else if (name === 'c') beginCell(attributes);
        else if (!inCell) return;
        else if (name === 'rPh') phonetic++;
        else if (name === 'v' || (name === 't' && phonetic === 0)) collecting = 'value';
        else if (name === 'f') collecting = 'formula';
      },
      close(name: string) {
        if (name === 'row' && cells.size > 0) rows.push({ row, cells });
        else if (name === 'c') endCell();
        else if (name === 'rPh') phonetic--;
        else if (name === 'v' || name === 't' || name === 'f') collecting = undefined;
      },
      text(piece: string) {
        if (collecting === undefined) return;
        if (collecting === 'value') value += piece;
        else formula += piece;
        if (value.length + formula.length > longestCell)
          throw new FileRefused(`Ô ${lettersOf(column)}${row} dài quá 1 MB.`);
      },
    },
  };
}

/** The address that a `HYPERLINK("…", …)` formula names. */
function linkOf(formula: string): string | undefined {
  return /^\s*HYPERLINK\(\s*"([^"]{1,2000})"/i.exec(formula)?.[1];
}

/** Cells that are joined from one row down to another, within one column: that of the text. */
export interface JoinedCells {
  readonly from: number;
  readonly to: number;
}

/** What a sheet says after its rows. */
export interface SheetRemarks {
  /** Where cells lead, by address. */
  readonly links: ReadonlyMap<string, string>;
  /** By column, in the order of rows. */
  readonly joined: ReadonlyMap<number, readonly JoinedCells[]>;
}

/** Reads links and joined cells, which stand after the rows; the rows are passed over without being parsed. */
export async function readRemarks(archive: Archive, sheet: Sheet): Promise<SheetRemarks> {
  const links = new Map<string, string>();
  const joined = new Map<number, JoinedCells[]>();
  const relations = await readRelations(archive, sheet.part);
  const reader = createXmlReader(
    {
      open(name, attributes) {
        const range = attributes.ref;
        if (range === undefined) return;
        if (name === 'hyperlink') {
          const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
          const target = id === undefined ? undefined : relations.get(id)?.target;
          if (target !== undefined && !range.includes(':')) links.set(range.replaceAll('$', ''), target);
        } else if (name === 'mergeCell') {
          const [first, last] = cornersOf(range);
          if (last.row <= first.row) return;
          const inColumn = joined.get(first.column) ?? [];
          inColumn.push({ from: first.row, to: last.row });
          joined.set(first.column, inColumn);
        }
      },
    },
    true,
  );
  for await (const piece of afterRows(archive.read(sheet.part))) reader.write(piece);
  for (const inColumn of joined.values()) inColumn.sort((a, b) => a.from - b.from);
  return { links, joined };
}

/** What follows the end of the rows, with the sheet's own beginning put before it. */
async function* afterRows(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let before: string | undefined = '';
  for await (const piece of pieces) {
    if (before === undefined) {
      yield piece;
      continue;
    }
    const text: string = before + piece;
    const end = /<(?:\/([\w.-]+:)?sheetData|([\w.-]+:)?sheetData\s*\/)\s*>/.exec(text);
    if (end === null) {
      before = text.slice(-100);
      continue;
    }
    before = undefined;
    yield `<${end[1] ?? end[2] ?? ''}worksheet>`;
    yield text.slice(end.index + end[0].length);
  }
}
