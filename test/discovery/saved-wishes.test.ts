import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importFile } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import {
  createFinder,
  type Finder,
  keptWish,
  mostSavedWishes,
  pauseSavedWish,
  removeSavedWish,
  resumeSavedWish,
  savedWishesOf,
  saveWish,
  watchSavedWishes,
} from '../../src/discovery/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';

const now = new Date('2026-11-24T03:00:00Z');

describeDatabases('saved wishes', (context) => {
  async function scene() {
    const database = await context.database();
    await testApplication(database);
    const finder = createFinder(database);
    await finder.refresh();
    const { learnerId } = await findOrCreatePerson(database.db, 'web', 'p');
    const save = async (text: string, known: readonly number[] = []) =>
      saveWish(database.db, {
        learnerId,
        wish: keptWish(finder.understand(text)),
        label: text,
        known,
        seenVersion: finder.version,
        at: now,
      });
    return { database, finder, learnerId, save };
  }

  async function addCourses(database: Database, finder: Finder, rows: readonly string[]): Promise<void> {
    const folder = await temporaryFolder();
    const file = join(folder, 'new.csv');
    await writeFile(file, ['id,title,provider,topics,price_vnd,schedule,confirmed_on', ...rows, ''].join('\n'));
    const result = await importFile(database, { file, kind: 'courses', source: 'dialogues', clock: () => now });
    expect(result.problems).toEqual([]);
    await removeFolder(folder);
    await finder.refresh();
  }

  const look = (database: Database, finder: Finder, owner = 'a') =>
    watchSavedWishes({ database, finder, clock: () => now, owner, sliceSize: 2 });

  async function found(database: Database): Promise<string[]> {
    const { rows } = await database.db.execute<{ what: string }>(sql`
      select label || ': ' || course.public_id as what from wish_match
      join saved_wish on saved_wish.id = saved_wish_id join course on course.id = course_id
      where told_at is null order by 1`);
    return rows.map(({ what }) => what);
  }

  const zither = 'dan-tranh,Đàn tranh cho người mới,Nhà Văn hóa Phố Nhỏ,đàn tranh,0,evening,2026-11-24';

  it('find what is new and meets every condition, once', async () => {
    const { database, finder, save } = await scene();
    await save('đàn tranh miễn phí');
    await save('đàn tranh buổi sáng');
    await save('học lái máy bay');
    expect(await look(database, finder)).toEqual({ wishes: 0, found: 0 });
    await addCourses(database, finder, [zither]);
    expect(await look(database, finder)).toEqual({ wishes: 3, found: 1 });
    expect(await found(database)).toEqual(['đàn tranh miễn phí: dan-tranh']);
    expect(await look(database, finder)).toEqual({ wishes: 0, found: 0 });
  });

  it('find a course that has become what was asked for, and none that was shown before', async () => {
    const { database, finder, save } = await scene();
    await addCourses(database, finder, [zither.replace(',0,', ',900000,')]);
    const { hits } = finder.search(finder.understand('đàn tranh'), { limit: 5, now });
    await save('đàn tranh miễn phí');
    await save(
      'đàn tranh',
      hits.map(({ key }) => key),
    );
    await addCourses(database, finder, [zither]);
    expect(await look(database, finder)).toEqual({ wishes: 2, found: 1 });
    expect(await found(database)).toEqual(['đàn tranh miễn phí: dan-tranh']);
  });

  it('of a look that is killed are found again, none twice', async () => {
    const { database, finder, save } = await scene();
    for (const text of ['đàn tranh', 'đàn tranh miễn phí', 'đàn tranh buổi tối']) await save(text);
    await addCourses(database, finder, [zither]);
    let searches = 0;
    const dying: Finder = {
      ...finder,
      version: finder.version,
      size: finder.size,
      search: (wish, options) => {
        searches++;
        if (searches === 3) throw new Error('killed');
        return finder.search(wish, options);
      },
    };
    await expect(look(database, dying)).rejects.toThrow('killed');
    expect(await found(database)).toHaveLength(2);
    expect(await look(database, finder)).toEqual({ wishes: 1, found: 1 });
    expect(await found(database)).toHaveLength(3);
  });

  it('are looked at by one process at a time', async () => {
    const { database, finder, save } = await scene();
    for (const text of ['đàn tranh', 'đàn tranh miễn phí', 'đàn tranh buổi tối']) await save(text);
    await addCourses(database, finder, [zither]);
    const counts = await Promise.all([look(database, finder, 'a'), look(database, finder, 'b')]);
    await look(database, finder, 'a');
    expect(counts.reduce((sum, each) => sum + each.found, 0)).toBeLessThanOrEqual(3);
    expect(await found(database)).toHaveLength(3);
  });

  it('that rest find nothing, and afterwards only what is new then', async () => {
    const { database, finder, learnerId, save } = await scene();
    const outcome = await save('đàn tranh');
    const id = outcome.kind === 'full' ? 0 : outcome.id;
    await pauseSavedWish(database.db, learnerId, id, now);
    await addCourses(database, finder, [zither]);
    expect(await look(database, finder)).toEqual({ wishes: 0, found: 0 });
    await resumeSavedWish(database.db, learnerId, id, finder.version);
    await addCourses(database, finder, [zither.replace('dan-tranh', 'dan-tranh-2')]);
    await look(database, finder);
    expect(await found(database)).toEqual(['đàn tranh: dan-tranh-2']);
  });

  it('are twenty at most, each once, and only their learner’s to remove', async () => {
    const { database, learnerId, save } = await scene();
    expect(await save('đàn tranh')).toMatchObject({ kind: 'saved' });
    expect(await save('đàn tranh')).toMatchObject({ kind: 'known' });
    for (let n = 1; n < mostSavedWishes; n++)
      expect(await save(`đàn tranh dưới ${n} triệu`)).toMatchObject({ kind: 'saved' });
    expect(await save('đàn bầu')).toEqual({ kind: 'full' });
    expect(await save('đàn tranh')).toMatchObject({ kind: 'known' });
    const [first] = await savedWishesOf(database.db, learnerId);
    expect(await removeSavedWish(database.db, learnerId + 1, first?.id ?? 0)).toBe(false);
    expect(await removeSavedWish(database.db, learnerId, first?.id ?? 0)).toBe(true);
    expect(await save('đàn bầu')).toMatchObject({ kind: 'saved' });
  });
});
