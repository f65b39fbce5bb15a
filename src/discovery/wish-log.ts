import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wish as wishTable } from './schema.ts';
import type { KeptWish } from './wish.ts';

/** What a learner asked for and how much fitted. */
export interface WishEntry {
  readonly learnerId: number;
  readonly wish: KeptWish;
  readonly results: number;
  readonly at: Date;
}

/**
 * The statement that notes what a learner asked for and whether anything fitted: unmet wishes are what the city should
 * offer next.
 */
export function wishStatement({ learnerId, wish, results, at }: WishEntry): SQL {
  return sql`
    insert into wish (learner_id, topic, facets, results, unmet, asked_at)
    values (${learnerId}, ${wish.topic.slice(0, 200).toWellFormed()}, ${JSON.stringify(wish.facets)}::jsonb, ${results},
      ${results === 0}, ${at})`;
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
