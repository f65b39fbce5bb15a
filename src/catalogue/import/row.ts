import { hash } from 'node:crypto';
import type { Audience, Level, Mode, ScheduleSlot } from '../course.ts';
import {
  type Cell,
  readAudience,
  readDay,
  readHours,
  readLanguage,
  readLevel,
  readLine,
  readMode,
  readPrice,
  readSchedule,
  readSeats,
  readText,
  readUrl,
  readWard,
  readWords,
  readYesNo,
} from './cells.ts';
import type { CourseColumn } from './columns.ts';
import { applyRule, type ColumnPlan, type Mapping } from './mapping.ts';
import { type RowProblem, shownValue } from './problem.ts';
import type { ReadRecord } from './records.ts';

/** A course as a file gives it. */
export interface CourseInput {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly provider: string;
  readonly platform: string | undefined;
  readonly url: string | undefined;
  readonly topics: readonly string[];
  readonly skills: readonly string[];
  readonly level: Level | undefined;
  readonly language: string | undefined;
  readonly mode: Mode | undefined;
  readonly ward: string | undefined;
  readonly address: string | undefined;
  readonly price_vnd: number | undefined;
  readonly duration_hours: number | undefined;
  readonly schedule: readonly ScheduleSlot[];
  readonly starts_on: string | undefined;
  readonly ends_on: string | undefined;
  readonly seats: number | undefined;
  readonly certificate: boolean | undefined;
  readonly low_data: boolean | undefined;
  readonly wheelchair: boolean | undefined;
  readonly audience: readonly Audience[];
  /** Undefined: the time of the import that created or changed the row. */
  readonly confirmed_on: string | undefined;
}

const readers = {
  id: readLine(120),
  title: readLine(300),
  description: readText(20_000),
  provider: readLine(200),
  platform: readLine(200),
  url: readUrl,
  topics: readWords,
  skills: readWords,
  level: readLevel,
  language: readLanguage,
  mode: readMode,
  ward: readWard,
  address: readLine(300),
  price_vnd: readPrice,
  duration_hours: readHours,
  schedule: readSchedule,
  starts_on: readDay,
  ends_on: readDay,
  seats: readSeats,
  certificate: readYesNo,
  low_data: readYesNo,
  wheelchair: readYesNo,
  audience: readAudience,
  confirmed_on: readDay,
} as const satisfies Record<CourseColumn, (cell: string) => Cell<unknown>>;

/** Ids are public: in addresses, deep links and choice lists. */
const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u;

/** The id of a row without one: readable, and the same whenever the same row comes again. */
function derivedId(source: string, provider: string, title: string): string {
  const slug = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const digest = hash('sha256', JSON.stringify([source, provider, title]), 'base64url');
  return `${slug === '' ? 'khoa' : slug}-${digest.replace(/[-_]/g, '').slice(0, 8)}`;
}

/** What the rows of one import are read with. */
export interface RowContext {
  readonly mapping: Mapping;
  /** Owner of rows without an id of their own. */
  readonly source: string;
  /** A row confirmed later than this day is wrong: nobody confirms ahead of time. */
  readonly latestConfirmation: string;
}

/** Reads one record. Returns the course, or every problem of the row with the remedy. */
export function readCourseRow(
  record: ReadRecord,
  plan: ColumnPlan,
  { mapping, source, latestConfirmation }: RowContext,
): { course: CourseInput } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  function read<C extends CourseColumn>(
    column: C,
  ): ReturnType<(typeof readers)[C]> extends Cell<infer T> ? T | undefined : never {
    type Value = ReturnType<(typeof readers)[C]> extends Cell<infer T> ? T | undefined : never;
    const theirs = plan.from.get(column);
    let cell = (theirs === undefined ? '' : (record.cells.get(theirs) ?? '')).trim();
    const rule = mapping.get(column);
    const fault = (problem: string): Value => {
      const name = theirs === undefined || theirs === column ? column : `${theirs} (${column})`;
      problems.push({ row: record.row, column: name, value: shownValue(cell), problem });
      return undefined as Value;
    };
    if (theirs !== undefined && record.nested.has(theirs)) {
      return fault('chỉ nhận chữ, số hoặc danh sách chữ; hãy ghi thẳng giá trị thay cho đối tượng JSON {…}');
    }
    if (rule !== undefined) {
      const mapped = applyRule(rule, cell);
      if ('problem' in mapped) return fault(mapped.problem);
      cell = mapped.value;
    }
    const result: Cell<unknown> = readers[column](cell);
    return 'problem' in result ? fault(result.problem) : (result.value as Value);
  }

  const title = read('title');
  const provider = read('provider');
  const id = read('id');
  for (const [column, value] of [
    ['title', title],
    ['provider', provider],
  ] as const) {
    if (value === undefined && !problems.some((problem) => problem.column.includes(column))) {
      problems.push({ row: record.row, column, value: '', problem: 'bắt buộc phải có' });
    }
  }
  if (id !== undefined && !idPattern.test(id)) {
    problems.push({ row: record.row, column: 'id', value: shownValue(id), problem: 'chỉ gồm chữ, số và . _ : -' });
  }
  const startsOn = read('starts_on');
  const endsOn = read('ends_on');
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    problems.push({ row: record.row, column: 'ends_on', value: endsOn, problem: 'phải sau ngày khai giảng' });
  }
  const course: CourseInput = {
    id: id ?? derivedId(source, provider ?? '', title ?? ''),
    title: title ?? '',
    description: read('description'),
    provider: provider ?? '',
    platform: read('platform'),
    url: read('url'),
    topics: read('topics') ?? [],
    skills: read('skills') ?? [],
    level: read('level'),
    language: read('language'),
    mode: read('mode'),
    ward: read('ward'),
    address: read('address'),
    price_vnd: read('price_vnd'),
    duration_hours: read('duration_hours'),
    schedule: read('schedule') ?? [],
    starts_on: startsOn,
    ends_on: endsOn,
    seats: read('seats'),
    certificate: read('certificate'),
    low_data: read('low_data'),
    wheelchair: read('wheelchair'),
    audience: read('audience') ?? [],
    confirmed_on: read('confirmed_on'),
  };
  if (course.confirmed_on !== undefined && course.confirmed_on > latestConfirmation) {
    problems.push({
      row: record.row,
      column: 'confirmed_on',
      value: course.confirmed_on,
      problem: 'ngày xác nhận ở tương lai; hãy ghi ngày đã hỏi lại đơn vị, hoặc để trống',
    });
  }
  return problems.length > 0 ? { problems } : { course };
}

/** Tells an unchanged row: SHA-256 of everything the file says of it. */
export function contentHash(course: CourseInput): string {
  return hash('sha256', JSON.stringify(course), 'base64url');
}
