import { z } from 'zod';
import type { DescribedAnswer, Endpoint } from './endpoint.ts';

const common: Readonly<Record<'public' | 'staff', Readonly<Record<string, DescribedAnswer>>>> = {
  public: { 429: { description: 'Too many requests from one address; Retry-After says how many seconds to wait' } },
  staff: {
    401: { description: 'No valid token' },
    403: { description: 'The role may not do this' },
    429: { description: 'Too many requests from one address; Retry-After says how many seconds to wait' },
  },
};

/** The description of the API, made from the schemas that requests are parsed with. */
export function describeApi(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const [method = '', path = ''] = endpoint.route.split(' ');
    const written = path.replace(/:(\w+)/g, '{$1}');
    paths[written] = { ...paths[written], [method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bạn Học',
      version: '1',
      description: 'Courses of a learning city, searched as the chat searches, and what its staff do.',
    },
    components: {
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', description: 'A token of npm run staff -- token EMAIL.' },
      },
    },
    paths,
  };
}

function operation({ access, spec }: Endpoint): object {
  const parameters = [
    ...parametersOf('path', spec.params),
    ...parametersOf('query', spec.query),
    ...Object.entries(spec.headers ?? {}).map(([name, schema]) => ({
      name,
      in: 'header',
      schema: jsonSchema(schema, 'input'),
    })),
  ];
  const body = spec.body && jsonSchema(spec.body, 'input');
  const answers = {
    ...spec.answers,
    ...(spec.query || spec.body
      ? { 400: { description: 'A field is wrong; the message names it and what it should be' } }
      : {}),
    ...(spec.params ? { 404: { description: 'Nothing with this id' } } : {}),
    ...common[access],
  };
  return {
    summary: spec.summary,
    ...(access === 'staff' ? { security: [{ staff: [] }] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body && {
      requestBody: { required: isNeeded(spec.body), content: { 'application/json': { schema: body } } },
    }),
    responses: Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)])),
  };
}

function isNeeded(body: z.ZodType | undefined): boolean {
  return body?.safeParse({}).success === false;
}

function responseOf({ description, schema, type = 'application/json' }: DescribedAnswer): object {
  if (schema === undefined && type === 'application/json') return { description };
  return { description, content: { [type]: { schema: schema ? jsonSchema(schema, 'output') : { type: 'string' } } } };
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly required?: readonly string[];
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): object[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as ObjectSchema;
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    ...(place === 'path' || required.includes(name) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

/** A schema's `openapi` metadata takes the place of what is derived; moments are said as RFC 3339 strings. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(made, { type: 'string', format: 'date-time' });
      const said = z.globalRegistry.get(zodSchema)?.openapi;
      if (said === undefined) return;
      for (const key of Object.keys(made))
        if (key !== 'description' && key !== 'default') delete made[key as keyof typeof made];
      Object.assign(made, said);
    },
  });
  return json;
}
