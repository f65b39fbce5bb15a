import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type ReportOutcome, reportReasons } from './schema.ts';

export type ReportReason = (typeof reportReasons)[number];

/** A word of a resident that what is said of a place is wrong. */
export interface NewPlaceReport {
  readonly learnerId: number;
  readonly placeKey: number;
  readonly reason: ReportReason;
  /** What they said besides; freed of contacts by who hands it over. */
  readonly words: string | undefined;
  readonly at: Date;
}

/** Keeps a report, one for each learner and place; what they say later is added to it. */
export async function notePlaceReport(tx: Queryable, report: NewPlaceReport): Promise<void> {
  const { learnerId, placeKey, reason, words, at } = report;
  await tx.execute(sql`
    insert into place_report as known (learner_id, place_id, reasons, words, reported_at)
    values (${learnerId}, ${placeKey}, array[${reason}::text], ${words ?? null}::text, ${at})
    on conflict (learner_id, place_id) do update set reported_at = excluded.reported_at,
      reasons = case when known.settled_at is not null then excluded.reasons
        when known.reasons @> excluded.reasons then known.reasons else known.reasons || excluded.reasons end,
      words = case when known.settled_at is not null then excluded.words
        when excluded.words is null then known.words
        when known.words is null then excluded.words else left(known.words || E'\n' || excluded.words, 4000) end,
      outcome = null, settled_at = null, settled_by = null, told_at = null`);
}

/** What people say of one place, without who. */
export interface ReportedPlace {
  readonly placeKey: number;
  readonly people: number;
  readonly reasons: readonly ReportReason[];
  readonly words: readonly string[];
  readonly lastAt: Date;
}

/** Places with reports that nothing was decided about, those of most people first. People are counted by account. */
export async function reportedPlaces(
  db: Queryable,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<ReportedPlace[]> {
  const { rows } = await db.execute<{
    place_id: string;
    people: number;
    reasons: ReportReason[];
    words: string[] | null;
    last_at: string;
  }>(sql`
    select place_id, count(distinct account_id)::int as people, max(reported_at) as last_at,
      (select array_agg(distinct reason order by reason) from place_report as each, unnest(each.reasons) as reason
        where each.place_id = report.place_id and each.settled_at is null) as reasons,
      array_agg(words order by reported_at) filter (where words is not null) as words
    from place_report as report join learner on learner.id = report.learner_id
    where settled_at is null group by place_id order by people desc, last_at desc, place_id limit ${limit} offset ${offset}`);
  return rows.map((row) => ({
    placeKey: Number(row.place_id),
    people: row.people,
    reasons: row.reasons.filter((reason) => reportReasons.includes(reason)),
    words: row.words ?? [],
    lastAt: new Date(row.last_at),
  }));
}

/** Places with reports that wait for a decision. */
export async function countReportedPlaces(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(distinct place_id)::int as count from place_report where settled_at is null`,
  );
  return rows[0]?.count ?? 0;
}

/** Notes what was decided about a place that people reported. Returns how many reports that settled. */
export async function settlePlaceReports(
  tx: Queryable,
  placeKey: number,
  { outcome, by, at }: { readonly outcome: ReportOutcome; readonly by: number; readonly at: Date },
): Promise<number> {
  const { rows } = await tx.execute(sql`
    update place_report set outcome = ${outcome}, settled_at = ${at}, settled_by = ${by}
    where place_id = ${placeKey} and settled_at is null returning 1`);
  return rows.length;
}

/** Something that a person reported of a place and that was decided about. */
export interface PlaceReportNews {
  readonly learnerId: number;
  readonly accountId: number;
  readonly placeKey: number;
  readonly outcome: ReportOutcome;
  readonly reportedAt: Date;
}

/** Slips are mended within minutes: nobody is told before. After so many days the news is none. */
const [tellAfterMinutes, tellBeforeDays] = [5, 14];

/** Decisions whose reporters are to be told now, oldest first. @param look.skip those that could not be told in this round */
export async function placeReportNewsDue(
  db: Queryable,
  look: { readonly now: Date; readonly limit: number; readonly skip: readonly PlaceReportNews[] },
): Promise<PlaceReportNews[]> {
  const skip = look.skip.map(({ learnerId, placeKey }) => ({ learner_id: learnerId, place_id: placeKey }));
  const { rows } = await db.execute<{
    learner_id: string;
    account_id: string;
    place_id: string;
    outcome: ReportOutcome;
    reported_at: string;
  }>(sql`
    select learner_id, learner.account_id, place_id, outcome, reported_at
    from place_report join learner on learner.id = learner_id join account on account.id = learner.account_id
    where settled_at <= ${new Date(look.now.getTime() - tellAfterMinutes * 60_000)}
      and settled_at > ${new Date(look.now.getTime() - tellBeforeDays * 86_400_000)} and told_at is null and account.erase_at is null
      and not exists (select 1 from jsonb_to_recordset(${JSON.stringify(skip)}::jsonb) as skipped (learner_id bigint, place_id bigint)
        where skipped.learner_id = place_report.learner_id and skipped.place_id = place_report.place_id)
    order by settled_at, learner_id, place_id limit ${look.limit}`);
  return rows.map((row) => ({
    learnerId: Number(row.learner_id),
    accountId: Number(row.account_id),
    placeKey: Number(row.place_id),
    outcome: row.outcome,
    reportedAt: new Date(row.reported_at),
  }));
}

/** Notes that a reporter was told; false when another process was faster or the person reported anew. */
export async function notePlaceReportTold(tx: Queryable, news: PlaceReportNews, at: Date): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update place_report set told_at = ${at}
    where learner_id = ${news.learnerId} and place_id = ${news.placeKey} and told_at is null and outcome = ${news.outcome} returning 1`);
  return rows.length > 0;
}

/** Deletes reports made before a day: whatever was decided has been told long since. Call again until it is below the limit. */
export async function deleteOldPlaceReports(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from place_report where (learner_id, place_id) in (
      select learner_id, place_id from place_report where reported_at < ${before} order by reported_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}
