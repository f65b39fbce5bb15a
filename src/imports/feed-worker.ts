import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import { FileRefused, type ImportResult } from '../catalogue/index.ts';
import { type Clock, type Database, describeError } from '../database/index.ts';
import { type Feed, type FeedOutcome, type FeedResult, feedColumns, feedOf, nextAtHour } from './feed.ts';
import { type FetchLimits, fetchFeed } from './feed-fetch.ts';
import type { CityKinds } from './kinds.ts';

export interface FeedWorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** This process, told apart from all others. */
  readonly owner: string;
  readonly kinds: CityKinds;
  /** Whether a first real import leaves the sample rows. */
  readonly keepsSample: boolean;
  readonly limits: FetchLimits;
}

/** Work that is not renewed for so long was left by a process that died; another begins it anew, which is harmless. */
const leaseMilliseconds = 15_000;
const renewMilliseconds = 3_000;

/** The wait after a first failure; each further one doubles it, up to the next day's hour. */
const firstWaitMilliseconds = 15 * 60_000;

/** Bad rows that are kept for staff to read. */
const problemsKept = 50;

export interface FeedWorker {
  /** Fetches and imports the feed that has been due for longest. */
  round(): Promise<Readonly<{ imported: number; unchanged: number; refused: number; failed: number }>>;
  /** Breaks off between two slices; whoever runs next begins that feed anew. */
  stop(): void;
}

interface Ending {
  readonly outcome: FeedOutcome;
  readonly problem?: string;
  readonly result?: FeedResult;
  readonly problems?: ImportResult['problems'];
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/**
 * Looks at addresses one at a time:
 *
 *   due ──fetch──> unchanged | file ──import──> imported (due at its hour) | refused: bad rows
 *     └──> failed (due again after 15 minutes, 30, 60 … up to its hour)
 *
 * What the server said of a file is kept only when that file was imported whole, so one that was refused is looked at again.
 */
export function createFeedWorker(options: FeedWorkerOptions): FeedWorker {
  const { database, clock, timezone, owner, kinds } = options;
  const stopping = new AbortController();

  async function claim(): Promise<Feed | undefined> {
    const now = clock();
    const { rows } = await database.db.execute(sql`/* often */
      update import_feed set worker = ${owner}, worker_until = ${new Date(now.getTime() + leaseMilliseconds)}
      where id = (
        select id from import_feed
        where next_at <= ${now} and (not paused or next_at = 'epoch') and (worker_until is null or worker_until <= ${now})
        order by next_at, id for update skip locked limit 1)
      returning ${feedColumns}`);
    return rows[0] && feedOf(rows[0]);
  }

  /** Only what this process still holds, of the feed as it was claimed: one that staff changed meanwhile is begun anew. */
  const mine = (feed: Feed): SQL => sql`id = ${feed.id} and worker = ${owner}`;

  async function work(feed: Feed): Promise<FeedOutcome | undefined> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const renewing = setInterval(() => {
      const until = new Date(clock().getTime() + leaseMilliseconds);
      database.db
        .execute(sql`update import_feed set worker_until = ${until} where ${mine(feed)}`)
        // A database that is away for a moment is met by the import itself.
        .then(({ rowCount }) => rowCount === 0 && lost.abort())
        .catch(() => {});
    }, renewMilliseconds);
    const folder = await mkdtemp(join(tmpdir(), 'ban-hoc-feed-'));
    try {
      const ending = await endingOf(feed, folder, signal);
      return (await save(feed, ending)) ? ending.outcome : undefined;
    } catch (error) {
      if (signal.aborted) {
        if (!lost.signal.aborted)
          await database.db.execute(sql`update import_feed set worker = null, worker_until = null where ${mine(feed)}`);
        return undefined;
      }
      // The driver's words would say the statement and its rows.
      await save(feed, { outcome: 'failed', problem: describeError(error) });
      return 'failed';
    } finally {
      clearInterval(renewing);
      await rm(folder, { recursive: true, force: true });
    }
  }

