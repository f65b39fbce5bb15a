import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wish as wishTable } from './schema.ts';
import type { Facets, KeptWish } from './wish.ts';

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

/** The statement that notes skills which nothing in the catalogue teaches: of nobody, for the figures of what is missing. */
export function missingSkillsStatement(skills: readonly string[], at: Date): SQL {
  return sql`
    insert into wish (learner_id, topic, facets, results, unmet, asked_at)
    select null, left(skill, 200), '{}'::jsonb, 0, true, ${at} from unnest(${sql.param([...skills])}::text[]) as skill`;
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

/** A search as it stands in a learner's history. */
export interface LoggedWish {
  readonly id: number;
  readonly topic: string;
  readonly facets: Facets;
  readonly at: Date;
}

/** The searches of a learner, newest first. */
export async function recentWishes(db: Queryable, learnerId: number, limit: number): Promise<LoggedWish[]> {
  const rows = await db
    .select({ id: wishTable.id, topic: wishTable.topic, facets: wishTable.facets, at: wishTable.askedAt })
    .from(wishTable)
    .where(eq(wishTable.learnerId, learnerId))
    .orderBy(desc(wishTable.id))
    .limit(limit);
  return rows;
}

/** Takes a search out of a learner's history: the city's figures keep it without the person. False when it is not there. */
export async function forgetWish(tx: Queryable, learnerId: number, id: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update wish set learner_id = null where id = ${id} and learner_id = ${learnerId} returning 1`);
  return rows.length > 0;
}

/** Takes every search out of a learner's history. Returns how many there were. */
export async function forgetEveryWish(tx: Queryable, learnerId: number): Promise<number> {
  const { rows } = await tx.execute(sql`update wish set learner_id = null where learner_id = ${learnerId} returning 1`);
  return rows.length;
}
