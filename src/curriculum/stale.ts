import { sql } from 'drizzle-orm';
import { type Course, coursesByKeys, standingSql } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { type Finder, namedConcept, type SkillTrend, surelyTaughtBy } from '../discovery/index.ts';
import { unmetWishes } from '../insights/index.ts';
import type { Lessons, Track } from '../learning/index.ts';
import { type Touch, touchOf, type Wanted, wantedOf, weightOfAll, weightsOfCourses } from './touched.ts';

/** Content that nobody has gone through for so long is to be looked at again. */
export const reviewMonths = 12;

/** A course whose content nobody has said to have reviewed within twelve months. */
export interface StaleContent {
  readonly course: Course;
  readonly organisationId: number;
  /** Concepts that it surely teaches, the surest first. */
  readonly skills: readonly string[];
  readonly touch: Touch;
  /** Learners who registered for it; rows of sample data count nowhere. */
  readonly enrolled: number;
  /** The request about it that is not ended, the newest. */
  readonly requestId: number | undefined;
}

/** A track of lessons: its content is as old as the lesson that was checked longest ago. */
export interface ReviewedTrack {
  readonly track: Track;
  readonly reviewedOn: string | undefined;
  readonly isStale: boolean;
  readonly skills: readonly string[];
  readonly touch: Touch;
}

/** What the list is made of. */
export interface CurriculumSources {
  readonly db: Queryable;
  readonly finder: Pick<Finder, 'demand' | 'teaching'>;
  readonly lessons: Pick<Lessons, 'tracks'>;
}

export interface Curriculum {
  /** Courses on offer that are to be reviewed, the most wanted first. */
  readonly courses: readonly StaleContent[];
  /** How many there are in all. */
  readonly total: number;
  /** Every track of lessons, those to be reviewed first, then the most wanted. */
  readonly tracks: readonly ReviewedTrack[];
  /** Skills in rising demand that no course on offer teaches, the strongest growth first. */
  readonly untaught: readonly SkillTrend[];
  /** Some of the demand is invented. */
  readonly hasSampleDemand: boolean;
}

/**
 * What of the city's teaching is stale against what is wanted. The order is by openings of the three newest months (those for rising skills
 * twice), people who wished in vain in the newest quarter, and learners registered, one each; then by the day of review, unknown ones first.
 * @param look.today the city's day
 */
export async function staleCurriculum(
  { db, finder, lessons }: CurriculumSources,
  look: { readonly today: string; readonly limit: number; readonly offset: number },
): Promise<Curriculum> {
  const { today } = look;
  const wanted = wantedOf(finder.demand, (await unmetWishes(db)).topics);
  const { courses, total } = await staleCourses(db, { ...look, wanted, weights: weightsOfCourses(finder, wanted) });
  return {
    courses,
    total,
    tracks: reviewedTracks(lessons, wanted, today),
    untaught: await untaughtSkills(db, finder, today),
    hasSampleDemand: finder.demand.skills.some(({ sample }) => sample),
  };
}

/** What is wanted of a course's skills, for a request about it. */
export async function touchOfCourse(
  { db, finder }: Pick<CurriculumSources, 'db' | 'finder'>,
  course: Course,
): Promise<Touch & { readonly skills: readonly string[] }> {
  const skills = surelyTaughtBy(course);
  return { ...touchOf(skills, wantedOf(finder.demand, (await unmetWishes(db)).topics)), skills };
}

interface StaleRow extends Record<string, unknown> {
  id: string;
  organisation_id: string;
  people: number;
  request_id: string | null;
  total: number;
}

