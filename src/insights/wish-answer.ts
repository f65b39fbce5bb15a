import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { wishAnswerKinds } from './schema.ts';

export type WishAnswerKind = (typeof wishAnswerKinds)[number];

/** What the city did about a wish, in words for residents. */
export interface WishAnswer {
  readonly id: number;
  readonly topic: string;
  readonly kind: WishAnswerKind;
  readonly note: string;
  readonly at: Date;
}

/** The longest note, in characters. */
export const longestNote = 300;

/** Newest answers that are read: one for every subject that is wished for, many times over. */
const mostAnswers = 2000;

/** Says what was done about a subject, for everybody to read. Returns its id. */
export function answerWish(
  database: Database,
  entry: {
    readonly topic: string;
    readonly kind: WishAnswerKind;
    readonly note: string;
    readonly staffId: number;
    readonly at: Date;
  },
): Promise<number> {
  const { topic, kind, note, staffId, at } = entry;
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into wish_answer (topic, kind, note, staff_id, answered_at)
      values (${topic}, ${kind}, ${note.slice(0, longestNote).toWellFormed()}, ${staffId}, ${at}) returning id`);
    const id = Number(rows[0]?.id);
    const subject = { kind: 'wish_answer', id };
    await noteAudit(tx, { by: staffId, action: 'insights.answer', subject, detail: { topic, kind }, at });
    return id;
  });
}

/** Takes an answer back. False when there is none of that number that stands. */
export function withdrawWishAnswer(
  database: Database,
  id: number,
  { staffId, at }: { readonly staffId: number; readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute(sql`
      update wish_answer set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null returning 1`);
    if (rows.length === 0) return false;
    await noteAudit(tx, { by: staffId, action: 'insights.withdraw', subject: { kind: 'wish_answer', id }, at });
    return true;
  });
}

/** All answers that stand, by subject, the newest first. */
export async function standingAnswers(db: Queryable): Promise<ReadonlyMap<string, readonly WishAnswer[]>> {
  const { rows } = await db.execute<{
    id: string;
    topic: string;
    kind: WishAnswerKind;
    note: string;
    answered_at: string;
  }>(sql`
    select id, topic, kind, note, answered_at from wish_answer where withdrawn_at is null order by id desc limit ${mostAnswers}`);
  const answers = new Map<string, WishAnswer[]>();
  for (const { id, topic, kind, note, answered_at } of rows)
    answers.set(topic, [
      ...(answers.get(topic) ?? []),
      { id: Number(id), topic, kind, note, at: new Date(answered_at) },
    ]);
  return answers;
}
