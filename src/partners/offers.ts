import { sql } from 'drizzle-orm';
import { type Course, coursesByKeys, standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { type Internship, internshipsByKeys, type Scholarship, scholarshipsByKeys } from '../opportunities/index.ts';
import { type Workshop, workshopsByKeys } from '../workshops/index.ts';

/** What an organisation offers today, for everybody to see. */
export interface OrganisationOffers {
  readonly courses: readonly Course[];
  readonly workshops: readonly Workshop[];
  readonly scholarships: readonly Scholarship[];
  readonly internships: readonly Internship[];
}

/** What of an organisation is open now: the newest confirmed courses, the soonest workshops and deadlines. @param look.limit of each kind */
export async function offersOfOrganisation(
  db: Queryable,
  organisationId: number,
  look: { readonly today: string; readonly now: Date; readonly limit: number },
): Promise<OrganisationOffers> {
  const { today, now, limit } = look;
  const { rows } = await db.execute<{ kind: string; id: string }>(sql`
    (select 'course' as kind, id from course where organisation_id = ${organisationId} and ${standingSql(today)} = 'offered'
      order by confirmed_on desc, id limit ${limit})
    union all (select 'workshop', id from workshop where organisation_id = ${organisationId} and status = 'planned'
      and starts_at > ${now} order by starts_at, id limit ${limit})
    union all (select 'scholarship', id from scholarship where organisation_id = ${organisationId} and missing_since is null and hidden_at is null
      and (deadline is null or deadline >= ${today}::date) order by deadline nulls last, id limit ${limit})
    union all (select 'internship', id from internship where organisation_id = ${organisationId} and missing_since is null and hidden_at is null
      and (deadline is null or deadline >= ${today}::date) order by deadline nulls last, id limit ${limit})`);
  const keys = (kind: string): number[] => rows.filter((row) => row.kind === kind).map(({ id }) => Number(id));
  return {
    courses: await coursesByKeys(db, keys('course')),
    workshops: await workshopsByKeys(db, keys('workshop')),
    scholarships: await scholarshipsByKeys(db, keys('scholarship')),
    internships: await internshipsByKeys(db, keys('internship')),
  };
}
