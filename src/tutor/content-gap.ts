import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { foldedPhrase } from '../text/index.ts';

/** A question that the lessons do not answer, as the authors see it: nobody's name, how often it came. */
export interface ContentGap {
  readonly id: number;
  /** In the words of whoever asked first, without what identifies a person. */
  readonly question: string;
  /** The lesson in which it was asked, if it was in one. */
  readonly lesson: string | undefined;
  readonly times: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly closedAt: Date | undefined;
}

const longestKey = 200;

/**
 * Notes that a question had no answer. The same words in the same lesson are one gap; one that was closed opens again.
 * @param question redacted already: it is kept without its asker
 */
export async function noteContentGap(
  tx: Queryable,
  { question, lesson, now }: { readonly question: string; readonly lesson: string | undefined; readonly now: Date },
): Promise<void> {
  const key = foldedPhrase(question).slice(0, longestKey);
  if (key === '') return;
  await tx.execute(sql`
    insert into content_gap (key, question, lesson, times, first_at, last_at)
    values (${key}, ${question}, ${lesson ?? ''}, 1, ${now}, ${now})
    on conflict (lesson, key) do update set times = content_gap.times + 1, last_at = ${now}, closed_at = null`);
}

interface GapRow extends Record<string, unknown> {
  id: string;
  question: string;
  lesson: string;
  times: number;
  first_at: string;
  last_at: string;
  closed_at: string | null;
}

const columns = sql`id, question, lesson, times, first_at, last_at, closed_at`;

function gapOf(row: GapRow): ContentGap {
  return {
    id: Number(row.id),
    question: row.question,
    lesson: row.lesson === '' ? undefined : row.lesson,
    times: row.times,
    firstAt: new Date(row.first_at),
    lastAt: new Date(row.last_at),
    closedAt: row.closed_at === null ? undefined : new Date(row.closed_at),
  };
}

/** The gaps that are open, or those that were closed, most asked first. */
export async function contentGaps(
  db: Queryable,
  { closed, limit, offset = 0 }: { readonly closed: boolean; readonly limit: number; readonly offset?: number },
): Promise<ContentGap[]> {
  const { rows } = await db.execute<GapRow>(sql`
    select ${columns} from content_gap
    where (closed_at is not null) = ${closed} order by times desc, last_at desc, id limit ${limit} offset ${offset}`);
  return rows.map(gapOf);
}

/** How many gaps are open, and how many were closed. */
export async function countContentGaps(db: Queryable): Promise<{ readonly open: number; readonly closed: number }> {
  const { rows } = await db.execute<{ open: number; closed: number }>(sql`
    select count(*) filter (where closed_at is null)::int as open, count(closed_at)::int as closed from content_gap`);
  return rows[0] ?? { open: 0, closed: 0 };
}

/**
 * Marks a gap as answered by a lesson, or opens it again, and notes who did. Undefined when there is none of that number; one that is so
 * already stays as it is.
 */
export function closeContentGap(
  database: Database,
  id: number,
  { isClosed, staffId, at }: { readonly isClosed: boolean; readonly staffId: number; readonly at: Date },
): Promise<ContentGap | undefined> {
  return database.transaction(async (tx) => {
    const { rows: before } = await tx.execute<GapRow>(
      sql`select ${columns} from content_gap where id = ${id} for update`,
    );
    const [found] = before;
    if (found === undefined) return undefined;
    if ((found.closed_at !== null) === isClosed) return gapOf(found);
    const { rows } = await tx.execute<GapRow>(sql`
      update content_gap set closed_at = ${isClosed ? at : null} where id = ${id} returning ${columns}`);
    const action = isClosed ? 'learning.close_gap' : 'learning.open_gap';
    await noteAudit(tx, { by: staffId, action, subject: { kind: 'content_gap', id }, at });
    return rows[0] && gapOf(rows[0]);
  });
}

/** Deletes gaps that nobody has met since a moment, at most `limit`. */
export async function deleteOldGaps(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from content_gap where id in (select id from content_gap where last_at < ${before} order by last_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
