import { sql } from 'drizzle-orm';
import type { Queryable } from '../../database/index.ts';
import { sampleSource } from '../sample-data.ts';

/** An import that was completed. */
export interface ImportRun {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly fileName: string;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly finishedAt: Date;
  /** Undefined for an import by the command. */
  readonly staffId: number | undefined;
  /** The report of what it changed, while it is kept. */
  readonly report: number | undefined;
}

/** The last imports, newest first; sample data that came with the program is not among them. */
export async function recentImports(
  db: Queryable,
  limit: number,
  // Of one member only.
  staffId?: number | undefined,
): Promise<ImportRun[]> {
  const { rows } = await db.execute<{
    id: string;
    kind: string;
    source: string;
    file_name: string;
    read: number;
    created: number;
    updated: number;
    unchanged: number;
    skipped: number;
    finished_at: string;
    staff_id: string | null;
    report: string | null;
  }>(sql`
    select id, kind, source, file_name, read, created, updated, unchanged, skipped, finished_at, staff_id,
      (select import_report.id from import_report where run_id = import_run.id) as report
    from import_run where source <> ${sampleSource}
      and (${staffId ?? null}::bigint is null or staff_id = ${staffId ?? null}::bigint) order by id desc limit ${limit}`);
  return rows.map(({ id, file_name, finished_at, staff_id, report, ...run }) => ({
    ...run,
    id: Number(id),
    fileName: file_name,
    finishedAt: new Date(finished_at),
    staffId: staff_id === null ? undefined : Number(staff_id),
    report: report === null ? undefined : Number(report),
  }));
}
