import type { Course, Organisation } from '../catalogue/index.ts';
import { wardByCode } from '../places/index.ts';
import { seatsLeft, type Workshop } from '../workshops/index.ts';

const modeNames = { online: 'online', in_person: 'onsite', hybrid: 'blended' } as const;

/** Drops what is undefined, so that nothing unknown is claimed. */
function known(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function placeOf(course: {
  readonly ward: string | undefined;
  readonly address: string | undefined;
}): Record<string, unknown> | undefined {
  const ward = course.ward === undefined ? undefined : wardByCode(course.ward);
  if (ward === undefined) return undefined;
  return {
    '@type': 'Place',
    name: course.address ?? ward.fullName,
    address: known({
      '@type': 'PostalAddress',
      streetAddress: course.address,
      addressLocality: ward.fullName,
      addressRegion: 'Thành phố Hồ Chí Minh',
      addressCountry: 'VN',
    }),
  };
}

/**
 * A course as schema.org Course, safe to stand inside a script element: "<" is escaped, so no text of a course can close
 * it.
 */
export function courseJsonLd(course: Course, pageUrl: string): string {
  const hours = course.durationHours;
  const data = known({
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: course.title,
    description: course.description ?? course.title,
    url: pageUrl,
    sameAs: course.url,
    inLanguage: course.language,
    teaches: course.skills.length > 0 ? course.skills : undefined,
    about: course.topics.length > 0 ? course.topics : undefined,
    isAccessibleForFree: course.priceVnd === undefined ? undefined : course.priceVnd === 0,
    provider: { '@type': 'Organization', name: course.organisation },
    offers:
      course.priceVnd === undefined ? undefined : { '@type': 'Offer', price: course.priceVnd, priceCurrency: 'VND' },
    hasCourseInstance: known({
      '@type': 'CourseInstance',
      courseMode: course.mode && modeNames[course.mode],
      courseWorkload: hours === undefined ? undefined : `PT${Math.max(1, Math.round(hours))}H`,
      startDate: course.startsOn,
      endDate: course.endsOn,
      location: placeOf(course),
    }),
  });
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

/** A workshop as schema.org EducationEvent, safe to stand inside a script element. */
export function workshopJsonLd(workshop: Workshop, pageUrl: string): string {
  const { place, onlineUrl } = workshop;
  const there =
    placeOf({ ward: workshop.ward, address: place }) ??
    (place === undefined ? undefined : { '@type': 'Place', name: place, address: place });
  const online = onlineUrl === undefined ? undefined : { '@type': 'VirtualLocation', url: onlineUrl };
  const locations = [there, online].filter((each) => each !== undefined);
  const left = seatsLeft(workshop);
  const isFree = left === undefined || (left > 0 && workshop.waiting === 0);
  const mode = there === undefined ? 'Online' : online === undefined ? 'Offline' : 'Mixed';
  const data = known({
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    name: workshop.title,
    description: workshop.description ?? workshop.title,
    url: pageUrl,
    startDate: workshop.startsAt.toISOString(),
    endDate: workshop.endsAt.toISOString(),
    eventStatus: `https://schema.org/${workshop.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: locations.length === 0 ? undefined : `https://schema.org/${mode}EventAttendanceMode`,
    location: locations.length > 1 ? locations : locations[0],
    organizer: workshop.organisation && { '@type': 'Organization', name: workshop.organisation },
    inLanguage: workshop.language,
    about: workshop.topics.length > 0 ? workshop.topics : undefined,
    isAccessibleForFree: true,
    maximumAttendeeCapacity: workshop.capacity,
    remainingAttendeeCapacity: left,
    offers: {
      '@type': 'Offer',
      price: 0,
      priceCurrency: 'VND',
      url: pageUrl,
      availability: `https://schema.org/${isFree ? 'InStock' : 'SoldOut'}`,
    },
  });
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

/** An organisation as schema.org Organization, as safe as a course. */
export function organisationJsonLd(organisation: Organisation, pageUrl: string): string {
  const data = known({
    '@context': 'https://schema.org',
    '@type': organisation.kind === 'university' ? 'CollegeOrUniversity' : 'Organization',
    name: organisation.name,
    description: organisation.description,
    url: pageUrl,
    sameAs: organisation.url,
    address: placeOf({ ward: organisation.ward, address: undefined })?.address,
  });
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