async function staleCourses(
  db: Queryable,
  look: {
    readonly today: string;
    readonly limit: number;
    readonly offset: number;
    readonly wanted: Wanted;
    readonly weights: ReadonlyMap<number, number>;
  },
): Promise<{ courses: StaleContent[]; total: number }> {
  const { today, limit, offset, wanted, weights } = look;
  const { rows } = await db.execute<StaleRow>(sql`
    with touched as (
      select * from unnest(${sql.param([...weights.keys()])}::bigint[], ${sql.param([...weights.values()])}::int[]) as touched (key, weight)),
    enrolled as (
      select course_id, count(distinct learner_id)::int as people from enrolment where not sample group by course_id)
    select course.id, course.organisation_id, coalesce(people, 0) as people, count(*) over ()::int as total,
      (select max(request.id) from curriculum_request as request where request.course_id = course.id and ended is null) as request_id
    from course left join touched on touched.key = course.id left join enrolled on enrolled.course_id = course.id
    where ${standingSql(today)} = 'offered' and ${isStaleSql(today)}
    order by coalesce(weight, 0) + coalesce(people, 0) desc, reviewed_on nulls first, course.id
    limit ${limit} offset ${offset}`);
  const courses = await coursesByKeys(
    db,
    rows.map(({ id }) => Number(id)),
  );
  const byKey = new Map(rows.map((row) => [Number(row.id), row]));
  return {
    total: rows[0]?.total ?? 0,
    courses: courses.flatMap((course) => {
      const row = byKey.get(course.key);
      if (row === undefined) return [];
      const skills = surelyTaughtBy(course);
      return [
        {
          course,
          organisationId: Number(row.organisation_id),
          skills,
          touch: touchOf(skills, wanted),
          enrolled: row.people,
          requestId: row.request_id === null ? undefined : Number(row.request_id),
        },
      ];
    }),
  };
}

const isStaleSql = (today: string) =>
  sql`(reviewed_on is null or reviewed_on < ${today}::date - make_interval(months => ${reviewMonths}::int))`;

function reviewedTracks({ tracks }: Pick<Lessons, 'tracks'>, wanted: Wanted, today: string): ReviewedTrack[] {
  const since = `${Number(today.slice(0, 4)) - reviewMonths / 12}${today.slice(4)}`;
  return tracks
    .map((track) => {
      const reviewedOn = track.lessons.map(({ checked }) => checked).sort()[0];
      const skills = [...new Set(track.topics.flatMap((topic) => namedConcept(topic)?.id ?? []))];
      const isStale = reviewedOn === undefined || reviewedOn < since;
      return { track, reviewedOn, isStale, skills, touch: touchOf(skills, wanted) };
    })
    .sort(
      (a, b) => Number(b.isStale) - Number(a.isStale) || weightOfAll(b.skills, wanted) - weightOfAll(a.skills, wanted),
    );
}

/** A skill that the taxonomy does not know is taught where a course names it in so many words. */
async function untaughtSkills(
  db: Queryable,
  finder: CurriculumSources['finder'],
  today: string,
): Promise<SkillTrend[]> {
  const rising = finder.demand.skills.filter(({ isRising }) => isRising);
  if (rising.length === 0) return [];
  const teaching = rising.flatMap((skill, at) =>
    skill.concept === undefined ? [] : finder.teaching(skill.concept).map((key) => ({ at, key })),
  );
  const named = rising.flatMap((skill, at) => (skill.concept === undefined ? [{ at, name: skill.name }] : []));
  const { rows } = await db.execute<{ at: number }>(sql`
    select distinct at from unnest(${sql.param(teaching.map(({ at }) => at))}::int[], ${sql.param(teaching.map(({ key }) => key))}::bigint[])
      as teaching (at, key) join course on course.id = teaching.key where ${standingSql(today)} = 'offered'
    union
    select at from unnest(${sql.param(named.map(({ at }) => at))}::int[], ${sql.param(named.map(({ name }) => name))}::text[]) as named (at, name)
    where exists (select 1 from course, unnest(skills) as skill where lower(skill) = lower(name) and ${standingSql(today)} = 'offered')`);
  const taught = new Set(rows.map(({ at }) => at));
  return rising.filter((_, at) => !taught.has(at));
}
