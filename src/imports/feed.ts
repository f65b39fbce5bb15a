import { type SQL, sql } from 'drizzle-orm';
import { FileRefused, type ImportResult, type RowProblem, readMappingText } from '../catalogue/index.ts';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { atWallClock, wallClock } from '../time/index.ts';
import { addressProblem } from './feed-fetch.ts';
import type { CityKinds } from './kinds.ts';

/** What staff say of an address that is looked at once a day. */
export interface FeedFields {
  readonly kind: string;
  readonly url: string;
  /** The owner of the rows; one address a kind and owner. */
  readonly source: string;
  readonly sheet: string | undefined;
  /** A mapping as a file of `--map`; undefined: columns by name. */
  readonly mapping: string | undefined;
  /** The city's hour, 0 to 23. */
  readonly hour: number;
  /** Imports the good rows of a file with bad ones. */
  readonly skipsBad: boolean;
  /** Marks rows that are no longer listed as unconfirmed. */
  readonly marksMissing: boolean;
}

export type FeedOutcome = 'imported' | 'unchanged' | 'refused' | 'failed';

/** What the last import found. */
export type FeedResult = Pick<
  ImportResult,
  'read' | 'created' | 'updated' | 'unchanged' | 'skipped' | 'problemCount' | 'ignoredColumns' | 'report'
> & {
  /** Rows of the source that are no longer listed; undefined where that cannot be told. */
  readonly missing?: number;
};

export interface Feed extends FeedFields {
  readonly id: number;
  readonly staffId: number;
  readonly isPaused: boolean;
  /** When it is fetched next; 1970 when staff asked for it now. */
  readonly nextAt: Date;
  /** Failures in a row. */
  readonly failures: number;
  readonly lastAt: Date | undefined;
  readonly outcome: FeedOutcome | undefined;
  readonly problem: string | undefined;
  readonly result: FeedResult | undefined;
  readonly problems: readonly RowProblem[];
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Whether somebody works on it. */
  readonly isRunning: boolean;
}

/** Why a feed cannot be kept: the field, and the remedy in words. */
export interface FeedProblem {
  readonly field: keyof FeedFields;
  readonly problem: string;
}

/** Addresses that a city looks at. */
const mostFeeds = 200;

interface FeedRow extends Record<string, unknown> {
  id: string;
  staff_id: string;
  kind: string;
  source: string;
  url: string;
  sheet: string | null;
  mapping: unknown;
  hour: number;
  skips_bad: boolean;
  marks_missing: boolean;
  paused: boolean;
  etag: string | null;
  last_modified: string | null;
  next_at: string;
  failures: number;
  last_at: string | null;
  outcome: FeedOutcome | null;
  problem: string | null;
  result: FeedResult | null;
  problems: RowProblem[];
  worker: string | null;
}

export const feedColumns = sql`
  id, staff_id, kind, source, url, sheet, mapping, hour, skips_bad, marks_missing, paused, etag, last_modified, next_at, failures, last_at,
  outcome, problem, result, problems, worker`;

export function feedOf(given: Record<string, unknown>): Feed {
  const row = given as FeedRow;
  return {
    id: Number(row.id),
    staffId: Number(row.staff_id),
    kind: row.kind,
    source: row.source,
    url: row.url,
    sheet: row.sheet ?? undefined,
    mapping: row.mapping === null ? undefined : JSON.stringify(row.mapping),
    hour: row.hour,
    skipsBad: row.skips_bad,
    marksMissing: row.marks_missing,
    isPaused: row.paused,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    nextAt: new Date(row.next_at),
    failures: row.failures,
    lastAt: row.last_at === null ? undefined : new Date(row.last_at),
    outcome: row.outcome ?? undefined,
    problem: row.problem ?? undefined,
    result: row.result ?? undefined,
    problems: row.problems,
    isRunning: row.worker !== null,
  };
}

async function select(db: Queryable, rest: SQL): Promise<Feed[]> {
  const { rows } = await db.execute(sql`select ${feedColumns} from import_feed ${rest}`);
  return rows.map(feedOf);
}

/** All feeds, those in trouble first. */
export function listFeeds(db: Queryable): Promise<Feed[]> {
  return select(db, sql`order by failures > 0 and not paused desc, kind, source`);
}

export async function findFeed(db: Queryable, id: number): Promise<Feed | undefined> {
  return (await select(db, sql`where id = ${id}`))[0];
}

/** The next moment at which the city's clocks show an hour. */
export function nextAtHour(now: Date, hour: number, timezone: string): Date {
  const today = wallClock(now, timezone);
  const at = atWallClock({ ...today, hour, minute: 0 }, timezone);
  return at > now ? at : atWallClock({ ...today, day: today.day + 1, hour, minute: 0 }, timezone);
}

export interface FeedDesk {
  /** Adds a feed, which is fetched at once. */
  add(fields: FeedFields, by: number): Promise<{ readonly id: number } | FeedProblem>;
  /** What is not given stays; it is fetched at once with what is new. Undefined: there is none. */
  edit(id: number, fields: Partial<FeedFields>, by: number): Promise<{ readonly id: number } | FeedProblem | undefined>;
  /** Stops or goes on with fetching; pressing again changes nothing. @returns whether there is such a feed */
  pause(id: number, isPaused: boolean, by: number): Promise<boolean>;
  /** Has it fetched within seconds, a paused one too. @returns whether there is such a feed */
  syncNow(id: number, by: number): Promise<boolean>;
  /** Forgets the address; rows stay. @returns whether there was such a feed */
  remove(id: number, by: number): Promise<boolean>;
}

