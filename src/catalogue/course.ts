/** The closed vocabularies of a course, as files, tables and facets spell them. */
export const levels = ['beginner', 'intermediate', 'advanced', 'all'] as const;
export type Level = (typeof levels)[number];

export const modes = ['online', 'in_person', 'hybrid'] as const;
export type Mode = (typeof modes)[number];

export const scheduleSlots = ['morning', 'afternoon', 'evening', 'weekend', 'self_paced'] as const;
export type ScheduleSlot = (typeof scheduleSlots)[number];

export const audiences = [
  'everyone',
  'teachers',
  'students',
  'children',
  'seniors',
  'workers',
  'job_seekers',
  'women',
  'persons_with_disabilities',
  'parents',
  'small_business',
] as const;
export type Audience = (typeof audiences)[number];

/** So many days ahead a course that is not listed any more sinks, each time it is read: no report sinks one for so long. */
export const unlistedDays = 3650;

/** A course as the catalogue keeps it. Money is whole đồng; dates are `YYYY-MM-DD`; ward is the official code. */
export interface Course {
  /** The row's own number; never shown to people. */
  readonly key: number;
  /** The public id: kept from the file, or derived from source, provider and title. */
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly organisation: string;
  readonly platform: string | undefined;
  readonly url: string | undefined;
  readonly topics: readonly string[];
  readonly skills: readonly string[];
  readonly level: Level | undefined;
  /** BCP 47 of the teaching language. */
  readonly language: string | undefined;
  readonly mode: Mode | undefined;
  readonly ward: string | undefined;
  readonly address: string | undefined;
  /** Whole đồng; 0 is free; unknown is undefined. */
  readonly priceVnd: number | undefined;
  readonly durationHours: number | undefined;
  readonly schedule: readonly ScheduleSlot[];
  readonly startsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly seats: number | undefined;
  readonly certificate: boolean | undefined;
  readonly lowData: boolean | undefined;
  readonly wheelchair: boolean | undefined;
  readonly audience: readonly Audience[];
  /** The last day on which its organisation, staff or its source said that it is so. */
  readonly confirmedOn: string;
  /** The last day on which who keeps it went through what it teaches; undefined when nobody has said. */
  readonly reviewedOn?: string | undefined;
  /** Its organisation or staff said that it is not offered any more. */
  readonly isClosed?: boolean;
  /** Several people reported it, and nobody has confirmed it since. */
  readonly isHidden?: boolean;
  /** The whole list of its source no longer has it, and nobody has confirmed it since. That it is gone is not known. */
  readonly isUnlisted?: boolean;
  /** The last day on which reports of fewer people make it sink; `unlistedDays` on while `isUnlisted`. */
  readonly sunkUntil?: string | undefined;
  readonly sample: boolean;
}
