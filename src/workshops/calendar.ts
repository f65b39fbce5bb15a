import { wardByCode } from '../places/index.ts';
import type { Registration } from './registration.ts';
import type { Workshop } from './workshop.ts';

/** What a calendar file says in words, in the reader's language. */
export interface CalendarWords {
  /** "Mã điểm danh: …" under the description. */
  readonly code: (code: string) => string;
  /** "HỦY: …" before the title. */
  readonly cancelled: (title: string) => string;
}

const dayInSeconds = 86_400;

/**
 * A workshop as an iCalendar file: times in UTC, which needs no table of time zones and is right in every program. Its UID never changes and its
 * SEQUENCE grows with each change, so that a file opened again moves the entry instead of doubling it; cancelled, it strikes it out.
 * With a registration it is that person's own: the code for the door, and struck out when they gave up.
 * @param host of our address; calendars want an organiser they could write to
 */
export async function workshopCalendar(
  workshop: Workshop,
  options: {
    readonly page: string;
    readonly host: string;
    readonly words: CalendarWords;
    readonly registration?: Pick<Registration, 'code' | 'state' | 'version'> | undefined;
  },
): Promise<string> {
  const { default: ical, ICalAlarmType, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const { registration, words, page, host } = options;
  const isOff =
    workshop.status === 'cancelled' ||
    (registration !== undefined && !['taken', 'offered'].includes(registration.state));
  const ward = workshop.ward === undefined ? undefined : wardByCode(workshop.ward)?.fullName;
  const where = [workshop.place, ward].filter((part) => part !== undefined).join(', ');
  const lines = [registration && words.code(registration.code), workshop.description, workshop.onlineUrl, page];
  const calendar = ical({
    prodId: { company: 'Ban Hoc', product: 'Workshops', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${workshop.key}${registration === undefined ? '' : `-${registration.code}`}@workshops.ban-hoc`,
    sequence: workshop.sequence + (registration?.version ?? 0),
    start: workshop.startsAt,
    end: workshop.endsAt,
    stamp: workshop.updatedAt,
    lastModified: workshop.updatedAt,
    summary: isOff ? words.cancelled(workshop.title) : workshop.title,
    description: lines.filter((line) => line !== undefined && line !== '').join('\n'),
    url: page,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(where === '' ? {} : { location: where }),
    ...(workshop.organisation === undefined
      ? {}
      : { organizer: { name: workshop.organisation, email: `no-reply@${host}` } }),
    ...(isOff
      ? {}
      : {
          alarms: [dayInSeconds, 2 * 3600].map((trigger) => ({
            type: ICalAlarmType.display,
            trigger,
            description: workshop.title,
          })),
        }),
  });
  return calendar.toString();
}
