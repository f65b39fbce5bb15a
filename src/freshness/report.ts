import { sql } from 'drizzle-orm';
import { lockCatalogue, lockDecided, standingRules, writeDecided } from '../catalogue/index.ts';
import type { Database, Queryable } from '../database/index.ts';
import { cityTime, daysAfter } from '../time/index.ts';
import type { ActKind } from './schema.ts';

const { reports: rules } = standingRules;

/** A word of a resident that a course's facts are wrong. */
export interface NewReport {
  readonly learnerId: number;
  readonly courseKey: number;
  readonly reason: string;
  readonly at: Date;
  readonly timezone: string;
}

/**
 * Keeps a report, one for each learner and course, and lets the course sink or hides it once enough people said so. People are counted by
 * account: who reports for their child as well counts once. False when the course has just left the catalogue.
 */
export async function noteReport(tx: Queryable, report: NewReport): Promise<boolean> {
  const { learnerId, courseKey, reason, at } = report;
  await lockCatalogue(tx);
  const [course] = await lockDecided(tx, sql`id = ${courseKey}`);
  if (course === undefined) return false;
  await tx.execute(sql`
    insert into course_report as known (learner_id, course_id, reasons, reported_at)
    values (${learnerId}, ${courseKey}, array[${reason}::text], ${at})
    on conflict (learner_id, course_id) do update set reported_at = excluded.reported_at,
      reasons = case when known.settled_at is not null then excluded.reasons
        when known.reasons @> excluded.reasons then known.reasons else known.reasons || excluded.reasons end,
      outcome = null, settled_at = null, settled_by = null, told_at = null`);
  const { fields } = course;
  if (fields.closed_at !== null || fields.hidden_at !== null) return true;
  const doubt = await doubtOf(tx, report);
  const hides = doubt.kind === 'hidden' && { ...fields, hidden_at: at.toISOString() };
  const sinks = doubt.kind === 'sunk' && fields.sunk_until !== doubt.until && { ...fields, sunk_until: doubt.until };
  const next = hides || sinks;
  if (next !== false) await writeDecided(tx, [{ key: courseKey, fields: next, isNews: false }]);
  return true;
}

type Doubt =
  | { readonly kind: 'none' }
  | { readonly kind: 'hidden' }
  /** Until so many people's reports lie within the window no more. */
  | { readonly kind: 'sunk'; readonly until: string };

async function doubtOf(tx: Queryable, { courseKey, at, timezone }: NewReport): Promise<Doubt> {
  const since = new Date(at.getTime() - rules.windowDays * 86_400_000);
  const { rows } = await tx.execute<{ last: string }>(sql`
    select max(reported_at) as last from course_report join learner on learner.id = learner_id
    where course_id = ${courseKey} and settled_at is null and reported_at > ${since}
    group by account_id order by 1 desc limit ${rules.hideAt}`);
  if (rows.length >= rules.hideAt) return { kind: 'hidden' };
  const sinking = rows[rules.sinkAt - 1];
  if (sinking === undefined) return { kind: 'none' };
  return { kind: 'sunk', until: daysAfter(cityTime(new Date(sinking.last), timezone).day, rules.windowDays) };
}

/** Notes what was decided about reported courses. @param by the acts that did, by course; none for a word of the source */
export async function settleReports(
  tx: Queryable,
  courseKeys: readonly number[],
  settled: { readonly outcome: ActKind; readonly by: ReadonlyMap<number, number> | undefined; readonly at: Date },
): Promise<number> {
  const acts = courseKeys.map((key) => ({ course_id: key, act: settled.by?.get(key) }));
  const { rows } = await tx.execute(sql`
    update course_report set outcome = ${settled.outcome}, settled_at = ${settled.at}, settled_by = act
    from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb) as decided (course_id bigint, act bigint)
    where course_report.course_id = decided.course_id and settled_at is null returning 1`);
  return rows.length;
}

/** Which of these courses have reports that nothing was decided about. */
export async function reportedAmong(tx: Queryable, courseKeys: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await tx.execute<{ course_id: string }>(sql`
    select distinct course_id from course_report
    where course_id = any(${sql.param([...courseKeys])}::bigint[]) and settled_at is null`);
  return new Set(rows.map((row) => Number(row.course_id)));
}