export interface FeedDeskOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly kinds: CityKinds;
  readonly allowsLoopback: boolean;
}

/** What staff do with feeds, each noted in the audit. */
export function createFeedDesk({ database, clock, kinds, allowsLoopback }: FeedDeskOptions): FeedDesk {
  function problemOf(fields: FeedFields): FeedProblem | undefined {
    const kind = Object.hasOwn(kinds, fields.kind) ? kinds[fields.kind] : undefined;
    if (kind === undefined) return { field: 'kind', problem: `phải là một trong: ${Object.keys(kinds).join(', ')}` };
    if (!URL.canParse(fields.url) || fields.url.length > 2000)
      return { field: 'url', problem: 'phải là địa chỉ https://' };
    const wrongAddress = addressProblem(new URL(fields.url), allowsLoopback);
    if (wrongAddress !== undefined) return { field: 'url', problem: wrongAddress };
    if (fields.source.trim() === '' || fields.source.length > 100)
      return { field: 'source', problem: 'phải có, dài tối đa 100 chữ' };
    if (!Number.isInteger(fields.hour) || fields.hour < 0 || fields.hour > 23)
      return { field: 'hour', problem: 'phải là giờ từ 0 đến 23' };
    if (fields.mapping === undefined) return undefined;
    try {
      readMappingText(fields.mapping, 'ánh xạ', kind.columns);
    } catch (error) {
      if (error instanceof FileRefused) return { field: 'mapping', problem: error.message };
      throw error;
    }
    return undefined;
  }

  const written = (fields: FeedFields) => ({
    kind: sql`${fields.kind}`,
    source: sql`${fields.source.trim()}`,
    url: sql`${new URL(fields.url).href}`,
    sheet: sql`${fields.sheet ?? null}`,
    mapping: sql`${fields.mapping ?? null}::jsonb`,
    hour: sql`${fields.hour}`,
    skips_bad: sql`${fields.skipsBad}`,
    marks_missing: sql`${fields.marksMissing}`,
  });

  const taken: FeedProblem = {
    field: 'source',
    problem: 'đã có một địa chỉ cho loại và nguồn này; hãy sửa địa chỉ đó',
  };

  const note = (tx: Queryable, by: number, what: string, id: number, kind?: string) =>
    noteAudit(tx, {
      by,
      action: `import.feed_${what}`,
      subject: { kind: 'import_feed', id },
      ...(kind !== undefined && { detail: { kind } }),
      at: clock(),
    });

  const change = (id: number, by: number, what: string, set: SQL): Promise<boolean> =>
    database.transaction(async (tx) => {
      const { rows } = await tx.execute(sql`update import_feed set ${set} where id = ${id} returning 1`);
      if (rows.length > 0) await note(tx, by, what, id);
      return rows.length > 0;
    });

  return {
    async add(fields, by) {
      const problem = problemOf(fields);
      if (problem !== undefined) return problem;
      return database.transaction(async (tx) => {
        const values = written(fields);
        const { rows: counted } = await tx.execute<{ count: number }>(
          sql`select count(*)::int as count from import_feed`,
        );
        if ((counted[0]?.count ?? 0) >= mostFeeds)
          return { field: 'url', problem: `đã có ${mostFeeds} địa chỉ; hãy bỏ bớt` };
        const names = Object.keys(values).map((name) => sql.identifier(name));
        const { rows } = await tx.execute<{ id: string }>(sql`
          insert into import_feed (staff_id, next_at, created_at, ${sql.join(names, sql`, `)})
          values (${by}, ${clock()}, ${clock()}, ${sql.join(Object.values(values), sql`, `)})
          on conflict (kind, source) do nothing returning id`);
        const id = Number(rows[0]?.id ?? 0);
        if (id === 0) return taken;
        await note(tx, by, 'add', id, fields.kind);
        return { id };
      });
    },
    async edit(id, changes, by) {
      const feed = await findFeed(database.db, id);
      if (feed === undefined) return undefined;
      const fields = { ...feed, ...changes };
      const problem = problemOf(fields);
      if (problem !== undefined) return problem;
      return database.transaction(async (tx) => {
        const { rows: others } = await tx.execute(sql`
          select 1 from import_feed where kind = ${fields.kind} and source = ${fields.source.trim()} and id <> ${id}`);
        if (others.length > 0) return taken;
        const set = Object.entries(written(fields)).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`);
        // What the server said of the file was said for another address or another reading of it.
        const { rows } = await tx.execute(sql`
          update import_feed set ${sql.join(set, sql`, `)}, etag = null, last_modified = null, failures = 0, next_at = ${clock()},
            staff_id = ${by}, worker = null, worker_until = null
          where id = ${id} returning 1`);
        if (rows.length === 0) return undefined;
        await note(tx, by, 'edit', id, fields.kind);
        return { id };
      });
    },
    pause: (id, isPaused, by) =>
      change(
        id,
        by,
        isPaused ? 'pause' : 'resume',
        isPaused ? sql`paused = true` : sql`paused = false, failures = 0, next_at = ${clock()}::timestamptz`,
      ),
    syncNow: (id, by) => change(id, by, 'sync', sql`next_at = 'epoch', etag = null, last_modified = null`),
    remove: (id, by) =>
      database.transaction(async (tx) => {
        const { rows } = await tx.execute(sql`delete from import_feed where id = ${id} returning 1`);
        if (rows.length > 0) await note(tx, by, 'remove', id);
        return rows.length > 0;
      }),
  };
}
