import { sql } from 'drizzle-orm';
import { standingRules, standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';

/** What an organisation does in the city, counted from what is there; invented rows count nowhere. */
export interface PartnerFigures {
  /** Courses in answers today. */
  readonly courses: number;
  /** Of these, so lately confirmed that nobody need be asked. */
  readonly confirmed: number;
  /** Workshops held or planned since the first day, and people who were checked in there. */
  readonly workshops: number;
  readonly attended: number;
  /** Scholarships one can apply for today, and the places they name. */
  readonly scholarships: number;
  readonly scholarshipPlaces: number;
  /** Internships and projects one can apply for today, and the places they name. */
  readonly internships: number;
  readonly internshipPlaces: number;
  /** Places of both that were given here. */
  readonly placesGiven: number;
  /** Learners who registered for a course of it or came to a workshop since the first day, each once. */
  readonly learners: number;
}

/** Fewer people are not counted out: who knows one of them could read more from the number than it should tell. */
export const smallestGroup = 5;

/**
 * The figures of an organisation in one statement.
 * @param since the first day that counts for what happened; all of it when missing
 */
export async function partnerFigures(
  db: Queryable,
  organisationId: number,
  look: { readonly today: string; readonly since?: string | undefined; readonly timezone: string },
): Promise<PartnerFigures> {
  const { today, since = '1900-01-01', timezone } = look;
  const begins = sql`(${since}::date::timestamp at time zone ${timezone})`;
  const open = sql`organisation_id = ${organisationId} and not sample and missing_since is null and hidden_at is null
    and (deadline is null or deadline >= ${today}::date)`;
  const { rows } = await db.execute<Record<Counted, number>>(sql`
    with offered as (
      select confirmed_on from course
      where organisation_id = ${organisationId} and not sample and ${standingSql(today)} = 'offered'),
    held as (
      select id from workshop
      where organisation_id = ${organisationId} and not sample and status = 'planned' and starts_at >= ${begins}),
    people as (
      select learner_id from enrolment join course on course.id = course_id
      where course.organisation_id = ${organisationId} and not enrolment.sample and enrolment.created_at >= ${begins}
      union
      select learner_id from workshop_registration join held on held.id = workshop_id
      where checked_in_at is not null and learner_id is not null)
    select (select count(*)::int from offered) as courses,
      (select count(*)::int from offered where confirmed_on >= ${today}::date - ${standingRules.askDays}::int) as confirmed,
      (select count(*)::int from held) as workshops,
      (select count(*)::int from workshop_registration join held on held.id = workshop_id
        where checked_in_at is not null) as attended,
      (select count(*)::int from scholarship where ${open}) as scholarships,
      (select coalesce(sum(seats), 0)::int from scholarship where ${open}) as scholarship_places,
      (select count(*)::int from internship where ${open}) as internships,
      (select coalesce(sum(seats), 0)::int from internship where ${open}) as internship_places,
      (select coalesce(sum(taken), 0)::int from (select taken, organisation_id, sample from scholarship
        union all select taken, organisation_id, sample from internship) as opportunity
        where organisation_id = ${organisationId} and not sample) as places_given,
      (select count(*)::int from people) as learners`);
  const [row] = rows;
  if (row === undefined) throw new Error('A statement that counts has a row.');
  const {
    scholarship_places: scholarshipPlaces,
    internship_places: internshipPlaces,
    places_given: placesGiven,
    ...same
  } = row;
  return { ...same, scholarshipPlaces, internshipPlaces, placesGiven };
}

type Counted =
  | Exclude<keyof PartnerFigures, 'scholarshipPlaces' | 'internshipPlaces' | 'placesGiven'>
  | 'scholarship_places'
  | 'internship_places'
  | 'places_given';
