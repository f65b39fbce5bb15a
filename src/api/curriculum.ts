import { z } from 'zod';
import { localDate } from '../conversation/index.ts';
import { type StaleContent, staleCurriculum } from '../curriculum/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { type Finder, type SkillTrend, skillName } from '../discovery/index.ts';
import type { Lessons } from '../learning/index.ts';
import type { Locale } from '../message/index.ts';
import { smallestGroup } from '../partners/index.ts';
import { type Endpoint, staffEndpoint } from './endpoint.ts';
import { localeOf } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

export interface CurriculumApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly finder: Finder;
  readonly lessons: Lessons;
}

const skillSchema = z.object({ concept: z.string(), name: z.string() });
const trendSchema = z.object({
  name: z.string(),
  recent: z.int(),
  before: z.int(),
  growth: z.number(),
  sample: z.boolean(),
});
const wanted = {
  skills: z.array(skillSchema).describe('What it surely teaches.'),
  openings: z.int().describe('Openings of the newest three months that ask for these skills.'),
  rising: z.array(trendSchema),
  unmet: z.int().describe('People who wished for these in vain in the newest quarter, in steps of five.'),
};
const curriculumSchema = z.object({
  total: z.int(),
  courses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      organisation: z.object({ id: z.int(), name: z.string() }),
      reviewed_on: z.iso.date().nullable(),
      sample: z.boolean(),
      ...wanted,
      enrolled: z.int().nullable().describe('Learners registered; null: one to four.'),
      request: z.int().nullable().describe('The request about it that is not ended.'),
    }),
  ),
  tracks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      reviewed_on: z.iso.date().nullable(),
      stale: z.boolean(),
      ...wanted,
    }),
  ),
  untaught: z.array(trendSchema).describe('Skills in rising demand that no course on offer teaches.'),
});

/** What of the city's teaching is stale against what is wanted. */
export function curriculumEndpoints(options: CurriculumApiOptions): readonly Endpoint[] {
  const { database, clock, timezone, finder, lessons } = options;
  return [
    staffEndpoint('GET /api/v1/curriculum', {
      summary:
        'Courses and tracks whose content was not reviewed for a year, the most wanted first; skills that nothing teaches',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page of courses, and all the rest', schema: curriculumSchema } },
      async handle({ c, query }) {
        const locale = localeOf(c);
        const look = { today: localDate(clock(), timezone), ...query };
        const found = await staleCurriculum({ db: database.db, finder, lessons }, look);
        return c.json({
          total: found.total,
          courses: found.courses.map(({ course, organisationId, enrolled, requestId, ...of }) => ({
            id: course.id,
            title: course.title,
            organisation: { id: organisationId, name: course.organisation },
            reviewed_on: course.reviewedOn ?? null,
            sample: course.sample,
            ...wantedOf(of, locale),
            enrolled: enrolled > 0 && enrolled < smallestGroup ? null : enrolled,
            request: requestId ?? null,
          })),
          tracks: found.tracks.map(({ track, reviewedOn, isStale, ...of }) => ({
            id: track.id,
            title: track.title,
            reviewed_on: reviewedOn ?? null,
            stale: isStale,
            ...wantedOf(of, locale),
          })),
          untaught: found.untaught.map((skill) => trendOf(skill, locale)),
        } satisfies z.input<typeof curriculumSchema>);
      },
    }),
  ];
}

function wantedOf({ skills, touch }: Pick<StaleContent, 'skills' | 'touch'>, locale: Locale) {
  return {
    skills: skills.map((concept) => ({ concept, name: skillName({ concept, name: concept }, locale) })),
    openings: touch.openings,
    rising: touch.rising.map((skill) => trendOf(skill, locale)),
    unmet: touch.unmet,
  };
}

function trendOf(skill: SkillTrend, locale: Locale): z.input<typeof trendSchema> {
  const { recent, before, growth, sample } = skill;
  return { name: skillName(skill, locale), recent, before, growth, sample };
}
