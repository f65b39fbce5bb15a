import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { cityTime } from '../time/index.ts';
import { memoryForUpdate, remembering } from './memory.ts';
import { gradeOf, type Memory, type Outcome, reviewed } from './review.ts';

/** An answer with what was said of it. */
export interface JudgedAnswer {
  readonly id: number;
  readonly item: string;
  readonly isVariant: boolean;
  readonly outcome: Outcome;
  readonly option: number | undefined;
  readonly answer: string | undefined;
}

/**
 * An answer of a learner that was judged: the one of this id, or the newest since a moment. Undefined where there is none. What was asked
 * before a lesson is not judged, and a hint that shows the answer is none.
 */
export async function judgedAnswer(
  db: Queryable,
  learnerId: number,
  which: { readonly id: number } | { readonly since: Date },
): Promise<JudgedAnswer | undefined> {
  const picked = 'id' in which ? sql`id = ${which.id}` : sql`at >= ${which.since}`;
  const { rows } = await db.execute<{
    id: string;
    item: string;
    is_variant: boolean;
    outcome: Outcome;
    option: number | null;
    answer: string | null;
  }>(sql`
    select id, item, is_variant, outcome, option, answer from attempt
    where learner_id = ${learnerId} and ${picked} and place <> 'before' and (option is not null or answer is not null)
    order by at desc, id desc limit 1`);
  const [row] = rows;
  return (
    row && {
      id: Number(row.id),
      item: row.item,
      isVariant: row.is_variant,
      outcome: row.outcome,
      option: row.option ?? undefined,
      answer: row.answer ?? undefined,
    }
  );
}

/**
 * Makes an answer right after all, with the same words wherever the learner gave them to the same question, and what is remembered of the
 * item as if it had been so from the start; never less than what was remembered. False when there is no such answer, or it was right.
 * @param timezone the city's, whose days are counted
 */
export async function regradeAttempt(
  tx: Queryable,
  attemptId: number,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
): Promise<boolean> {
  const { rows: disputed } = await tx.execute<{ learner_id: string; item: string }>(sql`
    select learner_id, item from attempt where id = ${attemptId}`);
  const [found] = disputed;
  if (found === undefined) return false;
  const { item } = found;
  const learnerId = Number(found.learner_id);
  // Before the attempts, as answering does.
  const memory = await memoryForUpdate(tx, learnerId, item);
  const { rows: changed } = await tx.execute(sql`
    update attempt as same set outcome = 'right', regraded_at = ${now} from attempt as disputed
    where disputed.id = ${attemptId} and same.learner_id = disputed.learner_id and same.item = disputed.item
      and same.is_variant = disputed.is_variant and same.outcome <> 'right' and same.place <> 'before'
      and (same.id = disputed.id or lower(same.answer) = lower(disputed.answer) or same.option = disputed.option)
    returning 1`);
  if (changed.length === 0) return false;
  const { rows } = await tx.execute<AttemptRow>(sql`
    select at, outcome, hint_level, regraded_at is not null as is_regraded from attempt
    where learner_id = ${learnerId} and item = ${item} and place <> 'before' order by at, id`);
  const corrected = replayed(rows, timezone);
  if (corrected !== undefined && (memory === undefined || corrected.stability > memory.stability))
    await tx.execute(remembering({ learnerId, item, memory: corrected, now }));
  return true;
}

type AttemptRow = { at: string; outcome: Outcome; hint_level: number; is_regraded: boolean };

/** What a learner remembers of an item after these attempts, the oldest first. What followed our mistake on its day came of it and counts for nothing. */
function replayed(attempts: readonly AttemptRow[], timezone: string): Memory | undefined {
  let memory: Memory | undefined;
  let tries = 0;
  let settled: string | undefined;
  for (const attempt of attempts) {
    const at = new Date(attempt.at);
    const { day } = cityTime(at, timezone);
    if (day === settled) continue;
    if (attempt.is_regraded) settled = day;
    if (attempt.outcome === 'wrong') {
      tries += 1;
      continue;
    }
    memory = reviewed(memory, gradeOf(attempt.outcome, attempt.hint_level, tries), at, timezone);
    tries = 0;
  }
  return memory;
}
