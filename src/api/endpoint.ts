import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { problemOf, problemWords } from './problem.ts';
import { localeOf, refuse, type StaffEnvironment, staffOnly } from './staff-access.ts';
import type { StaffRoute } from './staff-routes.ts';

const largestBody = 64 * 1024;

/** One way an address answers; without a schema the body is said in words only. */
export interface DescribedAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Of the body; JSON where it is not said. */
  readonly type?: string;
}

/** What a request brought, parsed by the endpoint's schemas. */
export interface ParsedRequest<Params, Query, Body> {
  readonly c: Context<StaffEnvironment>;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** The same from a member of staff who may ask. */
export interface StaffRequest<Params, Query, Body> extends ParsedRequest<Params, Query, Body> {
  readonly member: StaffMember;
  /** Everything, or what is of the member's organisation. */
  readonly reach: 'all' | 'own';
}

interface Spec<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly summary: string;
  /** Of the path; a value that cannot be one finds nothing (404). */
  readonly params?: Params;
  readonly query?: Query;
  /** Of a JSON body; an empty body is read as `{}`. */
  readonly body?: Body;
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** By status; what every endpoint may answer is added. */
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
}

/** An endpoint whose request types are closed over. */
export interface Endpoint {
  /** `POST /api/v1/inbox/:id/claim`. */
  readonly route: string;
  readonly access: 'public' | 'staff';
  readonly spec: Spec<z.ZodType, z.ZodType, z.ZodType>;
  /** @throws BadRequest, NotFound */
  answer(c: Context<StaffEnvironment>): Promise<Response>;
}

/** Something in a request is not as it should be; the message names the field and what it should be. */
export class BadRequest extends Error {
  constructor(
    readonly code: 'bad_body' | 'bad_query',
    problem: string,
  ) {
    super(problem);
  }
}

/** The address names nothing. */
export class NotFound extends Error {}

/** The id of a row in an address. */
export const rowId = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .meta({ openapi: { type: 'integer' } });

/** An endpoint that anybody may use. @param route `GET /api/v1/courses` */
export function publicEndpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  route: string,
  spec: Spec<Params, Query, Body> & {
    handle(request: ParsedRequest<z.output<Params>, z.output<Query>, z.output<Body>>): Response | Promise<Response>;
  },
): Endpoint {
  return {
    route,
    access: 'public',
    spec,
    answer: async (c) => spec.handle(await parsed(c, spec)),
  };
}

/** An endpoint for staff; who may use it stands in `staffRoutes` under the same name. */
export function staffEndpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  route: StaffRoute,
  spec: Spec<Params, Query, Body> & {
    handle(request: StaffRequest<z.output<Params>, z.output<Query>, z.output<Body>>): Response | Promise<Response>;
  },
): Endpoint {
  return {
    route,
    access: 'staff',
    spec,
    answer: async (c) => spec.handle({ ...(await parsed(c, spec)), member: c.var.member, reach: c.var.reach }),
  };
}

async function parsed<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  c: Context<StaffEnvironment>,
  { params, query, body }: Spec<Params, Query, Body>,
): Promise<ParsedRequest<z.output<Params>, z.output<Query>, z.output<Body>>> {
  const t = createTranslator(localeOf(c));
  // Zod's own words stand where ours have none.
  const [ours, theirs] = [problemWords(t), z.locales[localeOf(c)]().localeError];
  const error: z.core.$ZodErrorMap = (issue) => ours(issue) ?? theirs(issue);
  const read = <Schema extends z.ZodType>(
    schema: Schema | undefined,
    value: unknown,
    problem: (error: z.ZodError) => Error,
  ): z.output<Schema> => {
    if (schema === undefined) return undefined as z.output<Schema>;
    const result = schema.safeParse(value, { error });
    if (!result.success) throw problem(result.error);
    return result.data;
  };
  return {
    c,
    params: read(params, c.req.param(), () => new NotFound()),
    query: read(query, c.req.query(), (found) => new BadRequest('bad_query', problemOf(found, t))),
    body: read(
      body,
      body === undefined ? undefined : jsonOf(await c.req.text(), t),
      (found) => new BadRequest('bad_body', problemOf(found, t)),
    ),
  };
}

function jsonOf(given: string, t: Translator): unknown {
  if (given.trim() === '') return {};
  try {
    return JSON.parse(given);
  } catch {
    throw new BadRequest('bad_body', t('api-problem-json'));
  }
}

export interface MountOptions {
  /** Turns away an address that asks too often. */
  readonly limitRate: MiddlewareHandler;
  /** Of public endpoints. */
  readonly fromAnyOrigin: MiddlewareHandler;
  /** The member a token belongs to. */
  readonly memberOf: (token: string) => Promise<StaffMember | undefined>;
}

/** Adds endpoints to an app: rate limit, rights, size, schemas, then the endpoint's own work. */
export function mountEndpoints(
  app: Hono<StaffEnvironment>,
  endpoints: readonly Endpoint[],
  options: MountOptions,
): void {
  const limitBody = bodyLimit({ maxSize: largestBody, onError: (c) => refuse(c, 413, 'too_large', 'api-too-large') });
  for (const endpoint of endpoints) {
    const [method = '', path = ''] = endpoint.route.split(' ');
    // A browser of another origin must be able to read that it was turned away.
    const guards: [MiddlewareHandler<StaffEnvironment>, MiddlewareHandler<StaffEnvironment>] =
      endpoint.access === 'public'
        ? [options.fromAnyOrigin, options.limitRate]
        : [options.limitRate, staffOnly(endpoint.route as StaffRoute, options.memberOf)];
    app.on(method, path, ...guards, limitBody, async (c) => {
      try {
        return await endpoint.answer(c);
      } catch (error) {
        if (error instanceof BadRequest) return refuse(c, 400, error.code, 'api-bad-body', { problem: error.message });
        if (error instanceof NotFound) return refuse(c, 404, 'not_found', 'api-nothing-there');
        throw error;
      }
    });
  }
}
