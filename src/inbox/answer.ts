import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** An answer as a member sent it. */
export interface NewAnswer {
  readonly staffId: number;
  readonly text: string;
  /** What the member's program says names this very request. */
  readonly idempotencyKey: string | undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What makes an answer sent twice one answer. With an Idempotency-Key it is that key of that member. Without one it is the text, as an
 * answer to the person's newest words: said again before they wrote, it is a repeat; after they wrote, "yes" may well be said again.
 */
export async function requestKey(tx: Queryable, caseId: number, answer: NewAnswer): Promise<string> {
  if (answer.idempotencyKey !== undefined) return `key:${answer.staffId}:${sha256(answer.idempotencyKey)}`;
  const { rows } = await tx.execute<{ newest: string | null }>(sql`
    select max(id) as newest from inbox_message where case_id = ${caseId} and author = 'person'`);
  return `text:${rows[0]?.newest ?? 0}:${sha256(answer.text)}`;
}

/** The text that was stored under a key, if one was. */
export async function answerOfKey(tx: Queryable, caseId: number, key: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ text: string }>(sql`
    select text from inbox_message where case_id = ${caseId} and request_key = ${key}`);
  return rows[0]?.text;
}

/** Stores an answer and returns its id. */
export async function storeAnswer(
  tx: Queryable,
  caseId: number,
  answer: NewAnswer,
  key: string,
  at: Date,
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into inbox_message (case_id, author, staff_id, text, said_at, request_key)
    values (${caseId}, 'staff', ${answer.staffId}, ${answer.text}, ${at}, ${key}) returning id`);
  return Number(rows[0]?.id);
}
