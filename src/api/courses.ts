import { z } from 'zod';
import type { Course } from '../catalogue/index.ts';
import type { Locale } from '../message/index.ts';
import { type Endpoint, publicEndpoint } from './endpoint.ts';
import { localeOf } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';

interface FoundCourse {
  readonly course: Course;
  readonly reasons: readonly string[];
}

export interface CoursesApiOptions {
  readonly coursePage: (courseId: string) => string;
  /** Searches as the chat does; an empty `q` browses. */
  readonly find: (query: { q: string; limit: number; offset: number; locale: Locale }) => Promise<{
    courses: readonly FoundCourse[];
    understood: { topic: string; facets: unknown };
    none: boolean;
    near: readonly FoundCourse[];
  }>;
}

/** The most courses to skip: past the end of any catalogue of ours. */
const largestOffset = 1_000_000;

const query = z.object({
  q: z.string().max(2000).default('').describe('A wish as people write it; empty browses, newest confirmed first.'),
  limit: wholeNumber(1, 100, 20).describe('Courses in one answer.'),
  offset: wholeNumber(0, largestOffset, 0).describe('Courses to skip.'),
});

const list = z.array(z.string());

const course = z.object({
  id: z.string(),
  title: z.string(),
  organisation: z.string(),
  platform: z.string().nullable(),
  url: z.url().describe('The organiser’s page, or ours where there is none.'),
  page: z.url().describe('Our public page of the course.'),
  price_vnd: z.int().nullable().describe('Whole đồng; 0 is free; null is not known.'),
  mode: z.enum(['online', 'in_person', 'hybrid']).nullable(),
  ward: z.string().nullable().describe('Official code of the ward.'),
  address: z.string().nullable(),
  level: z.enum(['beginner', 'intermediate', 'advanced', 'all']).nullable(),
  language: z.string().nullable().describe('BCP 47 of the teaching language.'),
  schedule: list,
  duration_hours: z.number().nullable(),
  starts_on: z.iso.date().nullable(),
  ends_on: z.iso.date().nullable(),
  certificate: z.boolean().nullable(),
  low_data: z.boolean().nullable(),
  wheelchair: z.boolean().nullable(),
  audience: list,
  topics: list,
  skills: list,
  confirmed_on: z.iso.date(),
  reviewed_on: z.iso
    .date()
    .nullable()
    .describe('The last day on which its content was reviewed; null: nobody has said.'),
  sample: z.boolean().describe('True for invented sample data.'),
  reasons: list.describe('Why the course stands here, and what it misses, in words.'),
});

const found = z.object({
  courses: z.array(course),
  understood: z.object({ topic: z.string(), facets: z.record(z.string(), z.unknown()) }),
  none: z.boolean().describe('True when nothing fits; the closest then stand in near.'),
  near: z.array(course),
});

/** Searching courses. */
export function courseEndpoints(options: CoursesApiOptions): readonly Endpoint[] {
  const shown = ({ course: each, reasons }: FoundCourse) => ({
    id: each.id,
    title: each.title,
    organisation: each.organisation,
    platform: each.platform ?? null,
    url: each.url ?? options.coursePage(each.id),
    page: options.coursePage(each.id),
    price_vnd: each.priceVnd ?? null,
    mode: each.mode ?? null,
    ward: each.ward ?? null,
    address: each.address ?? null,
    level: each.level ?? null,
    language: each.language ?? null,
    schedule: each.schedule,
    duration_hours: each.durationHours ?? null,
    starts_on: each.startsOn ?? null,
    ends_on: each.endsOn ?? null,
    certificate: each.certificate ?? null,
    low_data: each.lowData ?? null,
    wheelchair: each.wheelchair ?? null,
    audience: each.audience,
    topics: each.topics,
    skills: each.skills,
    confirmed_on: each.confirmedOn,
    reviewed_on: each.reviewedOn ?? null,
    sample: each.sample,
    reasons,
  });
  return [
    publicEndpoint('GET /api/v1/courses', {
      summary: 'Search courses as the chat does',
      query,
      answers: { 200: { description: 'What was found', schema: found } },
      async handle({ c, query: asked }) {
        const { courses, understood, none, near } = await options.find({ ...asked, locale: localeOf(c) });
        return c.json({ courses: courses.map(shown), understood, none, near: near.map(shown) });
      },
    }),
  ];
}
