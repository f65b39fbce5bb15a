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
import { derivedId, readId } from './ids.ts';
import type { RowContext } from './kind.ts';
import type { ColumnPlan } from './mapping.ts';
import type { RowProblem } from './problem.ts';
import type { ReadRecord } from './records.ts';
import { rowReader } from './row-reader.ts';

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
  readonly reviewed_on: string | undefined;
}

const readers = {
  id: readId,
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
  reviewed_on: readDay,
} as const satisfies Record<CourseColumn, (cell: string) => Cell<unknown>>;

/** Reads one record. Returns the course, or every problem of the row with the remedy. */
export function readCourseRow(
  record: ReadRecord,
  plan: ColumnPlan,
  { mapping, source, latestConfirmation }: RowContext,
): { row: CourseInput } | { problems: RowProblem[] } {
  const cells = rowReader(record, plan, mapping);
  const { problems } = cells;
  const title = cells.read('title', readers.title);
  const provider = cells.read('provider', readers.provider);
  const id = cells.read('id', readId);
  cells.demand('title', title);
  cells.demand('provider', provider);
  const startsOn = cells.read('starts_on', readers.starts_on);
  const endsOn = cells.read('ends_on', readers.ends_on);
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) {
    cells.fault('ends_on', endsOn, 'phải sau ngày khai giảng');
  }
  const course: CourseInput = {
    id: id ?? derivedId('khoa', title ?? '', [source, provider ?? '', title ?? '']),
    title: title ?? '',
    description: cells.read('description', readers.description),
    provider: provider ?? '',
    platform: cells.read('platform', readers.platform),
    url: cells.read('url', readers.url),
    topics: cells.read('topics', readers.topics) ?? [],
    skills: cells.read('skills', readers.skills) ?? [],
    level: cells.read('level', readers.level),
    language: cells.read('language', readers.language),
    mode: cells.read('mode', readers.mode),
    ward: cells.read('ward', readers.ward),
    address: cells.read('address', readers.address),
    price_vnd: cells.read('price_vnd', readers.price_vnd),
    duration_hours: cells.read('duration_hours', readers.duration_hours),
    schedule: cells.read('schedule', readers.schedule) ?? [],
    starts_on: startsOn,
    ends_on: endsOn,
    seats: cells.read('seats', readers.seats),
    certificate: cells.read('certificate', readers.certificate),
    low_data: cells.read('low_data', readers.low_data),
    wheelchair: cells.read('wheelchair', readers.wheelchair),
    audience: cells.read('audience', readers.audience) ?? [],
    confirmed_on: cells.read('confirmed_on', readers.confirmed_on),
    reviewed_on: cells.read('reviewed_on', readers.reviewed_on),
  };
  if (course.confirmed_on !== undefined && course.confirmed_on > latestConfirmation) {
    cells.fault(
      'confirmed_on',
      course.confirmed_on,
      'ngày xác nhận ở tương lai; hãy ghi ngày đã hỏi lại đơn vị, hoặc để trống',
    );
  }
  if (course.reviewed_on !== undefined && course.reviewed_on > latestConfirmation)
    cells.fault(
      'reviewed_on',
      course.reviewed_on,
      'ngày xem lại nội dung ở tương lai; hãy ghi ngày đã xem lại, hoặc để trống',
    );
  return problems.length > 0 ? { problems } : { row: course };
}

/** Tells an unchanged row: SHA-256 of everything the file says of it. */
export function contentHash(course: CourseInput): string {
  return hash('sha256', JSON.stringify(course), 'base64url');
}
