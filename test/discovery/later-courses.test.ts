import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importFile } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createFinder, type Finder } from '../../src/discovery/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';

const now = new Date('2026-11-24T03:00:00Z');
const subjects = ['nấu ăn', 'cắt may', 'tiếng Anh', 'Excel', 'sửa xe máy', 'lập trình web', 'pha chế', 'yoga'];
const titleOf = (number: number): string => `Khóa ${subjects[number % subjects.length]} buổi ${number}`;

describeDatabases('an index that follows', (context) => {
  async function put(database: Database, rows: readonly string[], sample = false): Promise<void> {
    const folder = await temporaryFolder();
    const file = join(folder, 'courses.csv');
    await writeFile(file, ['id,title,provider,price_vnd,confirmed_on', ...rows, ''].join('\n'));
    const result = await importFile(database, { file, kind: 'courses', source: 'test', sample, clock: () => now });
    expect(result.problems).toEqual([]);
    await removeFolder(folder);
  }
  const row = (number: number, title = titleOf(number)): string =>
    `c-${number},${title},Trung tâm ${number % 5},${number * 1000},2026-11-01`;
  const found = (finder: Finder, text: string) => {
    const { hits, none } = finder.search(finder.understand(text), { limit: 20, now });
    return { none, ids: hits.map(({ id }) => id), scores: hits.map(({ score }) => score.toFixed(3)) };
  };

  it('finds what changed as an index of the whole does, and nothing that was replaced', async () => {
    const database = await context.database();
    await put(
      database,
      Array.from({ length: 120 }, (_, number) => row(number)),
    );
    const following = createFinder(database);
    expect(await following.refresh()).toEqual({ rebuilt: true, courses: 120 });
    await put(database, [
      row(3, 'Khóa đan len'),
      row(10, 'Khóa đan len nâng cao'),
      row(500),
      row(501, 'Trồng rau sạch'),
    ]);
    expect(await following.refresh()).toEqual({ rebuilt: true, courses: 122 });
    const anew = createFinder(database);
    await anew.refresh();
    expect(following.version).toBe(anew.version);
    for (const text of [...subjects, 'đan len', 'trồng rau', 'nấu ăn dưới 50k', 'khóa nào miễn phí', 'không có gì cả'])
      expect(found(following, text).ids.sort()).toEqual(found(anew, text).ids.sort());
    expect(found(following, 'đan len').ids.sort()).toEqual(['c-10', 'c-3']);
    expect(await following.refresh()).toEqual({ rebuilt: false, courses: 122 });
    await put(database, [row(3)]);
    await following.refresh();
    expect(found(following, 'đan len').ids).toEqual(['c-10']);
  });

  it('is built anew when courses were taken away', async () => {
    const database = await context.database();
    await put(database, [row(1, 'Khóa đan len')], true);
    const finder = createFinder(database);
    await finder.refresh();
    expect(found(finder, 'đan len').none).toBe(false);
    await put(database, [row(2, 'Trồng rau sạch')]);
    expect(await finder.refresh()).toEqual({ rebuilt: true, courses: 1 });
    expect(found(finder, 'đan len').none).toBe(true);
    expect(found(finder, 'trồng rau').ids).toEqual(['c-2']);
  });

  it('goes on with the newest of very many changes while the whole is built', async () => {
    const database = await context.database();
    await put(database, [row(1)]);
    const finder = createFinder(database);
    await finder.refresh();
    await database.db.execute(sql`
      insert into course (public_id, source, organisation_id, title, confirmed_on, content_hash, version)
      select 'n-' || number, 'test', (select min(id) from organisation), 'Khóa đan len ' || number, '2026-11-01', '', 2 + number
      from generate_series(1, 2500) as number`);
    await database.db.execute(sql`update catalogue_version set version = 2600`);
    await finder.refresh();
    expect(found(finder, 'đan len 2500').ids[0]).toBe('n-2500');
    // Whoever changes one now waits for no whole.
    await put(database, [row(1, 'Trồng rau sạch')]);
    await finder.refresh();
    expect(found(finder, 'trồng rau').ids).toEqual(['c-1']);
    expect(found(finder, 'đan len 2500').ids[0]).toBe('n-2500');
    while (finder.version < 2600) await finder.refresh();
    expect(found(finder, 'đan len 7').ids[0]).toBe('n-7');
    expect((await finder.refresh()).courses).toBe(2501);
  });

  it('finds the one that has every word among hundreds that share one of them equally', async () => {
    const database = await context.database();
    await put(database, [row(1)]);
    await database.db.execute(sql`
      insert into course (public_id, source, organisation_id, title, confirmed_on, content_hash, version)
      select 'n-' || number, 'test', (select min(id) from organisation), case when number = 3000 then 'Nuôi zyxwvut' when number > 2600 then 'Nuôi ong' else 'Đan len' end,
        '2026-11-01', '', 2
      from generate_series(1, 3000) as number`);
    const finder = createFinder(database);
    await finder.refresh();
    expect(found(finder, 'nuôi zyxwvut').ids[0]).toBe('n-3000');
  });
});
