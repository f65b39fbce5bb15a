import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile, listCourses } from '../../src/catalogue/index.ts';
import { migrate, openDatabase } from '../../src/database/index.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';

const data = process.env.BENCH_DATA || undefined;

describe.skipIf(data === undefined)('real catalogues', () => {
  it('imports both with the mappings of content/mappings, and no fragment becomes a course', async () => {
    const dataDir = await temporaryFolder();
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    await migrate(database);
    const clock = () => new Date('2026-11-24T00:00:00Z');
    const load = (name: string, skipBad: boolean) =>
      importFile(database, {
        file: join(data ?? '', 'catalogues', `${name}_courses.csv`),
        kind: 'courses',
        mapFile: new URL(`../../content/mappings/${name}.json`, import.meta.url).pathname,
        skipBad,
        clock,
      });
    expect(await load('udemy', false)).toMatchObject({ read: 3678, created: 3672, unchanged: 6, skipped: 0 });
    expect(await load('edx', true)).toMatchObject({ created: 972, unchanged: 1, skipped: 1733 });
    const titles = (await listCourses(database.db, { limit: 10_000, offset: 0 })).map((course) => course.title);
    expect(titles).toHaveLength(4644);
    await database.close();
    await removeFolder(dataDir);
  });
});
