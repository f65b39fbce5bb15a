import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { kindVersion } from '../../src/catalogue/index.ts';
import {
  internshipById,
  internshipsByKeys,
  scholarshipById,
  scholarshipsByKeys,
  streamInternships,
  streamScholarships,
} from '../../src/opportunities/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { badCells, importText } from '../support/importing.ts';

const scholarships =
  'id,title,provider,deadline,amount_vnd,description,age_from,age_to,wards,income,disability,occupation_status,levels,seats,url\n' +
  'a,Học bổng A,Quỹ A,2027-01-31,5.000.000đ,Một dòng,16,25,Bến Thành;Phường Hiệp Bình,Hộ nghèo;cận nghèo,yes,Sinh viên,đại học;cao đẳng,20,https://a.example/x\n' +
  'b,Học bổng B,Quỹ A,,,,,,toàn thành phố,tất cả,,,,,\n';
const internships =
  'id,title,organisation,ward,skills,description,hours_per_week,pay_vnd,starts_on,ends_on,seats,deadline,url\n' +
  'a,Thực tập A,Công ty A,Phường Dĩ An,Excel;kế toán,Mô tả,20,3000000,2027-02-01,2027-05-01,3,15/01/2027,https://a.example/y\n';

describeDatabases('import of scholarships and internships', (context) => {
  it('brings scholarships in with every condition; the same file again changes nothing, and an empty cell lets a value go', async () => {
    const database = await context.database();
    expect(await importText(database, 'scholarships', scholarships)).toMatchObject({
      imported: true,
      read: 2,
      created: 2,
    });
    const version = await kindVersion(database.db, 'scholarships');
    expect(version).toBe(1);
    expect(await importText(database, 'scholarships', scholarships)).toMatchObject({ updated: 0, unchanged: 2 });
    expect(await kindVersion(database.db, 'scholarships')).toBe(version);
    const a = await scholarshipById(database.db, 'a');
    expect(a).toMatchObject({
      title: 'Học bổng A',
      provider: 'Quỹ A',
      deadline: '2027-01-31',
      amountVnd: 5_000_000,
      description: 'Một dòng',
      ageFrom: 16,
      ageTo: 25,
      wards: ['26743', '26809'],
      income: ['poor', 'near_poor'],
      disability: true,
      occupationStatus: ['student'],
      levels: ['university', 'college'],
      seats: 20,
      url: 'https://a.example/x',
      sample: false,
    });
    const b = await scholarshipById(database.db, 'b');
    expect(b).toMatchObject({ deadline: undefined, wards: [], income: [], levels: [], disability: undefined });
    const open20 = scholarships.replace(',20,https', ',,https');
    expect(await importText(database, 'scholarships', open20)).toMatchObject({ updated: 1, unchanged: 1 });
    expect((await scholarshipById(database.db, 'a'))?.seats).toBeUndefined();
    expect(await kindVersion(database.db, 'scholarships')).toBe(version + 1);
    const slices: string[][] = [];
    for await (const slice of streamScholarships(database.db, 1)) slices.push(slice.map(({ id }) => id));
    expect(slices).toEqual([['a'], ['b']]);
    const keys = [b?.key ?? 0, 999_999, a?.key ?? 0];
    expect((await scholarshipsByKeys(database.db, keys)).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await scholarshipById(database.db, 'c')).toBeUndefined();
  });

  it('brings internships in with their pay, hours and days', async () => {
    const database = await context.database();
    expect(await importText(database, 'internships', internships)).toMatchObject({ created: 1 });
    expect(await importText(database, 'internships', internships)).toMatchObject({ unchanged: 1 });
    const a = await internshipById(database.db, 'a');
    expect(a).toMatchObject({
      organisation: 'Công ty A',
      ward: '25942',
      skills: ['Excel', 'kế toán'],
      hoursPerWeek: 20,
      payVnd: 3_000_000,
      startsOn: '2027-02-01',
      endsOn: '2027-05-01',
      seats: 3,
      deadline: '2027-01-15',
    });
    expect(await internshipsByKeys(database.db, [a?.key ?? 0])).toEqual([a]);
    for await (const slice of streamInternships(database.db, 10)) expect(slice).toEqual([a]);
    expect(await kindVersion(database.db, 'internships')).toBe(1);
    expect(await kindVersion(database.db, 'scholarships')).toBe(0);
  });

  it('understands Vietnamese headings, a missing id, JSON Lines, and names row, column and remedy of what is wrong', async () => {
    const database = await context.database();
    const vietnamese =
      'Tên học bổng;Đơn vị;Hạn nộp;Số tiền;Từ tuổi;Thu nhập;Bậc học\nHọc bổng Nắng;Quỹ Nắng;31/12/2026;1.500.000;18;Hộ nghèo;THPT\n';
    expect(await importText(database, 'scholarships', vietnamese)).toMatchObject({ created: 1, ignoredColumns: [] });
    expect(await importText(database, 'scholarships', vietnamese)).toMatchObject({ unchanged: 1 });
    for await (const [first] of streamScholarships(database.db, 1)) {
      expect(first?.id).toMatch(/^hoc-bong-nang-\w{8}$/);
      expect(first).toMatchObject({
        deadline: '2026-12-31',
        amountVnd: 1_500_000,
        income: ['poor'],
        levels: ['upper_secondary'],
      });
    }
    const line = JSON.stringify({ title: 'Thực tập J', organisation: 'Công ty J', skills: ['a', 'b'], pay_vnd: 0 });
    expect(await importText(database, 'internships', `${line}\n`, { ending: '.jsonl' })).toMatchObject({ created: 1 });
    const bad = await importText(
      database,
      'scholarships',
      'title,provider,deadline,amount_vnd,age_from,age_to,wards,income,levels,url\n,Quỹ A,mai,-5,30,20,Sao Hỏa,giàu,tiến sĩ;mẫu giáo,ftp://x\n',
    );
    expect(bad).toMatchObject({ imported: false, created: 0 });
    expect(badCells(bad).sort()).toEqual(
      ['age_to', 'amount_vnd', 'deadline', 'income', 'levels', 'title', 'url', 'wards'].map((column) => `2 ${column}`),
    );
    expect(bad.problems.find(({ column }) => column === 'income')?.problem).toContain('near_poor');
    const late = await importText(
      database,
      'internships',
      'title,organisation,starts_on,ends_on\nA,B,2027-02-01,2027-01-01\n',
    );
    expect(badCells(late)).toEqual(['2 ends_on']);
    await expect(importText(database, 'internships', 'title\nA\n')).rejects.toThrow('organisation');
  });

  it('refuses an id of another source, and lets only the sample give way', async () => {
    const database = await context.database();
    await importText(database, 'scholarships', scholarships, { source: 'sample', sample: true });
    await importText(database, 'courses', 'id,title,provider\nk,Khóa,Quỹ K\n', { source: 'sample', sample: true });
    const one = 'id,title,provider\nb,Học bổng thật,Quỹ thật\n';
    expect(await importText(database, 'scholarships', one)).toMatchObject({ created: 1, removedSample: 2 });
    expect(await scholarshipById(database.db, 'a')).toBeUndefined();
    expect(await scholarshipById(database.db, 'b')).toMatchObject({ title: 'Học bổng thật', sample: false });
    const foreign = await importText(database, 'scholarships', one, { source: 'other' });
    expect(foreign).toMatchObject({ imported: false, problems: [{ row: 2, column: 'id' }] });
    expect(foreign.problems[0]?.problem).toContain('test');
    // The first real courses remove sample ones with their organisations, but none that a scholarship is of.
    await importText(database, 'courses', 'id,title,provider\nt,Khóa thật,Đơn vị thật\n');
    const { rows } = await database.db.execute(sql`select name from organisation order by name`);
    expect(rows.map(({ name }) => name)).toEqual(['Quỹ thật', 'Đơn vị thật']);
  });
});
