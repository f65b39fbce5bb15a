import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type CourseColumn, columnOfName, courseColumns } from './columns.ts';
import { FileRefused } from './problem.ts';

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
  readonly match: RegExp | undefined;
  readonly factor: number | undefined;
  readonly default: string | undefined;
  readonly required: boolean;
}

export type Mapping = ReadonlyMap<CourseColumn, MappingRule>;

/** A cell longer than this is not searched with a mapping's regular expression, which may be slow on long text. */
const longestMatched = 2000;

/** Reads a mapping file. Throws `FileRefused` naming the column and what is wrong. */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FileRefused(`Không đọc được tệp ánh xạ ${file}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new FileRefused(`Tệp ánh xạ ${file} không phải JSON hợp lệ.`);
  }
  const parsed = z.record(z.string(), rule).safeParse(value);
  if (!parsed.success) throw new FileRefused(`Tệp ánh xạ ${file}: ${z.prettifyError(parsed.error)}`);
  const mapping = new Map<CourseColumn, MappingRule>();
  for (const [name, given] of Object.entries(parsed.data)) {
    const column = courseColumns.find((known) => known === name);
    if (column === undefined) {
      throw new FileRefused(`Tệp ánh xạ: không có cột “${name}”. Các cột: ${courseColumns.join(', ')}.`);
    }
    mapping.set(column, {
      from: given.from,
      values:
        given.values &&
        new Map(Object.entries(given.values).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours])),
      match: given.match === undefined ? undefined : compile(name, given.match),
      factor: given.factor,
      default: given.default,
      required: given.required ?? false,
    });
  }
  return mapping;
}

function compile(column: string, source: string): RegExp {
  let expression: RegExp;
  try {
    expression = new RegExp(source, 'u');
  } catch {
    throw new FileRefused(`Tệp ánh xạ, cột ${column}: biểu thức “${source}” không hợp lệ.`);
  }
  const groups = (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
  if (groups !== 1)
    throw new FileRefused(`Tệp ánh xạ, cột ${column}: biểu thức “${source}” phải có đúng một nhóm ( ).`);
  return expression;
}

/** What a rule makes of a cell: the value in our spelling, "" for none, or what is wrong. */
export function applyRule(given: MappingRule, cell: string): { value: string } | { problem: string } {
  let value = cell.trim();
  if (given.match !== undefined && value !== '') {
    const group = given.match.exec(value.slice(0, longestMatched))?.[1];
    if (group === undefined && given.required) return { problem: 'không đúng dạng mà tệp ánh xạ đòi hỏi' };
    value = group?.trim() ?? '';
  }
  if (given.values !== undefined && value !== '') {
    const mapped = given.values.get(value.toLowerCase());
    if (mapped === undefined && given.required) return { problem: 'không có trong danh sách giá trị của tệp ánh xạ' };
    value = mapped ?? value;
  }
  if (given.factor !== undefined && value !== '') {
    const number = Number(value.replace(/[\s,]/g, ''));
    if (!Number.isFinite(number)) return { problem: 'phải là một số để nhân với hệ số của tệp ánh xạ' };
    value = String(Math.round(number * given.factor));
  }
  if (value === '') value = given.default ?? '';
  if (value === '' && given.required) return { problem: 'bắt buộc phải có' };
  return { value };
}

/** How the columns of a file become ours: by the mapping first, else by name. */
export interface ColumnPlan {
  /** Our column → their column's name. */
  readonly from: ReadonlyMap<CourseColumn, string>;
  /** Their columns that nothing uses. */
  readonly ignored: readonly string[];
}

/**
 * Plans the columns of a file. Throws `FileRefused` when a mapped or required column is missing or two columns mean
 * the same.
 */
export function planColumns(names: readonly string[], mapping: Mapping): ColumnPlan {
  const from = new Map<CourseColumn, string>();
  for (const [column, given] of mapping) {
    if (!names.includes(given.from)) {
      throw new FileRefused(
        `Tệp không có cột “${given.from}” mà tệp ánh xạ dùng cho ${column}. Các cột: ${names.join(', ')}.`,
      );
    }
    from.set(column, given.from);
  }
  const mapped = new Set(from.values());
  const ignored: string[] = [];
  for (const name of names) {
    const column = columnOfName(name);
    if (column === undefined) {
      if (!mapped.has(name)) ignored.push(name);
      continue;
    }
    if (mapping.has(column)) continue;
    const other = from.get(column);
    if (other !== undefined)
      throw new FileRefused(`Hai cột “${other}” và “${name}” đều là ${column}. Hãy bỏ bớt một cột.`);
    from.set(column, name);
  }
  for (const column of ['title', 'provider'] as const) {
    if (!from.has(column)) {
      const say = column === 'title' ? 'title (Tên khóa học)' : 'provider (Đơn vị)';
      throw new FileRefused(`Thiếu cột bắt buộc ${say}. Các cột đang có: ${names.join(', ')}.`);
    }
  }
  return { from, ignored };
}
