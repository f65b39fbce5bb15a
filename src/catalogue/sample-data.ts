import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { importFile } from './import/import-file.ts';

const sampleFolder = fileURLToPath(new URL('../../content/catalogue', import.meta.url));

/** The name that owns sample rows. */
export const sampleSource = 'sample';

/**
 * Loads the sample courses: `auto` into an empty catalogue that never had a real import, `yes` always, `no` never.
 * They are marked as sample on every card and leave with the first real import.
 */
export async function loadSampleData(
  database: Database,
  options: { readonly setting: 'auto' | 'yes' | 'no'; readonly clock: Clock },
): Promise<{ created: number }> {
  if (options.setting === 'no') return { created: 0 };
  const { rows } = await database.db.execute<{ courses: boolean; imported: boolean; sample: boolean }>(sql`
    select exists (select 1 from course) as courses, exists (select 1 from import_run where source <> ${sampleSource} and kind = 'courses') as imported,
      exists (select 1 from course where sample) as sample`);
  const state = rows[0];
  if (state === undefined || state.sample) return { created: 0 };
  if (options.setting === 'auto' && (state.courses || state.imported)) return { created: 0 };
  let created = 0;
  for (const name of (await readdir(sampleFolder)).filter((each) => each.endsWith('.csv')).sort()) {
    const result = await importFile(database, {
      file: join(sampleFolder, name),
      kind: 'courses',
      source: sampleSource,
      sample: true,
      clock: options.clock,
    });
    const [problem] = result.problems;
    if (problem !== undefined) throw new Error(`${name}, row ${problem.row}, ${problem.column}: ${problem.problem}`);
    created += result.created;
  }
  return { created };
}

/** What became of the sample rows of a kind. */
export interface SampleState {
  /** Whether real rows were ever imported. */
  readonly imported: boolean;
  /** When the sample was loaded last. */
  readonly loadedAt: Date | undefined;
}

/** The state of each kind that anything was ever imported of. */
export async function sampleStates(db: Queryable): Promise<ReadonlyMap<string, SampleState>> {
  const { rows } = await db.execute<{ kind: string; imported: boolean; loaded_at: string | null }>(sql`
    select kind, bool_or(source <> ${sampleSource}) as imported,
      max(finished_at) filter (where source = ${sampleSource}) as loaded_at
    from import_run group by kind`);
  return new Map(
    rows.map(({ kind, imported, loaded_at }) => [
      kind,
      { imported, loadedAt: loaded_at === null ? undefined : new Date(loaded_at) },
    ]),
  );
}
