import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  courseById,
  kindVersion,
  listCourses,
  loadSampleData,
  type Organisation,
  organisationById,
  streamOrganisations,
} from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { loadSamples } from '../../src/imports/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { badCells, importMorning, importText, testKinds } from '../support/importing.ts';

const header = 'id,name,kind,ward,contact,url,description\n';

async function all(database: Database): Promise<Organisation[]> {
  const found: Organisation[] = [];
  for await (const slice of streamOrganisations(database.db, 4)) found.push(...slice);
  return found;
}

describeDatabases('import of organisations', (context) => {
  it('fills in those that courses brought, by name, and adds the others; the same file again changes nothing', async () => {
    const database = await context.database();
    await importText(database, 'courses', 'id,title,provider\nk1,Khóa 1,Trung tâm A\nk2,Khóa 2,Trung tâm B\n');
    const before = await all(database);
    const file = `${header}a,Trung tâm A,Trung tâm đào tạo,Bến Thành,028 3822 0000,https://a.example,Mô tả\nc,Thư viện C,library,,,,\n`;
    expect(await importText(database, 'organisations', file, { source: 'so' })).toMatchObject({ created: 2 });
    expect(await importText(database, 'organisations', file, { source: 'so' })).toMatchObject({ unchanged: 2 });
    expect(await kindVersion(database.db, 'organisations')).toBe(1);
    const a = await organisationById(database.db, 'a');
    expect(a).toEqual({
      key: before.find(({ name }) => name === 'Trung tâm A')?.key,
      id: 'a',
      name: 'Trung tâm A',
      kind: 'training_centre',
      ward: '26743',
      contact: '028 3822 0000',
      url: 'https://a.example/',
      description: 'Mô tả',
      sample: false,
    });
    expect((await all(database)).map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Trung tâm A'],
      [undefined, 'Trung tâm B'],
      ['c', 'Thư viện C'],
    ]);
    const changed = `${header}a,Trung tâm A,university,,,,\n`;
    expect(await importText(database, 'organisations', changed, { source: 'so' })).toMatchObject({ updated: 1 });
    expect(await organisationById(database.db, 'a')).toMatchObject({
      key: a?.key,
      kind: 'university',
      contact: undefined,
    });
    // The name decides: under another one the details are of another organisation, and the courses stay where they are.
    const renamed = changed.replace('Trung tâm A', 'Trung tâm B');
    expect(await importText(database, 'organisations', renamed, { source: 'so' })).toMatchObject({ updated: 1 });
    expect(await organisationById(database.db, 'a')).toMatchObject({ name: 'Trung tâm B' });
    expect(await courseById(database.db, 'k1')).toMatchObject({ organisation: 'Trung tâm A' });
  });

  it('refuses an id or a name of another source, a name twice, and one that is another organisation’s', async () => {
    const database = await context.database();
    await importText(database, 'courses', 'id,title,provider\nk1,Khóa 1,Trung tâm B\n');
    await importText(database, 'organisations', `${header}a,Trung tâm A,,,,,\n`, { source: 'so' });
    const problemOf = async (rows: string, source: string) => {
      const result = await importText(database, 'organisations', header + rows, { source });
      expect(result).toMatchObject({ imported: false, created: 0, updated: 0 });
      return `${badCells(result).join()}: ${result.problems[0]?.problem}`;
    };
    expect(await problemOf('a,Trung tâm A,company,,,,\n', 'khac')).toMatch(/^2 id: .*“so”/);
    expect(await problemOf('x,Trung tâm A,company,,,,\n', 'so')).toMatch(/^2 name: .*mã a/);
    expect(await problemOf(',Trung tâm A,company,,,,\n', 'khac')).toMatch(/^2 name: .*nguồn “so”/);
    expect(await problemOf('y,Mới,,,,,\nz,Mới,,,,,\n', 'so')).toMatch(/^3 name: .*mã y/);
    expect(await problemOf('b,B,rạp xiếc,,,gopher://b,\n', 'so')).toMatch(/^2 kind,2 url: .*non_profit/);
  });

  it('keeps samples that match the sample courses until real organisations come, and then what courses still name', async () => {
    const database = await context.database();
    const given = { setting: 'auto', clock: () => importMorning } as const;
    await loadSampleData(database, given);
    const names = (await all(database)).map(({ name }) => name);
    await loadSamples({ database, kinds: testKinds, timezone: 'Asia/Ho_Chi_Minh', ...given });
    const samples = (await all(database)).filter(({ sample }) => sample);
    expect(samples).toHaveLength(15);
    for (const { name } of samples) expect(names).toContain(name);
    await importText(database, 'organisations', `${header}t,Trường thật,public,,,,\n`);
    const after = await all(database);
    expect(after.filter(({ sample, id }) => sample || id !== undefined).map(({ id }) => id)).toEqual(['t']);
    for (const { name } of samples) expect(after.map((each) => each.name)).toContain(name);
    // Real courses send the sample ones away with their organisations, but not a real organisation without a course.
    await importText(database, 'scholarships', 'title,provider\nHọc bổng thật,Quỹ thật\n');
    await importText(database, 'internships', 'title,organisation\nThực tập thật,Quỹ thật\n');
    await importText(database, 'courses', 'id,title,provider\nk1,Khóa thật,Trung tâm thật\n');
    expect((await all(database)).map(({ name }) => name).sort()).toEqual(['Quỹ thật', 'Trung tâm thật', 'Trường thật']);
    expect(await listCourses(database.db, { limit: 9, offset: 0 })).toHaveLength(1);
  });

  it('keeps the organisation of a partner’s account', async () => {
    const database = await context.database();
    await importText(database, 'courses', 'id,title,provider\nm,Mẫu,Đơn vị mẫu\nn,Mẫu,Đơn vị của đối tác\n', {
      source: 'sample',
      sample: true,
    });
    await database.db.execute(sql`
      insert into staff_member (email, role, organisation_id, added_at) select 'a@b.example', 'partner', id, now() from organisation
      where name = 'Đơn vị của đối tác'`);
    await importText(database, 'courses', 'id,title,provider\nk1,Khóa thật,Trung tâm thật\n');
    expect((await all(database)).map(({ name }) => name).sort()).toEqual(['Trung tâm thật', 'Đơn vị của đối tác']);
  });

  it('has sample rows that stand in the file of sample courses', async () => {
    const read = (path: string) => readFile(new URL(`../../content/${path}`, import.meta.url), 'utf8');
    const courses = await read('catalogue/courses.csv');
    const samples = (await read('organisations/sample.csv')).trim().split('\n').slice(1);
    for (const row of samples) expect(courses).toContain(row.split(',')[1]);
  });
});
