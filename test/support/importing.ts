import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRequest, ImportResult } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { cityKinds } from '../../src/imports/index.ts';

export const importMorning = new Date('2026-11-24T03:00:00Z');

export const testKinds = cityKinds({ timezone: 'Asia/Ho_Chi_Minh', allowedFrom: (moment) => moment });

/** Imports the text of a file of a kind, as the command does. */
export async function importText(
  database: Database,
  kind: string,
  content: string,
  {
    ending = '.csv',
    ...more
  }: {
    ending?: string;
    skipBad?: boolean;
    source?: string;
    now?: Date;
    sample?: boolean;
    organisation?: NonNullable<ImportRequest['organisation']>;
  } = {},
): Promise<ImportResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bh-importing-'));
  try {
    const file = join(folder, `file${ending}`);
    await writeFile(file, content);
    const { now = importMorning, ...request } = more;
    const found = testKinds[kind];
    if (found === undefined) throw new Error(`There is no kind ${kind}.`);
    return await found.run(database, { file, source: 'test', clock: () => now, ...request });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The bad cells of an import: row and column. */
export function badCells(result: ImportResult): string[] {
  return result.problems.map(({ row, column }) => `${row} ${column}`);
}
