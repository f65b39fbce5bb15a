import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type Moved, movedRows, moveRows, returnRows } from '../learners/index.ts';

/**
 * Hands saved wishes over with what was found for them. Of a wish that both have one stays, and what either was told of it has been told;
 * the rows that give way are kept in what is returned.
 */
export async function mergeSavedWishes(tx: Queryable, from: number, into: number): Promise<Moved> {
  const twins = sql`saved_wish as mine
    join saved_wish as theirs on theirs.learner_id = ${into} and theirs.wish_key = mine.wish_key`;
  const rowsOf = async (statement: SQL): Promise<Record<string, unknown>[]> => {
    const { rows } = await tx.execute<{ row: Record<string, unknown> }>(statement);
    return rows.map(({ row }) => row);
  };
  const lostMatches = await rowsOf(sql`
    select to_jsonb(wish_match) as row from wish_match join ${twins} on wish_match.saved_wish_id = mine.id
    where mine.learner_id = ${from}`);
  await tx.execute(sql`
    insert into wish_match (saved_wish_id, course_id, place, found_at, told_at)
    select theirs.id, course_id, place, found_at, told_at from wish_match join ${twins} on wish_match.saved_wish_id = mine.id
    where mine.learner_id = ${from}
    on conflict (saved_wish_id, course_id) do update set told_at = coalesce(wish_match.told_at, excluded.told_at)`);
  const lost = await rowsOf(sql`
    delete from saved_wish as mine using saved_wish as theirs
    where mine.learner_id = ${from} and theirs.learner_id = ${into} and theirs.wish_key = mine.wish_key
    returning to_jsonb(mine) as row`);
  return {
    ...(await moveRows(tx, 'saved_wish', from, into)),
    saved_wish_lost: { won: [], lost, replaced: [] },
    wish_match_lost: { won: [], lost: lostMatches, replaced: [] },
  };
}

/** The reverse of `mergeSavedWishes`; courses that are gone by then are left out. */
export async function unmergeSavedWishes(tx: Queryable, moved: Moved, from: number, into: number): Promise<void> {
  await returnRows(tx, moved, 'saved_wish', from, into);
  const lost = (name: string): string => JSON.stringify(movedRows(moved, name).lost);
  await tx.execute(sql`
    insert into saved_wish overriding system value
    select came.* from jsonb_populate_recordset(null::saved_wish, ${lost('saved_wish_lost')}::jsonb) as came on conflict do nothing`);
  await tx.execute(sql`
    insert into wish_match
    select came.* from jsonb_populate_recordset(null::wish_match, ${lost('wish_match_lost')}::jsonb) as came
    where exists (select 1 from course where course.id = came.course_id)
      and exists (select 1 from saved_wish where saved_wish.id = came.saved_wish_id and learner_id = ${from})
    on conflict do nothing`);
}
