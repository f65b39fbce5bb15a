import type { Context } from 'hono';
import { z } from 'zod';
import type { Database } from '../database/index.ts';
import { type Feed, type FeedDesk, type FeedFields, type FeedProblem, findFeed, listFeeds } from '../imports/index.ts';
import { type Endpoint, rowId, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';

export interface ImportFeedsApiOptions {
  readonly database: Database;
  readonly feeds: FeedDesk;
}

const fields = {
  kind: z.string().max(40).describe('As `npm run import` calls it.'),
  url: z.string().max(2000).describe('https, on the open network.'),
  source: z.string().trim().min(1).max(100).describe('The owner of the rows; one address a kind and owner.'),
  hour: z.int().min(0).max(23).describe('Of the city, at which it is fetched each day.'),
  sheet: z.string().max(100).nullish().describe('Of a workbook; the first visible one without it.'),
  mapping: z.record(z.string(), z.unknown()).nullish().describe('As a file of `--map`.'),
  skips_bad: z.boolean().optional().describe('Imports the good rows of a file with bad ones; false without it.'),
  marks_missing: z
    .boolean()
    .optional()
    .describe('Marks rows that are no longer listed as unconfirmed; true without it. Nothing is ever deleted.'),
};
const newFeed = z.strictObject(fields);
const feedPatch = newFeed.partial();
const params = z.object({ id: rowId });

const feedSchema = z.object({
  id: z.int(),
  kind: z.string(),
  url: z.string(),
  source: z.string(),
  hour: z.int(),
  sheet: z.string().nullable(),
  mapping: z.record(z.string(), z.unknown()).nullable(),
  skips_bad: z.boolean(),
  marks_missing: z.boolean(),
  paused: z.boolean(),
  next_at: z.iso.datetime(),
  last_at: z.iso.datetime().nullable(),
  outcome: z.enum(['imported', 'unchanged', 'refused', 'failed']).nullable(),
  problem: z.string().nullable(),
  failures: z.int().describe('In a row.'),
  result: z
    .object({
      read: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      skipped: z.int(),
      missing: z
        .int()
        .nullable()
        .describe('Rows of the source that are no longer listed; null where that cannot be told.'),
    })
    .nullable(),
  errors: z.array(z.object({ row: z.int(), column: z.string(), problem: z.string() })),
});

function shown(feed: Feed): z.input<typeof feedSchema> {
  const { result } = feed;
  return {
    id: feed.id,
    kind: feed.kind,
    url: feed.url,
    source: feed.source,
    hour: feed.hour,
    sheet: feed.sheet ?? null,
    mapping: feed.mapping === undefined ? null : (JSON.parse(feed.mapping) as Record<string, unknown>),
    skips_bad: feed.skipsBad,
    marks_missing: feed.marksMissing,
    paused: feed.isPaused,
    next_at: feed.nextAt.toISOString(),
    last_at: feed.lastAt?.toISOString() ?? null,
    outcome: feed.outcome ?? null,
    problem: feed.problem ?? null,
    failures: feed.failures,
    result:
      result === undefined
        ? null
        : {
            read: result.read,
            created: result.created,
            updated: result.updated,
            unchanged: result.unchanged,
            skipped: result.skipped,
            missing: result.missing ?? null,
          },
    errors: feed.problems.map(({ row, column, problem }) => ({ row, column, problem })),
  };
}

/** What a request says, as the desk takes it; what it does not say is not there. */
function fieldsOf(given: z.output<typeof feedPatch>): Partial<FeedFields> {
  const { kind, url, source, hour, sheet, mapping, skips_bad: skipsBad, marks_missing: marksMissing } = given;
  return {
    ...(kind !== undefined && { kind }),
    ...(url !== undefined && { url }),
    ...(source !== undefined && { source }),
    ...(hour !== undefined && { hour }),
    ...(sheet !== undefined && { sheet: sheet ?? undefined }),
    ...(mapping !== undefined && { mapping: mapping === null ? undefined : JSON.stringify(mapping) }),
    ...(skipsBad !== undefined && { skipsBad }),
    ...(marksMissing !== undefined && { marksMissing }),
  };
}

/** The staff's part of the API that is addresses looked at once a day. */
export function importFeedEndpoints({ database, feeds }: ImportFeedsApiOptions): readonly Endpoint[] {
  const one = (description: string) => ({ description, schema: feedSchema });

  async function answered(
    c: Context,
    outcome: { readonly id: number } | FeedProblem | undefined,
    status: 200 | 201 = 200,
  ): Promise<Response> {
    if (outcome !== undefined && 'field' in outcome) {
      const { field, problem } = outcome;
      return c.json({ error: { code: 'invalid', message: `${field}: ${problem}` } }, 400);
    }
    const feed = outcome && (await findFeed(database.db, outcome.id));
    return feed === undefined ? refuse(c, 404, 'not_found', 'api-nothing-there') : c.json(shown(feed), status);
  }

  const press = (
    what: 'sync' | 'pause' | 'resume',
    summary: string,
    act: (id: number, by: number) => Promise<boolean>,
  ) =>
    staffEndpoint(`POST /api/v1/import-feeds/:id/${what}`, {
      summary,
      params,
      answers: { 200: one('The address as it then is') },
      handle: async ({ c, member, params: { id } }) => answered(c, (await act(id, member.id)) ? { id } : undefined),
    });

  return [
    staffEndpoint('GET /api/v1/import-feeds', {
      summary: 'Addresses that are looked at once a day, with how the last time went',
      answers: { 200: { description: 'All of them', schema: z.object({ import_feeds: z.array(feedSchema) }) } },
      handle: async ({ c }) => c.json({ import_feeds: (await listFeeds(database.db)).map(shown) }),
    }),
    staffEndpoint('POST /api/v1/import-feeds', {
      summary: 'Adds an address; it is fetched at once',
      body: newFeed,
      answers: { 201: one('The address') },
      handle: async ({ c, member, body }) => {
        const { kind, url, source, hour } = body;
        const usual = { sheet: undefined, mapping: undefined, skipsBad: false, marksMissing: true };
        return answered(c, await feeds.add({ ...usual, ...fieldsOf(body), kind, url, source, hour }, member.id), 201);
      },
    }),
    staffEndpoint('GET /api/v1/import-feeds/:id', {
      summary: 'One address',
      params,
      answers: { 200: one('The address') },
      handle: ({ c, params: { id } }) => answered(c, { id }),
    }),
    staffEndpoint('PATCH /api/v1/import-feeds/:id', {
      summary: 'Changes an address; it is fetched at once',
      params,
      body: feedPatch,
      answers: { 200: one('The address as it then is') },
      handle: async ({ c, member, params: { id }, body }) =>
        answered(c, await feeds.edit(id, fieldsOf(body), member.id)),
    }),
    press('sync', 'Fetches it within seconds', feeds.syncNow),
    press('pause', 'Stops fetching it', (id, by) => feeds.pause(id, true, by)),
    press('resume', 'Goes on with fetching it, at once', (id, by) => feeds.pause(id, false, by)),
    staffEndpoint('POST /api/v1/import-feeds/:id/remove', {
      summary: 'Forgets the address; its rows stay',
      params,
      answers: { 200: { description: 'It is forgotten', schema: z.object({ removed: z.literal(true) }) } },
      handle: async ({ c, member, params: { id } }) =>
        (await feeds.remove(id, member.id))
          ? c.json({ removed: true })
          : refuse(c, 404, 'not_found', 'api-nothing-there'),
    }),
  ];
}
