import { type Course, standingRules } from '../../catalogue/index.ts';
import type { Internship, Scholarship } from '../../opportunities/index.ts';
import { cityTime, dayNumber } from '../../time/index.ts';
import type { Workshop } from '../../workshops/index.ts';
import type { OfferFacts } from './offer.ts';

/** The texts of an offer in the fields in which courses are searched, and what decides besides. */
export interface OfferDocument {
  readonly text: Course;
  readonly facts: OfferFacts;
}

type Texts = Pick<Course, 'id' | 'title' | 'organisation' | 'sample'> & Partial<Course>;

/** A course with nothing but texts: what decides about an offer stands in its facts, and none of it is a course's condition. */
function texts(given: Texts): Course {
  return {
    key: 0,
    description: undefined,
    platform: undefined,
    url: undefined,
    topics: [],
    skills: [],
    level: undefined,
    language: undefined,
    mode: undefined,
    ward: undefined,
    address: undefined,
    priceVnd: undefined,
    durationHours: undefined,
    schedule: [],
    startsOn: undefined,
    endsOn: undefined,
    seats: undefined,
    certificate: undefined,
    lowData: undefined,
    wheelchair: undefined,
    audience: [],
    confirmedOn: never,
    ...given,
  };
}

/** Whether it is over is told by its facts. */
const never = '2149-01-01';

/** The last day on which one can apply; without one, as long as a course that nobody confirmed since. */
function openUntil({ deadline, updatedOn }: Pick<Scholarship, 'deadline' | 'updatedOn'>): number {
  return deadline === undefined ? dayNumber(updatedOn) + standingRules.hiddenDays : dayNumber(deadline);
}

export function workshopDocument(workshop: Workshop, timezone: string): OfferDocument {
  const { key, id, title, description, topics, audience, language, sample, ward, wheelchair, startsAt } = workshop;
  return {
    text: texts({ id, title, description, organisation: workshop.organisation ?? '', topics, language, sample }),
    facts: {
      kind: 'workshop',
      key,
      ward,
      wheelchair,
      audience,
      isUnconfirmed: false,
      startsAt: startsAt.getTime(),
      until: dayNumber(cityTime(startsAt, timezone).day),
    },
  };
}

export function scholarshipDocument(scholarship: Scholarship): OfferDocument {
  const { key, id, title, provider, description, sample } = scholarship;
  const { ageFrom, ageTo, wards, income, disability, occupationStatus } = scholarship;
  return {
    text: texts({ id, title, description, organisation: provider, sample }),
    facts: {
      kind: 'scholarship',
      key,
      ward: undefined,
      wheelchair: undefined,
      isUnconfirmed: scholarship.isUnconfirmed,
      until: openUntil(scholarship),
      conditions: { ageFrom, ageTo, wards, income, disability, occupationStatus },
    },
  };
}

export function internshipDocument(internship: Internship): OfferDocument {
  const { key, id, title, organisation, description, skills, ward, sample } = internship;
  return {
    text: texts({ id, title, description, organisation, skills, sample }),
    facts: {
      kind: 'internship',
      key,
      ward,
      wheelchair: undefined,
      isUnconfirmed: internship.isUnconfirmed,
      until: openUntil(internship),
    },
  };
}