/**
 * Settles reports about courses that their source has confirmed on a later day: an import does that without knowing of reports. Returns how
 * many there were. A run that is killed has done all of it or nothing.
 */
export async function settleOvertaken(
  database: Database,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
): Promise<number> {
  const overtaken = sql`select course_report.course_id from course_report join course on course.id = course_report.course_id
    where settled_at is null and course.confirmed_on > (reported_at at time zone ${timezone})::date`;
  const found = await database.db.execute(sql`${overtaken} limit 1`);
  if (found.rows.length === 0) return 0;
  return database.transaction(async (tx) => {
    await lockCatalogue(tx);
    const courses = await lockDecided(tx, sql`id in (${overtaken})`);
    const { rows } = await tx.execute(sql`
      update course_report set outcome = 'confirmed', settled_at = ${now}
      from course where course.id = course_id and settled_at is null
        and course.confirmed_on > (reported_at at time zone ${timezone})::date returning 1`);
    const sunk = courses.filter(({ fields }) => fields.sunk_until !== null);
    await writeDecided(
      tx,
      sunk.map(({ key, fields }) => ({ key, fields: { ...fields, sunk_until: null }, isNews: false })),
    );
    return rows.length;
  });
}

/** Something that a person reported and that was decided about. */
export interface ReportNews {
  readonly learnerId: number;
  readonly accountId: number;
  readonly courseKey: number;
  readonly outcome: ActKind;
  readonly reportedAt: Date;
}

/** A decision can be taken back for a day; most slips are seen within minutes, and nobody is told before. */
const tellAfterMinutes = 15;

/** After so many days the news is none. */
const tellBeforeDays = 14;

/** The account is not about to be erased, and has asked not to be written to since: a later no to reminders counts as one. */
const mayHear = sql`account.erase_at is null and not exists (
  select 1 from consent_asked join learner as own on own.id = consent_asked.learner_id
  where own.account_id = account.id and purpose = 'reminders' and refused and asked_on >= reported_at::date)`;

/** Decisions whose reporters are to be told now, oldest first. @param skip those that could not be told in this round */
export async function reportNewsDue(
  db: Queryable,
  look: { readonly now: Date; readonly limit: number; readonly skip?: readonly ReportNews[] },
): Promise<ReportNews[]> {
  const skip = (look.skip ?? []).map(({ learnerId, courseKey }) => ({ learner_id: learnerId, course_id: courseKey }));
  const { rows } = await db.execute<{
    learner_id: string;
    account_id: string;
    course_id: string;
    outcome: ActKind;
    reported_at: string;
  }>(sql`
    select learner_id, learner.account_id, course_id, outcome, reported_at
    from course_report join learner on learner.id = learner_id join account on account.id = learner.account_id
    where settled_at <= ${new Date(look.now.getTime() - tellAfterMinutes * 60_000)}
      and settled_at > ${new Date(look.now.getTime() - tellBeforeDays * 86_400_000)} and told_at is null and ${mayHear}
      and not exists (select 1 from jsonb_to_recordset(${JSON.stringify(skip)}::jsonb) as skipped (learner_id bigint, course_id bigint)
        where skipped.learner_id = course_report.learner_id and skipped.course_id = course_report.course_id)
    order by settled_at, learner_id, course_id limit ${look.limit}`);
  return rows.map((row) => ({
    learnerId: Number(row.learner_id),
    accountId: Number(row.account_id),
    courseKey: Number(row.course_id),
    outcome: row.outcome,
    reportedAt: new Date(row.reported_at),
  }));
}

/**
 * Notes that a reporter was told. False when another process was faster or the decision was taken back: then nothing may be said. To be
 * called in the transaction that puts the message into the outbox.
 */
export async function noteReportTold(tx: Queryable, news: ReportNews, at: Date): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update course_report set told_at = ${at}
    where learner_id = ${news.learnerId} and course_id = ${news.courseKey} and told_at is null and outcome = ${news.outcome} returning 1`);
  return rows.length > 0;
}
