import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteInteractions } from './interaction.ts';
import { courseMark } from './schema.ts';

/** What a learner can do with a course: keep it, wave it away, follow its link, say that it is wrong. */
export type MarkKind = 'saved' | 'dismissed' | 'opened' | 'reported';

/** Sets a mark; setting it again renews its time, and its detail if one is given. */
export async function markCourse(
  tx: Queryable,
  mark: {
    readonly learnerId: number;
    readonly courseKey: number;
    readonly kind: MarkKind;
    readonly detail?: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insert(courseMark)
    .values({
      learnerId: mark.learnerId,
      courseId: mark.courseKey,
      kind: mark.kind,
      detail: mark.detail ?? null,
      markedAt: mark.at,
    })
    .onConflictDoUpdate({
      target: [courseMark.learnerId, courseMark.courseId, courseMark.kind],
      set: { markedAt: mark.at, detail: sql`coalesce(excluded.detail, ${courseMark.detail})` },
    });
  if (mark.kind !== 'reported')
    await noteInteractions(tx, { ...mark, interactions: [{ courseKey: mark.courseKey, kind: mark.kind }] });
}

/** Takes a mark back; no mark is no error. */
export async function unmarkCourse(tx: Queryable, learnerId: number, courseKey: number, kind: MarkKind): Promise<void> {
  await tx
    .delete(courseMark)
    .where(and(eq(courseMark.learnerId, learnerId), eq(courseMark.courseId, courseKey), eq(courseMark.kind, kind)));
}

/** The keys of a learner's courses with a mark, newest first. */
export async function markedCourses(db: Queryable, learnerId: number, kind: MarkKind, limit = 500): Promise<number[]> {
  const rows = await db
    .select({ key: courseMark.courseId })
    .from(courseMark)
    .where(and(eq(courseMark.learnerId, learnerId), eq(courseMark.kind, kind)))
    .orderBy(desc(courseMark.markedAt), desc(courseMark.courseId))
    .limit(limit);
  return rows.map((row) => row.key);
}

/** The keys of the courses a learner waved away, as an array in a statement of somebody else. @param learner its id there */
export function dismissedCourses(learner: SQL): SQL {
  return sql`array(select course_id from course_mark where learner_id = ${learner} and kind = 'dismissed')`;
}

/** The kinds of mark a learner has set on one course. */
export async function marksOnCourse(
  db: Queryable,
  learnerId: number,
  courseKey: number,
): Promise<ReadonlySet<MarkKind>> {
  const rows = await db
    .select({ kind: courseMark.kind })
    .from(courseMark)
    .where(and(eq(courseMark.learnerId, learnerId), eq(courseMark.courseId, courseKey)));
  return new Set(rows.map((row) => row.kind));
}

/** Adds a detail for staff to a mark that is there, such as why a learner who went to a course did not register. */
export async function noteOnMark(
  tx: Queryable,
  learnerId: number,
  courseKey: number,
  kind: MarkKind,
  detail: string,
): Promise<void> {
  await tx
    .update(courseMark)
    .set({ detail })
    .where(and(eq(courseMark.learnerId, learnerId), eq(courseMark.courseId, courseKey), eq(courseMark.kind, kind)));
}

/** How many courses a learner has marked, by kind. */
export async function countMarks(db: Queryable, learnerId: number): Promise<Partial<Record<MarkKind, number>>> {
  const rows = await db
    .select({ kind: courseMark.kind, count: count() })
    .from(courseMark)
    .where(eq(courseMark.learnerId, learnerId))
    .groupBy(courseMark.kind);
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
}
