import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { CsvError, type Options, parse } from 'csv-parse';
import type { FileFormat } from './file-check.ts';
import { FileRefused } from './problem.ts';
import type { TableSearch } from './xlsx/records.ts';

/** One record of a file: its cells by column name as written. */
export interface ReadRecord {
  readonly row: number;
  readonly bytes: number;
  /** The columns as written, in their order; a name that stands twice is here twice. */
  readonly names: readonly string[];
  readonly cells: ReadonlyMap<string, string>;
  /** Columns whose cell no text can be read from, with why: a JSON object, a formula that failed. */
  readonly unusable: ReadonlyMap<string, string>;
  /** Where the cells of a spreadsheet lead, by column. */
  readonly links?: ReadonlyMap<string, string>;
  /** The letters of a spreadsheet's columns. */
  readonly letters?: ReadonlyMap<string, string>;
}

/** A record, or why it could not be read. */
export type FileRecord = ReadRecord | { readonly row: number; readonly bytes: number; readonly unreadable: string };

const allUsable: ReadonlyMap<string, string> = new Map();

const noText = 'chỉ nhận chữ, số hoặc danh sách chữ; hãy ghi thẳng giá trị thay cho đối tượng JSON {…}';

/** The longest single record; a quote that never closes would otherwise swallow the file into memory. */
const longestRecord = 1_000_000;

/** Decodes a file as UTF-8, counting bytes; throws `FileRefused` at the first byte that is none. */
async function* decoded(file: string, progress: { bytes: number }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      const bytes = chunk as Buffer;
      progress.bytes += bytes.length;
      const text = decoder.decode(bytes, { stream: true });
      if (text.includes('\u0000')) throw new FileRefused('Tệp có byte không phải chữ (tệp nhị phân hoặc bị hỏng).');
      yield text;
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) {
      throw new FileRefused(
        `Tệp không phải mã UTF-8 (gần byte thứ ${progress.bytes}); có thể là Windows-1258 hoặc bị cắt cụt. ` +
          'Hãy mở bằng bảng tính rồi lưu lại dạng “CSV UTF-8”.',
      );
    }
    throw error;
  }
}

/** Comma, semicolon or tab, whichever stands most often outside quotes in the header. */
function separatorOf(header: string): string {
  const plain = header.replace(/"[^"]*"/g, '');
  const [first] = [',', ';', '\t'].sort((a, b) => plain.split(b).length - plain.split(a).length);
  return first ?? ',';
}

/** Excel writes and reads a line `sep=;` before the header. */
const separatorLine = /^\ufeff?"?sep=([,;|\t])"?\s*$/i;

async function firstLine(file: string): Promise<string> {
  for await (const line of createInterface({
    input: createReadStream(file, { end: 65_535 }),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    return line;
  }
  return '';
}

async function* csvRecords(file: string): AsyncGenerator<FileRecord> {
  const progress = { bytes: 0 };
  const first = await firstLine(file);
  const told = separatorLine.exec(first)?.[1];
  const options: Options = {
    bom: true,
    delimiter: told ?? separatorOf(first),
    from_line: told === undefined ? 1 : 2,
    // Rows of a wrong length and stray quotes become rows with problems of their own, not the end of the file.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
  };
  yield* csvRecordsOf(file, options, progress);
}

async function* csvRecordsOf(file: string, options: Options, progress: { bytes: number }): AsyncGenerator<FileRecord> {
  const parser = parse(options);
  let refused: unknown;
  const feeding = (async () => {
    for await (const text of decoded(file, progress)) {
      if (!parser.write(text)) await new Promise<void>((go) => parser.once('drain', go));
    }
    parser.end();
  })().catch((error: unknown) => {
    refused = error;
    parser.destroy();
  });
  let header: string[] | undefined;
  let row = 0;
  try {
    for await (const record of parser) {
      const cells = record as string[];
      row++;
      if (header === undefined) {
        header = cells.map((name) => name.trim());
        if (header.every((name) => name === '')) throw new FileRefused('Dòng đầu phải là tên các cột.');
        continue;
      }
      if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')) {
        yield {
          row,
          bytes: progress.bytes,
          unreadable: `có ${cells.length} ô trong khi chỉ có ${header.length} cột; ô chứa dấu phẩy hoặc xuống dòng phải đặt trong dấu "…"`,
        };
        continue;
      }
      yield {
        row,
        bytes: progress.bytes,
        names: header.filter((name) => name !== ''),
        cells: cellsOf(header, cells),
        unusable: allUsable,
      };
    }
  } catch (error) {
    if (refused === undefined) {
      if (!(error instanceof CsvError)) throw error;
      if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
        throw new FileRefused(
          `Dấu nháy kép mở sau dòng ${row} không được đóng: tệp bị cắt cụt hoặc thiếu dấu ". Hãy sửa ô đó rồi nhập lại.`,
        );
      }
      throw new FileRefused(`Không đọc được CSV sau dòng ${row}: ${error.code}.`);
    }
  } finally {
    parser.destroy();
  }
  await feeding;
  if (refused !== undefined) throw refused;
  if (header === undefined) throw new FileRefused('Tệp không có dòng nào.');
  if (row === 1) throw new FileRefused('Tệp chỉ có dòng tên cột, không có dòng dữ liệu nào.');
}

