import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { selfAssessment } from './schema.ts';
import type { GivenAnswer } from './self-assessment-sitting.ts';

/** One time that a learner went through a self-assessment, or began to. */
export interface Sitting {
  readonly id: number;
  /** The id of the assessment. */
  readonly assessment: string;
  readonly startedAt: Date;
  /** When it was answered last. */
  readonly notedAt: Date;
  readonly finishedAt: Date | undefined;
  readonly answers: readonly GivenAnswer[];
  /** The item that waits for an answer. */
  readonly asking: string | undefined;
}

function sittingOfRow(row: typeof selfAssessment.$inferSelect): Sitting {
  const { id, assessment, startedAt, notedAt, answers } = row;
  const finishedAt = row.finishedAt ?? undefined;
  return { id, assessment, startedAt, notedAt, finishedAt, answers, asking: row.asking ?? undefined };
}

/** Every sitting of a learner, the oldest first; there are a few a year. */
export async function sittingsOf(db: Queryable, learnerId: number): Promise<readonly Sitting[]> {
  const rows = await db
    .select()
    .from(selfAssessment)
    .where(eq(selfAssessment.learnerId, learnerId))
    .orderBy(asc(selfAssessment.startedAt), asc(selfAssessment.id));
  return rows.map(sittingOfRow);
}

/** One sitting, whoever's it is: for pictures, whose links are signed. */
export async function sittingById(db: Queryable, id: number): Promise<Sitting | undefined> {
  const [row] = await db.select().from(selfAssessment).where(eq(selfAssessment.id, id));
  return row && sittingOfRow(row);
}

/** Begins a sitting; an unfinished one of the same assessment goes. */
export async function beginSitting(
  tx: Queryable,
  sitting: { readonly learnerId: number; readonly assessment: string; readonly asking: string; readonly now: Date },
): Promise<Sitting> {
  const { learnerId, assessment, asking, now } = sitting;
  await tx
    .delete(selfAssessment)
    .where(
      and(
        eq(selfAssessment.learnerId, learnerId),
        eq(selfAssessment.assessment, assessment),
        isNull(selfAssessment.finishedAt),
      ),
    );
  const [row] = await tx
    .insert(selfAssessment)
    .values({ learnerId, assessment, asking, startedAt: now, notedAt: now })
    .returning();
  if (row === undefined) throw new Error('A sitting was not stored.');
  return sittingOfRow(row);
}

/**
 * Notes the answer to what a sitting asks, and what it asks next; without a next item it is finished. Returns the sitting as it is then,
 * or undefined when it has moved on meanwhile: answered on another channel, finished or gone.
 */
export async function noteAnswer(
  tx: Queryable,
  before: Sitting,
  noted: { readonly answer: GivenAnswer; readonly asking: string | undefined; readonly now: Date },
): Promise<Sitting | undefined> {
  const { answer, asking, now } = noted;
  const [row] = await tx
    .update(selfAssessment)
    .set({
      answers: [...before.answers, answer],
      asking: asking ?? null,
      notedAt: now,
      ...(asking === undefined ? { finishedAt: now } : {}),
    })
    .where(
      and(
        eq(selfAssessment.id, before.id),
        isNull(selfAssessment.finishedAt),
        sql`jsonb_array_length(${selfAssessment.answers}) = ${before.answers.length}`,
      ),
    )
    .returning();
  return row && sittingOfRow(row);
}

/** Finishes a sitting with what was answered so far. Returns it, or undefined when it was finished or gone already. */
export async function finishSitting(tx: Queryable, id: number, now: Date): Promise<Sitting | undefined> {
  const [row] = await tx
    .update(selfAssessment)
    .set({ asking: null, notedAt: now, finishedAt: now })
    .where(and(eq(selfAssessment.id, id), isNull(selfAssessment.finishedAt)))
    .returning();
  return row && sittingOfRow(row);
}