  async function endingOf(feed: Feed, folder: string, signal: AbortSignal): Promise<Ending> {
    const kind = kinds[feed.kind];
    if (kind === undefined) return { outcome: 'failed', problem: `Không còn nhập loại “${feed.kind}”.` };
    const { etag, lastModified } = feed;
    try {
      const fetched = await fetchFeed(feed.url, { etag, lastModified, folder, signal, limits: options.limits });
      if (fetched.kind === 'unchanged') return { outcome: 'unchanged', etag, lastModified };
      const mapFile = feed.mapping === undefined ? undefined : join(folder, 'mapping.json');
      if (mapFile !== undefined) await writeFile(mapFile, feed.mapping ?? '');
      const listed = new Set<string>();
      const result = await kind.run(database, {
        file: fetched.file,
        fileName: feed.url.slice(0, 200),
        source: feed.source,
        ...(feed.sheet === undefined ? {} : { sheet: feed.sheet }),
        ...(mapFile === undefined ? {} : { mapFile }),
        skipBad: feed.skipsBad,
        keepsSample: options.keepsSample,
        by: feed.staffId,
        signal,
        clock,
        onListed: (id) => listed.add(id),
      });
      const { read, created, updated, unchanged, skipped, problemCount, ignoredColumns } = result;
      const counts = { read, created, updated, unchanged, skipped, problemCount, ignoredColumns };
      const problems = result.problems.slice(0, problemsKept);
      if (!result.imported)
        return { outcome: 'refused', problem: `Có ${skipped} dòng sai nên không nhập gì.`, result: counts, problems };
      const isWhole = skipped === 0;
      const missing = isWhole
        ? await kind.noteMissing?.(database, {
            source: feed.source,
            isListed: (id) => listed.has(id),
            marks: feed.marksMissing,
            now: clock(),
            report: result.report,
          })
        : undefined;
      return {
        outcome: 'imported',
        result: {
          ...counts,
          ...(result.report !== undefined && { report: result.report }),
          ...(missing !== undefined && { missing: missing.missing }),
        },
        problems,
        ...(isWhole && { etag: fetched.etag, lastModified: fetched.lastModified }),
        ...(missing?.isBelievable === false && {
          problem: `Tệp thiếu ${missing.missing} trên ${missing.rows} mục của nguồn này nên chưa đánh dấu mục nào; hãy xem tệp có đủ không.`,
        }),
      };
    } catch (error) {
      if (error instanceof FileRefused) return { outcome: 'failed', problem: error.message };
      throw error;
    }
  }

  /** @returns whether the feed was still ours */
  async function save(feed: Feed, ending: Ending): Promise<boolean> {
    const now = clock();
    const { outcome } = ending;
    const isFailure = outcome === 'failed' || outcome === 'refused';
    const atHour = nextAtHour(now, feed.hour, timezone);
    const wait = Math.min(firstWaitMilliseconds * 2 ** Math.min(feed.failures, 10), 86_400_000);
    // Bad rows are somebody's to repair: asking again every quarter of an hour would repair none.
    const nextAt = outcome === 'failed' ? new Date(Math.min(now.getTime() + wait, atHour.getTime())) : atHour;
    const { rowCount } = await database.db.execute(sql`
      update import_feed set outcome = ${outcome}, problem = ${ending.problem ?? null}, last_at = ${now}, next_at = ${nextAt},
        failures = ${isFailure ? feed.failures + 1 : 0}, worker = null, worker_until = null,
        result = coalesce(${ending.result === undefined ? null : JSON.stringify(ending.result)}::jsonb, result),
        problems = ${JSON.stringify(ending.problems ?? [])}::jsonb,
        etag = ${isFailure ? null : (ending.etag ?? null)}, last_modified = ${isFailure ? null : (ending.lastModified ?? null)}
      where ${mine(feed)}`);
    return rowCount === 1;
  }

  return {
    async round() {
      const counts = { imported: 0, unchanged: 0, refused: 0, failed: 0 };
      const feed = stopping.signal.aborted ? undefined : await claim();
      const outcome = feed === undefined ? undefined : await work(feed);
      if (outcome !== undefined) counts[outcome]++;
      return counts;
    },
    stop: () => stopping.abort(),
  };
}
