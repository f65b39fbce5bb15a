import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Opener } from './person.ts';

/** What an answer was held against when it was judged; lessons change, this stays. */
export interface GradeFacts {
  readonly lesson: { readonly id: string; readonly title: string };
  readonly item: string;
  readonly question: string;
  /** What is taken for right. */
  readonly accepted: readonly string[];
  /** What an answer must say to be right; of answers in words. */
  readonly rubric: string | undefined;
  /** What was said of the answer: wrong, or that rules could not tell. */
  readonly verdict: 'wrong' | 'unsure';
}

/** An answer whose learner disagrees with how it was judged. */
export interface DisputedGrade extends GradeFacts {
  readonly attemptId: number;
  /** Redacted already. */
  readonly answer: string;
}

/**
 * Asks staff to look at how an answer was judged: one open case a learner and item. `open`: somebody looks at the item already. `decided`: staff
 * looked at this very answer and said no.
 */
export async function openGradeCase(
  tx: Queryable,
  opener: Opener,
  disputed: DisputedGrade,
): Promise<'opened' | 'open' | 'decided'> {
  const { learnerId, conversationId, locale, at } = opener;
  const { attemptId, item, answer, ...facts } = disputed;
  const { rows } = await tx.execute<{ is_decided: boolean; is_opened: boolean }>(sql`
    with decided as (
      select 1 from inbox_case where kind = 'grade' and attempt_id = ${attemptId} and closed_by = 'staff'),
    opened as (
      insert into inbox_case (kind, status, learner_id, conversation_id, locale, item, attempt_id, grade, opened_at, waiting_since)
      select 'grade', 'open', ${learnerId}::bigint, ${conversationId}::bigint, ${locale}::text, ${item}::text, ${attemptId}::bigint,
        ${JSON.stringify(facts)}::jsonb, ${at}::timestamptz, ${at}::timestamptz
      where not exists (select 1 from decided)
      on conflict (learner_id, item) where kind = 'grade' and status <> 'closed' do nothing
      returning id),
    said as (
      insert into inbox_message (case_id, author, text, said_at)
      select id, 'person', ${answer}, ${at}::timestamptz from opened)
    select exists (select 1 from decided) as is_decided, exists (select 1 from opened) as is_opened`);
  const [row] = rows;
  if (row?.is_decided === true) return 'decided';
  return row?.is_opened === true ? 'opened' : 'open';
}
