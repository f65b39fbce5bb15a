const nullable = (type: string) => ({ type: [type, 'null'] });
const list = { type: 'array', items: { type: 'string' } };

const course = {
  type: 'object',
  required: ['id', 'title', 'organisation', 'url', 'page', 'price_vnd', 'sample', 'reasons'],
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    organisation: { type: 'string' },
    platform: nullable('string'),
    url: { type: 'string', format: 'uri', description: 'The organiser’s page, or ours where there is none.' },
    page: { type: 'string', format: 'uri', description: 'Our public page of the course.' },
    price_vnd: { ...nullable('integer'), description: 'Whole đồng; 0 is free; null is not known.' },
    mode: { ...nullable('string'), enum: ['online', 'in_person', 'hybrid', null] },
    ward: { ...nullable('string'), description: 'Official code of the ward.' },
    address: nullable('string'),
    level: { ...nullable('string'), enum: ['beginner', 'intermediate', 'advanced', 'all', null] },
    language: { ...nullable('string'), description: 'BCP 47 of the teaching language.' },
    schedule: list,
    duration_hours: nullable('number'),
    starts_on: { ...nullable('string'), format: 'date' },
    ends_on: { ...nullable('string'), format: 'date' },
    certificate: nullable('boolean'),
    low_data: nullable('boolean'),
    wheelchair: nullable('boolean'),
    audience: list,
    topics: list,
    skills: list,
    confirmed_on: { type: 'string', format: 'date' },
    sample: { type: 'boolean', description: 'True for invented sample data.' },
    reasons: { ...list, description: 'Why the course stands here, and what it misses, in words.' },
  },
} as const;

const parameter = (name: string, schema: object, description: string) => ({ name, in: 'query', schema, description });

/** The most courses to skip: past the end of any catalogue of ours. */
export const largestOffset = 1_000_000;

/** The description of /api/v1. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Bạn Học', version: '1', description: 'Courses of a learning city, searched as the chat searches.' },
  paths: {
    '/api/v1/courses': {
      get: {
        summary: 'Search courses as the chat does',
        parameters: [
          parameter(
            'q',
            { type: 'string', maxLength: 2000 },
            'A wish as people write it; empty browses, newest confirmed first.',
          ),
          parameter('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'Courses in one answer.'),
          parameter('offset', { type: 'integer', minimum: 0, maximum: largestOffset, default: 0 }, 'Courses to skip.'),
        ],
        responses: {
          200: {
            description: 'What was found',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['courses', 'understood', 'none', 'near'],
                  properties: {
                    courses: { type: 'array', items: course },
                    understood: {
                      type: 'object',
                      properties: { topic: { type: 'string' }, facets: { type: 'object' } },
                    },
                    none: { type: 'boolean', description: 'True when nothing fits; the closest then stand in near.' },
                    near: { type: 'array', items: course },
                  },
                },
              },
            },
          },
          400: { description: 'A parameter is wrong' },
          429: { description: 'Too many requests from one address; Retry-After says how many seconds to wait' },
        },
      },
    },
  },
} as const;
