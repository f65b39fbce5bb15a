import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wish as wishTable } from './schema.ts';
import type { Wish } from './wish.ts';

/** Notes what a learner asked for and whether anything fitted: unmet wishes are what the city should offer next. */
export async function recordWish(
  tx: Queryable,
  entry: { readonly learnerId: number; readonly wish: Wish; readonly results: number; readonly at: Date },
): Promise<void> {
  await tx.insert(wishTable).values({
    learnerId: entry.learnerId,
    topic: entry.wish.topic.slice(0, 200),
    facets: entry.wish.facets,
    results: entry.results,
    unmet: entry.results === 0,
    askedAt: entry.at,
  });
}

/** The topics a learner asked for most recently, newest first, each once. */
export async function recentTopics(db: Queryable, learnerId: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ topic: wishTable.topic })
    .from(wishTable)
    .where(eq(wishTable.learnerId, learnerId))
    .orderBy(desc(wishTable.id))
    .limit(50);
  return [...new Set(rows.map((row) => row.topic).filter((topic) => topic !== ''))].slice(0, limit);
}
