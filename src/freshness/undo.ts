import { sql } from 'drizzle-orm';
import { type DecidedCourse, type DecidedFields, writeDecided } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { standingOfFields } from './decision.ts';

/** Who decides: somebody with a link of the organisation, or a member of staff (a partner is one). */
export type Actor =
  | { readonly via: 'link'; readonly linkId: number }
  | { readonly via: 'staff'; readonly staffId: number };

/** For so long what was decided can be taken back by a press. */
export const undoHours = 24;

/**
 * Takes the last act about each of these locked courses back, if it is not older than a day. Who came by a link takes back only what came by
 * one. What was changed again since, by an import or an act of somebody else, stays as it is now.
 * @param batch only acts of this press
 * @returns how many acts were taken back
 */
export async function undoActs(
  tx: Queryable,
  courses: readonly DecidedCourse[],
  batch: string | undefined,
  actor: Actor,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  const keys = sql.param(courses.map(({ key }) => key));
  const { rows } = await tx.execute<{
    id: string;
    course_id: string;
    before: Partial<DecidedFields>;
    after: Partial<DecidedFields>;
  }>(sql`
    update course_act set undone_at = ${now}
    where id in (
        select max(id) from course_act where course_id = any(${keys}::bigint[]) and undone_at is null group by course_id)
      and at > ${new Date(now.getTime() - undoHours * 3_600_000)} and (${batch ?? null}::text is null or batch = ${batch ?? null})
      and (${actor.via} = 'staff' or via = 'link')
    returning id, course_id, before, after`);
  const acts = new Map(rows.map((row) => [Number(row.course_id), row]));
  const changes = courses.flatMap(({ key, fields }) => {
    const act = acts.get(key);
    if (act === undefined) return [];
    const names = (Object.keys(act.after) as (keyof DecidedFields)[]).filter(
      (name) => fields[name] === act.after[name],
    );
    if (names.length === 0) return [];
    const before: DecidedFields = { ...fields, ...Object.fromEntries(names.map((name) => [name, act.before[name]])) };
    const isNews = standingOfFields(before, today) === 'offered' && standingOfFields(fields, today) !== 'offered';
    return [{ key, fields: before, isNews }];
  });
  await writeDecided(tx, changes);
  // Whoever has been told keeps what they were told; the others' reports count again.
  await tx.execute(sql`
    update course_report set outcome = null, settled_at = null, settled_by = null
    where settled_by = any(${sql.param(rows.map(({ id }) => Number(id)))}::bigint[]) and told_at is null`);
  return rows.length;
}
