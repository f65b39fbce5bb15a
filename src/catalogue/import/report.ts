import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';

/** What became of a row: `relisted` was missing from its source before, `missing` is not in it any more. */
export const changeKinds = ['added', 'changed', 'relisted', 'missing'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A field that became another; an empty text where nothing was or is known, long texts shortened. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** A line of a report. */
export interface RowChange {
  readonly change: ChangeKind;
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldChange[];
}

/** Lines that are kept of one import; what is more is counted only. */
export const linesKept = 5000;

/** Imports of a source whose changes are kept. */
const reportsKept = 20;

/** Opens the report of an import that is about to write, and lets the oldest of its source go. @returns its id */
export async function beginReport(
  db: Queryable,
  report: {
    readonly kind: string;
    readonly source: string;
    readonly fileName: string;
    readonly by: number | undefined;
    readonly now: Date;
  },
): Promise<number> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into import_report (kind, source, file_name, staff_id, began_at)
    values (${report.kind}, ${report.source}, ${report.fileName}, ${report.by ?? null}, ${report.now}) returning id`);
  await db.execute(sql`
    delete from import_report where id in (
      select id from import_report where kind = ${report.kind} and source = ${report.source} order by id desc offset ${reportsKept})`);
  return Number(rows[0]?.id);
}

/** How many lines a report still takes; taken before lines are made, so that a long import makes none in vain. */
export async function roomIn(tx: Queryable, report: number): Promise<number> {
  const { rows } = await tx.execute<{ lines: number }>(sql`select lines from import_report where id = ${report}`);
  return linesKept - (rows[0]?.lines ?? linesKept);
}

/**
 * Counts changes and keeps the first of their lines, in the transaction that makes the changes.
 * @param lines at most as many as there is room for
 */
export async function noteChanges(
  tx: Queryable,
  report: number,
  counts: Partial<Readonly<Record<ChangeKind, number>>>,
  lines: readonly RowChange[],
): Promise<void> {
  const { rows } = await tx.execute<{ lines: number }>(sql`
    update import_report set added = added + ${counts.added ?? 0}, changed = changed + ${counts.changed ?? 0},
      relisted = relisted + ${counts.relisted ?? 0}, lines = lines + ${lines.length},
      missing = case when ${counts.missing ?? null}::int is null then missing else coalesce(missing, 0) + ${counts.missing ?? 0} end
    where id = ${report} returning lines`);
  const end = rows[0]?.lines;
  if (end === undefined || lines.length === 0) return;
  await tx.execute(sql`
    insert into import_change (report_id, position, change, public_id, title, fields)
    select ${report}::bigint, ${end - lines.length}::int + line.ordinality, change, id, title, fields
    from rows from (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as (change text, id text, title text, fields jsonb)) with ordinality as line`);
}

/** Closes a report. @param run of `import_run` */
export async function endReport(
  db: Queryable,
  report: number,
  { run, unchanged, now }: { readonly run: number; readonly unchanged: number; readonly now: Date },
): Promise<void> {
  await db.execute(sql`
    update import_report set run_id = ${run}, unchanged = ${unchanged}, finished_at = ${now} where id = ${report}`);
}

/** A report as staff see it. */
export interface ImportReport {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly fileName: string;
  readonly staffId: number | undefined;
  readonly beganAt: Date;
  /** Undefined while it goes on, and of one that broke off: what it lists was written. */
  readonly finishedAt: Date | undefined;
  readonly counts: Readonly<Record<ChangeKind | 'unchanged', number>>;
  /** Whether the file was the whole list of its source; else `missing` says nothing. */
  readonly isWhole: boolean;
  /** Changes that no line is kept of. */
  readonly more: number;
}

interface ReportRow extends Record<string, unknown> {
  id: string;
  kind: string;
  source: string;
  file_name: string;
  staff_id: string | null;
  began_at: string;
  finished_at: string | null;
  added: number;
  changed: number;
  relisted: number;
  missing: number | null;
  unchanged: number;
  lines: number;
}

function reportOf(row: ReportRow): ImportReport {
  const { added, changed, relisted, unchanged, lines } = row;
  const missing = row.missing ?? 0;
  return {
    id: Number(row.id),
    kind: row.kind,
    source: row.source,
    fileName: row.file_name,
    staffId: row.staff_id === null ? undefined : Number(row.staff_id),
    beganAt: new Date(row.began_at),
    finishedAt: row.finished_at === null ? undefined : new Date(row.finished_at),
    counts: { added, changed, relisted, missing, unchanged },
    isWhole: row.missing !== null,
    more: added + changed + relisted + missing - lines,
  };
}

const columns = sql`id, kind, source, file_name, staff_id, began_at, finished_at, added, changed, relisted, missing, unchanged, lines`;

/** Reports, newest first. @param page.before an id that all are less than */
export async function listReports(
  db: Queryable,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<ImportReport[]> {
  const { rows } = await db.execute<ReportRow>(sql`
    select ${columns} from import_report
    where ${page.before ?? null}::bigint is null or id < ${page.before ?? null}::bigint order by id desc limit ${page.limit}`);
  return rows.map(reportOf);
}

/** One report, or undefined. */
export async function findReport(db: Queryable, id: number): Promise<ImportReport | undefined> {
  const { rows } = await db.execute<ReportRow>(sql`select ${columns} from import_report where id = ${id}`);
  return rows[0] && reportOf(rows[0]);
}

/** A kept line with its place in the report, by which pages go on. */
export interface ReportLine extends RowChange {
  readonly position: number;
}

/**
 * Lines of a report in the order of the file.
 * @param look.words a part of the title or of the id, in any case
 * @param look.after a position that all are greater than
 */
export async function reportLines(
  db: Queryable,
  report: number,
  look: {
    readonly change?: ChangeKind | undefined;
    readonly words?: string | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<ReportLine[]> {
  const words = (look.words ?? '').normalize('NFC').trim().toLowerCase();
  const { rows } = await db.execute<{
    position: number;
    change: ChangeKind;
    public_id: string;
    title: string;
    fields: FieldChange[];
  }>(sql`
    select position, change, public_id, title, fields from import_change
    where report_id = ${report} and position > ${look.after ?? 0}
      and (${look.change ?? null}::text is null or change = ${look.change ?? null}::text)
      and (${words} = '' or strpos(lower(title), ${words}) > 0 or strpos(lower(public_id), ${words}) > 0)
    order by position limit ${look.limit}`);
  return rows.map(({ public_id: id, ...line }) => ({ id, ...line }));
}

/** Deletes what is known of imports that began before a moment. Call again until it is below the limit. */
export async function deleteOldImportReports(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from import_change where (report_id, position) in (
      select report_id, position from import_change join import_report on id = report_id where began_at < ${before} limit ${limit})
    returning 1`);
  const empty = await db.execute(sql`
    delete from import_report where id in (
      select id from import_report where began_at < ${before}
        and not exists (select 1 from import_change where report_id = id) limit ${limit - rows.length}) returning 1`);
  return { deleted: rows.length + empty.rows.length };
}
