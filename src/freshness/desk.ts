import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import {
  type DecidedChange,
  type DecidedCourse,
  type DecidedFields,
  lockCatalogue,
  lockDecided,
  writeDecided,
} from '../catalogue/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { cityTime } from '../time/index.ts';
import { changedNames, type Decision, type DecisionRefusal, decided, standingOfFields } from './decision.ts';
import { reportedAmong, settleReports } from './report.ts';
import type { ActKind } from './schema.ts';
import { type Actor, undoActs, undoHours } from './undo.ts';

export interface FreshnessOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Ends what waits because of reports that were decided about just now, in the same transaction. */
  readonly onSettled: (tx: Queryable, courseIds: readonly string[], at: Date) => Promise<void>;
}

/** Whose courses may be decided about: all when missing. */
export interface Reach {
  readonly organisationId?: number;
}

/** `changed`: false when the same had been said before; nothing was written then. */
export type DecisionOutcome =
  | { readonly ok: true; readonly changed: boolean; readonly courseKey: number }
  | { readonly ok: false; readonly refusal: 'not_found' | DecisionRefusal };

export type UndoOutcome =
  | { readonly ok: true; readonly courses: number }
  | { readonly ok: false; readonly refusal: 'not_found' };

/** Where organisations and staff say what became of offers. Every step is one transaction with its entry in the audit log. */
export interface FreshnessDesk {
  /** Says something of one course, by its public id or key. The same again changes nothing. */
  decide(reach: Reach, course: string | number, decision: Decision, actor: Actor): Promise<DecisionOutcome>;
  /** Confirms every course of an organisation that is not closed and not over; those hidden by reports among them. Returns how many it concerned. */
  confirmAll(organisationId: number, actor: Actor): Promise<{ readonly courses: number }>;
  /** Takes the last act about a course back, within a day of it. */
  undo(reach: Reach, course: string | number, actor: Actor): Promise<UndoOutcome>;
  /** Takes the last "all of them" of an organisation back, within a day; what was decided about a course since stays. */
  undoAll(organisationId: number, actor: Actor): Promise<UndoOutcome>;
}

