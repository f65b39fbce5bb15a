import {
  type Audience,
  audiences,
  type Course,
  type Level,
  type Mode,
  offeredUntil,
  type ScheduleSlot,
  scheduleSlots,
} from '../catalogue/index.ts';
import { tokens } from '../text/index.ts';
import { dayNumber } from '../time/index.ts';
import { computerNeed } from './computer-need.ts';
import { hasForeignTitle } from './title-language.ts';
import { createTypedColumn } from './typed-column.ts';

/** What conditions look at, by document number. */
export interface CourseFacts {
  /** Whole đồng; -1 unknown. */
  readonly price: Float64Array;
  /** 0 unknown, 1 online, 2 in person, 3 hybrid. */
  readonly mode: Uint8Array;
  /** Number of the ward's code; 0 none. */
  readonly ward: Uint32Array;
  /** 0 unknown, 1 beginner, 2 intermediate, 3 advanced, 4 all. */
  readonly level: Uint8Array;
  /** Index into `languages`. */
  readonly language: Uint8Array;
  readonly languages: readonly string[];
  /** A bit per `scheduleSlots`. */
  readonly schedule: Uint8Array;
  /** A bit per `audiences`. */
  readonly audience: Uint16Array;
  /** 0 unknown, 1 no, 2 yes, for certificate, low data, wheelchair. */
  readonly certificate: Uint8Array;
  readonly lowData: Uint8Array;
  readonly wheelchair: Uint8Array;
  /** One of `computerNeeds`. */
  readonly computer: Uint8Array;
  /** Hours; 0 unknown. */
  readonly hours: Float32Array;
  /** Days since 1970, 2149 at the latest. */
  readonly confirmed: Uint16Array;
  /** The day on which it begins, days since 1970; 0 unknown. */
  readonly starts: Uint16Array;
  /** The last day on which it is in answers if nobody does anything; 0 when it is in none. */
  readonly until: Uint16Array;
  /** The last day on which reports make it sink; 0 when there are none. */
  readonly sunkUntil: Uint16Array;
  readonly organisation: Uint32Array;
}

const modes: Readonly<Record<Mode, number>> = { online: 1, in_person: 2, hybrid: 3 };
const levels: Readonly<Record<Level, number>> = { beginner: 1, intermediate: 2, advanced: 3, all: 4 };

/** Bit of a schedule slot in `CourseFacts.schedule`. */
export function scheduleBit(slot: ScheduleSlot): number {
  return 1 << scheduleSlots.indexOf(slot);
}

/** Bit of an audience in `CourseFacts.audience`. */
export function audienceBit(audience: Audience): number {
  return 1 << audiences.indexOf(audience);
}

/** A day that fits into two bytes. */
const inTwoBytes = (day: number): number => Math.max(0, Math.min(day, 65_535));

const u8 = () => createTypedColumn((size) => new Uint8Array(size));
const u16 = () => createTypedColumn((size) => new Uint16Array(size));
const u32 = () => createTypedColumn((size) => new Uint32Array(size));

/** What it is taught in, unless its title says otherwise; undetermined (BCP 47 `und`) then. */
function languageOf({ language, title }: Course): string | undefined {
  return language?.split('-')[0] === 'en' && hasForeignTitle(tokens(title)) ? 'und' : language;
}

/** Collects the facts of courses in order of their document numbers. */
export interface CourseFactsBuilder {
  add(course: Course): void;
  finish(): CourseFacts;
}

export function createCourseFactsBuilder(): CourseFactsBuilder {
  const organisations = new Map<string, number>();
  const languages: string[] = [''];
  const columns = {
    price: createTypedColumn((size) => new Float64Array(size)),
    mode: u8(),
    ward: u32(),
    level: u8(),
    language: u8(),
    schedule: u8(),
    audience: u16(),
    certificate: u8(),
    lowData: u8(),
    wheelchair: u8(),
    computer: u8(),
    hours: createTypedColumn((size) => new Float32Array(size)),
    confirmed: u16(),
    starts: u16(),
    until: u16(),
    sunkUntil: u16(),
    organisation: u32(),
  };

  function add(course: Course): void {
    const known = (value: boolean | undefined): number => (value === undefined ? 0 : value ? 2 : 1);
    columns.price.push(course.priceVnd ?? -1);
    columns.mode.push(course.mode === undefined ? 0 : modes[course.mode]);
    columns.ward.push(Number(course.ward ?? 0));
    columns.level.push(course.level === undefined ? 0 : levels[course.level]);
    columns.language.push(languageNumber(languageOf(course)));
    columns.schedule.push(course.schedule.reduce((bits, slot) => bits | scheduleBit(slot), 0));
    columns.audience.push(course.audience.reduce((bits, audience) => bits | audienceBit(audience), 0));
    columns.certificate.push(known(course.certificate));
    columns.lowData.push(known(course.lowData));
    columns.wheelchair.push(known(course.wheelchair));
    columns.computer.push(computerNeed(course));
    columns.hours.push(course.durationHours ?? 0);
    columns.confirmed.push(inTwoBytes(dayNumber(course.confirmedOn)));
    columns.starts.push(course.startsOn === undefined ? 0 : inTwoBytes(dayNumber(course.startsOn)));
    columns.until.push(inTwoBytes(offeredUntil(course) ?? 0));
    columns.sunkUntil.push(course.sunkUntil === undefined ? 0 : inTwoBytes(dayNumber(course.sunkUntil)));
    const organisation = organisations.get(course.organisation) ?? organisations.size;
    organisations.set(course.organisation, organisation);
    columns.organisation.push(organisation);
  }

  function languageNumber(language: string | undefined): number {
    const base = language?.split('-')[0] ?? '';
    const position = languages.indexOf(base);
    if (position >= 0) return position;
    if (languages.length === 255) return 0;
    languages.push(base);
    return languages.length - 1;
  }

  return {
    add,
    finish: () => ({
      price: columns.price.finish(),
      mode: columns.mode.finish(),
      ward: columns.ward.finish(),
      level: columns.level.finish(),
      language: columns.language.finish(),
      schedule: columns.schedule.finish(),
      audience: columns.audience.finish(),
      certificate: columns.certificate.finish(),
      lowData: columns.lowData.finish(),
      wheelchair: columns.wheelchair.finish(),
      computer: columns.computer.finish(),
      hours: columns.hours.finish(),
      confirmed: columns.confirmed.finish(),
      starts: columns.starts.finish(),
      until: columns.until.finish(),
      sunkUntil: columns.sunkUntil.finish(),
      organisation: columns.organisation.finish(),
      languages,
    }),
  };
}
