import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Course } from '../catalogue/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { largestOffset, openApi } from './openapi.ts';

interface FoundCourse {
  readonly course: Course;
  readonly reasons: readonly string[];
}

export interface ApiOptions {
  readonly coursePage: (courseId: string) => string;
  /** Turns away an address that asks too often. */
  readonly limitRate: MiddlewareHandler;
  /** Searches as the chat does; an empty `q` browses. */
  readonly find: (query: { q: string; limit: number; offset: number; locale: Locale }) => Promise<{
    courses: readonly FoundCourse[];
    understood: { topic: string; facets: unknown };
    none: boolean;
    near: readonly FoundCourse[];
  }>;
}

/** A whole number of plain digits; an empty one is as good as none. */
function wholeNumber(minimum: number, maximum: number, usual: number) {
  return z
    .string()
    .regex(/^\d*$/, `a whole number from ${minimum} to ${maximum}`)
    .default('')
    .transform((digits) => (digits === '' ? usual : Number(digits)))
    .pipe(z.number().min(minimum).max(maximum));
}

const query = z.object({
  q: z.string().max(2000).default(''),
  limit: wholeNumber(1, 100, 20),
  offset: wholeNumber(0, largestOffset, 0),
});

function localeOf(c: Context): Locale {
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi';
}

const fromAnyOrigin: MiddlewareHandler = (c, next) => {
  c.header('Access-Control-Allow-Origin', '*');
  return next();
};

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

  api.get('/api/v1/courses', fromAnyOrigin, options.limitRate, async (c) => {
    const parsed = query.safeParse(c.req.query());
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return c.json({ error: { code: 'bad_query', message: `${issue?.path.join('.')}: ${issue?.message}` } }, 400);
    }
    const found = await options.find({ ...parsed.data, locale: localeOf(c) });
    return c.json({
      courses: found.courses.map(shown),
      understood: found.understood,
      none: found.none,
      near: found.near.map(shown),
    });
  });
  api.get('/api/v1/openapi.json', fromAnyOrigin, options.limitRate, (c) => c.json(openApi));
  for (const path of new Set(api.routes.map((route) => route.path))) {
    api.all(path, fromAnyOrigin, (c) => {
      const allowed = 'GET, HEAD';
      const message = createTranslator(localeOf(c))('api-wrong-method', { problem: allowed });
      return c.json({ error: { code: 'method_not_allowed', message } }, 405, { Allow: allowed });
    });
  }
  return api;
}