function cellsOf(header: readonly string[], cells: readonly string[]): Map<string, string> {
  const named = new Map<string, string>();
  header.forEach((name, position) => {
    if (name !== '') named.set(name, cells[position] ?? '');
  });
  return named;
}

/** A JSON value as a cell: lists are joined the way a cell separates them. */
function cellOfJson(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOfJson).join(';');
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function recordOfJson(row: number, bytes: number, value: unknown): FileRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { row, bytes, unreadable: 'mỗi bản ghi phải là một đối tượng JSON {…}' };
  }
  const entries = Object.entries(value).map(([name, cell]): [string, unknown] => [name.trim(), cell]);
  return {
    row,
    bytes,
    names: entries.map(([name]) => name),
    cells: new Map(entries.map(([name, cell]) => [name, cellOfJson(cell)])),
    unusable: new Map(entries.filter(([, cell]) => isNested(cell)).map(([name]) => [name, noText])),
  };
}

function isNested(value: unknown): boolean {
  const isStructure = (each: unknown): boolean => typeof each === 'object' && each !== null;
  return Array.isArray(value) ? value.some(isStructure) : isStructure(value);
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

async function* jsonLineRecords(file: string): AsyncGenerator<FileRecord> {
  const progress = { bytes: 0 };
  let row = 0;
  let rest = '';
  const recordOf = (line: string): FileRecord => {
    const parsed = parseJson(line);
    return parsed === undefined
      ? { row, bytes: progress.bytes, unreadable: 'dòng này không phải JSON hợp lệ' }
      : recordOfJson(row, progress.bytes, parsed.value);
  };
  for await (const text of decoded(file, progress)) {
    const lines = (rest + (row === 0 && rest === '' ? text.replace(/^\ufeff/, '') : text)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestRecord) throw new FileRefused(`Dòng ${row + lines.length + 1} dài quá 1 MB.`);
    for (const line of lines) {
      row++;
      if (line.trim() !== '') yield recordOf(line);
    }
  }
  row++;
  if (rest.trim() !== '') yield recordOf(rest);
}

async function* jsonRecords(file: string): AsyncGenerator<FileRecord> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    throw new FileRefused('Tệp không phải mã UTF-8. Hãy lưu lại bằng UTF-8.');
  }
  const parsed = parseJson(text);
  if (parsed === undefined) throw new FileRefused('Tệp không phải JSON hợp lệ, có thể bị cắt cụt.');
  if (!Array.isArray(parsed.value)) throw new FileRefused('Tệp JSON phải là một danh sách [ … ] các bản ghi.');
  if (parsed.value.length === 0) throw new FileRefused('Danh sách trong tệp JSON trống.');
  for (const [position, value] of parsed.value.entries()) yield recordOfJson(position + 1, text.length, value);
}

async function* spreadsheetRecords(file: string, search: TableSearch): AsyncGenerator<FileRecord> {
  const { xlsxRecords } = await import('./xlsx/records.ts');
  yield* xlsxRecords(file, search);
}

/** The records of a checked file, one at a time. Throws `FileRefused` when the file as a whole cannot be read. */
export function readRecords(file: string, format: FileFormat, search: TableSearch): AsyncGenerator<FileRecord> {
  if (format === 'csv') return csvRecords(file);
  if (format === 'xlsx') return spreadsheetRecords(file, search);
  return format === 'jsonl' ? jsonLineRecords(file) : jsonRecords(file);
}