export function createFreshnessDesk(options: FreshnessOptions): FreshnessDesk {
  const { database, clock, timezone } = options;

  const chosen = (reach: Reach, course: string | number): SQL =>
    sql`${typeof course === 'number' ? sql`id = ${course}` : sql`public_id = ${course}`}
      and (${reach.organisationId ?? null}::bigint is null or organisation_id = ${reach.organisationId ?? null}::bigint)`;

  /** Writes what a decision changes about locked courses. Returns the keys of those it says something new about. */
  async function apply(
    tx: Queryable,
    courses: readonly DecidedCourse[],
    decisions: ReadonlyMap<number, DecidedFields>,
    act: { readonly kind: ActKind; readonly actor: Actor; readonly now: Date; readonly today: string },
  ): Promise<number[]> {
    const { kind, actor, now, today } = act;
    const reported = await reportedAmong(
      tx,
      courses.map(({ key }) => key),
    );
    const concerned = courses.flatMap((course) => {
      const after = decisions.get(course.key);
      if (after === undefined) return [];
      const names = changedNames(course.fields, after);
      return names.length === 0 && !reported.has(course.key) ? [] : [{ course, after, names }];
    });
    if (concerned.length === 0) return [];
    const changes = concerned
      .filter(({ names }) => names.length > 0)
      .map(({ course, after }) => changeOf(course, after, today));
    await writeDecided(tx, changes);
    const some = (fields: DecidedFields, names: readonly (keyof DecidedFields)[]) =>
      Object.fromEntries(names.map((name) => [name, fields[name]]));
    const acts = concerned.map(({ course, after, names }) => ({
      course_id: course.key,
      before: some(course.fields, names),
      after: some(after, names),
    }));
    const { rows } = await tx.execute<{ id: string; course_id: string }>(sql`
      insert into course_act (course_id, batch, kind, via, link_id, staff_id, at, before, after)
      select course_id, ${randomUUID()}, ${kind}, ${actor.via}, ${actor.via === 'link' ? actor.linkId : null}::bigint,
        ${actor.via === 'staff' ? actor.staffId : null}::bigint, ${now}, before, after
      from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb) as act (course_id bigint, before jsonb, after jsonb)
      returning id, course_id`);
    const by = new Map(rows.map((row) => [Number(row.course_id), Number(row.id)]));
    const keys = concerned.map(({ course }) => course.key);
    if ((await settleReports(tx, keys, { outcome: kind, by, at: now })) > 0) {
      const ids = concerned.filter(({ course }) => reported.has(course.key)).map(({ course }) => course.id);
      await options.onSettled(tx, ids, now);
    }
    return keys;
  }

  const moment = () => {
    const now = clock();
    return { now, today: cityTime(now, timezone).day };
  };

  return {
    decide: (reach, course, decision, actor) =>
      database.transaction(async (tx) => {
        const at = moment();
        await lockCatalogue(tx);
        const [found] = await lockDecided(tx, chosen(reach, course));
        if (found === undefined) return { ok: false, refusal: 'not_found' };
        const after = decided(found.fields, decision, at);
        if (typeof after === 'string') return { ok: false, refusal: after };
        const { kind } = decision;
        const keys = await apply(tx, [found], new Map([[found.key, after]]), { kind, actor, ...at });
        if (keys.length > 0) await note(tx, kind, { kind: 'course', id: found.key }, actor, at.now);
        return { ok: true, changed: keys.length > 0, courseKey: found.key };
      }),

    confirmAll: (organisationId, actor) =>
      database.transaction(async (tx) => {
        const at = moment();
        await lockCatalogue(tx);
        const courses = await lockDecided(tx, sql`organisation_id = ${organisationId} and closed_at is null`);
        const decisions = new Map<number, DecidedFields>();
        for (const { key, fields } of courses) {
          const after = decided(fields, { kind: 'confirmed' }, at);
          if (typeof after !== 'string') decisions.set(key, after);
        }
        const keys = await apply(tx, courses, decisions, { kind: 'confirmed', actor, ...at });
        if (keys.length > 0)
          await note(tx, 'confirmed', { kind: 'organisation', id: organisationId }, actor, at.now, keys.length);
        return { courses: keys.length };
      }),

    undo: (reach, course, actor) =>
      database.transaction(async (tx) => {
        const at = moment();
        await lockCatalogue(tx);
        const [found] = await lockDecided(tx, chosen(reach, course));
        const undone = found === undefined ? 0 : await undoActs(tx, [found], undefined, actor, at);
        if (found === undefined || undone === 0) return { ok: false, refusal: 'not_found' };
        await note(tx, 'undone', { kind: 'course', id: found.key }, actor, at.now);
        return { ok: true, courses: undone };
      }),

    undoAll: (organisationId, actor) =>
      database.transaction(async (tx) => {
        const at = moment();
        await lockCatalogue(tx);
        const { rows } = await tx.execute<{ batch: string }>(sql`
          select batch from course_act join course on course.id = course_id
          where organisation_id = ${organisationId} and undone_at is null and kind = 'confirmed'
            and (${actor.via} = 'staff' or via = 'link') and at > ${new Date(at.now.getTime() - undoHours * 3_600_000)}
          group by batch having count(*) > 1 order by max(course_act.id) desc limit 1`);
        const batch = rows[0]?.batch;
        if (batch === undefined) return { ok: false, refusal: 'not_found' };
        const courses = await lockDecided(tx, sql`id in (select course_id from course_act where batch = ${batch})`);
        const undone = await undoActs(tx, courses, batch, actor, at);
        if (undone === 0) return { ok: false, refusal: 'not_found' };
        await note(tx, 'undone', { kind: 'organisation', id: organisationId }, actor, at.now, undone);
        return { ok: true, courses: undone };
      }),
  };
}

function changeOf(course: DecidedCourse, fields: DecidedFields, today: string): DecidedChange {
  const isOffered = standingOfFields(fields, today) === 'offered';
  const wasOffered = standingOfFields(course.fields, today) === 'offered';
  const isMoved = fields.starts_on !== course.fields.starts_on || fields.ends_on !== course.fields.ends_on;
  return { key: course.key, fields, isNews: isOffered && (!wasOffered || isMoved) };
}

function note(
  tx: Queryable,
  what: ActKind | 'undone',
  subject: { readonly kind: 'course' | 'organisation'; readonly id: number },
  actor: Actor,
  at: Date,
  courses?: number,
): Promise<void> {
  return noteAudit(tx, {
    by: actor.via === 'staff' ? actor.staffId : undefined,
    action: `freshness.${what}`,
    subject,
    detail: {
      ...(actor.via === 'link' ? { link: actor.linkId } : {}),
      ...(courses === undefined ? {} : { courses }),
    },
    at,
  });
}
