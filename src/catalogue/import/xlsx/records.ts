import { FileRefused } from '../problem.ts';
import type { FileRecord } from '../records.ts';
import { lettersOf } from './address.ts';
import { type Archive, openArchive } from './archive.ts';
import { type JoinedCells, readRemarks, readRows, type SheetCell, type SheetRemarks, type SheetRow } from './sheet.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

/** What tells where the table of a workbook is. */
export interface TableSearch {
  /** The sheet's name; the first visible one when missing. */
  readonly sheet: string | undefined;
  /** Whether a heading is a column that the import knows. */
  readonly isColumn: (name: string) => boolean;
}

/** Offices put a title, a date and an empty row above the table; headings are looked for in so many rows. */
const rowsAboveTable = 30;

/**
 * The rows of a workbook's table as records, numbered as Excel numbers them. Formulas count as the value they had when the
 * file was saved; a text in joined cells counts for every row it spans. Throws `FileRefused` in words.
 */
export async function* xlsxRecords(file: string, search: TableSearch): AsyncGenerator<FileRecord> {
  const archive = await openArchive(file);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = sheetOf(workbook, search.sheet);
    yield* recordsOfSheet(archive, workbook, sheet, search);
  } finally {
    await archive.close();
  }
}

function sheetOf({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const comparable = (name: string): string => name.normalize('NFC').trim().toLowerCase();
  const found =
    wanted === undefined ? (shown[0] ?? sheets[0]) : sheets.find(({ name }) => comparable(name) === comparable(wanted));
  if (found !== undefined) return found;
  if (sheets.length === 0) throw new FileRefused('Tệp Excel không có trang tính nào.');
  const names = sheets.map(({ name }) => `“${name}”`).join(', ');
  throw new FileRefused(`Tệp Excel không có trang tính “${wanted}”. Các trang tính: ${names}.`);
}

async function* recordsOfSheet(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  search: TableSearch,
): AsyncGenerator<FileRecord> {
  const remarks = await readRemarks(archive, sheet);
  const progress = { bytes: 0 };
  const table = createTable(remarks, progress);
  let above: SheetRow[] = [];
  let records = 0;
  for await (const row of readRows(archive, workbook, sheet, progress)) {
    if (table.hasHeadings) {
      const record = table.recordOf(row);
      if (record === undefined) continue;
      records++;
      yield record;
      continue;
    }
    above.push(row);
    const isHeading = [...row.cells.values()].filter(({ text }) => search.isColumn(nameOf(text))).length > 1;
    if (isHeading) table.setHeadings(row);
    else if (above.length === rowsAboveTable) break;
  }
  const [first] = above;
  if (first === undefined) throw new FileRefused(`Trang tính “${sheet.name}” trống.`);
  // Without headings that are known, the first row must be meant; what it lacks is said where columns are judged.
  if (!table.hasHeadings) {
    const names = [...first.cells.values()].map(({ text }) => nameOf(text));
    throw new FileRefused(
      `Không thấy dòng tên cột trong ${rowsAboveTable} dòng đầu của trang tính “${sheet.name}” (đọc được: ${names.slice(0, 8).join(', ')}). ` +
        othersThan(workbook, sheet),
    );
  }
  above = [];
  if (records === 0)
    throw new FileRefused(
      `Trang tính “${sheet.name}” chỉ có dòng tên cột, không có dòng dữ liệu nào. ${othersThan(workbook, sheet)}`.trim(),
    );
}

function othersThan({ sheets }: Workbook, sheet: Sheet): string {
  const others = sheets.filter((each) => each !== sheet && !each.isHidden).map(({ name }) => `“${name}”`);
  return others.length === 0
    ? 'Hãy kiểm tra tên các cột.'
    : `Bảng có thể ở trang tính khác: ${others.slice(0, 10).join(', ')}. Hãy chọn trang tính (--sheet TÊN).`;
}

function nameOf(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The table below its headings: makes records of rows, and carries texts of joined cells down. */
function createTable({ links, joined }: SheetRemarks, progress: { readonly bytes: number }) {
  /** Headings by column. */
  let headings = new Map<number, string>();
  let names: string[] = [];
  let letters = new Map<string, string>();
  /** The last row of the headings, when they take several. */
  let headingsEnd = 0;
  const carried = new Map<number, { readonly until: number; readonly cell: SheetCell }>();
  const positions = new Map<number, number>();

  function nameColumns(cells: ReadonlyMap<number, SheetCell>): void {
    for (const [column, { text }] of cells) if (nameOf(text) !== '') headings.set(column, nameOf(text));
    headings = new Map([...headings].sort(([a], [b]) => a - b));
    names = [...headings.values()];
    letters = new Map([...headings].map(([column, name]) => [name, lettersOf(column)]));
  }

  /** The joined cells of a column that begin at a row. */
  function joinedAt(column: number, row: number): JoinedCells | undefined {
    const inColumn = joined.get(column);
    if (inColumn === undefined) return undefined;
    let position = positions.get(column) ?? 0;
    while ((inColumn[position]?.from ?? Number.POSITIVE_INFINITY) < row) position++;
    positions.set(column, position);
    return inColumn[position]?.from === row ? inColumn[position] : undefined;
  }

  function cellAt(cells: ReadonlyMap<number, SheetCell>, column: number, row: number): SheetCell | undefined {
    const own = cells.get(column);
    if (own !== undefined) {
      const span = joinedAt(column, row);
      if (span !== undefined) carried.set(column, { until: span.to, cell: own });
      return own;
    }
    const above = carried.get(column);
    return above !== undefined && row <= above.until ? above.cell : undefined;
  }

  return {
    get hasHeadings() {
      return headings.size > 0;
    },
    setHeadings({ row, cells }: SheetRow): void {
      nameColumns(cells);
      headingsEnd = Math.max(row, ...[...cells.keys()].map((column) => joinedAt(column, row)?.to ?? row));
    },
    /** Undefined for a row without a cell under any heading. */
    recordOf({ row, cells }: SheetRow): FileRecord | undefined {
      if (row <= headingsEnd) {
        nameColumns(cells);
        return undefined;
      }
      if (![...headings.keys()].some((column) => (cells.get(column)?.text.trim() ?? '') !== '')) return undefined;
      const texts = new Map<string, string>();
      const unusable = new Map<string, string>();
      const leads = new Map<string, string>();
      for (const [column, name] of headings) {
        const cell = cellAt(cells, column, row);
        texts.set(name, cell?.text ?? '');
        if (cell?.problem !== undefined) unusable.set(name, cell.problem);
        const link = cell?.link ?? links.get(`${lettersOf(column)}${row}`);
        if (link !== undefined) leads.set(name, link);
      }
      return { row, bytes: progress.bytes, names, cells: texts, unusable, links: leads, letters };
    },
  };
}
