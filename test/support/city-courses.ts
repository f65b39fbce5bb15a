import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { importFile } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';

const catalogue = fileURLToPath(new URL('../dialogues/catalogue.csv', import.meta.url));

/** The dialogues' courses, every seventh of them made a sample, as an invented city takes them. */
export async function cityCourses(
  database: Database,
): Promise<{ readonly keys: readonly number[]; readonly isSample: (course: number) => boolean }> {
  await importFile(database, { file: catalogue, kind: 'courses', source: 'dialogues', clock: () => new Date() });
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from course order by id`);
  const keys = rows.map(({ id }) => Number(id));
  const isSample = (course: number): boolean => course % 7 === 3;
  const samples = keys.filter((_, course) => isSample(course));
  await database.db.execute(sql`update course set sample = true where id = any(${sql.param(samples)}::bigint[])`);
  return { keys, isSample };
}
