import { Hono } from 'hono';
import { z } from 'zod';
import type { Course } from '../catalogue/index.ts';
import type { Locale } from '../message/index.ts';
import { openApi } from './openapi.ts';

interface FoundCourse {
  readonly course: Course;
  readonly reasons: readonly string[];
}

export interface ApiOptions {
  readonly coursePage: (courseId: string) => string;
  /** Searches as the chat does; an empty `q` browses. */
  readonly find: (query: { q: string; limit: number; offset: number; locale: Locale }) => Promise<{
    courses: readonly FoundCourse[];
    understood: { topic: string; facets: unknown };
    none: boolean;
    near: readonly FoundCourse[];
  }>;
}

const query = z.object({
  q: z.string().max(2000).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

/** The public API, version 1. */
export function createApi(options: ApiOptions): Hono {
  const api = new Hono();
  const shown = ({ course, reasons }: FoundCourse) => ({
    id: course.id,
    title: course.title,
    organisation: course.organisation,
    platform: course.platform ?? null,
    url: course.url ?? options.coursePage(course.id),
    page: options.coursePage(course.id),
    price_vnd: course.priceVnd ?? null,
    mode: course.mode ?? null,
    ward: course.ward ?? null,
    address: course.address ?? null,
    level: course.level ?? null,
    language: course.language ?? null,
    schedule: course.schedule,
    duration_hours: course.durationHours ?? null,
    starts_on: course.startsOn ?? null,
    ends_on: course.endsOn ?? null,
    certificate: course.certificate ?? null,
    low_data: course.lowData ?? null,
    wheelchair: course.wheelchair ?? null,
    audience: course.audience,
    topics: course.topics,
    skills: course.skills,
    confirmed_on: course.confirmedOn,
    sample: course.sample,
    reasons,
  });

  api.get('/api/v1/courses', async (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    const parsed = query.safeParse(c.req.query());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return c.json({ error: { code: 'bad_query', message: `${issue?.path.join('.')}: ${issue?.message}` } }, 400);
    }
    const locale: Locale = /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi';
    const found = await options.find({ ...parsed.data, locale });
    return c.json({
      courses: found.courses.map(shown),
      understood: found.understood,
      none: found.none,
      near: found.near.map(shown),
    });
  });
  api.get('/api/v1/openapi.json', (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    return c.json(openApi);
  });
  return api;
}
