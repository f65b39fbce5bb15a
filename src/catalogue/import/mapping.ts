import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ColumnSet } from './columns.ts';
import { FileRefused, shownValue } from './problem.ts';
import { type Finder, timedFinder } from './timed-match.ts';

const rule = z.strictObject({
  from: z.string().min(1),
  values: z.record(z.string(), z.string()).optional(),
  match: z.string().max(500).optional(),
  factor: z.number().positive().optional(),
  default: z.string().optional(),
  required: z.boolean().optional(),
});

/** How one of our columns is made from theirs. Order: take the cell, `match`, `values`, `factor`, else `default`. */
export interface MappingRule {
  readonly from: string;
  readonly values: ReadonlyMap<string, string> | undefined;
  /** The one group of `match` in a cell. */
  readonly match: Finder | undefined;
  readonly factor: number | undefined;
  /** Whether the column holds whole numbers: the product with `factor` is rounded. */
  readonly isWhole: boolean;
  readonly default: string | undefined;
  readonly required: boolean;
}

/** By our column. */
export type Mapping = ReadonlyMap<string, MappingRule>;

/** A mapping's regular expression searches this much of a cell. */
const longestMatched = 2000;

/** Digits that are kept of a product with `factor`: minutes become hours to a third of a second. */
const factorDigits = 4;

/** Reads a mapping file. Throws `FileRefused` naming the column and what is wrong. */
export async function readMapping(file: string, columns: ColumnSet): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FileRefused(`Không đọc được tệp ánh xạ ${file}.`);
  });
  return readMappingText(text, `Tệp ánh xạ ${file}`, columns);
}

/** Reads a mapping as it stands in a file. @param what how an error calls it */
export function readMappingText(text: string, what: string, columns: ColumnSet): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new FileRefused(`${what} không phải JSON hợp lệ.`);
  }
  const parsed = z.record(z.string(), rule).safeParse(value);
  if (!parsed.success) throw new FileRefused(`${what}: ${z.prettifyError(parsed.error)}`);
  const mapping = new Map<string, MappingRule>();
  for (const [name, given] of Object.entries(parsed.data)) {
    const column = columns.names.find((known) => known === name);
    if (column === undefined) {
      throw new FileRefused(`Tệp ánh xạ: không có cột “${name}”. Các cột: ${columns.names.join(', ')}.`);
    }
    mapping.set(column, {
      from: given.from,
      values:
        given.values &&
        new Map(Object.entries(given.values).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours])),
      match: given.match === undefined ? undefined : finderOf(name, given.match),
      factor: given.factor,
      isWhole: columns.whole.has(column),
      default: given.default,
      required: given.required ?? false,
    });
  }
  return mapping;
}

function finderOf(column: string, source: string): Finder {
  let expression: RegExp;
  let groups: number;
  try {
    expression = new RegExp(source, 'u');
    groups = (new RegExp(`|${source}`, 'u').exec('')?.length ?? 1) - 1;
  } catch {
    throw new FileRefused(`Tệp ánh xạ, cột ${column}: biểu thức “${source}” không hợp lệ.`);
  }
  if (groups !== 1)
    throw new FileRefused(`Tệp ánh xạ, cột ${column}: biểu thức “${source}” phải có đúng một nhóm ( ).`);
  return timedFinder(expression, (cell) => {
    throw new FileRefused(
      `Tệp ánh xạ, cột ${column}: biểu thức “${source}” dò quá một giây ở ô “${shownValue(cell)}”. ` +
        'Hãy viết lại cho gọn, tránh lặp lồng trong lặp như (a+)+.',
    );
  });
}

/** What a rule makes of a cell: the value in our spelling, "" for none, or what is wrong. */
export function applyRule(given: MappingRule, cell: string): { value: string } | { problem: string } {
  let value = cell.trim();
  if (given.match !== undefined && value !== '') {
    const group = given.match(value.slice(0, longestMatched));
    if (group === undefined && given.required) return { problem: 'không đúng dạng mà tệp ánh xạ đòi hỏi' };
    value = group?.trim() ?? '';
  }
  if (given.values !== undefined && value !== '') {
    const mapped = given.values.get(value.toLowerCase());
    if (mapped === undefined && given.required) return { problem: 'không có trong danh sách giá trị của tệp ánh xạ' };
    value = mapped ?? value;
  }
  if (given.factor !== undefined && value !== '') {
    const product = numberOf(value) * given.factor;
    if (!Number.isFinite(product)) return { problem: 'phải là một số để nhân với hệ số của tệp ánh xạ' };
    value = given.isWhole ? String(Math.round(product)) : String(Number(product.toFixed(factorDigits)));
  }
  if (value === '') value = given.default ?? '';
  if (value === '' && given.required) return { problem: 'bắt buộc phải có' };
  return { value };
}

/** Commas between groups of three are left out; another comma is a decimal one. */
function numberOf(text: string): number {
  const plain = text.replace(/\s/g, '');
  return Number(/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'));
}

/** How the columns of a file become ours: by the mapping first, else by name. */
export interface ColumnPlan {
  /** Our column → their column's name. */
  readonly from: ReadonlyMap<string, string>;
  /** Their columns that nothing uses. */
  readonly ignored: readonly string[];
}

/**
 * Plans the columns of a file or of one JSON record. A mapped column that is not there is left out: see
 * `assertColumns`. Throws `FileRefused` when two columns mean the same.
 */
export function planColumns(names: readonly string[], mapping: Mapping, columns: ColumnSet): ColumnPlan {
  const mapped = new Set([...mapping.values()].map((given) => given.from));
  const twice = names.find(
    (name, position) =>
      names.indexOf(name) !== position && (mapped.has(name) || isUsedByName(columns.columnOf(name), mapping)),
  );
  if (twice !== undefined) throw new FileRefused(`Cột “${twice}” có hai lần. Hãy bỏ hoặc đổi tên một cột.`);
  const from = new Map<string, string>();
  for (const [column, given] of mapping) if (names.includes(given.from)) from.set(column, given.from);
  const ignored: string[] = [];
  for (const name of names) {
    const column = columns.columnOf(name);
    if (column === undefined || mapping.has(column)) {
      if (!mapped.has(name)) ignored.push(name);
      continue;
    }
    const other = from.get(column);
    if (other !== undefined)
      throw new FileRefused(`Hai cột “${other}” và “${name}” đều là ${column}. Hãy bỏ bớt một cột.`);
    from.set(column, name);
  }
  return { from, ignored };
}

function isUsedByName(column: string | undefined, mapping: Mapping): boolean {
  return column !== undefined && !mapping.has(column);
}

/**
 * Throws `FileRefused` when the columns of a whole file lack a mapped or a required one. A JSON record may leave out
 * what others have, so all the names of a JSON file are looked at together.
 */
export function assertColumns(names: ReadonlySet<string>, mapping: Mapping, columns: ColumnSet): void {
  for (const [column, given] of mapping) {
    if (names.has(given.from)) continue;
    throw new FileRefused(
      `Tệp không có cột “${given.from}” mà tệp ánh xạ dùng cho ${column}. Các cột: ${[...names].join(', ')}.`,
    );
  }
  const known = new Set([...mapping.keys(), ...[...names].map(columns.columnOf)]);
  for (const [column, say] of Object.entries(columns.required)) {
    if (known.has(column)) continue;
    throw new FileRefused(`Thiếu cột bắt buộc ${say}. Các cột đang có: ${[...names].join(', ')}.`);
  }
}
