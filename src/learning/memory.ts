import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { plainText } from '../text/index.ts';
import { gradeOf, type Memory, type Outcome, reviewed } from './review.ts';
import type { attemptPlaces } from './schema.ts';

export type AttemptPlace = (typeof attemptPlaces)[number];

/** An answer to an item. */
export interface Attempt {
  readonly learnerId: number;
  readonly item: string;
  readonly at: Date;
  /** `before`: the question asked before anything is explained, which says nothing about remembering. */
  readonly place: AttemptPlace;
  readonly isVariant: boolean;
  readonly outcome: Outcome;
  /** Which option was chosen, from 0. */
  readonly option?: number | undefined;
  /** The words typed. */
  readonly answer?: string | undefined;
  /** The highest hint shown so far, 0 to 4. */
  readonly hintLevel: number;
  /** Answers to the item that were not right, just before this one: `tries` of its ladder. */
  readonly earlierTries: number;
  /** Whether the item is done with for now: right, compared with a good answer, shown, or left. Only then it is remembered how it went. */
  readonly closes: boolean;
}

/** The longest answer that is kept, in characters. */
export const longestAnswer = 500;

/** What became of an answer that was kept. */
export interface KeptAttempt {
  readonly id: number;
  /** What the learner now remembers of the item; undefined when the answer did not come to that. */
  readonly memory: Memory | undefined;
}

/**
 * Keeps an answer and, when the item is done with, what the learner now remembers of it. Two statements at most.
 * @param timezone the city's, whose days are counted
 */
export async function noteAttempt(tx: Queryable, attempt: Attempt, timezone: string): Promise<KeptAttempt> {
  const { learnerId, item, at } = attempt;
  if (attempt.place === 'before' || !attempt.closes) {
    const { rows } = await tx.execute<{ id: string }>(insertion(attempt));
    return { id: Number(rows[0]?.id), memory: undefined };
  }
  const before = await memoryForUpdate(tx, learnerId, item);
  const grade = gradeOf(attempt.outcome, attempt.hintLevel, attempt.earlierTries);
  const memory = reviewed(before, grade, at, timezone);
  const { rows } = await tx.execute<{ id: string }>(sql`
    with kept as (${insertion(attempt)}), remembered as (${remembering({ learnerId, item, memory, now: at })})
    select id from kept`);
  return { id: Number(rows[0]?.id), memory };
}

/** What a learner remembers of an item, kept from others until the end of the transaction. */
export async function memoryForUpdate(tx: Queryable, learnerId: number, item: string): Promise<Memory | undefined> {
  const { rows } = await tx.execute<MemoryRow>(
    sql`select ${columns} from item_memory where learner_id = ${learnerId} and item = ${item} for update`,
  );
  return rows[0] && memoryOf(rows[0]);
}

/** Keeps what a learner remembers of an item from now on. */
export function remembering(kept: {
  readonly learnerId: number;
  readonly item: string;
  readonly memory: Memory;
  readonly now: Date;
}): SQL {
  const { learnerId, item, memory, now } = kept;
  return sql`
    insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
    values (${learnerId}, ${item}, ${memory.dueAt}, ${memory.stability}, ${memory.difficulty}, ${memory.reviews}, ${memory.lapses},
      ${memory.lastAt}, ${memory.lastUnaided}, ${now})
    on conflict (learner_id, item) do update set
      due_at = excluded.due_at, stability = excluded.stability, difficulty = excluded.difficulty, reviews = excluded.reviews,
      lapses = excluded.lapses, last_at = excluded.last_at, last_unaided = excluded.last_unaided, noted_at = excluded.noted_at`;
}

/** How often the answer to an item had to be shown since the learner last got it without. */
export async function failuresOf(tx: Queryable, learnerId: number, item: string): Promise<number> {
  const { rows } = await tx.execute<{ failures: number }>(sql`
    with own as (
      -- One that staff made right after all was not missed since.
      select coalesce(regraded_at, at) as at, outcome, hint_level from attempt
      where learner_id = ${learnerId} and item = ${item} and place <> 'before')
    select count(*)::int as failures from own
    where outcome = 'revealed'
      and at > coalesce((select max(at) from own where outcome = 'right' and hint_level < 4), '-infinity')`);
  return rows[0]?.failures ?? 0;
}

/** What a learner answered last to an item since a moment, the question asked before anything was explained left out. */
export async function lastAttempt(
  tx: Queryable,
  {
    learnerId,
    item,
    isVariant,
    since,
  }: { readonly learnerId: number; readonly item: string; readonly isVariant: boolean; readonly since: Date },
): Promise<Pick<Attempt, 'outcome' | 'option' | 'answer'> | undefined> {
  const { rows } = await tx.execute<{ outcome: Outcome; option: number | null; answer: string | null }>(sql`
    select outcome, option, answer from attempt
    where learner_id = ${learnerId} and item = ${item} and is_variant = ${isVariant} and at >= ${since} and place <> 'before' order by at desc, id desc limit 1`);
  const row = rows[0];
  return row && { outcome: row.outcome, option: row.option ?? undefined, answer: row.answer ?? undefined };
}

/** A memory with the item it is of. */
export interface ItemMemory extends Memory {
  readonly item: string;
}

/** What a learner should be asked again by now, longest due first. Items that left the content are among them: skip those. */
export async function dueItems(db: Queryable, learnerId: number, now: Date, limit: number): Promise<ItemMemory[]> {
  const { rows } = await db.execute<MemoryRow>(sql`
    select ${columns} from item_memory where learner_id = ${learnerId} and due_at <= ${now} order by due_at, item limit ${limit}`);
  return rows.map(itemMemoryOf);
}

/** All that a learner remembers, by item. */
export async function memoriesOf(db: Queryable, learnerId: number): Promise<ReadonlyMap<string, Memory>> {
  const { rows } = await db.execute<MemoryRow>(
    sql`select ${columns} from item_memory where learner_id = ${learnerId} order by item`,
  );
  return new Map(rows.map((row) => [row.item, memoryOf(row)]));
}

/**
 * Forgets the words of answers given before `before`, of at most `limit` in one statement; that they were right or wrong stays, for
 * progress. Returns the count; call again until it is zero.
 */
export async function deleteOldAnswers(db: Queryable, before: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    update attempt set answer = null where id in (
      select id from attempt where answer is not null and at < ${before} limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}

type MemoryRow = {
  item: string;
  due_at: string;
  stability: number;
  difficulty: number;
  reviews: number;
  lapses: number;
  last_at: string;
  last_unaided: boolean;
};

const columns = sql`item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided`;

function memoryOf(row: MemoryRow): Memory {
  return {
    dueAt: new Date(row.due_at),
    stability: row.stability,
    difficulty: row.difficulty,
    reviews: row.reviews,
    lapses: row.lapses,
    lastAt: new Date(row.last_at),
    lastUnaided: row.last_unaided,
  };
}

function itemMemoryOf(row: MemoryRow): ItemMemory {
  return { item: row.item, ...memoryOf(row) };
}

function insertion({ learnerId, item, at, place, isVariant, outcome, option, answer, hintLevel }: Attempt): SQL {
  const words = answer === undefined ? null : plainText(answer.slice(0, longestAnswer).toWellFormed());
  return sql`
    insert into attempt (learner_id, item, at, place, is_variant, outcome, option, answer, hint_level)
    values (${learnerId}, ${item}, ${at}, ${place}, ${isVariant}, ${outcome}, ${option ?? null}, ${words}, ${hintLevel}) returning id`;
}
